"""Pictures as charts and as tables."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from assessment import charts
from assessment.pictures.shapes import Table
from assessment.ui.widgets import plain

#: Wide enough for every table; given as a number, Streamlit makes the table's own scroll reachable by keyboard.
_TABLE_WIDTH: Final = 720


def chart(picture: Any, key: str, label: str, alt: str, table: Table) -> None:
    """A picture as a chart with its text alternative, and the same as a table."""
    st.plotly_chart(charts.CHARTS[type(picture)](picture), theme=None, config=dict(charts.CONFIG), key=key, alt=alt)
    table_of(table, label)


def table_of(table: Table, label: str) -> None:
    """A picture's table, folded away until it is asked for."""
    with st.expander(label, icon=":material/table_rows:", type="compact"):
        st.table(frame_of(table), width=_TABLE_WIDTH, alt=table.caption)


def frame_of(table: Table) -> pd.DataFrame:
    """A table as a frame whose cells show what they say: nothing in them is taken for Markdown."""
    rows = [[plain(cell) for cell in row] for row in table.rows]
    head = [plain(name) for name in table.head]
    frame = pd.DataFrame([row[1:] for row in rows], index=[row[0] for row in rows], columns=_distinct(head[1:]))
    frame.index.name = head[0] if head else None
    return frame


def _distinct(names: list[str]) -> list[str]:
    """Names of columns, told apart by blanks where two are the same."""
    return [name + " " * names[:at].count(name) for at, name in enumerate(names)]
