"""A result to read in a terminal: the levels themselves in dots and words, 80 columns wide."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

import click

from assessment.cli.program import WIDTH
from assessment.cli.terminal import EMPTY, FULL, writable
from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.terms import Depth, State
from assessment.pictures import pictures
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Level, Matrix, Pictures, StagePlace

STEPS_SHOWN = 5
Scored = tuple[Rubric, Assessment, Result]


def show(scored: Sequence[Scored], language: str) -> None:
    """Print each result, with a line between two."""
    told = f"\n{'=' * WIDTH}\n\n".join(table(*one, language) for one in scored)
    click.echo(writable(told))


def table(rubric: Rubric, assessment: Assessment, result: Result, language: str) -> str:
    """One result as text of 80 columns, in `cy` or `en`."""
    reader = Reader(rubric, assessment, result, language)
    drawn = pictures(rubric, assessment, result, language)
    parts = (
        _head(reader),
        _deciding(reader, drawn),
        _grid(reader, drawn.matrix),
        _means(reader, drawn),
        _total(reader),
        _in_words(reader, drawn.matrix),
        _people(reader, drawn),
        _questions(drawn),
        _steps(reader, drawn),
    )
    told = ["\n".join(part) for part in parts]
    return "\n\n".join(part for part in told if part) + "\n"


def _lines(text: str, indent: str = "  ", first: str | None = None) -> list[str]:
    lead = indent if first is None else first
    return wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)


def _head(reader: Reader) -> Iterator[str]:
    given, sitting = reader.assessment, reader.assessment.assessment
    yield from _lines(given.project.name, "")
    who = ", ".join(part for part in (given.project.organisation, sitting.title, reader.date(sitting.date)) if part)
    yield from _lines(who, "")
    if sitting.depth is Depth.FIRST_LOOK:
        yield from _lines(reader.say("A first look: one stage in one sitting. It carries no score."), "")
    yield from _lines(reader.made_by_note, "")
    if reader.rubric.reading_rule:
        yield ""
        yield f"{reader.say('How to read this')}:"
        yield from _lines(reader.text(reader.rubric.reading_rule))


def _deciding(reader: Reader, drawn: Pictures) -> Iterator[str]:
    if drawn.spectrum is None:
        return
    yield _heading(drawn.spectrum.title)
    for stage in drawn.spectrum.stages:
        yield from _lines(f"{stage.name}: {_where(reader, stage)}", "    ", "  ")
        if stage.reason:
            said = stage.reason_note.text if stage.reason_note else ""
            yield from _lines(f"{stage.reason}: {said}" if said else stage.reason, "    ")
        if stage.who_could_remove_it:
            yield from _lines(f"{reader.say('Who could remove the barrier:')} {stage.who_could_remove_it.text}", "    ")


def _where(reader: Reader, stage: StagePlace) -> str:
    decided = f"{stage.band_name}, {reader.inside(stage.step)}" if stage.band else ""
    told = [stage.status_label, decided, stage.standing_label]
    return "; ".join(part for at, part in enumerate(told) if part and part not in told[:at] and part != stage.band_name)


def _grid(reader: Reader, matrix: Matrix) -> Iterator[str]:
    yield _heading(matrix.title)
    left = max(len(name) for name in (*matrix.columns, reader.say("Answered"))) + 2
    width = (WIDTH - 2 - left) // len(matrix.rows)
    yield from _row("", [row.name for row in matrix.rows], left, width)
    for at, value in enumerate(matrix.columns):
        yield from _row(value, [_cell(matrix, row.cells[at]) for row in matrix.rows], left, width)
    yield from _row(reader.say("Answered"), [_answered(reader, row.id) for row in matrix.rows], left, width)


def _answered(reader: Reader, stage: str) -> str:
    if not stage or not reader.achieved(stage):
        return ""
    found = reader.result.stages[stage].achieved
    return reader.say("{level} of {highest}", level=found.answered, highest=found.applicable)


def _row(name: str, cells: Sequence[str], left: int, width: int) -> Iterator[str]:
    columns = [wrap(cell, width - 1, break_on_hyphens=False) or [""] for cell in cells]
    for at in range(max(len(column) for column in columns)):
        pieces = "".join((column[at] if at < len(column) else "").ljust(width) for column in columns)
        yield f"  {name if at == 0 else '':<{left}}{pieces}".rstrip()


def _cell(matrix: Matrix, level: Level) -> str:
    if level.state == State.NOT_COUNTED:
        return "–"
    return f"{_dots(matrix, level)} {level.words}" if level.level is not None else level.words


def _dots(matrix: Matrix, level: Level) -> str:
    full = (level.level or 0) - matrix.lowest
    return FULL * full + EMPTY * (matrix.highest - matrix.lowest - full)


def _means(reader: Reader, drawn: Pictures) -> Iterator[str]:
    known = [(row.name, row.mean, row.counted) for row in drawn.matrix.rows if row.mean and drawn.spectrum]
    known += [(value.name, value.mean, value.counted) for value in drawn.values.values if value.mean]
    if reader.assessment.assessment.depth is Depth.FIRST_LOOK or not known:
        return
    yield _heading(reader.say("Means, for sorting only"))
    yield from _lines(drawn.values.note)
    for name, mean, counted in known:
        yield from _lines(f"{name}: {mean}; {counted}", "    ", "  ")


def _total(reader: Reader) -> Iterator[str]:
    total, rule = reader.result.total, reader.rubric.total
    if total and rule and total.score is not None:
        named = f"{total.score}, {reader.text(rule.bands[total.band].name)}" if total.band is not None else total.score
        yield reader.say("Total: {total}", total=named)


def _in_words(reader: Reader, matrix: Matrix) -> Iterator[str]:
    rows = [(row.name, [cell for cell in row.cells if cell.level is not None]) for row in matrix.rows]
    if any(answered for _, answered in rows):
        yield _heading(reader.say("The levels in words"))
    for name, answered in rows:
        if answered:
            yield f"  {name}"
        for cell in answered:
            yield from _lines(f"{_dots(matrix, cell)} {cell.value_name}: {cell.sentence}", "        ", "    ")


def _people(reader: Reader, drawn: Pictures) -> Iterator[str]:
    missed = [stage for stage in drawn.taking_part.by_stage if stage.missed]
    if missed:
        yield _heading(reader.say("Asked and did not come, or not reached"))
        for stage in missed:
            yield from _lines(f"{stage.stage_name}: {stage.missed}", "    ", "  ")
    gaps = [(group, cell) for group in drawn.seen.groups for cell in group.gaps]
    if gaps:
        yield from [""] if missed else []
        yield _heading(reader.say("Seen differently"))
        for group, cell in gaps:
            told = reader.say(
                "{question}: the team {team}, {group} (middle answer) {level}",
                question=cell.name,
                team=cell.team_words,
                group=reader.inside(group.name),
                level=cell.group_words,
            )
            yield from _lines(told, "    ", "  ")


def _questions(drawn: Pictures) -> Iterator[str]:
    if drawn.challenges.cards:
        yield _heading(drawn.challenges.title)
    for card in drawn.challenges.cards:
        yield from _lines(f"{card.place}: {card.question}", "    ", "  ")


def _steps(reader: Reader, drawn: Pictures) -> Iterator[str]:
    cards = drawn.next_steps.cards
    if cards:
        yield _heading(drawn.next_steps.title)
    for card in cards[:STEPS_SHOWN]:
        yield from _lines(f"{card.place}: {card.text} ({card.effort_label}; {card.needs})", "    ", "  ")
    if (more := len(cards) - STEPS_SHOWN) > 0:
        yield from _lines(reader.say("The report has {number} more.", number=more))


def _heading(title: str) -> str:
    return f"{title}\n{'-' * len(title)}"
