"""Dates as people write them, in Welsh and in English: read, and written."""

import re
from datetime import date
from functools import cache
from typing import Final

from babel.dates import format_date, get_month_names

from assessment.core.texts import LANGUAGES

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS: Final = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_NAMED: Final = re.compile(
    r"(\d{1,2})\s*(?:st|nd|rd|th|af|ail|il|ydd|fed|ed|eg|ain)?\s+(?:of\s+|o\s+)?([^\W\d]+)[.,]?\s+(\d{4})"
)
_LOCALES: Final = {"cy": "cy", "en": "en_GB"}
#: How the first letters of a Welsh month change after "o" and "i".
_SOFTENED: Final = {"m": "f", "g": "", "t": "d", "rh": "r", "c": "g"}


def read_day(text: str) -> date | None:
    """The day that a person means, day before month ("22/11/2026", "22 Tachwedd 2026"), or None if that is unclear."""
    words = " ".join(text.lower().split())
    try:
        if found := _ISO.fullmatch(words):
            return date(*map(int, found.groups()))
        if found := _NUMBERS.fullmatch(words):
            day, month, year = map(int, found.groups())
            return date(year if year > 99 else 2000 + year, month, day)
        if found := _NAMED.fullmatch(words):
            number = _months().get(found[2])
            return date(int(found[3]), number, int(found[1])) if number else None
    except ValueError:
        return None
    return None


def written_day(day: date, language: str) -> str:
    """A day as it is written in this language: "22 November 2026"."""
    return format_date(day, format="long", locale=_LOCALES[language])


def unbroken(text: str) -> str:
    """A text for a screen in which no written day is torn apart at the end of a line. `read_day` reads such a day too.

    Only screens have it: in a file, whoever looks for a day types ordinary spaces.
    """
    return _written().sub("\\1\N{NO-BREAK SPACE}\\2\N{NO-BREAK SPACE}\\3", text)


@cache
def _written() -> re.Pattern[str]:
    """A day as `written_day` writes it."""
    wide = {name for language in LANGUAGES for name in get_month_names("wide", "format", _LOCALES[language]).values()}
    return re.compile(rf"\b(\d{{1,2}}) ({'|'.join(sorted(wide))}) (\d{{4}})\b")


@cache
def _months() -> dict[str, int]:
    """Every name of a month, whole and shortened, in both languages."""
    named: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, _LOCALES[language]).items():
                    named[name.lower().rstrip(".")] = number
    for name, number in list(named.items()):
        for first, soft in _SOFTENED.items():
            if name.startswith(first):
                named.setdefault(soft + name.removeprefix(first), number)
    return named | {"sept": 9}
