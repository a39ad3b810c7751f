"""The report as bytes, made apart and once for each choice."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assessment.ui.wiring import Opened, Source, opened
from reports.choice import Choice
from reports.press import the_press

_NAMES: Final = {"cy": "adroddiad", "en": "report"}


@dataclass(frozen=True)
class MadeReport:
    """A finished report: what it was made of, by which choices, its bytes and a name for its file."""

    source: Source
    choice: Choice
    pdf: bytes
    file_name: str


@lru_cache(maxsize=8)
def made_report(source: Source, choice: Choice) -> MadeReport:
    """The PDF of what is open. NotMade."""
    one = opened(source, choice.language)
    pdf = the_press().make(one.rubric, one.assessment, choice)
    return MadeReport(source, choice, pdf, file_name(one, choice.language))


def file_name(one: Opened, language: str) -> str:
    """A name for the file: project, kind and day, in plain letters."""
    letters = unicodedata.normalize("NFKD", one.assessment.project.name).encode("ascii", "ignore").decode()
    project = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:60] or "gyda"
    return f"{project}-{_NAMES[language]}-{one.assessment.assessment.date.isoformat()}.pdf"
