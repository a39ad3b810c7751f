"""Interface words in Welsh and English, by gettext; the one place that opens a catalogue.

English is the text in the code. Welsh is under locales/, one file a front door, read at run time so
that nothing compiled stands in the repository. Names of stages, values, statuses and the like are
not here but in the rubric, side by side.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

LOCALES = Path(__file__).parent / "locales"


@cache
def words(language: str) -> NullTranslations:
    """The words of `cy` or `en`: an object with `gettext` and `ngettext`."""
    merged: NullTranslations | None = None
    for path in sorted((LOCALES / language / "LC_MESSAGES").glob("*.po")):
        found = _catalogue(path)
        if merged is None:
            merged = found
        else:
            merged.add_fallback(found)
    return merged or NullTranslations()


def _catalogue(path: Path) -> GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)
