"""The report as bytes, made once for each choice."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from assessment.ui.files import ShippedFile
from assessment.ui.languages import Language
from assessment.ui.wiring import Opened, opened

_NAMES: Final[dict[Language, str]] = {"cy": "adroddiad", "en": "report"}


@lru_cache(maxsize=8)
def made_report(file: ShippedFile, language: Language, *, notes: bool) -> bytes:
    """The PDF of an answers file."""
    # Loading the report's machinery takes half a second; only this page needs it.
    import reports

    one = opened(file, language)
    return reports.render(one.rubric, one.assessment, language=language, notes=notes, result=one.result)


def file_name(one: Opened, language: Language) -> str:
    """A name for the file: project, kind and day, in plain letters."""
    letters = unicodedata.normalize("NFKD", one.assessment.project.name).encode("ascii", "ignore").decode()
    project = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:60] or "gyda"
    return f"{project}-{_NAMES[language]}-{one.assessment.assessment.date.isoformat()}.pdf"
