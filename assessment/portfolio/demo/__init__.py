"""An invented portfolio to try things on: organisations of all kinds, repeats over years, reasons, promises, voices."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from random import Random

from assessment.core.reading import read
from assessment.core.rubric import Rubric
from assessment.portfolio.demo.answers import tree_of
from assessment.portfolio.demo.decks import Decks
from assessment.portfolio.demo.project import Project
from assessment.portfolio.demo.words import Words
from assessment.portfolio.showing import Offered, offer_all
from assessment.store import EVERY, Store

AT_ONCE = 1000
OLDER = "0.9"
"""The version of a copy of the rubric, one major earlier: a few projects were made with it."""


def in_the_way(store: Store) -> int:
    """How many assessments there are that an invented portfolio would be mixed with."""
    return len(store.all(states=EVERY))


def make(
    store: Store, rubric: Rubric, projects: int, seed: int, *, at: datetime, tell: Callable[[int], None] | None = None
) -> int:
    """Put this many invented projects into the portfolio, always the same for a seed. How many assessments that were.

    `tell` is called with the number of projects that are in.
    """
    made, done = 0, 0
    everything = invented(rubric, projects, seed)
    while done < projects:
        some = min(AT_ONCE, projects - done)
        offered = [one for _ in range(some) for one in next(everything)]
        made += len(offer_all(store, offered, at=at))
        done += some
        if tell:
            tell(done)
    return made


def invented(rubric: Rubric, projects: int, seed: int) -> Iterator[list[Offered]]:
    """The assessments of one project after the other."""
    random, words = Random(seed), Words()  # noqa: S311 - invented, and no secret
    older = rubric.model_copy(update={"version": OLDER})
    decks = Decks(random, rubric, words)
    for number in range(projects):
        yield list(_offered(Project(random, decks, older if decks.older.deal() else rubric, words, number, seed)))


def _offered(project: Project) -> Iterator[Offered]:
    for again, day in enumerate(project.days):
        if again:
            project.move_on(day)
        yield Offered(
            read(tree_of(project, day), project.rubric),
            project.rubric,
            _noon(day),
            draft=project.draft and day == project.days[-1],
            barriers_told=project.barriers_told,
            named=project.named,
            tags=project.tags,
        )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
