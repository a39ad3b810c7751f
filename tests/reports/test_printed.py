"""What a report is rendered from is what it prints: nothing more goes with it as data, and nothing less comes of it."""

import json
import re
from html import unescape
from itertools import pairwise

import pytest
from pydantic import BaseModel

from assessment import answers_file
from assessment.core.fields import Note
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.score import score
from reports.choice import LEAVABLE, Choice
from reports.printed import ROOMS, cut, printed_form, printed_forms
from tests.reports.reports_made import EXAMPLES, LANGUAGES, NAMES, RUBRIC, SUBMITTED, Made, full, made, tree
from tests.reports.test_bid import crammed

CHOICES = [
    Choice("en"),
    Choice("en", notes=True),
    Choice("en", leave_out=frozenset(LEAVABLE)),
    Choice("en", layout="bid"),
]
IDS = ["full", "with notes", "parts left out", "bid"]
SMALL = {**full()["context"], "people_who_took_part": 7}


def assessments():
    """The full file, the same in a small place, one crammed with text, and the shipped examples."""
    yield read(full(), RUBRIC)
    yield read(tree(context=SMALL), RUBRIC)
    yield read(crammed("Tyfu gyda'n gilydd, fesul cam. " * 40), RUBRIC)
    for name in NAMES:
        yield made(EXAMPLES / f"{name}.en.yaml").assessment


def forms(assessment, choice):
    """Every form in which a choice could be printed."""
    return printed_forms(RUBRIC, assessment, score(RUBRIC, assessment), choice)


@pytest.mark.parametrize("choice", CHOICES, ids=IDS)
def test_the_form_of_a_form_is_the_form(choice):
    """So a report can be made again from its own data."""
    for assessment in assessments():
        for form, room in forms(assessment, choice):
            [(again, _)] = printed_forms(RUBRIC, form, score(RUBRIC, form), choice, room)
            assert answers_file.plain(again) == answers_file.plain(form)
            assert read(answers_file.plain(form), RUBRIC) == read(answers_file.plain(again), RUBRIC)


@pytest.mark.parametrize("choice", CHOICES[:3], ids=IDS[:3])
def test_what_is_printed_comes_to_the_same_result(choice):
    """A whole report leaves out texts, and no answer that counts."""
    for assessment in assessments():
        [(form, _)] = forms(assessment, choice)
        assert to_json(score(RUBRIC, form), RUBRIC) == to_json(score(RUBRIC, assessment), RUBRIC)


def test_what_two_pages_print_comes_to_the_same_result_but_for_what_they_leave_out():
    """Names are shortened, and of those who answered apart only the people's differences are told."""
    for assessment in assessments():
        whole = to_json(score(RUBRIC, assessment), RUBRIC)
        for form, _ in forms(assessment, Choice("en", layout="bid")):
            found = to_json(score(RUBRIC, form), RUBRIC)
            assert found["voices"]["gaps"] == whole["voices"]["gaps"]
            for apart in ("missing", "voices"):
                del found[apart]
            assert found == {key: part for key, part in whole.items() if key in found}


@pytest.mark.parametrize("choice", CHOICES, ids=IDS)
@pytest.mark.parametrize("name", ["", *NAMES])
def test_every_text_of_the_data_stands_on_the_pages(choice, name):
    """Whatever a person typed and the data holds, the printed report shows."""
    assessment = made(EXAMPLES / f"{name}.en.yaml").assessment if name else made(full()).assessment
    report = Made(assessment, **choice.plain | {"leave_out": choice.leave_out}, submission=SUBMITTED)
    shown, texts = (
        squeezed(unescape(re.sub("<[^>]*>", "", report.html))),
        list(typed(answers_file.read(report.enclosed.answers)[0])),
    )
    assert len(texts) > 2
    assert [text for text in texts if squeezed(text) not in shown] == []


HALF_SAID = {
    "strengths": [{"what": "", "whose": "of nobody"}],
    "success": [{"who": "for nobody"}, {"who": "", "before": "before nothing"}],
    "actions": [{"text": "", "owner": "who does nothing", "needs": "for nothing", "with_whom": "with nobody"}],
    "taking_part": [{"group": "other", "label": "unsaid people"}],
    "stages": {"co_design": {"status": "done", "who_could_remove_it": "who could remove nothing"}},
    "answers": {
        "co_design.trust": {"note": "noted beside nothing"},
        "co_design.networks": {"level": 1, "why": "why not", "note": "noted"},
        "co_design.strengths": {"level": "not_applicable", "why": "because"},
    },
}
"""What is typed only in part: the rest of it is never printed by itself."""


