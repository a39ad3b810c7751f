"""What can be said of who decides in a stage (docs/scoring.md, section 3)."""

from collections.abc import Callable, Mapping

from assessment.core.assessment import Assessment, Stage
from assessment.core.fields import DONT_KNOW
from assessment.core.rubric import Reason, Rubric
from assessment.core.terms import MadeBy, Need, ReasonKind, Standing, Status

FULFILLED: Mapping[Need, Callable[[Stage], bool]] = {
    Need.NOTE: lambda stage: stage.reason_note.given,
    Need.BACK_BY: lambda stage: stage.back_by is not None,
    Need.EVIDENCE: lambda stage: not stage.decision_evidence.weak,
    Need.WHO_COULD_REMOVE_IT: lambda stage: stage.who_could_remove_it.given,
}
"""Whether a stage gives what a reason must come with."""

NOT_ALL = {MadeBy.PEOPLE: Standing.COMMUNITY_LED, MadeBy.ORGANISATIONS: Standing.PARTNERSHIP}
GIVEN = {ReasonKind.POSSIBLY_GOOD: Standing.REASON_GIVEN, ReasonKind.BARRIER: Standing.BARRIER}


def decision(stage: Stage) -> str | None:
    """The step at which a stage was decided; None where it has not started or nobody knows."""
    if stage.status == Status.NOT_STARTED or stage.decision == DONT_KNOW:
        return None
    return stage.decision


def band(rubric: Rubric, stage: Stage) -> str | None:
    """The band of that step: to, for or with."""
    step = decision(stage)
    return rubric.step[step].band if step else None


def lacking(reason: Reason, stage: Stage) -> list[Need]:
    """What the reason must come with and a stage does not give; nothing where it is complete."""
    return [need for need in reason.needs if not FULFILLED[need](stage)]


def standing(rubric: Rubric, assessment: Assessment, stage_id: str) -> Standing:
    """The first standing that holds for a stage."""
    stage = assessment.stage(stage_id)
    if stage.status == Status.NOT_STARTED:
        return Standing.NOT_STARTED
    if assessment.project.made_by in NOT_ALL:
        return NOT_ALL[assessment.project.made_by]
    place = band(rubric, stage)
    if place is None:
        return Standing.UNKNOWN
    if rubric.band[place].shared:
        return Standing.WITH
    reason = rubric.reason.get(stage.reason or "")
    if reason and reason.kind in GIVEN and not lacking(reason, stage):
        return GIVEN[reason.kind]
    return Standing.OPPORTUNITY
