"""Barriers, as managers answer them and as teams hear of it; and what a team lets the portfolio see."""

import json
from datetime import UTC, datetime
from html import unescape

import pytest

from assessment import actions
from assessment.core.portfolio.barriers import Mark
from assessment.portfolio.barriers import answer
from assessment.portfolio.showing import catch_up
from assessment.store.portfolio import barriers, marking, showing
from assessment.ui.keeping import open_anew, the_store
from assessment.words import words
from tests.portfolio.test_barriers import ALL, Wanted, named
from tests.ui.test_screens import opened, texts

LANGUAGES = ["cy", "en"]
AT = datetime(2026, 11, 3, 12, tzinfo=UTC)
DAY = {"cy": "3 Tachwedd 2026", "en": "3 November 2026"}


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    """A data folder of the test's own."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    open_anew()
    yield
    open_anew()


def draft(name="A garden", remover="The grants panel"):
    """A draft with one barrier. Its id."""
    return actions.bring_in(the_store(), json.dumps(named(name, remover)).encode(), who="a", at=AT)


def shared(name="A garden", remover="The grants panel", **told):
    """The same as its team shares it. What is kept of it."""
    id_ = draft(name, remover)
    actions.submit(the_store(), actions.look(the_store(), id_), shared_with="portfolio", at=AT, **told)
    catch_up(the_store())
    return the_store().find(id_)


def says(kept, mark, note=""):
    """What a manager answers."""
    answer(the_store(), kept.project, "co_creation", "time", mark, note, who="m", at=AT)


def read(test):
    """Everything that the page says, as it is read."""
    return unescape(texts(test)).replace("\\", "")


def field(elements, end):
    """The one of them whose key ends so."""
    return next(one for one in elements if (one.key or "").endswith(end))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_manager_answers_a_barrier_and_takes_it_back(language):
    """A refusal needs a reason, told beside the button; the answer then stands on the page, and can go again."""
    w, kept = words(language), shared()
    test = opened("barriers", language)
    assert not test.exception
    assert w.gettext("Waiting for an answer") in read(test)
    field(test.radio, "-mark").set_value(Mark.REFUSED)
    test = field(test.button, "-tell").click().run()
    assert w.gettext("Write in a sentence why you refuse: the team reads it.") in read(test)
    assert marking.marks_of(the_store(), kept.project) == {}
    field(test.text_area, "-note").set_value("The law says so.")
    test = field(test.button, "-tell").click().run()
    assert not test.exception
    assert marking.marks_of(the_store(), kept.project)["co_creation", "time"].mark == Mark.REFUSED
    assert "The law says so." in read(test)
    test = field(test.button, "-back").click().run()
    assert not test.exception
    assert "The law says so." not in read(test)
    assert not any((one.key or "").endswith("-back") for one in test.button)


def test_a_name_leads_to_what_somebody_could_remove():
    """Pressing the name leaves only their barriers, and the page shows where they are."""
    shared("A garden"), shared("A bus", "The cabinet")
    test = opened("barriers", "en")
    test = next(one for one in test.button if one.label == "The cabinet").click().run()
    assert not test.exception
    assert [one for one in ("A garden", "A bus") if f"{one}</span></h3>" in texts(test)] == ["A bus"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_teams_words_stand_there_only_where_they_are_released(language):
    """Otherwise the page says that the team has kept them to itself."""
    kept = shared()
    kept_back = words(language).gettext("The team has kept this to itself.")
    test = opened("barriers", language)
    assert kept_back in read(test)
    assert "The grant closed in three weeks." not in read(test)
    the_store().share(kept.id, "portfolio", barriers_told=True)
    test = opened("barriers", language)
    assert kept_back not in read(test)
    assert "The grant closed in three weeks." in read(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_team_sees_what_a_manager_answered(language):
    """Beside the stage, with the day and the words, also in a correction; and among its projects."""
    w, kept = words(language), shared()
    says(kept, Mark.REFUSED, "The law says so.")
    told = w.gettext("A manager says that this has to stay, {day}:").format(day=DAY[language])
    fresh = actions.correct(the_store(), actions.look(the_store(), kept.id), who="a", today=AT.date(), at=AT)
    for id_ in (kept.id, fresh):
        test = opened("results", language, assessment=id_)
        assert not test.exception
        assert told in read(test)
        assert "The law says so." in read(test)
    assert w.gettext("A manager answered about a barrier") in read(opened("start", language))
    says(kept, Mark.TAKEN_ON)
    taken_on = w.gettext("A manager has taken this barrier on, {day}.").format(day=DAY[language])
    page = read(opened("results", language, assessment=kept.id))
    assert taken_on in page
    assert "The law says so." not in page


def test_a_team_says_when_it_submits_what_the_portfolio_may_see():
    """Nothing more than the results unless it is ticked, and asked only where the portfolio is chosen."""
    id_ = draft()
    test = opened("report", "en", assessment=id_)
    assert not any((one.key or "").startswith(f"may-see-{id_}-") for one in test.checkbox)
    test = field(test.radio, f"may-see-{id_}").set_value("portfolio").run()
    boxes = [field(test.checkbox, f"may-see-{id_}-{name}") for name in ("barriers", "named")]
    assert [box.value for box in boxes] == [False, False]
    boxes[0].check()
    field(test.checkbox, f"submit-sure-{id_}").check()
    test = test.run()
    test = test.button("submit").click().run()
    assert not test.exception
    kept = the_store().find(id_)
    assert (kept.shared_with, kept.barriers_told, kept.named) == ("portfolio", True, False)


def test_what_the_portfolio_may_see_changes_at_once():
    """Ticked later on the page of what was submitted, it holds in the portfolio without anybody opening that."""
    kept = shared()
    test = opened("report", "en", assessment=kept.id)
    test = field(test.checkbox, f"share-{kept.id}-barriers").check().run()
    assert not test.exception
    [one] = barriers.one_by_one(the_store(), ALL, Wanted())[1]
    assert not one.note.withheld
    field(test.radio, f"share-{kept.id}").set_value("team").run()
    assert barriers.one_by_one(the_store(), ALL, Wanted()) == (0, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_can_be_shown_and_taken_out(language):
    """The page says since when; a reload finds what was ticked, and one button takes it out."""
    w, id_ = words(language), draft()
    test = opened("report", language, assessment=id_)
    field(test.checkbox, f"draft-{id_}-named").check()
    test = field(test.button, f"draft-{id_}-show").click().run()
    assert not test.exception
    assert w.gettext("Saved. This holds from now on.") in read(test)
    test = opened("report", language, assessment=id_)
    assert w.gettext("Shown in the portfolio as it was {when}.").split("{")[0] in read(test)
    boxes = [field(test.checkbox, f"draft-{id_}-{name}").value for name in ("barriers", "named")]
    assert boxes == [False, True]
    test = field(test.button, f"draft-{id_}-hide").click().run()
    assert not test.exception
    assert showing.as_shown(the_store(), id_) is None
    assert not any((one.key or "") == f"draft-{id_}-hide" for one in test.button)
