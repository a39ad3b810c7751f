"""What managers said of the barriers that a team names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from assessment.core.fault import N_
from assessment.core.portfolio.barriers import Mark, Marked
from assessment.store import Kept
from assessment.store.portfolio.marking import marks_of
from assessment.ui.keeping import the_store
from assessment.ui.projects.moments import written_day_of
from assessment.ui.wiring import Opened
from assessment.words import words

SENTENCES: Final[Mapping[Mark, str]] = MappingProxyType(
    {
        Mark.TAKEN_ON: N_("A manager has taken this barrier on, {day}."),
        Mark.REMOVED: N_("A manager says that this barrier is removed, {day}."),
        Mark.REFUSED: N_("A manager says that this has to stay, {day}:"),
    }
)


def answered(opened: Opened, language: str) -> dict[str, tuple[str, str]]:
    """By stage, what a manager said last of the barrier that is named there, and their words."""
    if not isinstance(opened.source, Kept):
        return {}
    found = marks_of(the_store(), opened.source.project)
    return {
        stage: _told(marked, language)
        for (stage, reason), marked in found.items()
        if marked.answered and opened.assessment.stage(stage).reason == reason
    }


def _told(marked: Marked, language: str) -> tuple[str, str]:
    sentence = words(language).gettext(SENTENCES[marked.mark])
    return sentence.format(day=written_day_of(marked.at, language)), marked.note or ""
