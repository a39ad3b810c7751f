"""Many projects at once: where their stages stand, how each value is spread, who answered and who was not reached."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.core.portfolio.spread import Spread
from assessment.core.terms import Standing

MOST_POINTS = 500
"""Up to so many projects each is a point of its own; above that, points are counted."""


NOT_WITH = frozenset({Standing.REASON_GIVEN, Standing.BARRIER, Standing.OPPORTUNITY})
"""Where it is known who decides, and people do not share in it."""


@dataclass(frozen=True, slots=True, order=True)
class Why:
    """In how many projects a stage is not decided with people for the same reason, and stands in the same place."""

    reason: str
    """An id of the rubric's; NOT_SAID where no reason is named."""
    standing: str
    planned: bool
    count: int


@dataclass(frozen=True, slots=True)
class StageCounts:
    """In how many projects a stage stands where: as it is, and as it is promised where it is only planned."""

    stage: str
    now: Mapping[str, int]
    promised: Mapping[str, int]
    apart: int
    """In how many of them it has happened in a band that enters no spread."""
    why: tuple[Why, ...] = ()
    """Why it is not decided with people, wherever it is not."""


@dataclass(frozen=True, slots=True)
class Missed:
    """In how many projects a group of people was not reached in some stage."""

    group: str
    not_reached: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A cut of the portfolio. Of first looks nothing is in it."""

    projects: int
    """Those that are compared."""
    in_spread: int
    """Those of them that people and organisations make together: values are spread over these."""
    people_answered: int
    """In how many of those compared people with lived experience are among those who answered."""
    apart: int
    """In how many of those compared a stage has happened in a band that enters no spread."""
    stages: tuple[StageCounts, ...]
    values: Mapping[str, Spread]
    missed: tuple[Missed, ...]
    """The groups that most projects did not reach, the most first."""

    @property
    def pointed(self) -> bool:
        """Whether every project is a point of its own."""
        return self.in_spread <= MOST_POINTS


@dataclass(frozen=True, slots=True)
class Point:
    """One project in a list or in a spread."""

    project: str
    assessment: str
    name: str
    organisation: str | None
    day: str
    draft: bool
    number: float | None = None
    """Its number in a spread; None where too little is known, or where it is in no spread."""
    reason: str | None = None
    """Why the stage that was asked for is not decided with people, where its team says so."""