@pytest.mark.parametrize("layout", ["full", "bid"])
@pytest.mark.parametrize("leave_out", [(), ("answers",), LEAVABLE], ids=["all in", "no answers", "parts left out"])
@pytest.mark.parametrize("notes", [True, False], ids=["notes", "no notes"])
def test_what_is_said_in_part_or_left_out_is_in_no_data(notes, leave_out, layout):
    """Notes on answers that are left out, whose a strength without a name is, who does an action of no words."""
    report = Made(read(tree(**HALF_SAID), RUBRIC), "en", notes, False, frozenset(leave_out), RUBRIC, layout, SUBMITTED)
    shown = squeezed(unescape(re.sub("<[^>]*>", "", report.html)))
    texts = list(typed(answers_file.read(report.enclosed.answers)[0]))
    assert [text for text in texts if squeezed(text) not in shown] == []
    assert ("noted" in texts) is (notes and not leave_out and layout == "full")


def test_a_part_of_a_stage_without_words_is_no_part_that_is_kept_back():
    """It has a step, and says nothing of what it is the step of."""
    stages = full()["stages"]
    stages = {**stages, "co_design": {**stages["co_design"], "parts": [{"what": "", "decision": "consulting"}]}}
    assert "more part" not in Made(read(tree(stages=stages), RUBRIC), "en", layout="bid").html


def squeezed(text):
    """A text without its spaces, which a line's end adds and takes."""
    return "".join(text.split()).replace("\u00ad", "")


TYPED = ("name", "organisation", "reference", "place", "title", "label")
"""Fields that are text and no note."""


def typed(part):
    """The texts that people typed in an assessment or a part of it."""
    if isinstance(part, Note):
        yield part.text
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            value = getattr(part, name, None)
            yield from [value] if name in TYPED and isinstance(value, str) else typed(value)
    elif isinstance(part, dict | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from typed(inner)


def test_sensitive_groups_of_a_small_place_are_in_no_data():
    """Neither by name nor by label; that somebody took part stays."""
    for layout in ("full", "bid"):
        report = Made(read(tree(context=SMALL), RUBRIC), "en", layout=layout, submission=SUBMITTED)
        assert "disabled_people" not in report.enclosed.answers.decode()
        assert '"withheld"' in report.enclosed.answers.decode()


def test_no_single_voice_is_in_the_data():
    """Only what is published of them, and the same for four voices as for none."""
    enclosed = made(full())
    submitted = Made(enclosed.assessment, "en", submission=SUBMITTED).enclosed
    assert '"voices"' not in submitted.answers.decode()
    few = [
        Made(read(tree(voices=voices), RUBRIC), "en", submission=SUBMITTED) for voices in (full()["voices"][:4], None)
    ]
    assert few[0].enclosed.answers == few[1].enclosed.answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_attached_answers_file_opens_in_gyda(language):
    """It is an answers file like any other."""
    submitted = Made(made(full()).assessment, language, submission=SUBMITTED)
    assessment, rubric = answers_file.read(submitted.enclosed.answers)
    assert rubric is RUBRIC
    assert to_json(score(rubric, assessment), rubric) == json.loads(submitted.enclosed.results)


def test_a_text_is_shortened_at_a_word_and_only_once():
    """And never longer than asked for, whatever its letters."""
    assert cut("one two three", 40) == "one two three"
    assert cut("one two three four", 12) == "one two…"
    assert cut("  one\n two ", 12) == "one two"
    for text in ("W" * 90, "gair " * 40, "🚌" * 50, "ŵŷ" * 60):
        for length in (7, 30, 44):
            assert cut(cut(text, length), length) == cut(text, length)
            assert len(cut(text, length)) <= length


def test_each_room_holds_no_more_than_the_one_before():
    """The last is where whatever was typed fits in."""
    for wide, narrow in pairwise(ROOMS):
        assert narrow.size >= wide.size
        assert all(getattr(narrow, name) <= getattr(wide, name) for name in ("about", "reason", "change", "rows"))


def test_only_what_stands_in_a_stage_that_counts_is_printed():
    """Answers of a stage that has not begun are kept by the team."""
    given = tree(stages={**full()["stages"], "co_design": {"status": "not_started"}})
    assessment = read(given, RUBRIC)
    form = printed_form(RUBRIC, assessment, score(RUBRIC, assessment), Choice("en"))
    assert not any(id_.startswith("co_design") for id_ in form.answers)
    assert "co_design" not in form.stages
