"""One function a chart: a picture's values -> a Plotly figure.

Charts are drawn for 340 pixels first: every row's name stands above the row, so that a phone shows the
same as a desk. Nothing is told by colour alone: place, shape and words say it too. Text alternative and
table come with the picture (assessment/pictures).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Any, Final

import plotly.graph_objects as go

from assessment.pictures.colours import BAND_GROUNDS, BANDS, INK, LINE, PAPER, QUIET, SAND
from assessment.pictures.shapes import Level, Matrix, Spectrum, TakingPart, ValueLevels, Values

#: The last band's colour stands for levels too, as in the report.
TEAL: Final = BANDS[-1]
BROWN: Final = "#97510f"
RED: Final = "#7c1f1f"
RULE: Final = "#928c7b"
FONT: Final = "Atkinson Hyperlegible Next, sans-serif"

#: No toolbar, no zoom: on a phone a finger on a chart still moves the page.
CONFIG: Final[Mapping[str, Any]] = MappingProxyType(
    {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showAxisDragHandles": False}
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """How one state of a cell is drawn."""

    symbol: str
    colour: str
    line: int = 2


_PRESENCE: Final = {
    "took_part": _Mark("circle", TEAL),
    "asked": _Mark("circle-open", BROWN, 3),
    "not_reached": _Mark("x-thin", RED, 3),
    "dont_know": _Mark("line-ew", QUIET, 2),
}


def spectrum(picture: Spectrum) -> go.Figure:
    """Each stage as a mark on the spectrum, the bands behind it."""
    steps = len(picture.steps)
    figure = _figure(rows=len(picture.stages), row_height=66, top=46, columns=steps)
    for band, colour, ground in zip(picture.bands, _cycle(BANDS), _cycle(BAND_GROUNDS), strict=False):
        left, right = band.first - 0.5, band.first + band.width - 0.5
        _box(figure, left + 0.03, right - 0.03, -0.5, len(picture.stages) - 0.5, ground)
        # In two lines, for on a phone a band is as wide as a word.
        name = _bold(band.name.replace(" ", "<br>", 1))
        _words(figure, (left + right) / 2, -0.5, name, colour=colour, size=15, anchor="center", up=23)
    colours = dict(zip((band.id for band in picture.bands), _cycle(BANDS), strict=False))
    for row, stage in enumerate(picture.stages):
        _words(figure, -0.42, row - 0.26, f"{_bold(stage.name)} · {_short(stage.step or stage.standing_label, 40)}")
        _line(figure, -0.4, steps - 0.6, row + 0.14, RULE)
        _marks(figure, range(steps), [row + 0.14] * steps, "circle", RULE, 5)
        if stage.place is not None:
            symbol = "circle" if stage.status != "planned" else "circle-open"
            _marks(
                figure, [stage.place], [row + 0.14], symbol, colours.get(stage.band or "", INK), 22, stroke=4,
                hover=[f"{stage.name}: {stage.step}<br>{stage.standing_label}"],
            )  # fmt: skip
    return figure


def values(picture: Values) -> go.Figure:
    """Each value with a dot for each of its levels, and the mean where there is one."""
    scale = range(picture.lowest, picture.highest + 1)
    figure = _figure(rows=len(picture.values), row_height=84, top=6, columns=len(scale))
    for row, value in enumerate(picture.values):
        _words(figure, -0.45, row - 0.3, _bold(value.name))
        _words(figure, len(scale) - 0.55, row - 0.3, value.counted, colour=QUIET, anchor="right")
        for level in scale:
            at = level - picture.lowest
            _box(figure, at - 0.47, at + 0.47, row - 0.1, row + 0.34, SAND)
            _words(figure, at, row + 0.23, str(level), colour=QUIET, size=12, anchor="center")
        _value_row(figure, value, row, picture.lowest)
    return figure


def _value_row(figure: go.Figure, value: ValueLevels, row: int, lowest: int) -> None:
    """Levels that are the same stand beside each other, so that none hides another."""
    beside: dict[int, list[Level]] = {}
    for level in value.levels:
        if level.level is not None:
            beside.setdefault(level.level, []).append(level)
    for at, levels in beside.items():
        spread = [at - lowest + (place - (len(levels) - 1) / 2) * 0.23 for place in range(len(levels))]
        hover = [f"{level.stage_name}: {level.sentence}" for level in levels]
        _marks(figure, spread, [row + 0.03] * len(levels), "circle", TEAL, 16, hover=hover)
    if value.mean_level is not None:
        place = value.mean_level - lowest
        _marks(figure, [place], [row - 0.17], "triangle-down", BROWN, 11, hover=[value.mean])


def matrix(picture: Matrix) -> go.Figure:
    """Stages across, values down: the level of each cell in dots and in words."""
    columns = len(picture.rows)
    top = picture.highest - picture.lowest
    figure = _figure(rows=len(picture.columns), row_height=84, top=40, columns=columns)
    for column, stage in enumerate(picture.rows):
        _words(figure, column, -0.5, _bold(_broken(stage.name)), size=13, anchor="center", up=12)
    for row, name in enumerate(picture.columns):
        _words(figure, -0.47, row - 0.33, _bold(name))
        for column, stage in enumerate(picture.rows):
            cell = stage.cells[row]
            _box(figure, column - 0.46, column + 0.46, row - 0.14, row + 0.42, _ground(cell, top), edge=LINE)
            _cell(figure, cell, column, row, picture.lowest, top)
    return figure


def _cell(figure: go.Figure, cell: Level, column: int, row: int, lowest: int, top: int) -> None:
    if cell.level is None:
        _words(figure, column, row + 0.14, _broken(cell.words), colour=QUIET, size=12, anchor="center")
        return
    places = [column + (dot - (top - 1) / 2) * 0.2 for dot in range(top)]
    reached = cell.level - lowest
    hover = [f"{cell.value_name}, {cell.stage_name}: {cell.sentence}"] * top
    _marks(figure, places[:reached], [row + 0.02] * reached, "circle", TEAL, 12, hover=hover)
    _marks(figure, places[reached:], [row + 0.02] * (top - reached), "circle-open", "#6f6a5c", 12, hover=hover)
    _words(figure, column, row + 0.27, cell.words, size=12, anchor="center")


def taking_part(picture: TakingPart) -> go.Figure:
    """Groups down, stages across: who took part, who was asked, who was not reached."""
    columns = len(picture.stages)
    figure = _figure(rows=len(picture.rows), row_height=62, top=46, columns=columns)
    for column, stage in enumerate(picture.stages):
        _words(figure, column, -0.5, _bold(_broken(stage)), size=13, anchor="center", up=12)
    named: dict[str, str] = {}
    drawn: dict[str, list[tuple[int, float]]] = {}
    for row, group in enumerate(picture.rows):
        _words(figure, -0.47, row - 0.28, escape(_short(group.typed.text if group.typed else group.name)))
        _line(figure, -0.5, columns - 0.5, row + 0.48, LINE)
        for column, cell in enumerate(group.cells):
            if cell.presence:
                named[cell.presence] = cell.label
                drawn.setdefault(cell.presence, []).append((column, row + 0.14))
    for presence, mark in _PRESENCE.items():
        if presence in drawn:
            across, down = zip(*drawn[presence], strict=True)
            _marks(
                figure, across, down, mark.symbol, mark.colour, 15, stroke=mark.line, name=named[presence],
                hover=[named[presence]] * len(across),
            )  # fmt: skip
    return figure


CHARTS: Final[Mapping[type, Callable[[Any], go.Figure]]] = MappingProxyType(
    {Spectrum: spectrum, Values: values, Matrix: matrix, TakingPart: taking_part}
)


def _figure(rows: int, row_height: int, top: int, columns: int) -> go.Figure:
    """An empty figure whose rows count downwards from 0 and whose columns count from 0."""
    figure = go.Figure()
    figure.update_layout(
        height=top + rows * row_height + 8,
        margin={"l": 0, "r": 0, "t": top, "b": 8, "pad": 0},
        font={"family": FONT, "size": 14, "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        hoverlabel={"bgcolor": INK, "font": {"family": FONT, "size": 14, "color": PAPER}, "bordercolor": INK},
    )
    figure.update_xaxes(visible=False, range=[-0.5, columns - 0.5], fixedrange=True)
    figure.update_yaxes(visible=False, range=[rows - 0.5, -0.5], fixedrange=True)
    return figure


def _marks(
    figure: go.Figure,
    across: Sequence[float] | range,
    down: Sequence[float],
    symbol: str,
    colour: str,
    size: int,
    *,
    stroke: int = 2,
    hover: Sequence[str] = (),
    name: str = "",
) -> None:
    figure.add_scatter(
        x=list(across),
        y=list(down),
        mode="markers",
        marker={"symbol": symbol, "size": size, "color": colour, "line": {"color": colour, "width": stroke}},
        text=list(hover),
        hoverinfo="text" if hover else "skip",
        name=name,
        cliponaxis=False,
    )


def _box(figure: go.Figure, x0: float, x1: float, y0: float, y1: float, ground: str, *, edge: str = "") -> None:
    line = {"color": edge, "width": 1} if edge else {"width": 0}
    figure.add_shape(type="rect", x0=x0, x1=x1, y0=y0, y1=y1, fillcolor=ground, line=line, layer="below")


def _line(figure: go.Figure, x0: float, x1: float, y: float, colour: str) -> None:
    figure.add_shape(type="line", x0=x0, x1=x1, y0=y, y1=y, line={"color": colour, "width": 1}, layer="below")


def _words(
    figure: go.Figure,
    x: float,
    y: float,
    text: str,
    *,
    colour: str = INK,
    size: int = 14,
    anchor: str = "left",
    up: int = 0,
) -> None:
    figure.add_annotation(
        x=x, y=y, text=text, showarrow=False, xanchor=anchor, yanchor="middle", yshift=up, align=anchor,
        font={"color": colour, "size": size},
    )  # fmt: skip


def _ground(cell: Level, top: int) -> str:
    """A darker ground for a higher level; the dots and the words say the same."""
    if cell.level is None or not top:
        return PAPER
    return BAND_GROUNDS[-1] if cell.level >= top else SAND


def _broken(text: str) -> str:
    """A name on two lines at most: broken at the space nearest its middle if it is long, or else after its hyphen."""
    breaks = [at for at, letter in enumerate(text) if letter == " "] if len(text) > 11 else []
    if not breaks and " " not in text and len(text) > 7:
        breaks = [at for at, letter in enumerate(text) if letter == "-"]
    if not breaks:
        return text
    middle = min(breaks, key=lambda at: abs(at - len(text) / 2))
    return f"{text[: middle + 1].rstrip()}<br>{text[middle + 1 :]}"


def _short(text: str, most: int = 46) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _cycle(colours: Sequence[str]) -> Sequence[str]:
    return [*colours] * 4
