"""What must hold of every assessment, whatever the answers are."""

import copy
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.rubric import Rubric
from assessment.core.score import score, score_all
from assessment.core.shared import shared_form
from assessment.core.terms import LIVE
from assessment.library import SHELF, load
from tests.core.drawn import NOTES, assessments, voices

RUBRIC: Rubric = load(SHELF / "involvement")
TREES = assessments(RUBRIC)


def of(tree: dict) -> object:
    """The result of a tree."""
    return score(RUBRIC, read(tree, RUBRIC))


def means(result: object) -> dict:
    """Every mean of a result by name."""
    found = {f"stage {s}": one.achieved.score for s, one in result.stages.items()}
    found |= {f"value {v}": one.score for v, one in result.values.items()}
    found |= {f"promised stage {s}": one.score for s, one in result.promised.stages.items()}
    return found | {f"promised value {v}": one.score for v, one in result.promised.values.items()}


@given(TREES)
def test_every_mean_lies_on_the_scale(tree):
    """A mean is never below the lowest level or above the highest."""
    result, scale = of(tree), RUBRIC.scale
    for name, mean in means(result).items():
        assert mean is None or scale.lowest <= mean <= scale.highest, name
    for stage in result.stages.values():
        assert stage.achieved.evidence is None or 0 <= stage.achieved.evidence <= 3
        assert 0 <= stage.achieved.answered <= stage.achieved.applicable <= len(RUBRIC.columns)


@given(TREES, st.sampled_from(list(RUBRIC.item)), st.sampled_from(RUBRIC.scale.levels[:-1]))
def test_raising_one_level_never_lowers_a_score(tree, question, level):
    """Whoever does more is never shown less."""
    lower, higher = ({**tree, "answers": {**tree["answers"], question: {"level": x}}} for x in (level, level + 1))
    before, after = means(of(lower)), means(of(higher))
    for name, mean in before.items():
        assert (mean is None) == (after[name] is None), name
        assert mean is None or after[name] >= mean - 1e-12, name


