"""The report as bytes, made apart."""

from typing import Final

from assessment.core.fault import BadInput
from assessment.ui.file_names import plain_name
from assessment.ui.log import log_mishap
from assessment.ui.place import Place
from assessment.ui.report.submission import submission_of
from assessment.ui.wiring import Opened, Source, find_source, said
from reports.choice import Choice
from reports.enclosure import shortened
from reports.press import NotMade, nobody, the_press
from reports.progress import Hear

_DRAFT: Final = {"cy": "drafft", "en": "draft", "both": "drafft-draft"}
_NAMES: Final = {
    ("full", "cy"): "adroddiad",
    ("full", "en"): "report",
    ("full", "both"): "adroddiad-report",
    ("bid", "cy"): "cais",
    ("bid", "en"): "bid",
    ("bid", "both"): "cais-bid",
}


def made_report(source: Source, choice: Choice, person: str = "", tell: Hear = nobody) -> bytes:
    """The PDF of what is open, as it was at one moment; whoever waits hears how far it is. NotMade."""
    assessment, rubric = said(source)
    return the_press().make(rubric, assessment, choice, submission_of(source), person=person, tell=tell)


def report_of_now(place: Place, choice: Choice, person: str = "") -> bytes:
    """The PDF of what stands at a place at this moment, for a button that asks when it is pressed.

    Streamlit logs the whole of what a button's file fails with, so nothing of it is let through.
    """
    try:
        return made_report(find_source(place), choice, person)
    except BadInput:
        raise NotMade from None
    except Exception as error:
        log_mishap(error)
        raise NotMade from None


def file_name(one: Opened, choice: Choice) -> str:
    """A name for the file: project, kind and day, in plain letters."""
    sitting, kind = one.assessment.assessment, _NAMES[choice.layout, choice.language]
    draft = "" if one.ended else f"-{_DRAFT[choice.language]}"
    return f"{plain_name(one.assessment.project.name)}-{kind}-{sitting.date.isoformat()}{draft}.pdf"


def fingerprint(data: bytes) -> str:
    """The fingerprint of a report as it is printed on it; empty where it has none."""
    from reports.finished import Pdf  # Brings what reads PDFs, for whoever submits.

    said = Pdf(data).keywords.split()
    return shortened(said[2]) if len(said) > 2 else ""
