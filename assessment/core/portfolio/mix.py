"""What kinds of projects a cut brings together: how many of each, and what stands beside the comparison."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assessment.core.terms import Depth, MadeBy

LIKE = ("kind", "level", "complexity")
"""By what projects are like each other: kind of organisation, how near to people's lives, kind of problem."""


@dataclass(frozen=True, slots=True)
class Many:
    """How many projects of a cut are of one sort."""

    rubric: str
    kind: str | None
    level: str | None
    complexity: str | None
    depth: str
    made_by: str
    draft: bool
    count: int


@dataclass(frozen=True)
class Mix:
    """A cut by sorts: those that are compared, and those that are counted beside them."""

    sorts: tuple[Many, ...]

    @property
    def compared(self) -> int:
        """Projects with a full assessment."""
        return self._count(lambda one: True)

    @property
    def in_spread(self) -> int:
        """Of those, the ones by people and organisations together: they enter a spread."""
        return self._count(lambda one: one.made_by == MadeBy.BOTH.value)

    @property
    def community_led(self) -> int:
        """Of those compared, the ones that people make on their own."""
        return self._count(lambda one: one.made_by == MadeBy.PEOPLE.value)

    @property
    def partnership(self) -> int:
        """Of those compared, the ones of organisations without citizens."""
        return self._count(lambda one: one.made_by == MadeBy.ORGANISATIONS.value)

    @property
    def drafts(self) -> int:
        """Of those compared, the ones that are no more than a draft."""
        return self._count(lambda one: one.draft)

    @property
    def first_looks(self) -> int:
        """Projects with a first look: they are in nothing else that is counted here."""
        return sum(one.count for one in self.sorts if one.depth != Depth.FULL.value)

    def by(self, name: str) -> Mapping[str | None, int]:
        """How many of those compared are of which kind, level, complexity or rubric; the most first."""
        found: Counter[str | None] = Counter()
        for one in self.sorts:
            if one.depth == Depth.FULL.value:
                found[getattr(one, name)] += one.count
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0] or "")))

    @property
    def unlike(self) -> tuple[str, ...]:
        """In what the compared projects are not like each other."""
        return tuple(name for name in LIKE if len([one for one in self.by(name) if one is not None]) > 1)

    def _count(self, wanted: Callable[[Many], bool]) -> int:
        return sum(one.count for one in self.sorts if one.depth == Depth.FULL.value and wanted(one))
