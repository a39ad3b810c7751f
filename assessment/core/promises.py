"""What was promised, and what came of it (docs/scoring.md, section 9).

Shown as sentences with owner, date and need; never as a score.
"""

from dataclasses import dataclass

from assessment.core.assessment import Assessment
from assessment.core.rubric import Rubric
from assessment.core.standing import band, decision, standing
from assessment.core.terms import ACHIEVED, Standing, Status, Term


class Kept(Term):
    """What became of a promise."""

    KEPT = "kept"
    PARTLY = "partly"
    CHANGED = "changed"
    NOT_KEPT = "not_kept"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Delivered:
    """One promise, about a question or a stage's decision, and what became of it."""

    about: str
    promised: int | str
    now: int | str | None
    kept: Kept


def delivered(rubric: Rubric, earlier: Assessment, later: Assessment) -> tuple[Delivered, ...]:
    """What became of each promise of `earlier` in the stages that have happened in `later`.

    Both are of one project and one major version of the rubric; the caller orders them by date, then
    by submission.
    """
    return tuple(
        one
        for stage in rubric.order
        if earlier.stage(stage).status == Status.PLANNED and later.stage(stage).status in ACHIEVED
        for one in (*_decision(rubric, earlier, later, stage), *_questions(rubric, earlier, later, stage))
    )


def _decision(rubric: Rubric, earlier: Assessment, later: Assessment, stage: str) -> list[Delivered]:
    promised = decision(earlier.stage(stage))
    if promised is None:
        return []
    now, about = decision(later.stage(stage)), f"{stage}.decision"
    if now is None:
        return [Delivered(about, promised, None, Kept.UNKNOWN)]
    before, after = band(rubric, earlier.stage(stage)), band(rubric, later.stage(stage))
    shared_before, shared_after = (rubric.band[place].shared for place in (before or "", after or ""))
    if before == after or shared_after:
        kept = Kept.KEPT
    elif shared_before and standing(rubric, later, stage) == Standing.REASON_GIVEN:
        kept = Kept.CHANGED
    else:
        kept = Kept.NOT_KEPT
    return [Delivered(about, promised, now, kept)]


def _questions(rubric: Rubric, earlier: Assessment, later: Assessment, stage: str) -> list[Delivered]:
    found = []
    for item in (item for item in rubric.items if item.stage == stage):
        promised, now = earlier.answer(item.id).level, later.answer(item.id).level
        if isinstance(promised, int):
            level = now if isinstance(now, int) else None
            found.append(Delivered(item.id, promised, level, _kept(promised, level)))
    return found


def _kept(promised: int, now: int | None) -> Kept:
    if now is None:
        return Kept.UNKNOWN
    if now >= promised:
        return Kept.KEPT
    return Kept.PARTLY if promised - now == 1 else Kept.NOT_KEPT
