"""What stands at a path of the assessment, to be read and not to be changed."""

from datetime import date

from assessment.core.entries import Value, is_nothing
from assessment.pictures.reader import KEPT_BACK
from assessment.pictures.shapes import Typed
from assessment.ui.days import written_day
from assessment.ui.fields import Sheet, text_of
from assessment.words import words


def note_at(sheet: Sheet, path: str) -> Typed | None:
    """What somebody typed, with its language where it is not the page's; None where there is nothing."""
    value = sheet.value(path)
    if isinstance(value, dict) and value.get("withheld"):
        return Typed(words(sheet.language).gettext(KEPT_BACK), withheld=True)
    if is_nothing(value) or not text_of(value).strip():
        return None
    return Typed.on_page(text_of(value), _language_of(value, sheet), sheet.language)


def day_at(sheet: Sheet, path: str) -> str:
    """A day as it is written in this language, or as it was typed while it is none yet."""
    value = sheet.value(path)
    return written_day(date.fromisoformat(value), sheet.language) if isinstance(value, str) else text_of(value)


def notes_at(sheet: Sheet, path: str, names: dict[str, str]) -> dict[str, Typed]:
    """The notes of a row that say something, each under its name."""
    found = {name: note_at(sheet, f"{path}/{part}") for part, name in names.items()}
    return {name: note for name, note in found.items() if note}


def _language_of(value: Value, sheet: Sheet) -> str | None:
    own = value.get("lang") if isinstance(value, dict) else None
    return str(own or sheet.value("language") or "") or None
