"""Every question that was answered, in the words that were chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.core.terms import Evidence, State, Status
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Typed


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer."""

    value: str
    statement: str
    level: int | None
    words: str
    sentence: str
    evidence: str
    note: Typed | None
    why: Typed | None


@dataclass(frozen=True, slots=True)
class StageAnswers:
    """A stage's questions with their answers."""

    id: str
    name: str
    status: str
    planned: bool
    answers: tuple[Answered, ...]
    not_known: str
    """The values of the questions answered with 'don't know', read as language."""


def answers(reader: Reader, notes: bool) -> tuple[StageAnswers, ...]:
    """Every live stage in which something was answered; what was noted only if `notes`."""
    stages = (_stage(reader, stage, notes) for stage in reader.rubric.rows)
    return tuple(stage for stage in stages if stage.answers or stage.not_known)


def _stage(reader: Reader, stage: str, notes: bool) -> StageAnswers:
    status = reader.status(stage)
    return StageAnswers(
        id=stage,
        name=reader.stage(stage),
        status=reader.label(status) if stage else "",
        planned=status is Status.PLANNED,
        answers=tuple(_answered(reader, stage, notes)) if reader.live(stage) else (),
        not_known=reader.listed(
            [
                reader.inside(reader.text(reader.rubric.value[item.value].name))
                for item in reader.rubric.items
                if item.stage == stage and _only_unknown(reader, item.id, notes)
            ]
        ),
    )


def _only_unknown(reader: Reader, item: str, notes: bool) -> bool:
    """Whether a question was answered with 'don't know', and nothing that is printed was written beside it."""
    noted = notes and reader.assessment.answer(item).note.given
    return reader.result.cells[item].state is State.DONT_KNOW and not noted


def _answered(reader: Reader, stage: str, notes: bool) -> Iterator[Answered]:
    for item in reader.rubric.items:
        cell, given = reader.result.cells[item.id], reader.assessment.answer(item.id)
        if item.stage != stage or cell.state is State.BLANK or _only_unknown(reader, item.id, notes):
            continue
        yield Answered(
            value=reader.text(reader.rubric.value[item.value].name),
            statement=reader.text(item.question.statement),
            level=cell.level,
            words=reader.of(cell.level) if cell.level is not None else reader.label(cell.state),
            sentence=reader.text(item.question.levels[cell.level]) if cell.level is not None else "",
            evidence=reader.label(given.evidence)
            if cell.level is not None and given.evidence is not Evidence.NONE
            else "",
            note=reader.typed(given.note) if notes else None,
            why=reader.typed(given.why) if cell.state is State.NOT_APPLICABLE else None,
        )