@given(TREES, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(tree, chance: random.Random):
    """Two files that say the same in another order come to the same."""
    other = copy.deepcopy(tree)
    for block in ("stages", "answers", "conditions"):
        pairs = list(other[block].items())
        chance.shuffle(pairs)
        other[block] = dict(pairs)
    chance.shuffle(other["voices"])
    assert to_json(of(tree), RUBRIC) == to_json(of(other), RUBRIC)


@given(TREES, st.sampled_from(list(RUBRIC.item)))
def test_a_blank_is_never_counted_as_zero(tree, question):
    """An answer that is missing, blank or not known changes no mean but by being unknown."""
    results = []
    for blank in (None, {"level": None}, {"level": "dont_know"}):
        other = copy.deepcopy(tree)
        other["answers"].pop(question, None)
        if blank:
            other["answers"][question] = blank
        results.append(means(of(other)))
    assert results[0] == results[1] == results[2]
    stage = question.split(".")[0]
    result = of({**tree, "answers": {k: v for k, v in tree["answers"].items() if k != question}})
    levels = [result.cells[item.id].level for item in RUBRIC.items if item.stage == stage and item.id != question]
    known = [level for level in levels if level is not None]
    mean = result.stages[stage].achieved.score
    assert mean is None or mean == pytest.approx(sum(known) / len(known))


@given(TREES, voices(RUBRIC, most=4))
def test_a_group_under_five_never_shows(tree, few):
    """With none, one or four voices the whole output is the same."""
    none, some = {**tree, "voices": []}, {**tree, "voices": few}
    assert to_json(of(none), RUBRIC) == to_json(of(some), RUBRIC)


@given(TREES, st.data())
def test_four_more_voices_of_another_group_change_nothing_of_it(tree, data):
    """A hidden group stays hidden beside a published one."""
    others = [v for v in tree["voices"] if v["group"] != "staff"]
    few = [{**v, "group": "staff"} for v in data.draw(voices(RUBRIC, most=4))]
    before = of({**tree, "voices": others})
    after = of({**tree, "voices": [*others, *few]})
    assert to_json(before, RUBRIC) == to_json(after, RUBRIC)


@given(TREES)
def test_the_shared_form_scores_as_the_full_one(tree):
    """What leaves the team, with voices counted and texts withheld, comes to the same result."""
    full = read(tree, RUBRIC)
    result = score(RUBRIC, full)
    shared = shared_form(full, result, RUBRIC)
    assert not shared.voices
    assert to_json(score(RUBRIC, shared), RUBRIC) == to_json(result, RUBRIC)


@given(st.lists(TREES, min_size=1, max_size=4))
def test_many_assessments_score_as_each_alone(trees):
    """The table gives each row what it would get on its own."""
    read_all = [read(tree, RUBRIC) for tree in trees]
    assert list(score_all(RUBRIC, read_all)) == [score(RUBRIC, one) for one in read_all]


@given(TREES)
def test_a_first_look_carries_no_score(tree):
    """One stage in one sitting has levels and questions back, and no mean."""
    tree = {**tree, "assessment": {**tree["assessment"], "depth": "first_look"}}
    assert set(means(of(tree)).values()) <= {None}


@given(TREES)
def test_planned_levels_never_count_as_achieved(tree):
    """Taking every promise away leaves what has happened as it was."""
    result = of(tree)
    planned = {stage for stage, one in result.stages.items() if one.status == "planned"}
    without = {**tree, "answers": {k: v for k, v in tree["answers"].items() if k.split(".")[0] not in planned}}
    other = of(without)
    assert [one.achieved for one in result.stages.values()] == [one.achieved for one in other.stages.values()]
    assert result.values == other.values


@given(TREES)
def test_only_live_stages_are_counted_and_suggested(tree):
    """What has not started, or was settled before, has no level and no next step."""
    result = of(tree)
    live = {stage for stage, one in result.stages.items() if one.status in LIVE}
    for question, cell in result.cells.items():
        assert (cell.state == "not_counted") == (question.split(".")[0] not in live)
    assert {step.about.split(".")[0] for step in result.actions} <= live


@given(TREES, st.integers(5, 20))
def test_a_deployment_can_raise_the_smallest_group_and_never_lower_it(tree, least):
    """A smaller number than the rubric's is ignored; a larger one hides more."""
    assessment = read(tree, RUBRIC)
    usual = score(RUBRIC, assessment)
    assert score(RUBRIC, assessment, publish_from=1) == usual
    raised = score(RUBRIC, assessment, publish_from=least)
    for group, voices_ in raised.voices.items():
        assert not voices_.published or usual.voices[group].published
        number = sum(voice.group == group for voice in assessment.voices)
        assert voices_.published == (number >= least)


@given(TREES)
def test_scores_change_with_nothing_but_levels_and_statuses(tree):
    """Who decides, why, and who took part move no mean."""
    bare = {**tree, "taking_part": [], "conditions": {}, "actions": [], "changes": [], "voices": []}
    bare["stages"] = {stage: {"status": one["status"]} for stage, one in tree["stages"].items()}
    assert means(of(bare)) == means(of(tree))


@given(TREES, NOTES)
def test_what_a_condition_costs_moves_nothing(tree, cost):
    """Neither a score nor a challenge nor a next step."""
    dear = {id_: {**one, "cost": cost} for id_, one in tree["conditions"].items()}
    assert of({**tree, "conditions": dear}) == of(tree)


def test_the_frozen_result_cannot_be_changed_by_accident():
    """A result is a value."""
    tree = {
        "format": "answers/1",
        "rubric": RUBRIC.name,
        "project": {"name": "Mill Lane"},
        "assessment": {"date": "2026-11-22"},
    }
    result = of(tree)
    with pytest.raises(AttributeError):
        result.depth = "full"
    assert replace(result) == result
