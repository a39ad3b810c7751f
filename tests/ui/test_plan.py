"""Our plan: from suggestions to actions, what changed because of people, and what stands around it."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from assessment import actions
from assessment.core.entries import rows_of
from assessment.ui.files import main_rubric, shipped
from assessment.ui.keeping import the_store
from assessment.words import words
from tests.ui.test_screens import MAIN
from tests.ui.test_screens import texts as marked_up
from tests.ui.test_words import LOCALES, entries

EXAMPLE = "evening_bus"


def now() -> datetime:
    """The time of the test."""
    return datetime.now(UTC)


def example(language: str) -> str:
    """An assessment with answers, a plan and all that stands around it."""
    return actions.bring_in(the_store(), shipped(EXAMPLE, language).content, who="a", at=now())


def fresh(language: str) -> str:
    """An assessment that says nothing but its name."""
    said = {actions.NAME: "Lôn y Felin"}
    return actions.begin(
        the_store(), main_rubric(), said, language=language, today=date(2026, 11, 22), who="a", at=now()
    )


def opened(id_: str, language: str) -> AppTest:
    """The page of the plan, opened by its address."""
    test = AppTest.from_file(str(MAIN), default_timeout=60)
    test.query_params["lang"] = language
    test.run()
    test.query_params["assessment"] = id_
    return test.switch_page("screens/plan.py").run()


def kept(id_: str) -> dict:
    """What the store keeps of an assessment."""
    return {path: value for path, value in actions.look(the_store(), id_).values.items() if value is not None}


def texts(test: AppTest) -> str:
    """Everything that the page says, as it is read."""
    return unescape(marked_up(test))


def keep(id_: str, **values: object) -> None:
    """Answer something elsewhere, as on another page; a double underscore stands for a slash."""
    work = actions.look(the_store(), id_)
    for name, value in values.items():
        path = name.replace("__", "/")
        actions.answer(the_store(), work, path, value, seen=work.value(path), who="b", at=now())


def row_of(id_: str, under: str) -> str:
    """The row of a list that was begun last."""
    return rows_of(kept(id_), under)[-1]


def field(test: AppTest, id_: str, path: str):
    """The box of a path, of whatever kind it is."""
    key = f"{id_}:{path}"
    kinds = (test.text_input, test.text_area, test.checkbox, test.selectbox, test.button_group)
    return next(element for kind in kinds for element in kind if element.key == key)


def asked(test: AppTest, id_: str, under: str) -> list[str]:
    """What is asked of a row, by the last part of the paths."""
    kinds = (test.text_input, test.text_area, test.checkbox, test.selectbox, test.button_group)
    begin = f"{id_}:{under}/"
    return [one.key.removeprefix(begin) for kind in kinds for one in kind if str(one.key).startswith(begin)]


def choices(test: AppTest) -> list:
    """The buttons that put a suggestion into the plan."""
    return [button for button in test.button if str(button.key).startswith("choose:")]


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("made", [example, fresh])
def test_the_page_opens_with_one_title_and_one_next_step(language, made):
    """Full or empty, in both languages: one title, the contents, one button that stands out."""
    test = opened(made(language), language)
    assert not test.exception
    assert [title.value for title in test.title] == [words(language).gettext("Our plan")]
    assert len(test.header) == 7
    assert all(f"#{anchor}" in texts(test) for anchor in ("suggested", "actions", "changes", "strengths"))
    primary = [button.label for button in test.button if button.proto.type == "primary"]
    assert primary == [words(language).gettext("Make the report" if made is example else "Go to the stages")]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_choosing_a_suggestion_saves_an_action_at_once(language):
    """One tap keeps what to do, what it is about and what it needs; the suggestion then says that it is in the plan."""
    id_ = example(language)
    test = opened(id_, language)
    first = choices(test)[0]
    about = first.key.removeprefix("choose:")
    first.click().run()
    row = row_of(id_, "actions")
    assert kept(id_)[f"actions/{row}/about"] == about
    assert kept(id_)[f"actions/{row}/text"] in texts(test)
    assert kept(id_)[f"actions/{row}/needs"]
    assert about not in [button.key.removeprefix("choose:") for button in choices(test)]
    assert words(language).gettext("Already in the plan.") in texts(test)


def test_a_suggestion_chosen_in_the_other_language_keeps_its_language():
    """What Gyda words in Welsh stands in an English assessment as Welsh."""
    id_ = example("en")
    choices(opened(id_, "cy"))[0].click().run()
    row = row_of(id_, "actions")
    assert kept(id_)[f"actions/{row}/text"]["lang"] == "cy"
    assert kept(id_)[f"actions/{row}/needs"]["lang"] == "cy"


def test_choosing_can_be_undone_while_nothing_was_added():
    """The way back stands beside what was chosen, and goes once somebody has said more."""
    id_ = example("en")
    before = rows_of(kept(id_), "actions")
    test = opened(id_, "en")
    key = choices(test)[0].key
    test.button(key=key).click().run()
    test.button(key=f"undo-{key}").click().run()
    assert rows_of(kept(id_), "actions") == before
    test.button(key=key).click().run()
    keep(id_, **{f"actions__{row_of(id_, 'actions')}__owner": "The school"})
    test.run()
    assert f"undo-{key}" not in [button.key for button in test.button]
    assert key not in [button.key for button in test.button]


def test_tapping_twice_makes_one_action():
    """Whoever taps a second time before the page has answered has chosen once."""
    id_ = example("en")
    test = opened(id_, "en")
    choice, again = choices(test)[0], opened(id_, "en")
    again.session_state["plan-chosen"] = test.session_state["plan-chosen"]
    again.run()
    choice.click().run()
    again.button(key=choice.key).click().run()
    abouts = [value for path, value in kept(id_).items() if path.startswith("actions/") and path.endswith("/about")]
    assert abouts.count(choice.key.removeprefix("choose:")) == 1


def test_a_dropped_action_leaves_its_suggestion_open_again():
    """What was dropped is no longer in the plan, so its suggestion can be chosen anew, as an action of its own."""
    id_ = example("en")
    test = opened(id_, "en")
    key = choices(test)[0].key
    test.button(key=key).click().run()
    dropped = row_of(id_, "actions")
    keep(id_, **{f"actions__{dropped}__status": "dropped"})
    test.run()
    test.button(key=key).click().run()
    assert row_of(id_, "actions") != dropped
    assert kept(id_)[f"actions/{dropped}/status"] == "dropped"


def test_only_a_handful_is_suggested_at_once():
    """Five suggestions stand on the page; the others, and those in the plan already, are folded away."""
    test = opened(example("en"), "en")
    assert len(test.expander) == 3
    folded = [button for expander in test.expander for button in expander.button]
    assert len(choices(test)) - len(folded) == 5


def test_an_action_is_filled_in_and_found_again():
    """What is said in an open card is saved as it is given; a new visit shows it closed, with nothing missing."""
    id_ = example("en")
    test = opened(id_, "en")
    choices(test)[0].click().run()
    path = f"actions/{row_of(id_, 'actions')}"
    test.button(key=f"turn:{path}").click().run()
    for part, text in {"owner": "The officer", "with_whom": "Drivers", "how_we_know": "They say so"}.items():
        field(test, id_, f"{path}/{part}").set_value(text).run()
    field(test, id_, f"{path}/by").set_value("3 Mawrth 2027").run()
    field(test, id_, f"{path}/status").set_value("under_way").run()
    assert kept(id_)[f"{path}/by"] == "2027-03-03"
    assert kept(id_)[f"{path}/status"] == "under_way"
    test.button(key=f"close:{path}").click().run()
    assert asked(test, id_, path) == []
    again = opened(id_, "en")
    assert "The officer" in texts(again)
    assert "3 March 2027" in texts(again)
    assert texts(again).count("Not said yet: ") == 1  # of a change that nobody was told of


def test_a_day_that_is_none_yet_stays_as_typed_and_is_still_missing():
    """Words that are no date are kept and told of, and the action is not said to have its day."""
    id_ = example("en")
    test = opened(id_, "en")
    choices(test)[0].click().run()
    path = f"actions/{row_of(id_, 'actions')}"
    test.button(key=f"turn:{path}").click().run()
    field(test, id_, f"{path}/by").set_value("before Easter").run()
    assert "This is no date yet." in texts(test)
    assert "by before Easter" in texts(test)
    assert "Not said yet: who does it, by when, " in texts(test)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_action_of_ones_own_works_where_nothing_is_answered(language):
    """An empty page says where suggestions come from; adding an action works all the same, and can be undone."""
    id_ = fresh(language)
    test = opened(id_, language)
    w = words(language)
    assert w.gettext("Suggestions come from your answers. Answer a stage first, or add a step of your own below.") in (
        texts(test)
    )
    test.button(key="add:actions").click().run()
    box = next(one for one in test.text_area if str(one.key).endswith("/text"))
    box.set_value("Gofyn <b>i bawb</b>").run()
    path = f"actions/{row_of(id_, 'actions')}"
    field(test, id_, f"{path}/owner").set_value("Ni").run()
    test.button(key=f"close:{path}").click().run()
    assert "Gofyn &lt;b&gt;i bawb&lt;/b&gt;" in marked_up(test)
    assert kept(id_)[f"{path}/text"] == "Gofyn <b>i bawb</b>"
    test.button(key=f"turn:{path}").click().run()
    test.button(key=f"out:{id_}:{path}").click().run()
    assert rows_of(kept(id_), "actions") == []
    test.button(key=f"back:{path}").click().run()
    assert kept(id_)[f"{path}/owner"] == "Ni"


def test_an_empty_card_that_is_closed_again_leaves_nothing():
    """Opening a new card is no action yet."""
    id_ = fresh("en")
    test = opened(id_, "en")
    test.button(key="add:actions").click().run()
    next(button for button in test.button if str(button.key).startswith("close:actions/")).click().run()
    assert not [path for path in kept(id_) if path.startswith("actions/")]
    assert not [button for button in test.button if str(button.key).startswith("turn:actions/")]


def test_a_planned_stage_makes_a_promise_of_an_action_until_its_means_are_said():
    """Where the stage is still ahead, the card asks for who, by when and with what, and stops once they are there."""
    id_ = fresh("en")
    stage = main_rubric().order[0]
    keep(id_, **{f"stages__{stage}__status": "planned", "actions__a1__text": "Ask", "actions__a1__about": stage})
    assert "This is a promise. The stage is still ahead." in texts(opened(id_, "en"))
    keep(id_, actions__a1__owner="Us", actions__a1__by="2027-01-02", actions__a1__needs="A hall")
    assert "This is a promise" not in texts(opened(id_, "en"))


def test_dropped_actions_stand_last_and_say_why():
    """The order is the one in which actions were added, with what was dropped at the end."""
    id_ = fresh("en")
    keep(id_, actions__a1__text="Alpha", actions__a1__status="dropped", actions__a2__text="Beta")
    test = opened(id_, "en")
    assert texts(test).index("Beta") < texts(test).index("Alpha")
    test.button(key="turn:actions/a1").click().run()
    field(test, id_, "actions/a1/why").set_value("No money").run()
    test.button(key="close:actions/a1").click().run()
    assert "No money" in texts(test)


@pytest.mark.parametrize(
    "outcome, parts",
    [(None, set()), ("changed", {"changed"}), ("in_part", {"changed", "why"}), ("could_not", {"why"})],
)
def test_what_came_of_it_decides_what_is_asked(outcome, parts):
    """What changed is asked where something did, and why where not, or not all, of it did."""
    id_ = fresh("en")
    keep(id_, changes__c1__heard="Lights")
    test = opened(id_, "en")
    test.button(key="turn:changes/c1").click().run()
    if outcome:
        field(test, id_, "changes/c1/outcome").set_value(outcome).run()
    assert {"changed", "why"} & set(asked(test, id_, "changes/c1")) == parts
    assert {"heard", "date", "outcome", "told", "evidence", "may_print"} <= set(asked(test, id_, "changes/c1"))


def test_a_change_is_kept_from_print_until_somebody_allows_it():
    """Nothing may be printed by default, and the card says so."""
    id_ = fresh("en")
    test = opened(id_, "en")
    test.button(key="add:changes").click().run()
    next(one for one in test.text_area if str(one.key).endswith("/heard")).set_value("Lights").run()
    path = f"changes/{row_of(id_, 'changes')}"
    assert f"{path}/may_print" not in kept(id_)
    assert "Without this tick it stays with the team, and no report prints it." in texts(test)
    field(test, id_, f"{path}/may_print").check().run()
    assert kept(id_)[f"{path}/may_print"] is True
    test.button(key=f"close:{path}").click().run()
    assert "May be printed" in texts(test)


@pytest.mark.parametrize("under, part", [("strengths", "what"), ("partners", "text"), ("success", "who")])
def test_typing_in_an_empty_box_begins_a_row_of_a_list(under, part):
    """The words stay where they were typed, and another empty row stands beneath."""
    id_ = fresh("en")
    test = opened(id_, "en")
    test.button(key=f"turn:{under}").click().run()
    assert len([one for one in asked(test, id_, under) if one.endswith(f"/{part}")]) == 1
    path = next(one for one in asked(test, id_, under) if one.endswith(f"/{part}"))
    field(test, id_, f"{under}/{path}").set_value("Walking bus").run()
    assert field(test, id_, f"{under}/{path}").value == "Walking bus"
    assert kept(id_)[f"{under}/{path}"] == "Walking bus"
    assert len([one for one in asked(test, id_, under) if one.endswith(f"/{part}")]) == 2
    test.button(key=f"close:{under}").click().run()
    assert "Walking bus" in texts(test)


def test_looking_back_is_kept_and_read_again():
    """What worked, what did not and what was learnt stand closed as they were written."""
    id_ = fresh("cy")
    test = opened(id_, "cy")
    test.button(key="turn:reflection").click().run()
    for part in ("worked", "did_not", "learnt"):
        field(test, id_, f"reflection/{part}").set_value(f"Gair {part}").run()
    again = opened(id_, "cy")
    assert all(f"Gair {part}" in texts(again) for part in ("worked", "did_not", "learnt"))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_submitted_plan_is_shown_and_not_asked(language):
    """Everything that was said is there to read, and there is nothing to fill in, choose or take out."""
    id_ = example(language)
    actions.submit(the_store(), actions.look(the_store(), id_), shared_with="us", at=now())
    test = opened(id_, language)
    assert not test.exception
    assert asked(test, id_, "") == []
    assert not [b.key for b in test.button if str(b.key).split(":")[0] in ("choose", "turn", "add", "close", "out")]
    printed = ("text", "owner", "heard", "told", "what", "whose", "who", "before", "worked", "how_we_know")
    every = {
        path: value for path, value in kept(id_).items() if path.split("/")[-1] in printed and "answers" not in path
    }
    said = [
        value for path, value in every.items() if path.split("/")[0] in ("actions", "changes", "strengths", "success")
    ]
    page = texts(test)
    assert [value for value in said if isinstance(value, str) and value not in page] == []


def test_what_can_no_longer_be_kept_is_told_beside_its_button():
    """If somebody submits meanwhile, choosing changes nothing and says why, under the suggestion."""
    id_ = example("en")
    test = opened(id_, "en")
    before = rows_of(kept(id_), "actions")
    actions.submit(the_store(), actions.look(the_store(), id_), shared_with="us", at=now())
    choices(test)[0].click().run()
    assert not test.exception
    assert rows_of(kept(id_), "actions") == before
    assert "This assessment has been submitted, so it can no longer be changed." in texts(test)


def test_words_that_could_not_be_kept_stay_in_their_card():
    """If somebody submits meanwhile, what was being typed stays to be read and copied, with the reason beside it."""
    id_ = example("en")
    test = opened(id_, "en")
    row = rows_of(kept(id_), "actions")[0]
    test.button(key=f"turn:actions/{row}").click().run()
    box = field(test, id_, f"actions/{row}/barrier")
    actions.submit(the_store(), actions.look(the_store(), id_), shared_with="us", at=now())
    box.set_value("A long thought").run()
    test.button(key=f"close:actions/{row}").click().run()
    assert field(test, id_, f"actions/{row}/barrier").value == "A long thought"
    assert "This assessment has been submitted, so it can no longer be changed." in texts(test)


def test_a_row_that_cannot_be_taken_out_is_told_in_its_card():
    """A take-out that fails leaves the row as it is and says why."""
    id_ = example("en")
    test = opened(id_, "en")
    row = rows_of(kept(id_), "actions")[0]
    before = kept(id_)
    test.button(key=f"turn:actions/{row}").click().run()
    actions.submit(the_store(), actions.look(the_store(), id_), shared_with="us", at=now())
    test.button(key=f"out:{id_}:actions/{row}").click().run()
    assert not test.exception
    assert kept(id_) == before
    assert "This assessment has been submitted, so it can no longer be changed." in texts(test)


@pytest.mark.parametrize("made", [example, fresh])
def test_no_english_stands_on_the_welsh_page(made):
    """With every card open, no sentence of the plan's catalogue is left in English."""
    id_ = made("cy")
    test = opened(id_, "cy")
    test.button(key="add:actions").click().run()
    test.button(key="add:changes").click().run()
    for button in [one.key for one in test.button if str(one.key).startswith("turn:")]:
        test.button(key=button).click().run()
    assert not test.exception
    labels = [one.label for kind in (test.text_input, test.text_area, test.checkbox, test.selectbox) for one in kind]
    page = "\n".join([texts(test), *labels])
    english = {text for (text, *_), _ in entries(LOCALES / "app-plan.po") if len(text) > 12 and "{" not in text}
    assert {text for text in english if text in page} == set()
    assert all(one.label for one in test.text_area)
