"""The words of the app: everything in both languages, with the same blanks."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "assessment" / "locales" / "cy" / "LC_MESSAGES" / "app.po"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "N_": None, "_": None}


def asked() -> set[str | tuple[str, ...]]:
    """Every text that the app's code and templates ask a translation for."""
    found = extract_from_dir(str(ROOT / "assessment" / "ui"), method_map=METHODS, keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found if message}


def catalogue():
    """The Welsh of the app."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="cy")


def blanks(text: str) -> set[str]:
    """The blanks that a text leaves for values."""
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_text_of_the_app_is_said_in_welsh():
    """No text of the app lacks its Welsh, and the catalogue holds nothing that is not asked for."""
    written = {message.id for message in catalogue() if message.id}
    asked_for = {message if isinstance(message, str) else tuple(message) for message in asked()}
    assert asked_for - written == set()
    assert written - asked_for == set()


def test_welsh_and_english_leave_the_same_blanks():
    """Each Welsh text takes the same values as its English, and none is empty."""
    for message in catalogue():
        if not message.id:
            continue
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        welsh = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(welsh), message.id
        wanted = set().union(*(blanks(text) for text in english))
        assert all(blanks(text) <= wanted for text in welsh), message.id
        assert blanks(english[-1]) == blanks(welsh[-1]), message.id
