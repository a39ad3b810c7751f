"""The charts of one assessment."""

from dataclasses import dataclass
from html import escape
from typing import Final

import plotly.graph_objects as go

from assessment.charts.drawing import (
    BROWN,
    RED,
    RULE,
    TEAL,
    Sheet,
    bold,
    box,
    broken,
    cycle,
    empty,
    line,
    marks,
    short,
    words,
)
from assessment.pictures.colours import BAND_GROUNDS, BANDS, INK, LINE, PAPER, QUIET, SAND
from assessment.pictures.shapes import Level, Matrix, Spectrum, TakingPart, ValueLevels, Values


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
    figure = empty(rows=len(picture.stages), row_height=66, top=46, columns=steps)
    for band, colour, ground in zip(picture.bands, cycle(BANDS), cycle(BAND_GROUNDS), strict=False):
        left, right = band.first - 0.5, band.first + band.width - 0.5
        box(figure, left + 0.03, right - 0.03, -0.5, len(picture.stages) - 0.5, ground)
        # In two lines, for on a phone a band is as wide as a word.
        name = bold(band.name.replace(" ", "<br>", 1))
        words(figure, (left + right) / 2, -0.5, name, colour=colour, size=15, anchor="center", up=23)
    colours = dict(zip((band.id for band in picture.bands), cycle(BANDS), strict=False))
    for row, stage in enumerate(picture.stages):
        words(figure, -0.42, row - 0.26, f"{bold(stage.name)} · {short(stage.step or stage.standing_label, 40)}")
        line(figure, -0.4, steps - 0.6, row + 0.14, RULE)
        marks(figure, range(steps), [row + 0.14] * steps, "circle", RULE, 5)
        if stage.place is not None:
            symbol = "circle" if stage.status != "planned" else "circle-open"
            marks(
                figure, [stage.place], [row + 0.14], symbol, colours.get(stage.band or "", INK), 22, stroke=4,
                hover=[f"{stage.name}: {stage.step}<br>{stage.standing_label}"],
            )  # fmt: skip
    return figure.finished()


def values(picture: Values) -> go.Figure:
    """Each value with a dot for each of its levels, and the mean where there is one."""
    scale = range(picture.lowest, picture.highest + 1)
    figure = empty(rows=len(picture.values), row_height=84, top=6, columns=len(scale))
    for row, value in enumerate(picture.values):
        words(figure, -0.45, row - 0.3, bold(value.name))
        words(figure, len(scale) - 0.55, row - 0.3, value.counted, colour=QUIET, anchor="right")
        for level in scale:
            at = level - picture.lowest
            box(figure, at - 0.47, at + 0.47, row - 0.1, row + 0.34, SAND)
            words(figure, at, row + 0.23, str(level), colour=QUIET, size=12, anchor="center")
        _value_row(figure, value, row, picture.lowest)
    return figure.finished()


def _value_row(figure: Sheet, value: ValueLevels, row: int, lowest: int) -> None:
    """Levels that are the same stand beside each other, so that none hides another."""
    beside: dict[int, list[Level]] = {}
    for level in value.levels:
        if level.level is not None:
            beside.setdefault(level.level, []).append(level)
    for at, levels in beside.items():
        spread = [at - lowest + (place - (len(levels) - 1) / 2) * 0.23 for place in range(len(levels))]
        hover = [f"{level.stage_name}: {level.sentence}" for level in levels]
        marks(figure, spread, [row + 0.03] * len(levels), "circle", TEAL, 16, hover=hover)
    if value.mean_level is not None:
        place = value.mean_level - lowest
        marks(figure, [place], [row - 0.17], "triangle-down", BROWN, 11, hover=[value.mean])


def matrix(picture: Matrix) -> go.Figure:
    """Stages across, values down: the level of each cell in dots and in words."""
    columns = len(picture.rows)
    top = picture.highest - picture.lowest
    figure = empty(rows=len(picture.columns), row_height=84, top=48, columns=columns)
    for column, stage in enumerate(picture.rows):
        words(figure, column, -0.5, bold(broken(stage.name)), size=13, anchor="center", up=20)
    for row, name in enumerate(picture.columns):
        words(figure, -0.47, row - 0.33, bold(name))
        for column, stage in enumerate(picture.rows):
            cell = stage.cells[row]
            box(figure, column - 0.46, column + 0.46, row - 0.14, row + 0.42, _ground(cell, top), edge=LINE)
            _cell(figure, cell, column, row, picture.lowest, top)
    return figure.finished()


def _cell(figure: Sheet, cell: Level, column: int, row: int, lowest: int, top: int) -> None:
    if cell.level is None:
        words(figure, column, row + 0.14, broken(cell.words), colour=QUIET, size=12, anchor="center")
        return
    places = [column + (dot - (top - 1) / 2) * 0.2 for dot in range(top)]
    reached = cell.level - lowest
    hover = [f"{cell.value_name}, {cell.stage_name}: {cell.sentence}"] * top
    marks(figure, places[:reached], [row + 0.02] * reached, "circle", TEAL, 12, hover=hover)
    marks(figure, places[reached:], [row + 0.02] * (top - reached), "circle-open", "#6f6a5c", 12, hover=hover)
    words(figure, column, row + 0.27, cell.words, size=12, anchor="center")


def taking_part(picture: TakingPart) -> go.Figure:
    """Groups down, stages across: who took part, who was asked, who was not reached."""
    columns = len(picture.stages)
    figure = empty(rows=len(picture.rows), row_height=62, top=54, columns=columns)
    for column, stage in enumerate(picture.stages):
        words(figure, column, -0.5, bold(broken(stage)), size=13, anchor="center", up=20)
    named: dict[str, str] = {}
    drawn: dict[str, list[tuple[int, float]]] = {}
    for row, group in enumerate(picture.rows):
        words(figure, -0.47, row - 0.28, escape(short(group.typed.text if group.typed else group.name)))
        line(figure, -0.5, columns - 0.5, row + 0.48, LINE)
        for column, cell in enumerate(group.cells):
            if cell.presence:
                named[cell.presence] = cell.label
                drawn.setdefault(cell.presence, []).append((column, row + 0.14))
    for presence, mark in _PRESENCE.items():
        if presence in drawn:
            across, down = zip(*drawn[presence], strict=True)
            marks(
                figure, across, down, mark.symbol, mark.colour, 15, stroke=mark.line, name=named[presence],
                hover=[named[presence]] * len(across),
            )  # fmt: skip
    return figure.finished()


def _ground(cell: Level, top: int) -> str:
    """A darker ground for a higher level; the dots and the words say the same."""
    if cell.level is None or not top:
        return PAPER
    return BAND_GROUNDS[-1] if cell.level >= top else SAND
