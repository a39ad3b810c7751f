"""The overview of many projects, and how every page of the portfolio begins."""

from datetime import UTC, datetime

import pytest

from assessment.library import find
from assessment.portfolio import demo
from assessment.store.portfolio import overview
from assessment.ui.keeping import open_anew, the_store
from assessment.ui.widgets import plain
from assessment.words import words
from tests.ui.test_screens import opened, texts

RUBRIC = find("involvement/1")
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def empty(monkeypatch, tmp_path):
    """A data folder of the test's own."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    open_anew()
    yield
    open_anew()


@pytest.fixture
def made(empty):
    """The same with some invented projects in its portfolio."""
    demo.make(the_store(), RUBRIC, 12, 3, at=AT)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_empty_portfolio_says_what_it_is_and_how_to_begin(empty, language):
    """Nothing is there yet: what a portfolio is, two ways to begin, and one button to the first of them."""
    test = opened("portfolio", language)
    assert not test.exception
    assert [button.key for button in test.button if button.proto.type == "primary"] == ["to-exchange"]
    assert words(language).gettext("Two ways to begin") in texts(test)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_overview_opens_on_projects_of_one_kind(made, language):
    """Like with like first, which is said, with a way to all; two charts with tables, and the ways on."""
    test = opened("portfolio", language)
    assert not test.exception
    assert not test.error
    assert len(test.query_params["kind"]) >= 1
    assert len(test.get("plotly_chart")) == 2
    assert "gyda-rule" in texts(test)
    assert [button.key for button in test.button if button.proto.type == "primary"] == ["to-barriers"]
    assert {"to-learning", "to-promises"} <= {button.key for button in test.button}
    whole = test.button("all-kinds").click().run()
    assert "kind" not in whole.query_params
    assert "rubric" in whole.query_params


def test_the_filter_stands_in_the_address(made):
    """What the address names is what is looked at; a kind that nobody has leaves nothing, with a way out."""
    test = opened("portfolio", "en", rubric=RUBRIC.name, kind="nobody")
    assert words("en").gettext("No project fits this filter.") in texts(test)
    test = test.button("nothing-fits").click().run()
    assert "kind" not in test.query_params
    assert len(test.get("plotly_chart")) == 2


def test_a_number_opens_the_projects_behind_it(made):
    """Choosing a number lists as many projects as it says, each a button."""
    test = opened("portfolio", "en", rubric=RUBRIC.name)
    box = test.selectbox("behind-standing")
    chosen = box.options[0]
    test = box.select(chosen).run()
    number = int(chosen.rpartition("(")[2].rstrip(")"))
    listed = [button for button in test.button if (button.key or "").startswith("behind-standing-")]
    assert len(listed) == number


def test_more_than_five_hundred_projects_are_counted_and_not_drawn_one_by_one(made, monkeypatch):
    """Above the most that are points of their own, the chart counts; the numbers stay the same."""
    test = opened("portfolio", "en", rubric=RUBRIC.name)
    monkeypatch.setattr("assessment.core.portfolio.overview.MOST_POINTS", 3)
    monkeypatch.setattr(overview, "points", None)
    counted = opened("portfolio", "en", rubric=RUBRIC.name)
    assert not counted.exception
    said = "\n".join(one.value for one in counted.markdown)
    assert plain(words("en").gettext("Each column counts the projects with the same mean.")) in said
    assert counted.selectbox("behind-value").options == test.selectbox("behind-value").options
