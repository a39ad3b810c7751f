"""The report as bytes, made apart and once for each choice."""

from functools import lru_cache
from typing import Final

from assessment.core.fault import BadInput
from assessment.ui.file_names import plain_name
from assessment.ui.log import log_mishap
from assessment.ui.place import Place
from assessment.ui.wiring import Opened, Source, find_source, opened
from reports.choice import Choice
from reports.press import NotMade, the_press

_NAMES: Final = {"cy": "adroddiad", "en": "report"}


@lru_cache(maxsize=8)
def made_report(source: Source, choice: Choice) -> bytes:
    """The PDF of what is open, as it was at one moment. NotMade."""
    one = opened(source, choice.language)
    return the_press().make(one.rubric, one.assessment, choice)


def report_of_now(place: Place, choice: Choice) -> bytes:
    """The PDF of what stands at a place at this moment, for a button that asks when it is pressed.

    Streamlit logs the whole of what a button's file fails with, so nothing of it is let through.
    """
    try:
        return made_report(find_source(place), choice)
    except BadInput:
        raise NotMade from None
    except Exception as error:
        log_mishap(error)
        raise NotMade from None


def file_name(one: Opened, language: str) -> str:
    """A name for the file: project, kind and day, in plain letters."""
    sitting = one.assessment.assessment
    return f"{plain_name(one.assessment.project.name)}-{_NAMES[language]}-{sitting.date.isoformat()}.pdf"
