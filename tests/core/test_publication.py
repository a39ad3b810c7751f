"""The JSON that machines read: always whole, rounded once and at the end."""

import json

import pytest

from assessment.core.publication import rounded, to_json
from assessment.core.reading import read
from assessment.core.score import score
from assessment.library import find

RUBRIC = find("involvement/1")


def published(**blocks):
    """The JSON of a small assessment with these blocks."""
    tree = {
        "format": "answers/1",
        "rubric": "involvement/1",
        "project": {"name": "Mill Lane"},
        "assessment": {"date": "2026-11-22"},
        **blocks,
    }
    return to_json(score(RUBRIC, read(tree, RUBRIC)), RUBRIC)


@pytest.mark.parametrize(
    "number,shown",
    [
        (1.125, 1.13),
        (2.675, 2.68),
        (1.005, 1.01),
        (0.125, 0.13),
        (2 / 3, 0.67),
        (2.0, 2.0),
        (0.0, 0.0),
        (-1.125, -1.13),
    ],
)
def test_halves_are_rounded_away_from_zero(number, shown):
    """Two decimals, and 2.675 is 2.68 although a computer holds a little less."""
    assert rounded(number) == shown


def test_what_is_not_known_stays_unknown():
    """No score is null, never zero."""
    assert rounded(None) is None


def test_everything_is_there_where_nothing_was_answered():
    """Four stages, five values, twenty cells and four groups, whatever was said."""
    found = published()
    assert list(found) == [
        "rubric",
        "rubric_version",
        "depth",
        "complexity",
        "stages",
        "values",
        "promised",
        "cells",
        "missing",
        "voices",
        "challenges",
        "actions",
    ]
    assert list(found["stages"]) == list(RUBRIC.order)
    assert list(found["values"]) == list(RUBRIC.columns)
    assert list(found["cells"]) == list(RUBRIC.item)
    assert found["voices"] == {
        "groups": {
            group: {"published": False, "n": None, "cells": {}, "decisions": {}}
            for group in ("people", "staff", "partners", "leaders")
        },
        "gaps": [],
    }
    assert found["stages"]["co_design"] == {
        "status": "not_started",
        "decision": None,
        "band": None,
        "standing": "not_started",
        "score": None,
        "answered": 0,
        "applicable": 0,
        "evidence": None,
    }
    assert found["promised"] == {"stages": {}, "values": {}}
    assert found["missing"] == {}


def test_it_is_plain_json():
    """Numbers, words, lists and keys that any reader knows; no NaN."""
    stages = {stage: {"status": "done", "decision": "consulting"} for stage in RUBRIC.order}
    found = published(stages=stages, answers={item: {"level": 1} for item in RUBRIC.item})
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert all(type(action["priority"]) is float for action in found["actions"])
