"""What the pictures of a result say, before anything draws them."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from assessment.core.reading import read
from assessment.core.score import score
from assessment.library import load
from assessment.pictures import pictures
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Table, Typed
from tests.reports.reports_made import ALL, LANGUAGES, RUBRIC, SPARSE, example, full, made, tree

TINY = Path(__file__).parent.parent / "rubrics" / "five_a_side"


def reader(language: str) -> Reader:
    """Reads the full answers file."""
    assessment = read(full(), RUBRIC)
    return Reader(RUBRIC, assessment, score(RUBRIC, assessment), language)


def parts(value: object) -> list[object]:
    """A picture and everything in it."""
    found = [value]
    if is_dataclass(value):
        for field in fields(value):
            found += parts(getattr(value, field.name))
    if isinstance(value, tuple):
        for one in value:
            found += parts(one)
    return found


@pytest.mark.parametrize("name, language", ALL)
def test_every_table_is_whole(name, language):
    """As many cells in each row as in the head, and no empty row header."""
    for table in (part for part in parts(example(name, language).pictures) if isinstance(part, Table)):
        assert all(len(row) == len(table.head) for row in table.rows)
        assert all(row[0] for row in table.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_spectrum_says_where_each_stage_is(language):
    """The step's place counts all steps; a stage that has not begun has none, and no reason."""
    shown = made(full(), language).pictures.spectrum
    assert [stage.place for stage in shown.stages] == [4, 6, 5, None]
    assert [stage.standing for stage in shown.stages] == ["barrier", "with", "opportunity", "not_started"]
    assert [(band.first, band.width) for band in shown.bands] == [(0, 2), (2, 4), (6, 2)]
    assert shown.stages[0].reason_note.text == "The grant closed in three weeks."
    assert shown.stages[1].parts[0].place == 0


def test_a_mean_is_called_one_and_is_missing_where_too_little_is_known():
    """'mean 2.0 on the scale from 0 to 3', or nothing at all."""
    shown = {value.id: value for value in made(full()).pictures.values.values}
    assert shown["strengths"].mean == "mean 2.0 on the scale from 0 to 3"
    assert shown["what_matters"].mean == ""
    assert shown["what_matters"].counted == "1 of 2 answered"


def test_a_promise_has_no_level():
    """Promised stages are told apart, as sentences."""
    rows = {row.id: row for row in made(full()).pictures.matrix.rows}
    promised = [cell for cell in rows["co_delivery"].cells if cell.state == "promised"]
    assert len(promised) == 2
    assert all(cell.level is None and cell.words == "a promise" for cell in promised)


def test_next_steps_of_a_stage_that_is_done_are_worded_for_next_time():
    """With the rubric's lead-in, in the order of the result."""
    shown = made(full()).pictures.next_steps.cards
    done = [card for card in shown if card.about.startswith("co_creation")]
    assert done
    assert all(card.text.startswith(RUBRIC.next_time.en) for card in done)
    assert not any(card.text.startswith(RUBRIC.next_time.en) for card in shown if card not in done)
    assert [card.in_plan for card in shown if card.about == "co_design.trust"] == [True]


@pytest.mark.parametrize("answer", ["yes", "in_part", "no", "not_needed", "dont_know", None])
def test_what_a_condition_costs_is_told_where_it_is_offered(answer):
    """What was typed before the answer changed is kept and not shown, in the table as in the row."""
    assessment = read(tree(conditions={"access": {"answer": answer, "cost": "£900"}}), RUBRIC)
    shown = pictures(RUBRIC, assessment, score(RUBRIC, assessment), "en").conditions
    row = next(row for row in shown.rows if row.id == "access")
    assert row.costs
    assert (row.cost is not None) == ("£900" in str(shown.table)) == (answer in ("yes", "in_part"))


def test_a_reply_stands_with_its_challenge():
    """Each with the words of the rubric and of the team."""
    cards = {(card.code, card.where): card for card in made(full()).pictures.challenges.cards}
    assert cards["asked_without_support", ""].reply.text == "The next bid has a line for expenses."
    assert cards["complex_alone", "co_delivery"].dismissed


def test_what_is_seen_differently_is_shown_with_both_levels():
    """The team's and the middle one; which of them is higher in words."""
    (people,) = made(full()).pictures.seen.groups
    assert people.how_many == "5–9 answered"
    assert [(gap.id, gap.team, gap.group, gap.direction) for gap in people.gaps] == [
        ("co_creation.strengths", 2, 1, "team_higher"),
        ("co_design.trust", 2, 1, "team_higher"),
    ]


def test_lists_read_as_language():
    """'a, b and c'; in Welsh the word after 'a' changes its first sound."""
    assert reader("en").listed(["cats", "dogs", "birds"]) == "cats, dogs and birds"
    assert reader("cy").listed(["plant", "pobl anabl"]) == "plant a phobl anabl"
    assert reader("cy").listed(["plant", "gofalwyr", "athrawon"]) == "plant, gofalwyr ac athrawon"
    assert reader("cy").listed(["plant", "cymunedau"]) == "plant a chymunedau"
    assert reader("en").listed([]) == ""


def test_a_mean_rounds_as_the_json_does():
    """Halves go away from zero, so that no reader sees another number than a machine."""
    assert [reader("en").number(mean) for mean in (2.25, 2.35, 0.05, 3.0, 5 / 3)] == ["2.3", "2.4", "0.1", "3.0", "1.7"]


def test_names_inside_a_sentence_begin_small_unless_they_are_proper():
    """'people who prefer Welsh', and 'Gypsies, Roma and Travellers'."""
    inside = reader("en").inside
    assert inside("People who prefer Welsh") == "people who prefer Welsh"
    assert inside("Gypsies, Roma and Travellers") == "Gypsies, Roma and Travellers"
    assert inside("LGBTQ+ people") == "LGBTQ+ people"
    assert inside("Co-design") == "co-design"
    assert inside("") == ""


def test_what_was_typed_is_marked_with_its_language_only_where_it_differs():
    """And a text that was withheld says so in the page's language."""
    one = reader("cy")
    assert one.typed("The lane") == Typed("The lane", "en")
    assert reader("en").typed("The lane") == Typed("The lane", None)
    assert one.typed("   ") is None
    withheld = read(tree(project={"name": "A", "about": {"withheld": True}}), RUBRIC).project.about
    assert one.typed(withheld).withheld
    assert one.typed(withheld).text != reader("en").typed(withheld).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sparse_file_has_pictures_too(language):
    """Nothing is missing that a screen would ask for."""
    shown = made(SPARSE, language).pictures
    assert shown.spectrum.alt
    assert shown.taking_part.rows == ()
    assert shown.challenges.table.rows
    assert shown.seen.groups == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rubric_without_stages_has_no_spectrum(language):
    """One axis: values and matrix are there, in the scale of that rubric."""
    rubric = load(TINY)
    answers = {item.id: {"level": rubric.scale.highest} for item in rubric.items}
    given = read({**SPARSE, "rubric": rubric.name, "answers": answers}, rubric)
    shown = pictures(rubric, given, score(rubric, given), language)
    assert shown.spectrum is None
    assert len(shown.matrix.rows) == 1
    assert all(cell.level in (rubric.scale.highest, None) for cell in shown.matrix.rows[0].cells)
