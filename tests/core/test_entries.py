"""An assessment as entries, and back."""

from itertools import count

import pytest
from hypothesis import given

from assessment import answers_file
from assessment.core.draft import draft_tree, faults_at
from assessment.core.entries import entries_of, rows_of, tree_of, typed
from assessment.core.fields import LONGEST_TEXT
from assessment.core.reading import read
from assessment.library import SHELF, load
from assessment.ui.files import names, shipped
from tests.core.drawn import assessments

RUBRIC = load(SHELF / "involvement")


def kept(tree: dict) -> dict:
    """The entries of a tree, its rows numbered."""
    numbers = count(1)
    return entries_of(tree, lambda: f"r{next(numbers)}")


def back(tree: dict) -> object:
    """A tree read again by way of its entries."""
    entries = {path: value for path, value in kept(tree).items() if path not in ("format", "rubric")}
    return read(draft_tree(entries, RUBRIC), RUBRIC)


def said(part: object) -> object:
    """What an assessment says: a question, a stage or a list of which nothing is said is as good as not there."""
    plain = answers_file.plain(part)
    if isinstance(plain, dict):
        return {key: inner for key, one in plain.items() if (inner := said(one)) not in ({}, [], None)}
    return plain


@given(assessments(RUBRIC))
def test_any_assessment_comes_back_whole_from_its_entries(tree):
    """What is kept entry by entry is what was answered; single voices are kept elsewhere, rows that say nothing not."""
    whole = {key: part for key, part in tree.items() if key != "voices"}
    assert said(back(whole)) == said(read(whole, RUBRIC))


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("name", names())
def test_every_example_comes_back_whole_from_its_entries(name, language):
    """Lists, notes in another language, labels: nothing of a file is lost."""
    tree = answers_file.load(shipped(name, language).content)
    tree.pop("voices", None)
    assert back(tree) == read(tree, RUBRIC)


def test_what_a_condition_costs_is_an_entry_of_its_own():
    """Two people can write the note and the cost at the same time."""
    cost = {"text": "£1,200 y flwyddyn", "lang": "cy"}
    tree = {"conditions": {"expenses": {"answer": "yes", "note": "In cash.", "cost": cost}}}
    assert kept(tree) == {
        "conditions/expenses/answer": "yes",
        "conditions/expenses/note": "In cash.",
        "conditions/expenses/cost": cost,
    }
    assert tree_of(kept(tree)) == tree


def test_a_file_says_the_same_by_way_of_its_entries_written_in_any_form():
    """A text alone and a text with its language are both one entry."""
    tree = {"partners": ["Mill Lane School", {"text": "Ysgol y Felin", "lang": "cy"}]}
    assert kept(tree) == {
        "partners/r1/text": "Mill Lane School",
        "partners/r2/text": {"text": "Ysgol y Felin", "lang": "cy"},
    }
    assert tree_of(kept(tree)) == tree


def test_a_row_that_says_only_who_it_is_stays():
    """A group without a stage is a row of the file, and what was missing is said of it."""
    tree = {"taking_part": [{"group": "carers"}, {"group": "other", "label": "Bus drivers"}]}
    assert tree_of(kept(tree)) == tree


def test_what_cannot_be_read_yet_is_in_no_tree():
    """A date that is no date yet is kept for the person, and does not stop the rest."""
    entries = {"project/name": "Mill Lane", "assessment/date": "2026-11-22", "actions/r1/by": typed("end of March")}
    assert "actions" not in tree_of(entries)


def test_not_applicable_counts_once_it_is_said_why():
    """Until then the answer is blank, and the draft can be read."""
    entries = {
        "project/name": "Mill Lane",
        "assessment/date": "2026-11-22",
        "answers/co_design.trust/level": "not_applicable",
    }
    assert read(draft_tree(entries, RUBRIC), RUBRIC).answer("co_design.trust").level is None
    entries["answers/co_design.trust/why"] = "Nobody meets."
    assert read(draft_tree(entries, RUBRIC), RUBRIC).answer("co_design.trust").level == "not_applicable"


def test_unfinished_rows_wait():
    """Respondents without a number, and groups without their name, are kept and not counted."""
    entries = {
        "project/name": "Mill Lane",
        "assessment/date": "2026-11-22",
        "assessment/respondents/staff/role": "staff",
        "taking_part/other~r1/co_design": "asked",
    }
    assessment = read(draft_tree(entries, RUBRIC), RUBRIC)
    assert assessment.assessment.respondents == ()
    assert assessment.taking_part == ()


def test_a_direction_goes_with_the_level_it_was_seen_beside():
    """Who lowers the team's level to the people's has no gap any more."""
    entries = {
        "project/name": "Mill Lane",
        "assessment/date": "2026-11-22",
        "answers/co_design.trust/level": 3,
        "counted/people/n": "5-9",
        "counted/people/cells/co_design.trust/median": 1,
        "counted/people/cells/co_design.trust/agreement": "close",
        "counted/people/cells/co_design.trust/direction": "team_higher",
    }
    seen = read(draft_tree(entries, RUBRIC), RUBRIC).counted["people"].cells["co_design.trust"]
    assert seen.direction == "team_higher"
    lowered = {**entries, "answers/co_design.trust/level": 1}
    seen = read(draft_tree(lowered, RUBRIC), RUBRIC).counted["people"].cells["co_design.trust"]
    assert seen.direction is None


def test_rows_stand_in_the_order_in_which_they_were_begun():
    """A list keeps its order, and a row of which everything was taken out is gone."""
    entries = {"actions/b/text": "First", "actions/a/text": "Second", "actions/c/text": ""}
    assert rows_of(entries, "actions") == ["b", "a"]


@pytest.mark.parametrize(
    "path, value, sound",
    [
        ("answers/co_design.trust/level", 3, True),
        ("answers/co_design.trust/level", 4, False),
        ("answers/nonsense/level", 3, False),
        ("stages/co_design/status", "planned", True),
        ("stages/co_design/status", "finished", False),
        ("project/name", "", False),
        ("project/name", "Mill Lane", True),
        ("context/people_who_took_part", 0, False),
        ("actions/r1/by", "2026-02-30", False),
        ("actions/r1/by", "2026-03-31", True),
        ("reflection/worked", {"text": "x" * (LONGEST_TEXT + 1), "lang": "cy"}, False),
        ("nonsense/at/all", "x", False),
    ],
)
def test_a_value_is_checked_where_it_stands(path, value, sound):
    """One field is checked by the rules that hold for a whole file."""
    assert (faults_at(RUBRIC, path, value) == ()) is sound
