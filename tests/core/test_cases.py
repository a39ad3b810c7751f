"""Golden cases: files that say what an assessment must come to, for domain experts to add to."""

from pathlib import Path

import pytest

from assessment import strict_yaml
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.score import score
from assessment.library import find

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.yaml"))


def differences(expected: object, found: object, place: str = "") -> list[str]:
    """Where a result is not what a case expects; what the case does not name may be anything."""
    if isinstance(expected, dict) and expected and isinstance(found, dict):
        return [
            line
            for key, value in expected.items()
            for line in differences(value, found.get(key, "nothing"), f"{place}, {key}" if place else str(key))
        ]
    return [] if expected == found else [f"{place}: expected {expected!r}, found {found!r}"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_comes_to_what_it_expects(path):
    """A case's answers are scored, and each thing that it names under 'expect' is as it says."""
    for case in cases_in(path):
        rubric = find(case["answers"]["rubric"])
        found = to_json(score(rubric, read(case["answers"], rubric)), rubric)
        assert case["expect"], case["name"]
        assert differences(case["expect"], found) == [], case["name"]


def cases_in(path: Path) -> list[dict]:
    """One case, or several that change a few answers of the first: `start` and `cases`."""
    tree = strict_yaml.load(path.read_bytes())
    if "cases" not in tree:
        return [tree]
    return [{**case, "answers": merged(tree["start"], case.get("answers", {}))} for case in tree["cases"]]


def merged(start: object, change: object) -> object:
    """`start` with what `change` says instead; a key with nothing in it is taken out."""
    if not isinstance(start, dict) or not isinstance(change, dict):
        return change
    kept = {key: value for key, value in start.items() if key not in change}
    new = {key: merged(start.get(key), value) for key, value in change.items() if value is not None}
    return {**kept, **new}
