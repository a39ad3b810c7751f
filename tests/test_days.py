"""Days as people write and read them."""

from datetime import date

import pytest

from assessment.days import read_day, unbroken, written_day
from assessment.ui.widgets import plain

DAYS = [date(2026, month, day) for month in range(1, 13) for day in (1, 22)]


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("day", DAYS)
def test_a_day_stays_on_one_line_of_a_screen_and_is_read_back(day, language):
    """No space in it lets it break; a person may copy it from there into a field, and it is the same day."""
    written = written_day(day, language)
    whole = unbroken(written)
    assert " " not in whole
    assert whole.split() == written.split()
    assert read_day(whole) == read_day(written) == day


def test_only_days_are_held_together():
    """The words around a day break as they did, and what is no day is left alone."""
    assert unbroken("On 2 May 2026 we met.") == "On 2\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026 we met."
    for text in ("May 2026", "12 weeks 2026", "112 May 20261", "22/11/2026"):
        assert unbroken(text) == text


def test_a_label_holds_its_days_together():
    """Text that Streamlit shows as Markdown has them too."""
    assert plain("Submitted on 22 Tachwedd 2026").endswith("22\N{NO-BREAK SPACE}Tachwedd\N{NO-BREAK SPACE}2026")
