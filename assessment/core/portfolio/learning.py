"""Who could learn from whom: pairs of projects, each on one question or on who decides in one stage.

Only where both let themselves be named. Whoever is asked can show it: it is on record, confirmed by the people
involved, or published people agree with the team (docs/scoring.md, section 10).
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from assessment.core.next_steps import DECISION
from assessment.core.portfolio.mix import LIKE
from assessment.core.rubric import Rubric
from assessment.core.terms import Standing, Status

ASKED_AT_MOST: Final = 3
"""By how many a project is asked: each visit takes somebody an afternoon, and nobody should be asked by everyone."""
SUGGESTED_AT_MOST: Final = 2
"""How many a project could ask: two talks can be had before anything else is tried."""
LOOKS: Final = 16
"""How many are looked at for one that fits before a less alike one is taken, so that the cost grows in a line."""
_ALIKE: Final = tuple(parts for size in (3, 2, 1, 0) for parts in combinations(range(len(LIKE)), size))


class Wish(NamedTuple):
    """Something that a project could ask about; `level` for a question, `standing` for who decides."""

    about: str
    status: str
    level: int | None
    standing: str | None


class Offer(NamedTuple):
    """Something that a project can show, and what that rests on."""

    about: str
    evidence: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Someone:
    """A project that lets itself be named. `key` puts projects in an order that says nothing of them."""

    key: str
    project: str
    name: str
    organisation: str | None
    kind: str | None
    level: str | None
    complexity: str | None
    draft: bool
    wishes: tuple[Wish, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One project that could ask another about something, and in what the two are like each other."""

    learner: Someone
    asked: Someone
    wish: Wish
    offer: Offer
    alike: tuple[str, ...]

    @property
    def about(self) -> str:
        """A question, or who decides in a stage."""
        return self.wish.about


@dataclass(frozen=True, slots=True)
class Learning:
    """The pairs of a cut in the order of the rubric, and who is in none."""

    pairs: tuple[Pair, ...]
    named: int
    unnamed: int
    alone: int
    """How many could ask about something that nobody else can show, or that others ask about already."""


def is_low(rubric: Rubric, level: int) -> bool:
    """Whether a level lies in the lower half of the scale: there is more to ask about."""
    return 2 * (level - rubric.scale.lowest) < rubric.scale.highest - rubric.scale.lowest


def abouts(rubric: Rubric) -> tuple[str, ...]:
    """What a pair can be about, in the order of the rubric: in each stage who decides, then its questions."""
    found: list[str] = []
    for stage in rubric.rows:
        found += [f"{stage}.{DECISION}"] if stage else []
        found += [item.id for item in rubric.items if item.stage == stage]
    return tuple(found)


def learning(
    rubric: Rubric, people: Iterable[Someone], unnamed: int = 0, *, about: Callable[[str], bool] = lambda _: True
) -> Learning:
    """The pairs of these projects, spread so that nobody is asked by everyone; of some things only, if `about` says so.

    The same for the same projects, in whatever order they come.
    """
    ordered = sorted(people, key=lambda one: (one.key, one.project))
    places = {one: at for at, one in enumerate(abouts(rubric)) if about(one)}
    wishes = _wishes(rubric, ordered, places)
    pairs = _pairs(ordered, wishes, places)
    paired = {pair.learner.project for pair in pairs}
    alone = sum(bool(wished) and one.project not in paired for one, wished in zip(ordered, wishes, strict=True))
    pairs.sort(key=lambda one: (places[one.about], one.learner.name.casefold(), one.learner.key))
    return Learning(tuple(pairs), len(ordered), unnamed, alone)


class _Row:
    """Whom one could ask about one thing, of projects that are alike: the least asked first, then in turn."""

    __slots__ = ("by_count",)

    def __init__(self) -> None:
        self.by_count: tuple[deque[int], ...] = tuple(deque() for _ in range(ASKED_AT_MOST))

    def first(self, asked: Sequence[int], not_these: set[int], other: str | None, of: Sequence[str | None]) -> int:
        """The first that may be asked, of another organisation if `other` names one; -1 if none of those looked at."""
        looks = 0
        for count, row in enumerate(self.by_count):
            for _ in range(len(row)):
                who = row.popleft()
                if asked[who] != count:
                    if asked[who] < ASKED_AT_MOST:
                        self.by_count[asked[who]].append(who)
                    continue
                row.append(who)
                if who not in not_these and (other is None or of[who] != other):
                    return who
                looks += 1
                if looks == LOOKS:
                    return -1
        return -1


