"""Whether a report says what the record says that it was made from."""

from datetime import UTC, datetime, timedelta
from typing import Final

from assessment.answers_file import plain
from assessment.core.assessment import Assessment
from assessment.core.rubric import Rubric
from assessment.core.score import score
from assessment.library import content_hash
from reports.printed import printed_forms
from reports.verify import Verdict

ZONES: Final = timedelta(hours=14)
"""How far the day may lie from ours where the report was made."""


def says_the_same(verdict: Verdict, rubric: Rubric, recorded: Assessment, submitted: datetime) -> bool | None:
    """Whether a report's answers are those of the record, and its day; None where its answers cannot be read here."""
    said = verdict.said
    if said is None or verdict.assessment is None:
        return None
    if said.rubric_sha256 != content_hash(rubric) or not _on_that_day(verdict, submitted):
        return False
    forms = printed_forms(rubric, recorded, score(rubric, recorded), said.choice, said.room)
    return any(at == said.room and plain(form) == plain(verdict.assessment) for form, at in forms)


def _on_that_day(verdict: Verdict, submitted: datetime) -> bool:
    assert verdict.said
    days = {(submitted.astimezone(UTC) + shift).date() for shift in (-ZONES, timedelta(), ZONES)}
    return verdict.said.submission.day in days
