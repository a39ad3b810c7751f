"""The pages about who is not reached and about what changes, in both languages, on a portfolio of a few projects."""

import json
from datetime import UTC, date, datetime
from html import unescape

import pytest

from assessment import library
from assessment.core.portfolio.over_time import Since
from assessment.core.reading import read
from assessment.portfolio.showing import Offered, offer_all
from assessment.ui.keeping import open_anew, the_store
from assessment.words import words
from tests.ui.test_screens import opened, texts

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
RUBRIC = library.find("involvement/1")


def said(name, day, status, level):
    """An assessment of which one stage is planned, or done."""
    return read(
        {
            "format": "answers/1",
            "rubric": RUBRIC.name,
            "project": {"name": name},
            "assessment": {"date": date.fromisoformat(day)},
            "stages": {"co_design": {"status": status, "decision": "deciding_together"}},
            "answers": {"co_design.trust": {"level": level}},
            "taking_part": [
                {"group": "rural", "co_design": "not_reached"},
                {"group": "other", "label": "*Bus* <b>drivers</b>", "co_design": "asked"},
            ],
        },
        RUBRIC,
    )


@pytest.fixture
def portfolio(tmp_path, monkeypatch):
    """Puts assessments into a portfolio of the test's own."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    open_anew()

    def put(*assessments):
        offer_all(the_store(), [Offered(one, RUBRIC, AT) for one in assessments], at=AT)

    yield put
    open_anew()


def bars(test):
    """How many questions the chart draws as higher, the same and lower."""
    [chart] = test.get("plotly_chart")
    drawn = json.loads(chart.proto.spec)["data"]
    return tuple(int(bar["text"][0].rpartition(": ")[2]) for bar in drawn if bar["type"] == "bar")


def choose(test, label, language):
    """Choose the first number of a list."""
    [box] = [one for one in test.selectbox if one.label == words(language).gettext(label)]
    return box.select_index(0).run()


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_number_of_who_was_not_reached_opens_to_its_projects(portfolio, language):
    """The groups are on a chart and in a list, a group that a team named is shown as typed, and a number opens."""
    portfolio(said("Lane", "2026-01-01", "done", 2))
    test = opened("reach", language)
    assert not test.exception
    assert len(test.get("plotly_chart")) == 1
    assert "*Bus* &lt;b&gt;drivers&lt;/b&gt;" in texts(test)
    test = choose(test, "Open a number: which projects are behind it?", language)
    assert not test.exception
    assert "Lane" in [button.label for button in test.button]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_promise_opens_to_what_came_of_it(portfolio, language):
    """Where a project has answered twice, its promise is told with both days; the other comparison can be chosen."""
    portfolio(said("Lane", "2025-01-01", "planned", 3), said("Lane", "2026-01-01", "done", 2))
    test = opened("over_time", language)
    assert not test.exception
    test = choose(test, "Open a number: which promises are behind it?", language)
    assert not test.exception
    day = {"cy": "1 Ionawr 2025", "en": "1 January 2025"}[language]
    assert day in texts(test)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_promise_to_come_opens_before_anybody_has_answered_twice(portfolio, language):
    """Promises stand first: the number by stage opens to the project and its promise, and a hint leads to the tags."""
    portfolio(said("Lane", "2026-01-01", "planned", 3))
    test = opened("over_time", language)
    assert not test.exception
    assert test.header[0].value == words(language).gettext("What was promised, and what came of it")
    test = choose(test, "Open a number: which promises are behind it?", language)
    assert not test.exception
    assert "Lane" in texts(test)
    level = RUBRIC.item["co_design.trust"].question.levels[3].in_(language)
    assert level in unescape(texts(test))
    assert words(language).gettext("Go to the projects to give them tags") in texts(test)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_first_time_can_be_chosen_instead_of_the_last(portfolio, language):
    """Since the last time nothing has changed; since the first, a question is lower."""
    portfolio(*(said("Lane", f"{year}-01-01", "done", level) for year, level in ((2024, 3), (2025, 1), (2026, 1))))
    test = opened("over_time", language)
    assert bars(test) == (0, 1, 0)
    test.segmented_control[0].set_value(Since.FIRST).run()
    assert not test.exception
    assert bars(test) == (0, 0, 1)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_where_nobody_has_answered_twice_it_says_what_will_be_here(portfolio, language):
    """An empty page says when there will be something, and what."""
    portfolio(said("Lane", "2026-01-01", "done", 2))
    test = opened("over_time", language)
    assert not test.exception
    assert words(language).gettext("No project here has more than one full self-assessment yet.") in texts(test)
    assert words(language).gettext("How many actions of the plans are done.") in unescape(texts(test))
