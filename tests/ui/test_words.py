"""The words of the app: its catalogues hold what it says, and nothing that it no longer says."""

from pathlib import Path

import pytest

from tests.test_words import CODE, TEMPLATES, entries, sentences_in_code, sentences_in_template

LOCALES = Path(__file__).parents[2] / "assessment" / "locales" / "cy" / "LC_MESSAGES"
CATALOGUES = sorted(LOCALES.glob("app*.po"))


def said() -> set[str]:
    """Every English sentence in code and templates."""
    found = {sentence for path in CODE for sentence in sentences_in_code(path)}
    return found | {sentence for path in TEMPLATES for sentence in sentences_in_template(path)}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_a_catalogue_of_the_app_holds_nothing_that_is_not_said(path):
    """A text that was reworded or taken out leaves no old Welsh behind."""
    asked_for = said()
    assert [english[0] for english, _ in entries(path) if english[0] not in asked_for] == []


def test_a_text_of_the_app_stands_in_one_catalogue():
    """Whoever mends the Welsh of a text finds it in one place."""
    every = [english[0] for path in CATALOGUES for english, _ in entries(path)]
    assert sorted({english for english in every if every.count(english) > 1}) == []
