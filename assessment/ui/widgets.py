"""Elements that several screens use."""

import re
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import streamlit as st

from assessment import charts
from assessment.core.fault import BadInput
from assessment.pictures.shapes import Table
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.wiring import NotFound, Opened, open_place
from assessment.words import words

#: Wide enough for every table; given as a number, Streamlit makes the table's own scroll reachable by keyboard.
_TABLE_WIDTH: Final = 720
_MARKDOWN: Final = re.compile(r"([!-/:-@\[-`{-~])")
#: Streamlit's Markdown makes links of bare addresses, escaped or not; an unseen word joiner keeps them text.
_ADDRESS: Final = re.compile(r"https?:/|www|@", re.IGNORECASE)


def opened_or_told(place: Place) -> Opened | None:
    """What is open here; where nothing can be shown, the reason and a way on are shown instead."""
    w = words(place.language)
    try:
        return open_place(place)
    except BadInput as bad:
        tell_faults(bad, place.language)
    except NotFound:
        st.info(_why_nothing(place), icon=":material/search_off:")
    if st.button(w.gettext("Go to the start page"), type="primary", key="to-start"):
        go_to("start", Place(place.language))
    return None


def _why_nothing(place: Place) -> str:
    w = words(place.language)
    if place.file:
        return w.gettext("Gyda no longer has this file: it keeps files only while it runs. Open it again.")
    if place.example:
        return w.gettext("There is no example of this name. Choose one from the start page.")
    return w.gettext("Nothing is open yet. Choose an example or open your own answers.")


def tell_faults(bad: BadInput, language: str) -> None:
    """Every fault of a file, each with its place and what to do."""
    w = words(language)
    title = w.ngettext("One thing to mend in the file", "{number} things to mend in the file", len(bad.faults))
    st.error(
        w.gettext("Your file is as it was. Mend it in your editor, save it, and open it here again."),
        title=title.format(number=len(bad.faults)),
        icon=":material/edit_note:",
    )
    show(
        "faults",
        language,
        faults=[
            {"place": fault.place, "wrong": fault.wrong.in_(w.gettext), "remedy": fault.remedy.in_(w.gettext)}
            for fault in bad.faults
        ],
    )


@dataclass(frozen=True)
class Heading:
    """A section's title, and its place on the page."""

    title: str
    anchor: str


def section(title: str, anchor: str) -> Heading:
    """Begin a section of a page, with an address of its own."""
    st.header(title, anchor=anchor)
    return Heading(title, anchor)


def say(*sentences: str) -> None:
    """Sentences, each a paragraph; what people typed in them is never taken for Markdown."""
    for sentence in sentences:
        if sentence:
            st.markdown(plain(sentence))


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


def plain(text: str) -> str:
    """Text so that Markdown leaves it as it is, on one line."""
    unlinked = _ADDRESS.sub("\\g<0>\u2060", " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", unlinked)


def _distinct(names: list[str]) -> list[str]:
    """Names of columns, told apart by blanks where two are the same."""
    return [name + " " * names[:at].count(name) for at, name in enumerate(names)]
