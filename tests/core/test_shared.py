"""What leaves the team: nothing by which a person could be picked out, and the same result."""

import pytest

from assessment import answers_file
from assessment.core.reading import read
from assessment.core.score import score
from assessment.core.shared import shared_form
from assessment.library import find

RUBRIC = find("involvement/1")
SECRET = "Said behind a closed door."


def shared(notes=False, **blocks):
    """The shared form of a small assessment with these blocks, as a tree."""
    tree = {
        "format": "answers/1",
        "rubric": "involvement/1",
        "project": {"name": "Mill Lane"},
        "assessment": {"date": "2026-11-22"},
        **blocks,
    }
    full = read(tree, RUBRIC)
    result = score(RUBRIC, full)
    form = shared_form(full, result, RUBRIC, notes=notes)
    assert score(RUBRIC, form) == result
    return answers_file.plain(form)


def voices(levels, group="people", step="consulting"):
    """One voice a level, all about one question."""
    return [
        {"group": group, "answers": {"co_design.trust": level}, "decisions": {"co_design": step}} for level in levels
    ]


LIVE = {"co_design": {"status": "under_way", "decision": "deciding_together"}}


def test_voices_become_what_is_published_of_them():
    """Five people are a size, a median, an agreement, a direction, and shares in words."""
    form = shared(
        stages=LIVE,
        answers={"co_design.trust": {"level": 3}},
        voices=voices([0, 1, 1, 2, 1]) + voices([3] * 4, "staff"),
    )
    assert "voices" not in form
    assert form["counted"] == {
        "people": {
            "n": "5-9",
            "cells": {"co_design.trust": {"median": 1, "agreement": "spread", "direction": "team_higher"}},
            "decisions": {"co_design": {"to": "few", "for": "most", "with": "few"}},
        }
    }


@pytest.mark.parametrize("number", [0, 1, 4])
def test_of_four_voices_nothing_leaves(number):
    """Between none and four nothing differs."""
    assert shared(stages=LIVE, voices=voices([1] * number)) == shared(stages=LIVE)


SENSITIVE = {"group": "refugees", "co_design": "took_part"}
NAMED = {"group": "older_people", "co_design": "asked"}


@pytest.mark.parametrize("people,row", [(None, "withheld"), (19, "withheld"), (20, "refugees")])
def test_a_sensitive_group_leaves_only_where_enough_took_part(people, row):
    """In a small place, or where nobody knows, a row stays without its name."""
    context = {"people_who_took_part": people} if people else {}
    form = shared(stages=LIVE, context=context, taking_part=[SENSITIVE, NAMED])
    rows = [{"group": row, "co_design": "took_part"}, NAMED]
    assert form["taking_part"] == (rows[::-1] if row == "withheld" else rows)


def test_the_place_of_a_row_does_not_tell_which_group_it_is():
    """Stubs stand last and in an order of their own, wherever their rows were."""
    other = {"group": "faith_groups", "co_design": "asked"}
    for rows in ([SENSITIVE, NAMED, other], [NAMED, other, SENSITIVE], [other, SENSITIVE, NAMED]):
        told = [NAMED, {"group": "withheld", "co_design": "asked"}, {"group": "withheld", "co_design": "took_part"}]
        assert shared(stages=LIVE, taking_part=rows)["taking_part"] == told


def test_a_change_that_may_not_be_printed_leaves_only_its_outcome():
    """What was heard and what came of it stay with the team."""
    printed = {"heard": "Lorries.", "outcome": "could_not", "why": "The law.", "may_print": True}
    form = shared(changes=[{"heard": SECRET, "outcome": "changed", "date": "2026-10-01", "told": SECRET}, printed])
    assert form["changes"] == [{"outcome": "changed", "withheld": True}, printed]


def test_a_note_leaves_only_as_a_mark_that_it_was_given():
    """Notes on answers, conditions and decisions stay with the team; blank ones leave no mark."""
    form = shared(
        stages={"co_design": {**LIVE["co_design"], "decision_note": SECRET}},
        answers={
            "co_design.trust": {"level": 1, "note": {"text": SECRET, "lang": "cy"}},
            "co_design.networks": {"level": 1, "note": "  "},
        },
        conditions={"expenses": {"answer": "no", "note": SECRET}},
    )
    assert form["answers"] == {
        "co_design.trust": {"level": 1, "note": {"withheld": True}},
        "co_design.networks": {"level": 1},
    }
    assert form["conditions"] == {"expenses": {"answer": "no", "note": {"withheld": True}}}
    assert form["stages"]["co_design"]["decision_note"] == {"withheld": True}
    assert SECRET not in str(form)


def test_what_a_condition_costs_leaves_as_written():
    """It is there to be read by whoever pays, with the note beside it kept back."""
    cost = {"text": "£900 y flwyddyn, llinell 4 y gyllideb", "lang": "cy"}
    form = shared(conditions={"access": {"answer": "yes", "note": SECRET, "cost": cost}})
    assert form["conditions"] == {"access": {"answer": "yes", "note": {"withheld": True}, "cost": cost}}


def test_notes_leave_where_the_team_lets_them():
    """With notes asked for, they are there as written."""
    answers = {"co_design.trust": {"level": 1, "note": SECRET}}
    assert shared(notes=True, answers=answers)["answers"] == answers


@pytest.mark.parametrize("reason,leaves", [("time", False), ("safety", True)])
def test_a_reason_leaves_in_the_teams_words_and_what_is_said_of_a_barrier_does_not(reason, leaves):
    """A barrier's note may speak of somebody; that there is one still counts."""
    stage = {"status": "done", "decision": "consulting", "reason": reason, "reason_note": SECRET}
    part = {"what": "The stops", "decision": "informing", "reason": reason, "reason_note": SECRET}
    form = shared(stages={"co_design": {**stage, "who_could_remove_it": "The panel", "parts": [part]}})
    told = SECRET if leaves else {"withheld": True}
    assert form["stages"]["co_design"]["reason_note"] == told
    assert form["stages"]["co_design"]["parts"][0]["reason_note"] == told


def test_a_shared_form_can_be_shared_again():
    """Sharing what was shared changes nothing."""
    once = shared(
        stages=LIVE,
        answers={"co_design.trust": {"level": 3, "note": SECRET}},
        voices=voices([1] * 6),
        taking_part=[SENSITIVE],
        changes=[{"heard": SECRET, "outcome": "changed"}],
    )
    assert shared(**{key: value for key, value in once.items() if key not in ("format", "rubric")}) == once
