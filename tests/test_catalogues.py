"""The Welsh catalogues agree with each other: they are merged into one when the program runs."""

from collections import defaultdict

import pytest
from babel.messages.pofile import read_po

from assessment.words import LOCALES

CATALOGUES = sorted((LOCALES / "cy" / "LC_MESSAGES").glob("*.po"))


def messages(path):
    """The messages of a catalogue, its head left out."""
    with path.open("rb") as file:
        return [message for message in read_po(file, locale="cy") if message.id]


def test_one_english_text_has_one_welsh_text():
    """Merging catalogues never decides by chance: a text that two front doors share is said the same way."""
    found = defaultdict(set)
    for path in CATALOGUES:
        for message in messages(path):
            found[message.context, message.id].add(message.string)
    assert {key: welsh for key, welsh in found.items() if len(welsh) > 1} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_no_message_is_left_open(path):
    """Each text has its Welsh, in every plural form, and none is only a guess."""
    open_ones = [message.id for message in messages(path) if message.fuzzy or not all(forms_of(message))]
    assert open_ones == []


def forms_of(message):
    """The Welsh of a message: one text, or one for each plural form."""
    return message.string if isinstance(message.string, tuple) else (message.string,)