def _pairs(people: Sequence[Someone], wishes: Sequence[list[Wish]], places: Mapping[str, int]) -> list[Pair]:
    asked, organisations = [0] * len(people), [one.organisation for one in people]
    same: dict[str, set[int]] = {}
    for who, one in enumerate(people):
        same.setdefault(one.project, set()).add(who)
    not_these = [set(same[one.project]) for one in people]
    alike = _alike(people)
    rows = _rows(people, alike, places)
    found = []
    for _ in range(SUGGESTED_AT_MOST):
        for who, one in enumerate(people):
            for wish in wishes[who]:
                other = _asked(rows.get(wish.about, {}), alike[who], asked, not_these[who], organisations, who)
                if other >= 0:
                    asked[other] += 1
                    not_these[who].add(other)
                    wishes[who].remove(wish)
                    found.append(_pair(one, people[other], wish))
                    break
    return found


def _asked(
    rows: Mapping[int, _Row],
    alike: Sequence[int],
    asked: Sequence[int],
    not_these: set[int],
    organisations: Sequence[str | None],
    who: int,
) -> int:
    """Who could be asked: of another organisation if there is one, the most alike first; -1 for nobody."""
    own = organisations[who]
    for other in (own, None) if own else (None,):
        for sort in alike:
            if sort in rows and (found := rows[sort].first(asked, not_these, other, organisations)) >= 0:
                return found
    return -1


def _wishes(rubric: Rubric, people: Sequence[Someone], places: Mapping[str, int]) -> list[list[Wish]]:
    """The wishes of each in the order of next steps: most to gain first, and first what can still be changed.

    Equal ones begin elsewhere for each project: else all would ask about the same thing.
    """
    kinds = {wish[1:] for one in people for wish in one.wishes}
    priority = {kind: -_priority(rubric, *kind) for kind in kinds}
    around = len(abouts(rubric))
    return [
        sorted(
            (wish for wish in one.wishes if wish.about in places),
            key=lambda wish: (priority[wish[1:]], (places[wish.about] - who) % around),
        )
        for who, one in enumerate(people)
    ]


def _priority(rubric: Rubric, status: str, level: int | None, standing: str | None) -> float:
    rules = rubric.parameters.next_steps
    timing = {Status.PLANNED.value: rules.planned, Status.UNDER_WAY.value: rules.under_way}.get(status, rules.done)
    if level is None:
        return timing + (rules.barrier if standing == Standing.BARRIER.value else rules.opportunity)
    return timing + rubric.scale.highest - level


def _alike(people: Sequence[Someone]) -> list[tuple[int, ...]]:
    """For each project, the numbers of those sorts of projects it belongs to, the narrowest first."""
    numbers: dict[tuple[tuple[int, ...], tuple[str | None, ...]], int] = {}
    sorts: dict[tuple[str | None, ...], tuple[int, ...]] = {}
    found = []
    for one in people:
        own = (one.kind, one.level, one.complexity)
        if own not in sorts:
            keys = [(parts, tuple(own[part] for part in parts)) for parts in _ALIKE]
            sorts[own] = tuple(numbers.setdefault(key, len(numbers)) for key in keys if None not in key[1])
        found.append(sorts[own])
    return found


def _rows(
    people: Sequence[Someone], alike: Sequence[Sequence[int]], places: Mapping[str, int]
) -> dict[str, dict[int, _Row]]:
    found: dict[str, dict[int, _Row]] = {about: {} for about in places}
    for who, one in enumerate(people):
        for offer in one.offers:
            if (rows := found.get(offer.about)) is not None:
                for sort in alike[who]:
                    if (row := rows.get(sort)) is None:
                        row = rows[sort] = _Row()
                    row.by_count[0].append(who)
    return {about: rows for about, rows in found.items() if rows}


def _pair(learner: Someone, asked: Someone, wish: Wish) -> Pair:
    offer = next(one for one in asked.offers if one.about == wish.about)
    same = (name for name in LIKE if getattr(learner, name) and getattr(learner, name) == getattr(asked, name))
    return Pair(learner, asked, wish, offer, tuple(same))
