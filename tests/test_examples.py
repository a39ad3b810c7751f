"""The shipped examples: each case comes to its verdict, and both languages of a project say the same."""

from datetime import date
from pathlib import Path

import pytest

from assessment import answers_file
from assessment.core.assessment import Note
from assessment.core.publication import to_json
from assessment.core.score import score
from assessment.core.shared import shared_form

EXAMPLES = Path(__file__).parents[1] / "examples"
PROJECTS = sorted({path.name.split(".")[0] for path in EXAMPLES.glob("*.yaml")})
CASES = ["cardiff_active_travel", "newborough_forest", "pittsburgh_mobility"]
BOTH = [(project, language) for project in PROJECTS for language in ("cy", "en")]


def opened(project, language="en"):
    """An example as an assessment, and what it comes to."""
    assessment, rubric = answers_file.read(EXAMPLES / f"{project}.{language}.yaml")
    return assessment, to_json(score(rubric, assessment), rubric)


def coded(part):
    """What of a part is an answer: everything but what people typed."""
    match part:
        case Note():
            return part.given
        case str() | int() | float() | date() | None:
            return part
        case dict():
            return {key: coded(value) for key, value in part.items()}
        case tuple():
            return tuple(coded(value) for value in part)
    typed = {"language", "name", "organisation", "place", "title", "label"}
    return {name: bool(value) if name in typed else coded(value) for name, value in part}


@pytest.mark.parametrize("project", PROJECTS)
def test_both_languages_of_an_example_hold_the_same_answers(project):
    """Only the words differ; every level, step, date and count is the same, and a text is there or not in both."""
    welsh, english = (opened(project, language)[0] for language in ("cy", "en"))
    assert (welsh.language, english.language) == ("cy", "en")
    assert coded(welsh) == coded(english)


@pytest.mark.parametrize("project,language", BOTH)
def test_an_example_survives_being_written(project, language):
    """What is shipped is a model of what the program writes."""
    assessment, _ = opened(project, language)
    assert answers_file.read(answers_file.dump(assessment).encode())[0] == assessment


@pytest.mark.parametrize("project", CASES)
def test_a_case_says_no_more_than_is_known(project):
    """No level, no condition and no reason is made up; what is not known is "don't know"."""
    assessment, result = opened(project)
    assert {cell["level"] for cell in result["cells"].values()} == {None}
    assert {answer.level for answer in assessment.answers.values()} == {"dont_know"}
    assert len(assessment.answers) == 20
    assert {condition.answer for condition in assessment.conditions.values()} == {"dont_know"}
    assert {stage.reason for stage in assessment.stages.values()} == {None}
    assert result["complexity"] is None
    assert assessment.assessment.respondents == ()


@pytest.mark.parametrize("project", CASES)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_case_names_its_source(project, language):
    """Whoever doubts a fact finds where it was told."""
    assessment, _ = opened(project, language)
    workshop = {"cy": "gweithdy", "en": "workshop"}[language]
    notes = [assessment.project.about, *(stage.decision_note for stage in assessment.stages.values())]
    assert sum(f"({workshop} 11:" in note.text for note in notes) >= 2


def test_cardiff_is_decided_for_people():
    """Every known decision is "for", delivery and evaluation are not known, and the duty was no reason."""
    _, result = opened("cardiff_active_travel")
    stages = result["stages"]
    assert {id_: stage["band"] for id_, stage in stages.items()} == {
        "co_creation": "for",
        "co_design": "for",
        "co_delivery": None,
        "co_evaluation": None,
    }
    assert [stage["standing"] for stage in stages.values()] == ["opportunity", "opportunity", "unknown", "unknown"]
    assert {"code": "nothing_changed_yet", "where": "co_design"} in result["challenges"]


def test_pittsburgh_is_not_settled():
    """The issue was chosen beforehand, not with people; who decided the designs is not known."""
    assessment, result = opened("pittsburgh_mobility")
    assert result["stages"]["co_creation"]["band"] == "for"
    assert result["stages"]["co_creation"]["status"] == "before_us"
    assert assessment.stage("co_design").decision == "dont_know"
    assert result["stages"]["co_design"]["standing"] == "unknown"
    assert all(stage["standing"] != "with" for stage in result["stages"].values())


def test_newborough_has_begun_and_decided_nothing():
    """Co-creation is under way, trust first; who decides is not known."""
    assessment, result = opened("newborough_forest")
    assert result["stages"]["co_creation"]["status"] == "under_way"
    assert assessment.stage("co_creation").decision == "dont_know"
    assert result["stages"]["co_creation"]["standing"] == "unknown"
    assert result["actions"] == []


def test_the_invented_project_shows_everything():
    """Each kind of standing that a team can work on, both gaps, a promise, and people who answered apart."""
    assessment, result = opened("evening_bus")
    standings = [stage["standing"] for stage in result["stages"].values()]
    assert standings == ["barrier", "with", "reason_given", "with"]
    assert result["promised"]["stages"].keys() == {"co_evaluation"}
    groups = result["voices"]["groups"]
    assert {id_: group["published"] for id_, group in groups.items()} == {
        "people": True,
        "staff": True,
        "partners": False,
        "leaders": False,
    }
    assert {gap["direction"] for gap in result["voices"]["gaps"]} == {"team_higher", "people_higher"}
    assert {change.outcome for change in assessment.changes} == {"changed", "in_part", "could_not"}
    assert {action.status for action in assessment.actions} == {"open", "under_way", "done", "dropped"}
    assert {(reply.code, reply.where) for reply in assessment.replies} <= {
        (challenge["code"], challenge["where"]) for challenge in result["challenges"]
    }


@pytest.mark.parametrize("project,language", BOTH)
def test_an_example_may_leave_the_team(project, language):
    """Its shared form is a valid file that comes to the same result, without a single voice."""
    assessment, rubric = answers_file.read(EXAMPLES / f"{project}.{language}.yaml")
    result = score(rubric, assessment)
    shared = answers_file.dump(shared_form(assessment, result, rubric))
    again, _ = answers_file.read(shared.encode())
    assert again.voices == ()
    assert score(rubric, again) == result
