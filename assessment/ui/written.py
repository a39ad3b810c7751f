"""What stands in a row, to be read and not to be changed."""

from collections.abc import Mapping
from datetime import date

from assessment.days import written_day
from assessment.pictures.shapes import Typed
from assessment.ui.fields import Sheet


def day_at(sheet: Sheet, path: str) -> str:
    """A day as it is written in this language, or as it was typed while it is none yet."""
    value = sheet.value(path)
    return written_day(date.fromisoformat(value), sheet.language) if isinstance(value, str) else sheet.text(path)


def notes_at(sheet: Sheet, path: str, names: Mapping[str, str]) -> dict[str, Typed]:
    """The notes of a row that say something, each under its name."""
    found = {name: sheet.typed(f"{path}/{part}") for part, name in names.items()}
    return {name: note for name, note in found.items() if note}
