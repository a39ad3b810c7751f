"""How levels have moved between two assessments of each project."""

from html import escape
from typing import Final

import plotly.graph_objects as go

from assessment.charts.drawing import BROWN, TEAL, bold, box, empty, words
from assessment.pictures.colours import INK, QUIET, SAND
from assessment.pictures.portfolio.over_time import LevelMoves

_HATCH: Final = {"shape": "/", "size": 5, "solidity": 0.45, "fgcolor": BROWN, "bgcolor": "#ffffff"}


def levels(picture: LevelMoves) -> go.Figure:
    """Each value as one bar: questions that are higher now, the same, and lower, with their numbers."""
    figure = empty(rows=len(picture.rows), row_height=76, top=4, columns=1)
    looks = (
        {"color": TEAL, "line": {"color": TEAL, "width": 1.5}},
        {"color": "#ffffff", "line": {"color": QUIET, "width": 1.5}},
        {"color": "#ffffff", "line": {"color": BROWN, "width": 1.5}, "pattern": _HATCH},
    )
    for row, value in enumerate(picture.rows):
        words(figure, -0.49, row - 0.3, bold(escape(value.name)))
        words(figure, 0.49, row - 0.3, value.counted, colour=QUIET, anchor="right", size=13)
        box(figure, -0.49, 0.49, row - 0.08, row + 0.16, SAND)
        told = " · ".join(str(count) for count in (value.higher, value.same, value.lower))
        words(figure, -0.49, row + 0.32, told, colour=INK, size=13)
    for at, (sign, look) in enumerate(zip(picture.signs, looks, strict=True)):
        shares = [_shares(value.higher, value.same, value.lower) for value in picture.rows]
        figure.bars(
            orientation="h",
            y=[row + 0.04 for row in range(len(picture.rows))],
            x=[share[at] for share in shares],
            base=[-0.49 + sum(share[:at]) for share in shares],
            width=0.24,
            marker=look,
            text=[
                f"{escape(value.name)}<br>{escape(sign)}: {(value.higher, value.same, value.lower)[at]}"
                for value in picture.rows
            ],
            textposition="none",
            hoverinfo="text",
            cliponaxis=False,
        )
    return figure.finished()


def _shares(*counts: int) -> tuple[float, ...]:
    whole = sum(counts) or 1
    return tuple(count / whole * 0.98 for count in counts)
