"""What this Gyda knows of the record that a report was made from."""

from dataclasses import dataclass
from datetime import datetime

from assessment import actions
from assessment.ui.keeping import the_store
from reports.recorded import says_the_same
from reports.verify import Verdict


@dataclass(frozen=True)
class Known:
    """A record that is kept here: what became of it, and whether the report says the same (None: left open)."""

    same: bool | None
    withdrawn: datetime | None
    corrected: datetime | None


def known(verdict: Verdict) -> Known | None:
    """The record that a report names, if it is kept here; nothing of what it says comes out."""
    record = actions.record(the_store(), verdict.said.submission.record) if verdict.said else None
    if record is None:
        return None
    same = says_the_same(verdict, record.rubric, record.assessment, record.submitted)
    return Known(same, record.withdrawn, record.corrected)
