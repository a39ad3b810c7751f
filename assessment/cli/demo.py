"""An invented portfolio on the command line."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

from assessment import library
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.portfolio import demo
from assessment.store import Store

MOST = 100_000


def made(projects: int, seed: int, *, beside: bool, tell: Callable[[int], None]) -> int:
    """Put invented projects into the portfolio; how many assessments that were. BadInput where others are there.

    `beside`: put them beside whatever is there.
    """
    if not 1 <= projects <= MOST:
        wrong = Message(N_("this is not a number of projects."))
        remedy = Message(N_("Write a whole number from 1 to {most}."), {"most": f"{MOST:,}"})
        raise BadInput(Fault("--projects", wrong, remedy))
    with closing(Store.open()) as store:
        if not beside and (there := demo.in_the_way(store)):
            wrong = Message(N_("There are assessments here already: {number}."), {"number": there})
            remedy = Message(
                N_("Set {name} to another folder. To put invented projects beside them, add '{option}'."),
                {"name": "GYDA_DATA", "option": "--yes"},
            )
            raise BadInput(Fault("", wrong, remedy))
        rubric = library.load(library.folders()[0])
        return demo.make(store, rubric, projects, seed, at=datetime.now(UTC), tell=tell)
