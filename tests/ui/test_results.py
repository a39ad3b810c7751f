"""Where we stand, of an assessment that is kept: what is shown, and how a team answers back."""

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from assessment import actions
from assessment.ui.keeping import now, the_store
from assessment.ui.wiring import opened as open_source
from assessment.words import words
from tests.ui.test_plan import example, field, fresh, kept
from tests.ui.test_screens import opened, texts

LANGUAGES = ("cy", "en")


def stands(id_: str, language: str = "en") -> AppTest:
    """The page of an assessment."""
    return opened("results", language, assessment=id_)


def cards(id_: str, language: str = "en") -> tuple:
    """The questions back that its answers raise."""
    return open_source(the_store().find(id_), language).pictures.challenges.cards


def waiting(id_: str):
    """The first question that has no answer yet."""
    return next(card for card in cards(id_) if not card.reply)


def path_of(card) -> str:
    """Where the answer to it is kept."""
    return f"replies/{card.code}~{card.where}"


def submitted(id_: str) -> str:
    """The same, submitted."""
    store = the_store()
    actions.submit(store, actions.look(store, id_), shared_with="team", at=now())
    return id_


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_says_in_a_sentence_what_it_shows_and_has_a_table(language):
    """Above each chart stands a sentence, beneath it the same as a table."""
    test = stands(example(language), language)
    assert not test.exception
    assert len(test.get("plotly_chart")) == 4
    assert len(test.table) >= 6
    w = words(language)
    for sentence in (
        "Each line is a stage. The mark shows who decides there, and a hollow one is a promise.",
        "Each dot is the level of one stage. Where enough is known, a triangle marks their mean.",
        "Each box is one question: more dots mean that more of its sentences are true.",
        "Each row is a group of people, each column a stage. An empty box means that nothing was said.",
    ):
        assert w.gettext(sentence) in read(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_nothing_on_it_says_what_will_be_there(language):
    """A new project is told what it will see, and has one button: to the stages."""
    test = stands(fresh(language), language)
    assert not test.exception
    assert test.get("plotly_chart") == []
    assert [button.key for button in test.button if button.proto.type == "primary"] == ["to-stages"]
    assert words(language).gettext("How people are treated, in the sentences that you chose.") in read(test)


@pytest.mark.parametrize("submit, label", [(False, "Make our plan"), (True, "Make the report")])
def test_one_step_comes_next(submit, label):
    """A draft leads on to the plan; one that was submitted, to the report."""
    id_ = example("en")
    test = stands(submitted(id_) if submit else id_)
    assert {button.label for button in test.button if button.proto.type == "primary"} == {label}


def test_an_answer_to_a_question_is_kept_and_folded_away():
    """What a team says to a question is in the store; when the page comes next, the question waits no more."""
    id_ = example("en")
    test, path = stands(id_), path_of(waiting(id_))
    assert not test.exception
    assert not folded(test, id_, path)
    field(test, id_, f"{path}/text").set_value("We asked them in May.").run()
    assert not test.exception
    assert kept(id_)[f"{path}/text"] == "We asked them in May."
    assert folded(stands(id_), id_, path)
    assert [one.reply.text for one in cards(id_) if path_of(one) == path] == ["We asked them in May."]


def test_setting_aside_asks_for_a_reason():
    """A question that was set aside without a word asks for one, and then no more."""
    id_ = example("en")
    test, path = stands(id_), path_of(waiting(id_))
    asks = "Say above, in a sentence, why you set it aside."
    field(test, id_, f"{path}/dismissed").check().run()
    assert kept(id_)[f"{path}/dismissed"] is True
    assert asks in read(test)
    field(test, id_, f"{path}/text").set_value("It is about another project.").run()
    assert asks not in read(test)


def test_a_question_set_aside_without_a_reason_still_waits():
    """Only a word in reply settles a question."""
    id_ = example("en")
    path = path_of(waiting(id_))
    work = actions.look(the_store(), id_)
    actions.answer(the_store(), work, f"{path}/dismissed", True, seen=None, who="b", at=now())
    assert not folded(stands(id_), id_, path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_submitted_assessment_shows_its_replies_and_asks_nothing(language):
    """What was said to a question is read, and no box stands beside it."""
    id_ = example(language)
    replied = next(card for card in cards(id_, language) if card.reply)
    test = stands(submitted(id_), language)
    assert not test.exception
    assert len(test.text_area) == 0
    assert replied.reply.text in read(test)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "*bold* [a](http://b.c) :material/home:", "=1+1"])
def test_what_is_typed_in_reply_is_shown_as_text(typed):
    """Markup in a reply is never more than letters."""
    id_ = example("en")
    test, path = stands(id_), path_of(waiting(id_))
    field(test, id_, f"{path}/text").set_value(typed).run()
    shown = stands(submitted(id_))
    assert "<script>alert" not in texts(shown)
    assert typed in read(shown)


def read(test: AppTest) -> str:
    """Everything that the page says, as it is read."""
    return unescape(texts(test)).replace("\\", "")


def folded(test: AppTest, id_: str, path: str) -> bool:
    """Whether the box of a question stands among those that are folded away."""
    return any(area.key == f"{id_}:{path}/text" for expander in test.expander for area in expander.text_area)
