"""What of an assessment may leave the team: no single voice, no withheld row, no note (section 11)."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.core.assessment import (
    Answer,
    Aside,
    Assessment,
    ChangeMade,
    Condition,
    CountedCell,
    CountedGroup,
    Stage,
    TakingPart,
)
from assessment.core.fields import NOTHING, WITHHELD, Note
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.taking_part import printable
from assessment.core.terms import ReasonKind

NOTE_WITHHELD = Note(withheld=True)


def shared_form(
    assessment: Assessment, result: Result | None, rubric: Rubric, *, notes: bool = False, barriers: bool = False
) -> Assessment:
    """The same assessment as others may see it; it comes to the same result.

    Voices become what is published of them. Rows of sensitive groups in a small place, and changes not
    to be printed, stay as stubs with their coded fields. Notes, and what is said of a barrier, stay
    as marks that they were given, unless `notes` lets both out, or `barriers` what a report prints of one.
    Only what is published of voices hangs on the result: where there are none (`has_voices`), it takes none.
    """
    told = assessment if notes else _without_notes(assessment, rubric, barriers)
    rows = (row if printable(rubric, assessment, row) else row_kept_back(row) for row in assessment.taking_part)
    return without_single_voices(told, result, rubric).model_copy(
        update={
            "taking_part": stubs_last(rows),
            "changes": tuple(change if change.may_print else change_kept_back(change) for change in assessment.changes),
        }
    )


def without_single_voices(assessment: Assessment, result: Result | None, rubric: Rubric) -> Assessment:
    """The same with voices as what is published of them: no single one is kept, sent or frozen."""
    if result is None and has_voices(assessment):
        raise ValueError("what is published of voices hangs on the result")
    return assessment.model_copy(update={"voices": (), "counted": _counted(result, rubric) if result else {}})


def has_voices(assessment: Assessment) -> bool:
    """Whether there are voices in it, single ones or counted."""
    return bool(assessment.voices or assessment.counted)


def _counted(result: Result, rubric: Rubric) -> dict[str, CountedGroup]:
    people = rubric.parameters.voices.people
    directions = {gap.cell: gap.direction for gap in result.gaps}
    return {
        id_: CountedGroup.model_construct(
            n=group.n or "",
            cells={
                question: CountedCell.model_construct(
                    median=cell.median,
                    agreement=cell.agreement,
                    direction=directions.get(question) if id_ == people else None,
                )
                for question, cell in group.cells.items()
            },
            decisions={stage: dict(shares) for stage, shares in group.decisions.items()},
        )
        for id_, group in result.voices.items()
        if group.published
    }


def row_kept_back(row: TakingPart) -> TakingPart:
    """A row of who took part as a stub: where somebody was part of it, and not who."""
    return TakingPart.model_construct(group=WITHHELD, where=row.where)


def stubs_last(rows: Iterable[TakingPart]) -> tuple[TakingPart, ...]:
    """Rows with the stubs behind them, in an order of their own: their place would tell which groups they are."""
    every = tuple(rows)
    stubs = sorted((row for row in every if row.group == WITHHELD), key=lambda row: sorted(row.where.items()))
    return (*(row for row in every if row.group != WITHHELD), *stubs)


def change_kept_back(change: ChangeMade) -> ChangeMade:
    """A change as a stub: what came of it, and that it is kept back."""
    return ChangeMade(outcome=change.outcome, withheld=True)


def kept_back(note: Note) -> Note:
    """A note as a mark that it was given; nothing where nothing was."""
    return NOTE_WITHHELD if note.given else NOTHING


def _without_notes(assessment: Assessment, rubric: Rubric, barriers: bool) -> Assessment:
    return assessment.model_copy(
        update={
            "answers": {id_: _silent(answer) for id_, answer in assessment.answers.items()},
            "conditions": {id_: _silent(condition) for id_, condition in assessment.conditions.items()},
            "stages": silent_stages(assessment, rubric, barriers=barriers),
        }
    )


def _silent(part: Answer | Condition) -> Answer | Condition:
    # Most have no note, and a copy of each takes as long as all the rest.
    return part if part.note is NOTHING else part.model_copy(update={"note": kept_back(part.note)})


def silent_stages(assessment: Assessment, rubric: Rubric, *, barriers: bool) -> dict[str, Stage]:
    """The stages without their notes; with what a report prints of a barrier, where that is told."""
    return {id_: _silent_stage(stage, rubric, barriers) for id_, stage in assessment.stages.items()}


def _silent_stage(stage: Stage, rubric: Rubric, barriers: bool) -> Stage:
    silent: dict[str, Any] = {} if stage.decision_note is NOTHING else {"decision_note": kept_back(stage.decision_note)}
    if not barriers:
        silent |= _barrier(stage, rubric)
        if stage.parts:
            silent["parts"] = tuple(part.model_copy(update=_barrier(part, rubric)) for part in stage.parts)
    return stage.model_copy(update=silent) if silent else stage


def _barrier(part: Stage | Aside, rubric: Rubric) -> Mapping[str, Note]:
    """The note on a barrier, withheld: it may speak of somebody who could lift it."""
    if part.reason is None or part.reason_note is NOTHING:
        return {}
    reason = rubric.reason.get(part.reason)
    barrier = reason is not None and reason.kind == ReasonKind.BARRIER
    return {"reason_note": kept_back(part.reason_note)} if barrier else {}
