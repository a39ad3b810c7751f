"""What has changed between two assessments of each project: counts, never a score, and nothing on a ladder."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.core.assessment import Action
from assessment.core.next_steps import DECISION
from assessment.core.promises import Kept
from assessment.core.terms import ActionStatus, Term


class Since(Term):
    """With which of its earlier assessments a project's latest one is compared."""

    LAST = "last"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Moved:
    """How many projects have a stage that has happened, earlier as now, and who decided then and decides now."""

    stage: str
    band: tuple[str | None, str | None]
    """Earlier, and now; None where it is not known who decides."""
    standing: tuple[str, str]
    count: int


@dataclass(frozen=True, slots=True)
class Levels:
    """Of the questions about a value that had a level earlier and have one now, how it is to what it was."""

    value: str
    higher: int
    same: int
    lower: int
    projects: int
    """In how many projects there is such a question; the three below may have projects in common."""
    projects_higher: int
    projects_same: int
    projects_lower: int


@dataclass(frozen=True, slots=True)
class Came:
    """How many projects promised something, and came to this."""

    about: str
    kept: Kept
    count: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """Promises that are still to come: what the latest assessments plan for one stage."""

    stage: str
    projects: int
    decisions: int
    """In how many of them it is promised who will decide."""
    levels: int
    """How many levels they promise."""


@dataclass(frozen=True)
class OverTime:
    """The projects of a cut that have more than one full assessment on its rubric, each beside itself.

    `ahead` is of every project, however often its team has answered.
    """

    since: Since
    projects: int
    moved: tuple[Moved, ...]
    begun: Mapping[str, int]
    """By stage: in how many projects it has happened since, and had not before."""
    levels: Mapping[str, Levels]
    came: tuple[Came, ...]
    ahead: tuple[Ahead, ...]
    actions: Mapping[ActionStatus, int]

    def bands(self, stage: str) -> Mapping[tuple[str | None, str | None], int]:
        """Of a stage, how many projects were in which band and are in which now."""
        found: Counter[tuple[str | None, str | None]] = Counter()
        for one in self.of(stage):
            found[one.band] += one.count
        return found

    def standings(self, stage: str) -> Mapping[tuple[str, str], int]:
        """Of a stage, how many projects stood where and stand where now."""
        found: Counter[tuple[str, str]] = Counter()
        for one in self.of(stage):
            found[one.standing] += one.count
        return found

    def of(self, stage: str) -> Iterator[Moved]:
        """What is known of one stage."""
        return (one for one in self.moved if one.stage == stage)

    def promises(self, *, decisions: bool) -> Mapping[Kept, int]:
        """What became of the promises about who decides, or of those about the questions."""
        found: Counter[Kept] = Counter()
        for one in self.came:
            if about_decision(one.about) == decisions:
                found[one.kept] += one.count
        return found

    def became(self, stage: str) -> Mapping[Kept, int]:
        """What became of the promises about one stage."""
        found: Counter[Kept] = Counter()
        for one in self.came:
            if one.about.partition(".")[0] == stage:
                found[one.kept] += one.count
        return found


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of one project, with what the earlier plan says about it."""

    project: str
    name: str
    organisation: str | None
    about: str
    promised: str
    now: str | None
    kept: Kept
    reason: str | None
    """The reason that the team gives now for who decides in that stage."""
    earlier: str
    earlier_day: str
    later_day: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A promise with the language it was written in and the action of the earlier plan that carries it, if one does."""

    promise: Promise
    language: str | None
    action: Action | None


@dataclass(frozen=True, slots=True)
class AheadIn:
    """One project that promises something for a stage that is still ahead of it, by its latest assessment."""

    project: str
    name: str
    organisation: str | None
    stage: str
    assessment: str
    day: str


@dataclass(frozen=True, slots=True)
class Promised:
    """What a project promises for a stage, the language it is written in, and the actions of the plan about it."""

    of: AheadIn
    language: str | None
    decision: str | None
    levels: Mapping[str, int]
    """By question."""
    actions: tuple[Action, ...]


def about_decision(about: str) -> bool:
    """Whether a promise is about who decides."""
    return about.endswith(f".{DECISION}")
