"""Answers files: read with their rubric, written back the same, and blank ones that can be filled in."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment import answers_file, strict_yaml
from assessment.core.fault import BadInput
from assessment.core.fields import DONT_KNOW
from assessment.core.reading import read
from assessment.core.result import NO_MEAN
from assessment.core.score import score
from assessment.core.terms import Standing, State
from assessment.library import find, load
from tests.core.drawn import assessments

RUBRIC = find("involvement/1")
SMALL = {
    "format": "answers/1",
    "rubric": "involvement/1",
    "project": {"name": "Mill Lane"},
    "assessment": {"date": "2026-11-22"},
}


def file_of(**blocks):
    """The bytes of a small answers file with these blocks in it."""
    return strict_yaml.dump({**SMALL, **blocks}).encode()


def faults(content):
    """What is told of a file that is wrong."""
    with pytest.raises(BadInput) as caught:
        answers_file.read(content)
    return [fault.in_(str) for fault in caught.value.faults]


def test_four_lines_make_a_file():
    """Everything but format, rubric, name and date may be left out."""
    assessment, rubric = answers_file.read(file_of())
    assert rubric == RUBRIC
    assert assessment.assessment.date == date(2026, 11, 22)
    assert assessment.stages == {}


def test_json_is_an_answers_file_too():
    """The same file in JSON is the same assessment."""
    content = b'{"format": "answers/1", "rubric": "involvement/1", "project": {"name": "Mill Lane"}, \
        "assessment": {"date": "2026-11-22"}}'
    assert answers_file.read(content) == answers_file.read(file_of())


@pytest.mark.parametrize("left_out,place", [("format", "format"), ("project", "project"), ("assessment", "assessment")])
def test_what_is_needed_is_asked_for(left_out, place):
    """A file without one of the four says which."""
    tree = {key: value for key, value in SMALL.items() if key != left_out}
    assert faults(strict_yaml.dump(tree).encode()) == [f"{place}: this is missing. Write it in."]


@pytest.mark.parametrize("name", ["../../etc/passwd", "involvement", "involvement/2", "/etc/1", "", 7, None, ["a"]])
def test_a_rubric_that_is_not_there_is_told_with_those_that_are(name):
    """A path is no name of a rubric."""
    (line,) = faults(file_of(rubric=name))
    assert line.startswith("rubric: there is no rubric")
    assert line.endswith("Use one of: involvement/1.")


@pytest.mark.parametrize(
    "level,shown", [(4, "4"), (-1, "-1"), (True, "true"), (1.5, "1.5"), ("2", "'2'"), (".nan", "'.nan'")]
)
def test_a_level_is_a_whole_number_of_the_scale(level, shown):
    """Neither true nor 1.5 nor "2" is one, and the fault shows what was typed."""
    (line,) = faults(file_of(answers={"co_design.trust": {"level": level}}))
    assert line.startswith(f"answers, co_design.trust, level: {shown} is not a level. ")


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13-01", "22-11-2026", "tomorrow", 20261122, True, "2026-11-22T10:00"]
)
def test_a_day_that_is_none_is_refused(day):
    """Only a real day, as year, month and day."""
    (line,) = faults(file_of(assessment={"date": day}))
    assert line.startswith("assessment, date: ")
    assert "such as 2026-11-22" in line


def test_every_fault_is_told_at_once_by_id():
    """Seven mistakes in seven places are seven lines, each with its place."""
    lines = faults(
        file_of(
            colour="blue",
            answers={"co_design.truth": {"level": 1}, "co_design.trust": {"level": "not_applicable"}},
            taking_part=[{"group": "carers"}, {"group": "carers"}, {"group": "other", "co_design": "asked"}],
            conditions={"expenses": {"answer": "maybe"}},
            actions=[{"text": "Go to the gate", "about": "nowhere"}],
        )
    )
    assert sorted(line.split(":")[0] for line in lines) == [
        "actions, Go to the gate, about",
        "answers, co_design.trust, why",
        "answers, co_design.truth",
        "colour",
        "conditions, expenses, answer",
        "taking_part, carers",
        "taking_part, other, label",
    ]


def test_a_number_where_text_is_asked_stays_as_typed():
    """A reference of 007 or 1.50 keeps its digits."""
    content = file_of().replace(b"name: Mill Lane", b"name: 1.50\n  reference: 007")
    assessment, _ = answers_file.read(content)
    assert (assessment.project.name, assessment.project.reference) == ("1.50", "007")
    assert answers_file.read(answers_file.dump(assessment).encode())[0] == assessment


@pytest.mark.parametrize("make", ["missing", "folder", "unreadable"])
def test_a_file_that_cannot_be_opened_is_told(make, tmp_path):
    """A person learns what to look at, and not what the system called it."""
    path = tmp_path / "answers.yaml"
    if make == "folder":
        path.mkdir()
    if make == "unreadable":
        path = tmp_path / ("x" * 300)
    (line,) = faults(path)
    assert line in {
        "there is no such file. Look at its name and its folder.",
        "this is a folder. Name a file in it.",
        "this file cannot be opened. Look at its name and its disk.",
    }


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(RUBRIC))
def test_what_is_written_reads_back_the_same(tree):
    """An assessment survives being written to a file."""
    assessment = read(tree, RUBRIC)
    assert answers_file.read(answers_file.dump(assessment).encode())[0] == assessment


NOTES = st.one_of(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=40),
    st.sampled_from(["no", "12", "1.50", "true", "~", "a: b", "# c", "- d", "One.\nTwo.", " ", "{withheld: true}"]),
)


@settings(deadline=None, max_examples=80)
@given(NOTES, st.sampled_from([None, "cy", "en"]))
def test_a_note_keeps_its_words_and_its_language(text, language):
    """Whatever a person typed as a note, and in which language."""
    note = {"text": text, "lang": language} if language else text
    tree = {**SMALL, "answers": {"co_design.trust": {"note": note}}, "reflection": {"learnt": note}}
    assessment = read(tree, RUBRIC)
    again, _ = answers_file.read(answers_file.dump(assessment).encode())
    assert again == assessment
    assert (again.reflection.learnt.text, again.reflection.learnt.lang) == (text, language)


def test_a_written_file_leaves_out_what_was_never_said():
    """Defaults are not answers, and are not written as such."""
    assessment, _ = answers_file.read(file_of(answers={"co_design.trust": {"level": 1}}))
    assert strict_yaml.load(answers_file.dump(assessment)) == {**SMALL, "answers": {"co_design.trust": {"level": 1}}}


def test_a_blank_file_asks_for_the_cost_where_money_is_needed(blank):
    """And nowhere else, once for each condition that the rubric marks."""
    conditions = strict_yaml.load(filled(blank))["conditions"]
    assert [id_ for id_, one in conditions.items() if "cost" in one] == [
        condition.id for condition in RUBRIC.conditions if condition.costs
    ]


def filled(blank):
    """A blank file with a name and a day in it."""
    named = re.sub(r"^  name:$", "  name: Mill Lane", blank, count=1, flags=re.MULTILINE)
    return re.sub(r"^  date:$", "  date: 2026-11-22", named, count=1, flags=re.MULTILINE)


@pytest.fixture(params=["cy", "en"])
def blank(request):
    """The blank file in each language."""
    return answers_file.template(RUBRIC, request.param)


def test_a_blank_file_asks_for_name_and_date_only(blank):
    """Nothing else in it is wrong."""
    assert [line.split(":")[0] for line in faults(blank.encode())] == ["project, name", "assessment, date"]


def test_a_blank_file_with_name_and_date_says_nothing(blank):
    """It is read, and every question, stage and condition in it is still open."""
    assessment, rubric = answers_file.read(filled(blank).encode())
    result = score(rubric, assessment)
    assert set(assessment.answers) == set(RUBRIC.item)
    assert {cell.state for cell in result.cells.values()} == {State.NOT_COUNTED}
    assert {stage.standing for stage in result.stages.values()} == {Standing.NOT_STARTED}
    assert {stage.achieved for stage in result.stages.values()} == {NO_MEAN}
    assert result.complexity is None


def test_a_blank_file_holds_every_sentence_to_choose_from(blank):
    """A team can answer without looking anything up."""
    language = strict_yaml.load(filled(blank))["language"]
    told = " ".join(re.sub(r"^ *# *", "", line) for line in blank.splitlines())
    told = " ".join(told.split())
    for item in RUBRIC.items:
        for text in (item.question.statement, *item.question.levels.values()):
            assert " ".join(text.in_(language).split()) in told
    for stage in RUBRIC.stages.values():
        assert all(step.in_(language) in told for step in stage.decision.steps.values())
    assert all(f"  {id_}:" in blank for id_ in RUBRIC.condition)


def test_a_blank_file_is_filled_in_by_writing_after_the_colons(blank):
    """What a person writes after a colon is the answer."""
    text = filled(blank).replace("  co_design.trust:\n    level:", "  co_design.trust:\n    level: 2")
    text = text.replace(
        "  co_design:\n    status: not_started\n    decision:",
        "  co_design:\n    status: done\n    decision: dont_know",
    )
    assessment, _ = answers_file.read(text.encode())
    assert assessment.answer("co_design.trust").level == 2
    assert assessment.stage("co_design").decision == DONT_KNOW


def test_the_lines_to_uncomment_are_right(blank):
    """Whoever takes the # away from the blocks below gets a file without a fault."""
    text = filled(blank)
    head, _, tail = text.partition("# taking_part:")
    lines = [
        line.removeprefix("# ") if re.match(r"# ( *-|[a-z_]+:| +[a-z_]+:)", line) else line
        for line in tail.splitlines()
    ]
    assessment, _ = answers_file.read((head + "taking_part:" + "\n".join(lines)).encode())
    assert len(assessment.taking_part) == 2
    assert len(assessment.actions) == len(assessment.changes) == len(assessment.success) == 1


def test_a_rubric_without_stages_has_a_blank_file_too():
    """The template asks what the rubric asks, and no more."""
    small = load(Path(__file__).parent / "rubrics" / "five_a_side")
    blank = answers_file.template(small, "en")
    assert "stages:" not in blank
    assert read(strict_yaml.load(filled(blank)), small).answers.keys() == small.item.keys()
