"""The charts of many projects. What can be opened carries in `customdata` which projects are behind it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from assessment.charts.drawing import BROWN, TEAL, Sheet, bold, box, broken, empty, line, marks, words
from assessment.core.portfolio.overview import Point
from assessment.core.terms import Standing
from assessment.pictures.colours import BANDS, INK, LINE, QUIET, SAND
from assessment.pictures.portfolio.overview import Standings, ValueSpread, ValueSpreads

_COLOURS: Final = {Standing.WITH.value: TEAL, Standing.BARRIER.value: BROWN, Standing.OPPORTUNITY.value: BANDS[0]}
#: Wide enough to be seen, however few there are.
_LEAST: Final = 0.03


def standings(picture: Standings) -> go.Figure:
    """Standings down, stages across: a bar and its number for each; what is only promised is hollow."""
    labels = [one.label for one in picture.stages[0].counts]
    columns = len(picture.stages)
    figure = empty(rows=len(labels), row_height=72, top=54, columns=columns)
    most = max((one.now + one.promised for stage in picture.stages for one in stage.counts), default=0) or 1
    for column, stage in enumerate(picture.stages):
        words(figure, column - 0.45, -0.5, bold(broken(stage.name)), size=13, up=30)
    for row, label in enumerate(labels):
        words(figure, -0.45, row - 0.3, bold(escape(label)))
        line(figure, -0.5, columns - 0.5, row + 0.49, LINE)
    bars: dict[bool, list[tuple[int, int, float, float, str, list[Any]]]] = {False: [], True: []}
    for column, stage in enumerate(picture.stages):
        for row, one in enumerate(stage.counts):
            told = f"{one.now} + {one.promised}" if one.promised else str(one.now)
            words(figure, column - 0.45, row, told, colour=INK if one.now or one.promised else QUIET, size=14)
            start = column - 0.45
            for promised, number in ((False, one.now), (True, one.promised)):
                if number:
                    width = max(number / most * 0.86, _LEAST)
                    picked = [stage.stage, one.standing, promised]
                    bars[promised].append((row, column, start, width, f"{stage.name}: {escape(one.label)}", picked))
                    start += width
    for promised, drawn in bars.items():
        if drawn:
            _bars(figure, picture, drawn, hollow=promised)
    return figure.finished()


def _bars(figure: Sheet, picture: Standings, drawn: Sequence[Any], *, hollow: bool) -> None:
    colours = [_COLOURS.get(picked[1], QUIET) for *_, picked in drawn]
    figure.bars(
        orientation="h",
        y=[row + 0.27 for row, *_ in drawn],
        x=[width for _, _, _, width, _, _ in drawn],
        base=[start for _, _, start, *_ in drawn],
        width=0.22,
        marker={
            "color": ["#ffffff"] * len(drawn) if hollow else colours,
            "line": {"color": colours, "width": 1.5},
        },
        text=[told for *_, told, _ in drawn],
        textposition="none",
        hoverinfo="text",
        customdata=[picked for *_, picked in drawn],
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )


def spreads(picture: ValueSpreads, points: Mapping[str, Sequence[Point]] | None = None) -> go.Figure:
    """Each value: its projects as points, or counted as columns; behind them the middle half, and the middle."""
    scale = range(picture.lowest, picture.highest + 1)
    figure = empty(rows=len(picture.rows), row_height=138, top=4, columns=len(scale))
    for row, value in enumerate(picture.rows):
        _ground(figure, value, row, picture)
        if points is None:
            _columns(figure, value, row, picture.lowest)
        else:
            _points(figure, value, row, picture.lowest, points.get(value.value, ()))
    return figure.finished()


def _ground(figure: Sheet, value: ValueSpread, row: int, picture: ValueSpreads) -> None:
    """Names, the scale, the middle half as a box and the middle as a line with its number."""
    right = picture.highest - picture.lowest + 0.45
    words(figure, -0.45, row - 0.4, bold(escape(value.name)))
    words(figure, right, row - 0.4, value.counted, colour=QUIET, anchor="right", size=13)
    box(figure, -0.25, right - 0.2, row - 0.25, row + 0.27, SAND)
    for level in range(picture.lowest, picture.highest + 1):
        at = level - picture.lowest
        figure.draw(
            type="line", x0=at, x1=at, y0=row - 0.25, y1=row + 0.27, line={"color": LINE, "width": 1}, layer="below"
        )
        words(figure, at, row + 0.36, str(level), colour=QUIET, size=12, anchor="center")
    if value.lower is None or value.median is None or value.upper is None:
        return
    low, middle, high = (one - picture.lowest for one in (value.lower, value.median, value.upper))
    box(figure, max(low, -0.25), high, row - 0.25, row + 0.27, "#dfeee8", edge=TEAL)
    figure.draw(type="line", x0=middle, x1=middle, y0=row - 0.29, y1=row + 0.27, line={"color": BROWN, "width": 3})


def _points(figure: Sheet, value: ValueSpread, row: int, lowest: int, points: Sequence[Point]) -> None:
    """Projects with the same number stand above each other, so that none hides another."""
    tallest = max((count for _, count in value.counts), default=1)
    size = 11 if tallest <= 8 else 8 if tallest <= 14 else 6
    step = min(0.075 if size == 11 else 0.056, 0.48 / max(tallest, 1))
    height: dict[float, int] = {}
    across, down, hover, picked = [], [], [], []
    for one in points:
        if one.number is not None:
            height[one.number] = height.get(one.number, 0) + 1
            across.append(one.number - lowest)
            down.append(row + 0.25 - height[one.number] * step)
            hover.append(f"{escape(one.name)}<br>{escape(one.organisation or '')}")
            picked.append([value.value, one.number])
    if across:
        marks(figure, across, down, "circle", TEAL, size, stroke=1, edge="#ffffff", hover=hover, picked=picked)


def _columns(figure: Sheet, value: ValueSpread, row: int, lowest: int) -> None:
    """How many projects have which number."""
    tallest = max((count for _, count in value.counts), default=1)
    heights = [max(count / tallest * 0.5, 0.012) for _, count in value.counts]
    figure.bars(
        x=[number - lowest for number, _ in value.counts],
        y=[-height for height in heights],
        base=[row + 0.27] * len(heights),
        width=0.05,
        marker={"color": TEAL, "line": {"width": 0}},
        text=[str(count) for _, count in value.counts],
        textposition="none",
        hoverinfo="text",
        customdata=[[value.value, number] for number, _ in value.counts],
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )
