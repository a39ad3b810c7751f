"""What stands in the way over many projects, who could remove it, and what managers said of it."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.fields import Note
from assessment.core.portfolio.listing import folded
from assessment.core.rubric import Rubric
from assessment.core.terms import ReasonKind, Term

LONGEST_NOTE = 2_000
NO_REASON = Fault(
    "", Message(N_("No reason is written yet.")), Message(N_("Write in a sentence why you refuse: the team reads it."))
)
TOO_LONG = Fault("", Message(N_("This is too long.")), Message(N_("Say it in 2,000 characters at most.")))
Key = TypeVar("Key", bound=Hashable)


class Mark(Term):
    """What a manager said of a barrier last; it waits until somebody says something."""

    WAITING = "waiting"
    TAKEN_ON = "taken_on"
    REMOVED = "removed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Marked:
    """What was said of a barrier, by whom and when."""

    mark: Mark
    note: str | None
    who: str
    at: datetime

    @property
    def answered(self) -> bool:
        """Whether a manager has said something, and not taken it back."""
        return self.mark is not Mark.WAITING


@dataclass(frozen=True, slots=True)
class Sort:
    """How many barriers are alike: of a reason, in a stage, for somebody to remove, with the same said of them."""

    reason: str
    stage: str
    remover: str
    mark: Mark
    count: int


@dataclass(frozen=True)
class Barriers:
    """The barriers of a cut: a stage of a project has one at most."""

    projects: int
    """Projects that are compared."""
    blocked: int
    """Those of them with a barrier."""
    sorts: tuple[Sort, ...]
    incomplete: Mapping[str, int]
    """Of each reason, in how many stages it is named without all that a barrier must come with."""

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(one.count for one in self.sorts)

    def by(self, key: Callable[[Sort], Key]) -> dict[Key, int]:
        """How many of each, the most first."""
        found: Counter[Key] = Counter()
        for one in self.sorts:
            found[key(one)] += one.count
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], str(pair[0]))))

    @property
    def removers(self) -> dict[str, tuple[str, int]]:
        """Who could remove how many, by their name without regard to its letters' case: as written most often."""
        written: dict[str, Counter[str]] = {}
        for one in self.sorts:
            written.setdefault(folded(one.remover), Counter())[one.remover] += one.count
        names = {key: min(names.items(), key=lambda pair: (-pair[1], pair[0]))[0] for key, names in written.items()}
        counted = {key: (names[key], sum(found.values())) for key, found in written.items()}
        return dict(sorted(counted.items(), key=lambda pair: (-pair[1][1], pair[0])))


@dataclass(frozen=True, slots=True)
class Barrier:
    """One barrier: in which stage of which project, who could remove it, the team's note if it may be read."""

    project: str
    assessment: str
    name: str
    organisation: str | None
    day: str
    draft: bool
    stage: str
    reason: str
    remover: str | None
    note: Note
    """Withheld where the team keeps its words to itself."""
    marked: Marked | None

    @property
    def mark(self) -> Mark:
        """What was said of it last."""
        return self.marked.mark if self.marked else Mark.WAITING


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which barriers are asked for; what is not set is any. `remover` is a name with its letters folded."""

    reason: str = ""
    stage: str = ""
    remover: str | None = None
    mark: Mark | None = None


def barrier_reasons(rubric: Rubric) -> tuple[str, ...]:
    """The reasons that somebody else could remove."""
    return tuple(reason.id for reason in rubric.reasons if reason.kind == ReasonKind.BARRIER)


def held_before(said: Iterable[Marked]) -> tuple[Mark, str | None] | None:
    """What held before the answer that holds now, of all that was said, the earliest first; None where none holds.

    To take an answer back is to say again what held before it, so that both are as if they had not been said.
    """
    held: list[tuple[Mark, str | None]] = [(Mark.WAITING, None)]
    for one in said:
        now = (one.mark, one.note)
        if len(held) > 1 and held[-2] == now:
            held.pop()
        else:
            held.append(now)
    return held[-2] if len(held) > 1 else None


def said(mark: Mark, note: str) -> str | None:
    """The note that goes with a mark, tidied. BadInput if a refusal has none, or if it is endless."""
    text = note.strip()
    if mark == Mark.REFUSED and not text:
        raise BadInput(NO_REASON)
    if len(text) > LONGEST_NOTE:
        raise BadInput(TOO_LONG)
    return text or None
