"""Where an assessment is between draft and withdrawn, in words."""

from assessment.store import Kept
from assessment.ui.projects.moments import written_day_of
from assessment.words import words


def state_of(kept: Kept, language: str) -> str:
    """Draft, submitted on a day, or withdrawn on a day."""
    w = words(language)
    if kept.withdrawn:
        return w.gettext("Withdrawn on {day}").format(day=written_day_of(kept.withdrawn, language))
    if kept.submitted:
        return w.gettext("Submitted on {day}").format(day=written_day_of(kept.submitted, language))
    return w.gettext("A correction, not submitted yet") if kept.corrects else w.gettext("Draft")


def what_holds(kept: Kept, language: str) -> str:
    """What follows for whoever reads an assessment that was submitted."""
    w = words(language)
    if kept.withdrawn:
        return w.gettext("It can still be read, and it no longer counts.")
    return w.gettext("Nothing in it changes any more.")
