"""Invented answers, always the same, as many as a measurement wants."""

from random import Random
from typing import Any

import numpy as np
import pandas as pd

from assessment import library
from assessment.core.assessment import Assessment
from assessment.core.rubric import Rubric
from assessment.core.scores import AnswersTable
from assessment.core.terms import Status

STATUSES = [status.value for status in Status]
EVIDENCE = ["none", "own_view", "documented", "confirmed"]


def rubric() -> Rubric:
    """The real rubric."""
    return library.find("involvement/1")


def table(rubric: Rubric, size: int) -> AnswersTable:
    """A table of answers of `size` assessments, a fifth of it unanswered."""
    random = np.random.default_rng(1)
    ids = [item.id for item in rubric.items]
    shape = (size, len(ids))
    level = random.integers(rubric.scale.lowest, rubric.scale.highest + 1, shape).astype("float64")
    level[random.random(shape) < 0.2] = np.nan
    return AnswersTable(
        level=pd.DataFrame(level, columns=ids),
        not_applicable=pd.DataFrame(np.isnan(level) & (random.random(shape) < 0.1), columns=ids),
        evidence=pd.DataFrame(random.integers(0, 4, shape).astype("int8"), columns=ids),
        status=pd.DataFrame(random.choice(STATUSES, (size, len(rubric.order))), columns=list(rubric.order)),
        first_look=pd.Series(random.random(size) < 0.05),
    )


def assessments(rubric: Rubric, size: int) -> list[Assessment]:
    """Assessments with everything that is looked at one by one: voices, groups, changes and actions."""
    random = Random(1)
    return [Assessment.model_validate(_file(rubric, random), context={"rubric": rubric}) for _ in range(size)]


def _file(rubric: Rubric, random: Random) -> dict[str, Any]:
    """The content of one invented answers file."""
    steps = [step.id for step in rubric.steps]
    levels = list(rubric.scale.levels)
    groups = random.sample([group for group in rubric.groups if not group.labelled], 4)
    return {
        "format": "answers/1",
        "rubric": rubric.name,
        "project": {"name": f"Project {random.randrange(10**6)}"},
        "assessment": {"date": "2026-11-22", "respondents": [{"role": rubric.roles[0].id, "count": 3}]},
        "context": {"complexity": {"new_here": "yes"}, "capacity_to_act": "no", "people_who_took_part": 30},
        "stages": {
            stage: {
                "status": random.choice(STATUSES),
                "decision": random.choice(steps),
                "reason": random.choice(rubric.reasons).id,
                "reason_note": "So that nobody is hurt.",
                "decision_evidence": random.choice(EVIDENCE),
            }
            for stage in rubric.order
        },
        "answers": {
            item.id: {"level": random.choice(levels), "evidence": random.choice(EVIDENCE)}
            for item in rubric.items
            if random.random() < 0.8
        },
        "taking_part": [
            {"group": group.id, **{stage: random.choice(["took_part", "asked"]) for stage in rubric.order}}
            for group in groups
        ],
        "voices": [
            {
                "group": "people",
                "answers": {item.id: random.choice(levels) for item in rubric.items},
                "decisions": {stage: random.choice(steps) for stage in rubric.order},
            }
            for _ in range(6)
        ],
        "changes": [{"heard": "Lorries use the lane.", "outcome": random.choice(["changed", "in_part"])}],
        "actions": [{"text": "Ask again", "about": rubric.items[0].id, "owner": "Ann", "by": "2027-01-31"}],
    }
