"""The overview of many projects, and how every page of the portfolio begins."""

from datetime import UTC, datetime
from html import unescape

import pytest

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.mix import Mix
from assessment.library import find
from assessment.pictures.portfolio.looked_at import left_out
from assessment.pictures.portfolio.named import Named
from assessment.portfolio import demo
from assessment.store.portfolio import overview
from assessment.store.portfolio.mixing import drafts, mix
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


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_reason_opens_the_projects_that_name_it(made, language):
    """Why decisions are not made with people is counted, and each number lists as many projects as it says."""
    test = opened("portfolio", language, rubric=RUBRIC.name)
    assert not test.exception
    assert "gyda-reasons" in texts(test)
    box = test.selectbox("behind-reason")
    for chosen in (box.options[0], box.options[-1]):
        test = box.select(chosen).run()
        number = int(chosen.rpartition("(")[2].rstrip(")"))
        listed = [button for button in test.button if (button.key or "").startswith("behind-reason-")]
        assert len(listed) == number > 0


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


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_else_there_is_stands_beside_what_is_looked_at(made, language):
    """Those that answered other questions, first looks and drafts are counted, so that a reader can add up."""
    everything, others = mix(the_store(), Cut(rubric=RUBRIC.name)), mix(the_store(), Cut()).by("rubric")
    old = sum(number for name, number in others.items() if name != RUBRIC.name)
    assert (old, everything.first_looks, drafts(the_store(), Cut(rubric=RUBRIC.name))) == (1, 1, 0)
    named = Named(RUBRIC, language)
    told = left_out(named, everything, others=old, drafts=0)
    assert told in unescape(texts(opened("portfolio", language)))
    assert told in unescape(texts(opened("barriers", language)))
    more = left_out(named, everything, others=old, drafts=2)
    assert words(language).ngettext("{number} draft", "{number} drafts", 2).format(number=2) in more
    assert left_out(named, Mix(()), others=0, drafts=0) == ""


def test_the_rest_of_the_filter_comes_when_it_is_asked_for_or_set(made):
    """What projects are like stands first; nothing else is counted before a person wants it."""
    test = opened("portfolio", "en", rubric=RUBRIC.name)
    test.session_state["filter"] = True
    test.run()
    assert "filter-organisation" not in {one.key for one in test.multiselect}
    test.button("filter-more").click().run()
    assert {"filter-organisation", "filter-tag"} <= {one.key for one in test.multiselect}
    set_already = opened("portfolio", "en", rubric=RUBRIC.name, since="2020-01-01")
    set_already.session_state["filter"] = True
    assert "filter-organisation" in {one.key for one in set_already.run().multiselect}
