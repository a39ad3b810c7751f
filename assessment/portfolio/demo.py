"""An invented portfolio to try things on: organisations of all kinds, repeats over years, reasons, promises, voices."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from assessment.core.reading import read
from assessment.core.rubric import Rubric
from assessment.core.terms import Status
from assessment.portfolio.showing import Offered, offer_all
from assessment.store import Store

AT_ONCE = 1000


def make(
    store: Store, rubric: Rubric, projects: int, seed: int, *, at: datetime, tell: Callable[[int], None] | None = None
) -> int:
    """Put this many invented projects into the portfolio, always the same for a seed. How many assessments that were.

    `tell` is called with the number of projects that are in.
    """
    random, made, done = Random(seed), 0, 0  # noqa: S311 - invented, and no secret
    while done < projects:
        some = min(AT_ONCE, projects - done)
        offered = [one for number in range(done, done + some) for one in _project(rubric, random, number)]
        made += len(offer_all(store, offered, at=at))
        done += some
        if tell:
            tell(done)
    return made


def _project(rubric: Rubric, random: Random, number: int) -> Iterator[Offered]:
    day = date(2024, 1, 8) + timedelta(days=random.randrange(600))
    head = {
        "name": f"Demo project {number + 1}",
        "organisation": f"Demo organisation {random.randrange(40) + 1}",
        "kind": random.choice([kind.id for kind in rubric.kinds]),
        "made_by": random.choice(["both"] * 12 + ["people", "organisations"]),
    }
    named, told = random.random() < 0.7, random.random() < 0.6
    statuses = _begun(rubric, random)
    for again in range(random.choice([1, 1, 2, 3])):
        tree = _tree(rubric, random, head, day + timedelta(days=365 * again), statuses)
        at = datetime.combine(date.fromisoformat(tree["assessment"]["date"]), time(12), UTC)
        yield Offered(read(tree, rubric), rubric, at, barriers_told=told, named=named)
        statuses = [_further(status) for status in statuses]


def _begun(rubric: Rubric, random: Random) -> list[str]:
    begun = random.choice([0, 1, 2, 3])
    return [
        Status.DONE.value if place < begun else Status.UNDER_WAY.value if place == begun else Status.PLANNED.value
        for place in range(len(rubric.order))
    ]


def _further(status: str) -> str:
    return {Status.PLANNED.value: Status.UNDER_WAY.value, Status.UNDER_WAY.value: Status.DONE.value}.get(status, status)


def _tree(rubric: Rubric, random: Random, head: dict[str, Any], day: date, statuses: list[str]) -> dict[str, Any]:
    steps = [step.id for step in rubric.steps]
    levels = list(rubric.scale.levels)
    reasons = [reason.id for reason in rubric.reasons]
    groups = random.sample([group.id for group in rubric.groups if not group.labelled], 5)
    return {
        "format": "answers/1",
        "rubric": rubric.name,
        "language": random.choice(["cy", "en"]),
        "project": head,
        "assessment": {
            "date": day.isoformat(),
            "depth": "first_look" if random.random() < 0.05 else "full",
            "respondents": [{"role": role.id, "count": random.randrange(1, 6)} for role in rubric.roles[:2]],
        },
        "context": {
            "level": random.choice([level.id for level in rubric.context.levels] if rubric.context else [None]),
            "complexity": {"new_here": random.choice(["yes", "no"])},
            "people_who_took_part": random.choice([6, 15, 40, 200]),
        },
        "stages": {
            stage: {
                "status": status,
                "decision": random.choice([*steps, "dont_know"]),
                "reason": random.choice(reasons),
                "reason_note": "The grant closed before we could ask.",
                "who_could_remove_it": random.choice(["The grants panel", "The cabinet", "Our chief executive"]),
                "decision_evidence": random.choice(["none", "own_view", "documented", "confirmed"]),
            }
            for stage, status in zip(rubric.order, statuses, strict=True)
        },
        "answers": {
            item.id: {
                "level": random.choice(levels),
                "evidence": random.choice(["own_view", "documented", "confirmed"]),
            }
            for item in rubric.items
            if random.random() < 0.85
        },
        "taking_part": [
            {"group": group, **{stage: random.choice(["took_part", "asked", "not_reached"]) for stage in rubric.order}}
            for group in groups
        ],
        "actions": [
            {"text": "Meet again.", "status": random.choice(["open", "done"])} for _ in range(random.randrange(4))
        ],
    }
