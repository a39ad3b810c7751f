"""Days that are kept as text."""

import datetime

from assessment.pictures.reader import Wording


def written_day(wording: Wording, day: str) -> str:
    """A day as people write it; empty for none."""
    return wording.date(datetime.date.fromisoformat(day)) if day else ""
