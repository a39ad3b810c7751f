"""What is wrong between entries of an answers file that are each right on their own."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from assessment.core.assessment import Assessment
from assessment.core.fault import N_, Fault, Message
from assessment.core.fields import WITHHELD
from assessment.core.rubric import Rubric
from assessment.core.terms import Direction


def doubles(tree: dict[str, Any]) -> Iterator[Fault]:
    """Roles among the respondents, and groups that took part, that stand there twice."""
    sitting = tree.get("assessment")
    respondents = sitting.get("respondents") if isinstance(sitting, dict) else None
    yield from _twice("assessment, respondents", [row.get("role") for row in _mappings(respondents)])
    rows = _mappings(tree.get("taking_part"))
    names = [f"{row.get('group')} {str(row.get('label') or '').strip()}".strip() for row in rows]
    yield from _twice("taking_part", [name for name in names if name != WITHHELD])


def _mappings(rows: object) -> list[dict[str, Any]]:
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _twice(place: str, names: list[Any]) -> Iterator[Fault]:
    for name, times in Counter(name for name in names if isinstance(name, str)).items():
        if times > 1:
            yield Fault(
                f"{place}, {name}",
                Message(N_("'{id}' is there twice."), {"id": name}),
                Message(N_("Keep one row of it.")),
            )


def contradictions(rubric: Rubric, assessment: Assessment) -> Iterator[Fault]:
    """Counted voices whose direction the levels do not bear out."""
    for group, counted in assessment.counted.items():
        for question, cell in counted.cells.items():
            team = assessment.answer(question).level
            listed = group == rubric.parameters.voices.people
            fits = listed and isinstance(team, int) and cell.direction and borne_out(cell.direction, cell.median, team)
            if cell.direction and not fits:
                yield Fault(
                    f"counted, {group}, {question}",
                    Message(N_("the direction does not fit the levels.")),
                    Message(N_("Take 'direction' out, or correct the levels.")),
                )


def borne_out(direction: str, median: int, team: int) -> bool:
    """Two thirds below a level put the lower middle one below it; two thirds above put it at least there."""
    return median < team if direction == Direction.TEAM_HIGHER else median >= team
