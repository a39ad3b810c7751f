"""An invented portfolio: believable, plainly invented, the same for a seed, and never mixed with real data."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from assessment import answers_file, library
from assessment.cli import main
from assessment.core.portfolio.cut import Cut
from assessment.core.terms import ActionStatus, Depth, MadeBy, Standing
from assessment.portfolio import demo
from assessment.store.portfolio.mixing import mix

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
RUBRIC = library.find("involvement/1")


@pytest.fixture(scope="module")
def projects():
    """Forty invented projects."""
    return list(demo.invented(RUBRIC, 40, 1))


def every(projects):
    """All assessments of all projects."""
    return [one for project in projects for one in project]


def test_there_is_some_of_everything_among_forty_projects(projects):
    """Kinds, levels, who works on it, first looks, drafts, repeats and voices are all there."""
    last = [project[-1].assessment for project in projects]
    assert {one.project.kind for one in last} == {kind.id for kind in RUBRIC.kinds}
    assert {one.context.level for one in last} == {level.id for level in RUBRIC.context.levels}
    assert {one.project.made_by for one in last} == set(MadeBy)
    assert {one.assessment.depth for one in last} == set(Depth)
    assert {len(project) for project in projects} == {1, 2, 3, 4}
    assert any(project[-1].draft for project in projects)
    voices = [len(one.voices) for one in last if one.voices]
    assert min(voices) < RUBRIC.parameters.voices.publish_from <= max(voices)


def test_two_of_forty_projects_were_made_with_an_older_major(projects):
    """They are kept with a rubric of their own, which is never mixed with the one of today."""
    assert sorted(project[0].rubric.major for project in projects) == [0] * 2 + [1] * 38


def test_half_of_the_projects_speak_welsh_and_all_say_that_they_are_invented(projects):
    """No place and no organisation could be taken for a real one."""
    assert [project[0].assessment.language for project in projects] == ["cy", "en"] * 20
    for one in every(projects):
        assert "demo" in one.tags
        for name in (one.assessment.project.name, one.assessment.project.organisation):
            assert "Example" in name or "Enghraifft" in name


def test_what_is_to_be_done_is_due_after_the_day_on_which_it_was_said(projects):
    """Nothing that goes on has a day in the past of its assessment; by today, some of it is overdue and some is not."""
    goes_on = {ActionStatus.OPEN, ActionStatus.UNDER_WAY}
    for one in every(projects):
        day = one.assessment.assessment.date
        assert all(action.by > day for action in one.assessment.actions if action.status in goes_on)
    left = [action.by for project in projects for action in project[-1].assessment.actions if action.status in goes_on]
    overdue = sum(by < AT.date() for by in left)
    assert len(left) // 10 < overdue < len(left) * 9 // 10


@pytest.mark.parametrize("seed", [1, 7])
def test_a_good_part_says_how_it_knows_who_lives_there(seed):
    """More than a third of the projects and less than nine tenths, and each in its own language."""
    last = [project[-1].assessment for project in demo.invented(RUBRIC, 40, seed)]
    said = [one for one in last if one.context.how_we_know_who_lives_here.given]
    assert 13 < len(said) < 36
    assert {one.language for one in said} == {"cy", "en"}


def test_a_seed_always_makes_the_same(projects):
    """The same seed has the same content; another one has another."""
    said = [answers_file.plain(one.assessment) for one in every(projects)]
    again, other = (every(demo.invented(RUBRIC, 40, seed)) for seed in (1, 2))
    assert [answers_file.plain(one.assessment) for one in again] == said
    assert [answers_file.plain(one.assessment) for one in other] != said


def test_the_invented_portfolio_is_there_to_look_at(store):
    """Standings of every kind, promises kept and not, and two projects on the older rubric, in either database."""
    told = []
    made = demo.make(store, RUBRIC, 40, 1, at=AT, tell=told.append)
    assert made == demo.in_the_way(store) > 60
    assert told == [40]
    assert mix(store, Cut(rubric="involvement/0")).compared == 2
    assert mix(store, Cut(rubric="involvement/1", drafts=True)).by("rubric") == {"involvement/1": 36}
    with store.engine.connect() as connection:
        standings = set(connection.exec_driver_sql("SELECT standing FROM stage_results").scalars())
        kept = set(connection.exec_driver_sql("SELECT kept FROM promise_results").scalars())
    assert standings == {standing.value for standing in Standing}
    assert kept >= {"kept", "partly", "changed", "not_kept"}


def test_invented_projects_are_not_put_beside_real_ones_unasked(folder):
    """The command refuses a store with something in it, and goes on if it is told to."""
    run = CliRunner().invoke
    first = run(main, ["demo", "--projects", "2", "--language", "en"])
    assert (first.exit_code, first.stderr) == (0, "2 of 2 projects are in.\n")
    second = run(main, ["demo", "--projects", "2", "--language", "en"])
    assert (second.exit_code, second.stdout) == (2, "")
    assert "GYDA_DATA" in second.stderr
    assert run(main, ["demo", "--projects", "2", "--seed", "2", "--yes"]).exit_code == 0


@pytest.mark.parametrize("number", ["0", "-1", "100001"])
def test_a_number_of_projects_that_makes_no_sense_is_refused(folder, number):
    """Nothing is made of it."""
    refused = CliRunner().invoke(main, ["demo", "--projects", number])
    assert refused.exit_code == 2
    assert not list(folder.glob("*"))
