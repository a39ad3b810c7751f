"""Answering: one stage, and who took part in it."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment import actions
from assessment.core.terms import Presence
from assessment.ui.files import main_rubric
from assessment.ui.keeping import the_store
from assessment.words import words
from tests.ui.test_plan import asked, field, fresh, keep
from tests.ui.test_screens import MAIN, texts

RUBRIC = main_rubric()
FIRST, SECOND, *_ = RUBRIC.order


def opened(screen: str, id_: str, language: str, **address: str) -> AppTest:
    """A page of an assessment, opened by its address."""
    test = AppTest.from_file(str(MAIN), default_timeout=60)
    test.query_params["lang"] = language
    test.run()
    for name, value in {"assessment": id_, **address}.items():
        test.query_params[name] = value
    return test.switch_page(f"screens/{screen}.py").run()


def said(id_: str, path: str) -> object:
    """What the store keeps at a path."""
    return actions.look(the_store(), id_).value(path)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_the_law_says_of_a_step_stands_beside_it(language):
    """A team that consults reads the four questions of fairness there; a team that takes another step does not."""
    passage = next(passage for passage in RUBRIC.law.passages if passage.beside)
    id_ = fresh(language)
    keep(id_, **{f"stages__{FIRST}__status": "done", f"stages__{FIRST}__decision": passage.beside[0]})
    assert passage.heading.in_(language) in texts(opened("stage", id_, language, stage=FIRST))
    other = next(step.id for step in RUBRIC.steps if step.id not in passage.beside)
    keep(id_, **{f"stages__{FIRST}__decision": other})
    assert passage.heading.in_(language) not in texts(opened("stage", id_, language, stage=FIRST))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_was_said_of_the_stage_before_is_taken_over_and_taken_back(language):
    """One button fills in the blank groups as for the stage before; "Undo" empties those, and no other answer."""
    id_, (one, other, *_) = fresh(language), [group.id for group in RUBRIC.groups]
    keep(id_, **{f"stages__{stage}__status": "done" for stage in (FIRST, SECOND)})
    keep(id_, **{f"taking_part__{one}__{FIRST}": "took_part", f"taking_part__{other}__{FIRST}": "took_part"})
    keep(id_, **{f"taking_part__{other}__{SECOND}": "asked"})
    test = opened("who", id_, language)
    test.session_state[f"groups-stage:{id_}"] = SECOND
    test.run()
    test.button(key="as-before").click().run()
    assert said(id_, f"taking_part/{one}/{SECOND}") == "took_part"
    assert said(id_, f"taking_part/{other}/{SECOND}") == "asked"
    test.button(key="unmark").click().run()
    assert said(id_, f"taking_part/{one}/{SECOND}") is None
    assert said(id_, f"taking_part/{other}/{SECOND}") == "asked"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_groups_and_stages_are_seen_at_once(language):
    """A table has each group of which something is said, and says each answer in words too."""
    id_, (group, silent, *_) = fresh(language), RUBRIC.groups
    keep(id_, **{f"stages__{FIRST}__status": "done", f"taking_part__{group.id}__{FIRST}": "not_reached"})
    table = next(one.value for one in opened("who", id_, language).html if "gyda-overview" in one.value)
    assert group.name.in_(language) in table
    assert silent.name.in_(language) not in table
    assert RUBRIC.label("presence", Presence.NOT_REACHED.value, language) in table


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_next_step_leads_to_a_stage_of_which_nothing_is_said(language):
    """Somebody who begins at the first stage is led to the second, and not to a picture of nothing."""
    w, id_ = words(language), fresh(language)
    name = RUBRIC.stages[SECOND].name.in_(language)
    test = opened("stage", id_, language, stage=FIRST)
    assert test.button(key="next-step").label == w.gettext("Next: {name}").format(name=name)


@pytest.mark.parametrize("screen", ["who", "stage", "settings"])
def test_the_line_says_when_it_was_saved_after_a_reload_too(screen):
    """A page that is opened anew tells when the last answer was kept, not only that it will be."""
    id_ = fresh("en")
    keep(id_, **{f"stages__{FIRST}__status": "done"})
    saved = next(one.value for one in opened(screen, id_, "en").html if "gyda-saved" in one.value)
    assert "Saved at" in saved


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_kind_of_reason_alone_says_that_it_is_not_saved_yet(language):
    """The kind only makes a list short: until a reason of it is chosen, the page says so."""
    id_, w = fresh(language), words(language)
    step = next(step.id for step in RUBRIC.steps if "consults" in step.marks)
    keep(id_, **{f"stages__{FIRST}__status": "done", f"stages__{FIRST}__decision": step})
    test = opened("stage", id_, language, stage=FIRST)
    told = w.gettext("This is saved once you choose which one.")
    assert told not in texts(test)
    kind, *_ = [reason.kind.value for reason in RUBRIC.reasons]
    test.radio(key=f"kind:{id_}:{FIRST}").set_value(kind).run()
    assert told in texts(test)
    chosen = next(reason.id for reason in RUBRIC.reasons if reason.kind.value == kind)
    test.radio(key=f"{id_}:stages/{FIRST}/reason").set_value(chosen).run()
    assert said(id_, f"stages/{FIRST}/reason") == chosen
    assert told not in texts(test)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_cost_is_asked_where_what_takes_money_is_offered(language):
    """It is kept while the answer says no, and there again when it says yes."""
    id_, cost = fresh(language), "£900, 4"
    dear = next(one.id for one in RUBRIC.conditions if one.costs)
    free = next(one.id for one in RUBRIC.conditions if not one.costs)
    keep(id_, **{f"conditions__{free}__answer": "yes", f"conditions__{dear}__answer": "in_part"})
    test = opened("who", id_, language)
    assert asked(test, id_, f"conditions/{free}") == ["note", "answer"]
    field(test, id_, f"conditions/{dear}/cost").set_value(cost).run()
    assert said(id_, f"conditions/{dear}/cost") == cost
    keep(id_, **{f"conditions__{dear}__answer": "no"})
    assert asked(opened("who", id_, language), id_, f"conditions/{dear}") == ["note", "answer"]
    keep(id_, **{f"conditions__{dear}__answer": "yes"})
    assert field(opened("who", id_, language), id_, f"conditions/{dear}/cost").value == cost


def test_a_cost_that_came_in_a_file_can_be_changed_where_it_is_printed():
    """Beside a condition that takes no money as a rule too: nothing is printed that the page does not show."""
    free = next(one.id for one in RUBRIC.conditions if not one.costs)
    id_ = fresh("en")
    keep(id_, **{f"conditions__{free}__answer": "yes", f"conditions__{free}__cost": "£30 for stamps"})
    assert field(opened("who", id_, "en"), id_, f"conditions/{free}/cost").value == "£30 for stamps"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_past_names_what_a_condition_costs(language):
    """A change of it is told by its own name, with what was typed."""
    id_, dear = fresh(language), next(one for one in RUBRIC.conditions if one.costs)
    path = f"conditions/{dear.id}/cost"
    keep(id_, **{path.replace("/", "__"): "£900, 4"})
    told = texts(opened("settings", id_, language))
    assert dear.name.in_(language) in told
    assert words(language).gettext("Cost") in told
    assert "£900, 4" in told
