"""What a report says of its own state: a draft, or what was submitted and when."""

import logging
import os
import re
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from assessment.store import Kept
from assessment.ui.wiring import Source
from reports.submission import DRAFT, LONGEST_ADDRESS, Submission

WALES: Final = ZoneInfo("Europe/London")
ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~-]+)*")
SETTING: Final = "GYDA_ADDRESS"
_log = logging.getLogger("gyda")


def submission_of(source: Source) -> Submission:
    """The state of what is open, with the day as it was in Wales; a file is a draft."""
    if not isinstance(source, Kept) or source.submitted is None:
        return DRAFT
    at, state = source.withdrawn or source.submitted, "withdrawn" if source.withdrawn else "submitted"
    return Submission(state, at.astimezone(WALES).date(), source.record, address())  # type: ignore[arg-type]


def address() -> str:
    """Where this Gyda is to be found, for the code on a report; empty where nothing, or no address, is set."""
    return _address(os.environ.get(SETTING, "").strip().rstrip("/"))


@cache
def _address(given: str) -> str:
    if given and (len(given) > LONGEST_ADDRESS or not ADDRESS.fullmatch(given)):
        _log.warning("%s is no address such as https://gyda.example.wales, so reports print none", SETTING)
        return ""
    return given
