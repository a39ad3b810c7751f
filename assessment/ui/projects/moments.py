"""When something happened, as people say it: "today at 14:02", "yesterday at 09:15", "22 November 2026"."""

from datetime import datetime

from assessment.days import written_day
from assessment.ui.bar import clock
from assessment.ui.keeping import here, today
from assessment.words import words


def written_moment(at: datetime, language: str) -> str:
    """A time of today or yesterday with its hour; an earlier one as a day."""
    w, day = words(language), at.astimezone(here()).date()
    ago = (today() - day).days
    if ago == 0:
        return w.gettext("today at {time}").format(time=clock(at))
    if ago == 1:
        return w.gettext("yesterday at {time}").format(time=clock(at))
    return written_day(day, language)


def written_day_of(at: datetime, language: str) -> str:
    """The day of a time, where the person is."""
    return written_day(at.astimezone(here()).date(), language)
