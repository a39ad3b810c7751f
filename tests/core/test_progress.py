"""How far a draft has come."""

import pytest

from assessment.core.progress import live_stages, next_stage, progress_of, whole_progress
from assessment.library import SHELF, load

RUBRIC = load(SHELF / "involvement")
STAGE, LATER = RUBRIC.order[0], RUBRIC.order[1]


@pytest.mark.parametrize("status, asked", [("not_started", 0), ("before_us", 1), ("planned", 6), ("done", 6)])
def test_a_stage_asks_what_fits_its_status(status, asked):
    """Nothing before it starts, only who decided where it was settled before, else the five questions too."""
    assert progress_of(RUBRIC, {f"stages/{STAGE}/status": status}, STAGE).total == asked


def test_the_turned_round_question_comes_with_a_decision_that_is_not_shared():
    """Where people decide with the team no reason is asked, nor where it is not known who decides."""
    asked = {}
    for step in (*RUBRIC.step, "dont_know"):
        values = {f"stages/{STAGE}/status": "done", f"stages/{STAGE}/decision": step}
        asked[step] = progress_of(RUBRIC, values, STAGE).total
    shared = {step.id for step in RUBRIC.steps if RUBRIC.band[step.band].shared} | {"dont_know"}
    assert {step for step, total in asked.items() if total == 6} == shared
    assert {step for step, total in asked.items() if total == 7} == set(RUBRIC.step) - shared


def test_time_left_goes_down_with_every_answer():
    """Every answer, "don't know" too, takes its minutes off, down to none."""
    values = {f"stages/{STAGE}/status": "done", f"stages/{LATER}/status": "not_started"}
    left = [progress_of(RUBRIC, values, STAGE).minutes]
    for one in progress_of(RUBRIC, values, STAGE).asked:
        values[one.path] = "dont_know"
        left.append(progress_of(RUBRIC, values, STAGE).minutes)
    assert left == sorted(left, reverse=True)
    assert left[-1] == 0
    assert progress_of(RUBRIC, values, STAGE).complete


def test_the_next_stage_is_the_first_with_something_left():
    """A stage that is whole is passed over; where nothing is left there is no next one."""
    values = {f"stages/{LATER}/status": "before_us"}
    assert next_stage(RUBRIC, values) == LATER
    assert live_stages(RUBRIC, values) == []
    values[f"stages/{LATER}/decision"] = "dont_know"
    assert next_stage(RUBRIC, values) is None
    assert whole_progress(RUBRIC, values).complete


def test_what_does_not_apply_counts_once_it_is_said_why():
    """Until then it is a question that waits for a sentence."""
    stage = RUBRIC.order[0]
    item = next(item.id for item in RUBRIC.items if item.stage == stage)
    said = {f"stages/{stage}/status": "done", f"answers/{item}/level": "not_applicable"}
    assert progress_of(RUBRIC, said, stage).answered == 0
    assert progress_of(RUBRIC, {**said, f"answers/{item}/why": "Nobody travels."}, stage).answered == 1
