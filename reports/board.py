"""What a report over many projects says, as plain values: whoever looks at the portfolio fills it in, in one language.

It knows nothing of where the figures come from. So the process that prints it needs no store.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from assessment.pictures.shapes import Table, Typed


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a bar: what it is, in words, how many, and how it is drawn (an id of core.terms.Standing)."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of counts."""

    name: str
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts as bars, with the same in words for whoever cannot see them."""

    alt: str
    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One number over many projects: how many have which, and where the middle half lies. All None if nobody has it."""

    name: str
    words: str
    counts: tuple[tuple[float, int], ...]
    lower: float | None
    median: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Spreads:
    """Numbers over many projects on one scale."""

    alt: str
    lowest: int
    highest: int
    rows: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Something said about some projects: a head of ours, what is quiet beside it, and what people typed."""

    head: str
    quiet: str = ""
    texts: tuple[Typed, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    id: str
    title: str
    lead: tuple[str, ...] = ()
    bars: Bars | None = None
    spreads: Spreads | None = None
    tables: tuple[Table, ...] = ()
    sayings: tuple[Saying, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One project of the appendix: its name as typed, what it is, and a line for each of a few things."""

    name: Typed
    facts: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A report over many projects in one language."""

    language: str
    title: str
    date: str
    iso_date: str
    looked_at: tuple[str, ...]
    """Which projects, by which filter, in sentences."""
    rule: str
    short: tuple[str, ...]
    """What a reader with one minute should know."""
    sections: tuple[Section, ...]
    appendix: str
    appendix_lead: str
    entries: tuple[Entry, ...]
    total: int
    """How many projects there are; the appendix may have fewer."""
    draft: bool = False
    """Whether drafts are counted in it."""

    def with_room_for(self, entries: int, sayings: int) -> "Board":
        """The same with no more projects in its appendix, and no more sayings in any of its sections."""
        sections = tuple(replace(one, sayings=one.sayings[:sayings]) for one in self.sections)
        return replace(self, sections=sections, entries=self.entries[:entries])

    @property
    def left_out(self) -> int:
        """How many projects are not in the appendix."""
        return self.total - len(self.entries)

    @property
    def plain(self) -> dict[str, Any]:
        """Plain values, from which the same can be made again."""
        return asdict(self)

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Board":
        """The report that `plain` was."""
        return _BOARD.validate_json(json.dumps(plain))


_BOARD = TypeAdapter(Board)
