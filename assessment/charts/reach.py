"""Who took part, who was asked and who was not reached, over many projects."""

from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from assessment.charts.drawing import BROWN, RED, TEAL, Sheet, bold, box, broken, empty, line, short, words
from assessment.core.terms import Presence
from assessment.pictures.colours import INK, LINE, QUIET, SAND
from assessment.pictures.portfolio.reach import TOLD, ReachCell, ReachPicture

#: Filled, hollow and hatched: told apart without their colours too.
_LOOKS: Final[dict[Presence, dict[str, Any]]] = {
    Presence.TOOK_PART: {"color": TEAL, "line": {"color": TEAL, "width": 1.5}},
    Presence.ASKED: {"color": "#ffffff", "line": {"color": BROWN, "width": 1.5}},
    Presence.NOT_REACHED: {
        "color": "#ffffff",
        "line": {"color": RED, "width": 1.5},
        "pattern": {"shape": "/", "size": 5, "solidity": 0.45, "fgcolor": RED, "bgcolor": "#ffffff"},
    },
}
_WIDE: Final = 0.88


def reach(picture: ReachPicture) -> go.Figure:
    """Groups down, stages across: a bar out of the projects that say who was there, and its numbers under it."""
    figure = empty(rows=len(picture.rows), row_height=78, top=62, columns=len(picture.stages))
    for column, (_, name, projects) in enumerate(picture.stages):
        words(figure, column - 0.45, -0.5, bold(broken(name)), size=13, up=30)
        words(figure, column - 0.45, -0.5, projects, size=12, colour=QUIET, up=4)
    for row, group in enumerate(picture.rows):
        line(figure, -0.5, len(picture.stages) - 0.5, row - 0.48, LINE)
        words(figure, -0.45, row - 0.28, bold(escape(short(group.name, 42))))
        for column, cell in enumerate(group.cells):
            box(figure, column - 0.45, column - 0.45 + _WIDE, row - 0.04, row + 0.14, SAND)
            told = " · ".join(str(count) for _, count in cell.counts)
            words(figure, column - 0.45, row + 0.31, told, size=13, colour=INK if cell.words else QUIET)
    for presence in TOLD:
        _bars(figure, picture, presence)
    return figure.finished()


def _bars(figure: Sheet, picture: ReachPicture, presence: Presence) -> None:
    drawn = [
        (row, column, group, cell)
        for row, group in enumerate(picture.rows)
        for column, cell in enumerate(group.cells)
        if dict(cell.counts)[presence]
    ]
    if not drawn:
        return
    figure.bars(
        orientation="h",
        y=[row + 0.05 for row, *_ in drawn],
        x=[dict(cell.counts)[presence] / cell.out_of * _WIDE for *_, cell in drawn],
        base=[column - 0.45 + _before(cell, presence) / cell.out_of * _WIDE for _, column, _, cell in drawn],
        width=0.18,
        marker=_LOOKS[presence],
        text=[
            f"{escape(group.name)}<br>{picture.stages[column][1]}: {escape(cell.words)}"
            for _, column, group, cell in drawn
        ],
        textposition="none",
        hoverinfo="text",
        customdata=[[group.group, cell.stage, presence.value] for *_, group, cell in drawn],
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )


def _before(cell: ReachCell, presence: Presence) -> int:
    """How many projects are drawn before those that say this."""
    at = TOLD.index(presence)
    return sum(count for _, count in cell.counts[:at])
