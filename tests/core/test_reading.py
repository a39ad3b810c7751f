"""Reading an answers file: every fault at once, in plain words, and what people leave blank is blank."""

import copy

import pytest

from assessment.core.fault import BadInput
from assessment.core.reading import read
from assessment.library import SHELF, load

RUBRIC = load(SHELF / "involvement")
BARE = {
    "format": "answers/1",
    "rubric": RUBRIC.name,
    "project": {"name": "Mill Lane"},
    "assessment": {"date": "2026-11-22"},
}


def tree(**blocks):
    """A bare file with some blocks."""
    return {**copy.deepcopy(BARE), **blocks}


def told(given) -> list[str]:
    """Every fault of a tree, a line each."""
    with pytest.raises(BadInput) as caught:
        read(given, RUBRIC)
    return [fault.in_(str) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "blocks",
    [
        {"stages": None, "answers": None, "context": None, "taking_part": None, "actions": None, "reflection": None},
        {"stages": {"co_design": None}, "answers": {"co_design.trust": None}, "conditions": {"expenses": None}},
        {"stages": {"co_design": {"status": None, "decision": None, "parts": None, "decision_evidence": None}}},
        {"context": {"complexity": {"first_time": None}, "level": None}},
        {"taking_part": [{"group": "carers", "label": None, "co_design": None}]},
        {"answers": {"co_design.trust": {"level": None, "evidence": None, "note": None, "why": None}}},
    ],
)
def test_nothing_after_a_colon_is_as_left_out(blocks):
    """People un-comment a line and leave it empty; that is no fault."""
    assert read(tree(**blocks), RUBRIC).assessment == read(tree(), RUBRIC).assessment


def test_an_unknown_key_with_nothing_after_it_is_still_a_fault():
    """A misspelt key is told, filled in or not."""
    assert any("stages, co_desing: 'co_desing' is not known" in line for line in told(tree(stages={"co_desing": None})))
    (line,) = told(tree(anwsers=None))
    assert "anwsers" in line


@pytest.mark.parametrize(
    "blocks,line",
    [
        (
            {"project": {"name": "Mill Lane", "abuot": "Buses"}},
            "project, abuot: this key is not known. "
            "Did you mean 'about'? If not, take it out, or spell it as the template does.",
        ),
        (
            {"anwsers": {}},
            "anwsers: this key is not known. "
            "Did you mean 'answers'? If not, take it out, or spell it as the template does.",
        ),
        (
            {"actions": [{"text": "Ring the school", "onwer": "Sian"}]},
            "actions, Ring the school, onwer: this key is not known. "
            "Did you mean 'owner'? If not, take it out, or spell it as the template does.",
        ),
        (
            {"stages": {"co_design": {"reason_note": {"txt": "No time"}}}},
            "stages, co_design, reason_note, txt: this key is not known. "
            "Did you mean 'text'? If not, take it out, or spell it as the template does.",
        ),
        (
            {"stages": {"co_design": {"status": "Under_wya"}}},
            "stages, co_design, status: 'Under_wya' is not one of the answers. "
            "Did you mean 'under_way'? If not, use one of: not_started, planned, under_way, done, before_us.",
        ),
        (
            {"project": {"name": "Mill Lane", "kind": "comunity"}},
            "project, kind: 'comunity' is not known. Did you mean 'community'? "
            "If not, use one of: public_body, voluntary, community, university, other.",
        ),
    ],
)
def test_a_misspelt_word_is_told_with_the_one_most_like_it(blocks, line):
    """A key, an answer or an id: whoever slips sees what was meant."""
    assert told(tree(**blocks)) == [line]


@pytest.mark.parametrize(
    "blocks",
    [
        {"project": {"name": "Mill Lane", "zzzz": "Buses"}},
        {"stages": {"co_design": {"status": "zzzz"}}},
        {"project": {"name": "Mill Lane", "kind": "zzzz"}},
        {"actions": [{"text": "Ring the school", "about": "zzzz"}]},
    ],
)
def test_a_word_like_no_other_is_told_without_a_guess(blocks):
    """Gyda does not put words into anybody's mouth."""
    (line,) = told(tree(**blocks))
    assert "Did you mean" not in line


def test_a_file_with_thousands_of_unknown_words_is_told_all_and_guessed_at_a_little():
    """Every fault stands there; guesses take time, so only the first faults have one."""
    lines = told(tree(answers={f"co_design.trust_{number}": {"level": 1} for number in range(1000)}))
    assert len(lines) == 1000
    assert 0 < sum("Did you mean 'co_design.trust'?" in line for line in lines) <= 100


def test_what_an_action_is_about_is_told_in_one_short_line():
    """The stages are named and one question stands for all; the list of every question is not read out."""
    (line,) = told(tree(actions=[{"text": "Ring the school", "about": "Llwybr 7"}]))
    assert line == (
        "actions, Ring the school, about: 'Llwybr 7' is not known. "
        f"Use one of: {', '.join(RUBRIC.order)}, or a question such as {next(iter(RUBRIC.item))}."
    )
    (line,) = told(tree(actions=[{"text": "Ring the school", "about": "co_design.trsut"}]))
    assert "Did you mean 'co_design.trust'? If not, use one of: " in line


