"""Who took part and who was not reached, without exposing anybody in a small place (section 6)."""

from collections.abc import Mapping

from assessment.core.assessment import Assessment, TakingPart
from assessment.core.fields import WITHHELD
from assessment.core.result import VoiceGroup
from assessment.core.rubric import Rubric
from assessment.core.terms import LIVE, Presence

MISSED = frozenset({Presence.ASKED, Presence.NOT_REACHED})


def printable(rubric: Rubric, assessment: Assessment, row: TakingPart) -> bool:
    """Whether a row may leave the team: sensitive groups only where enough people took part."""
    if row.group == WITHHELD:
        return False
    enough = (assessment.context.people_who_took_part or 0) >= rubric.parameters.small_place
    return enough or not rubric.group[row.group].sensitive


def missing(rubric: Rubric, assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """Per live stage the groups (or their label) asked or not reached; empty if no row was filled in."""
    if not assessment.taking_part:
        return {}
    rows = [row for row in assessment.taking_part if printable(rubric, assessment, row)]
    return {
        stage: tuple(row.label or row.group for row in rows if row.where.get(stage) in MISSED)
        for stage in rubric.order
        if assessment.stage(stage).status in LIVE
    }


def took_part(assessment: Assessment, stage: str) -> bool:
    """Whether any group took part in a stage."""
    return any(row.where.get(stage) == Presence.TOOK_PART for row in assessment.taking_part)


def people_present(rubric: Rubric, assessment: Assessment, voices: Mapping[str, VoiceGroup]) -> bool:
    """Whether people the project is for sat at the table, or enough of them answered apart."""
    people = rubric.parameters.voices.people
    seated = any(one.role == people for one in assessment.assessment.respondents)
    group = voices.get(people)
    return seated or bool(group and group.published)
