"""The page on who could learn from whom."""

from datetime import UTC, datetime
from html import unescape

import pytest

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.learning import Learning
from assessment.portfolio.learning import pairs_to_csv, who_could_learn
from assessment.portfolio.showing import offer_all
from assessment.ui.keeping import open_anew, the_store
from assessment.ui.widgets import plain
from assessment.words import words
from tests.portfolio.test_learning import RUBRIC, TOP, project
from tests.ui.test_screens import opened, texts

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOSTILE = "=1+1 <b>Bold & Co"
ASKED = "A team says yes to being named when it submits. A wider filter can help too."
CUT = Cut(rubric=RUBRIC.name)


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A store of this test's own behind the screens."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    open_anew()
    yield the_store()
    monkeypatch.undo()
    open_anew()


def page(language):
    """The page, as it is read."""
    test = opened("learning", language, rubric=RUBRIC.name)
    assert not test.exception
    return test


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_pair_is_told_with_both_names_and_why(empty, language):
    """Both names as text, the sentence that can be seen there, and who is not here; of another stage there is none."""
    offered = [project(HOSTILE, 0), project("Host", TOP, evidence="documented"), project("Shy", 0, named=False)]
    offer_all(empty, offered, at=AT)
    test = page(language)
    said = texts(test)
    assert "<b>Bold" not in said
    sentence = "{learner} could take a next step here, and {asked} can show how: it is on record."
    w = words(language)
    assert w.gettext(sentence).format(learner=HOSTILE, asked="Host") in unescape(said)
    many = w.ngettext(
        "{number} project is not here: its team has not said that it may be named for this.",
        "{number} projects are not here: their teams have not said that they may be named for this.",
        1,
    )
    assert many.format(number=1) in unescape(said)
    other = test.selectbox(key="learning-stage").set_value(RUBRIC.order[0]).run()
    assert w.gettext("No pair fits yet.") in texts(other)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_pair_leads_to_both_side_by_side(empty, language):
    """Its button says which two, opens exactly these, and no others that were picked before."""
    offered = [project(HOSTILE, 0), project("Host", TOP, evidence="documented"), project("Shy", 0, named=False)]
    offer_all(empty, offered, at=AT)
    (pair,) = who_could_learn(empty, RUBRIC, CUT).pairs
    both = [pair.learner.project, pair.asked.project]
    test = page(language)
    test.session_state["portfolio-picked"] = ["another"]
    (button,) = [one for one in test.button if (one.key or "").startswith("compare-")]
    w = words(language)
    assert button.label == f"{w.gettext('Compare these')} *{plain(HOSTILE)}; Host*"
    button.click().run()
    assert not test.exception
    assert [one.value for one in test.title] == [w.gettext("Compare")]
    assert test.query_params["project"] == both
    test.button(key="choose-others").click().run()
    assert test.query_params["project"] == both


@pytest.mark.parametrize("language", ["cy", "en"])
def test_where_nobody_can_be_asked_the_page_says_what_it_takes(empty, language):
    """Nothing on record: no pair, and how one comes about."""
    offer_all(empty, [project("A", 0), project("B", TOP)], at=AT)
    said = texts(page(language))
    assert words(language).gettext("No pair fits yet.") in said
    assert plain(words(language).gettext(ASKED)) in said


def test_the_pairs_can_be_taken_along_and_no_name_is_a_formula(empty):
    """Every cell that begins like a formula has an apostrophe before it."""
    offer_all(empty, [project(HOSTILE, 0), project("Host", TOP, evidence="documented")], at=AT)
    found = who_could_learn(empty, RUBRIC, CUT)
    assert isinstance(found, Learning)
    lines = pairs_to_csv(RUBRIC, found, "en").decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Subject,")
    assert f",'{HOSTILE}," in lines[1]