@pytest.mark.parametrize("date", [None, ""])
def test_an_empty_date_is_called_empty(date):
    """Nobody typed a date that is none."""
    assert told(tree(assessment={"date": date})) == [
        "assessment, date: this is empty. Write year, month and day, such as 2026-11-22."
    ]


def test_several_faults_of_one_answer_are_told_together():
    """An unknown key does not hide that the reason is missing."""
    lines = told(tree(answers={"co_design.trust": {"level": "not_applicable", "foo": 1, "evidence": "hearsay"}}))
    assert len(lines) == 3
    assert all("answers, co_design.trust" in line for line in lines)


def test_every_double_is_told_beside_other_faults():
    """Two groups twice and an unknown one are three faults."""
    rows = [{"group": group} for group in ("carers", "carers", "rural", "rural", "martians")]
    lines = told(tree(taking_part=rows))
    assert len(lines) == 3
    assert sum("is there twice" in line for line in lines) == 2


def test_a_role_twice_is_a_fault():
    """One line a role."""
    sitting = {"date": "2026-11-22", "respondents": [{"role": "staff", "count": 1}, {"role": "staff", "count": 2}]}
    assert told(tree(assessment=sitting)) == [
        "assessment, respondents, staff: 'staff' is there twice. Keep one row of it."
    ]


@pytest.mark.parametrize("count", [0, -1, 1.5, True, "3", 10**12])
def test_a_count_is_a_number_of_people(count):
    """Counts are whole numbers from 1 up."""
    sitting = {"date": "2026-11-22", "respondents": [{"role": "staff", "count": count}]}
    (line,) = told(tree(assessment=sitting))
    assert "assessment, respondents, staff, count" in line


@pytest.mark.parametrize(
    "blocks",
    [
        {"stages": {"co_design": {"reason_note": {"withheld": True, "text": "secret"}}}},
        {"changes": [{"outcome": "changed", "withheld": True, "heard": "secret"}]},
        {"actions": [{"text": {"withheld": True, "text": "secret"}}]},
    ],
)
def test_what_is_withheld_has_no_text_beside_it(blocks):
    """A stub with its text in it would leave the team."""
    assert any("said to be withheld, and is there" in line for line in told(tree(**blocks)))


SHARES = {"to": "few", "for": "most", "with": "few"}


@pytest.mark.parametrize(
    "people",
    [
        {"n": 3},
        {"n": "1-4"},
        {"n": "lots"},
        {"n": "5-9", "cells": {"co_design.trust": {"median": 9, "agreement": "close"}}},
        {"n": "5-9", "cells": {"co_design.trust": {"median": -1, "agreement": "close"}}},
        {"n": "5-9", "cells": {"co_design.trust": {"median": "dont_know", "agreement": "close"}}},
        {"n": "5-9", "cells": {"co_design.trust": {"median": 3, "agreement": "close", "direction": "team_higher"}}},
        {"n": "5-9", "cells": {"co_design.trust": {"median": 0, "agreement": "close", "direction": "people_higher"}}},
        {"n": "5-9", "decisions": {"co_design": {**SHARES, "to": "most"}}},
        {"n": "5-9", "decisions": {"co_design": {"for": "most"}}},
    ],
)
def test_counted_voices_are_only_believed_as_gyda_writes_them(people):
    """Nobody can publish a group of three, or a gap that is none, by writing a file."""
    given = tree(
        counted={"people": people},
        stages={"co_design": {"status": "done"}},
        answers={"co_design.trust": {"level": 2}},
    )
    assert told(given)


def test_counted_voices_as_gyda_writes_them_are_read():
    """The shared form of a file is read back."""
    people = {
        "n": "5-9",
        "cells": {"co_design.trust": {"median": 1, "agreement": "close", "direction": "team_higher"}},
        "decisions": {"co_design": SHARES},
    }
    given = tree(
        counted={"people": people},
        stages={"co_design": {"status": "done"}},
        answers={"co_design.trust": {"level": 2}},
    )
    assert read(given, RUBRIC).counted["people"].n == "5-9"


def test_voices_and_counted_voices_do_not_stand_together():
    """One of them is the truth."""
    lines = told(tree(voices=[{"group": "people"}], counted={"people": {"n": "5-9"}}))
    assert lines == ["counted: there are both voices and counted voices. Keep one of them."]


def test_a_place_names_what_the_person_wrote():
    """Rows are called by what they say, a key that is there is named, and nothing looks like Python."""
    lines = told(
        tree(
            actions=[{"text": ["a"]}, {"text": "Ring the school", "about": "co_desing"}],
            replies=[{"code": "all_top", "where": "nowhere"}],
            stages={"co_design": {"status": True, "decision": ["x"]}},
        )
    )
    places = {line.split(": ")[0] for line in lines}
    assert "actions, text" in places
    assert "actions, Ring the school, about" in places
    assert "replies, all_top nowhere, where" in places
    assert not any("True" in line or "['" in line or "Use one of: ," in line for line in lines)
