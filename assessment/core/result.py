"""What an assessment comes to: frozen values, the same for app, report, portfolio and JSON."""

from dataclasses import dataclass, field

from assessment.core.terms import (
    Agreement,
    Complexity,
    Depth,
    Direction,
    Share,
    Standing,
    State,
    Status,
)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean level with how many answers it rests on; `score` is None where too few are known."""

    score: float | None
    answered: int
    applicable: int


@dataclass(frozen=True, slots=True)
class StageMean(Mean):
    """A stage's mean, with the mean strength of its evidence (0 to 3; None if nothing is answered)."""

    evidence: float | None


NO_MEAN = StageMean(None, 0, 0, None)


@dataclass(frozen=True, slots=True)
class StageResult:
    """One stage: status, who decides, what can be said of it, and the mean of what has happened."""

    status: Status
    decision: str | None
    band: str | None
    standing: Standing
    achieved: StageMean


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: what became of it, and its level."""

    state: State
    level: int | None


@dataclass(frozen=True, slots=True)
class VoiceCell:
    """How a published group answered one question."""

    median: int
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class VoiceGroup:
    """A group of voices; where it is not published nothing of it is here."""

    published: bool
    n: str | None = None
    cells: dict[str, VoiceCell] = field(default_factory=dict)
    decisions: dict[str, dict[str, Share]] = field(default_factory=dict)


HIDDEN = VoiceGroup(published=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that the team and the people see differently."""

    cell: str
    team: int
    people: int
    direction: Direction


@dataclass(frozen=True, slots=True, order=True)
class Raised:
    """A challenge, and where; None is the project as a whole."""

    code: str
    where: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A next step: what it is about, from which level or step, and how early it comes."""

    about: str
    from_: int | str
    priority: float


@dataclass(frozen=True, slots=True)
class Promised:
    """Means over planned stages: promises, never achievements."""

    stages: dict[str, StageMean]
    values: dict[str, Mean]


@dataclass(frozen=True, slots=True)
class TotalResult:
    """The sum of all levels and its named band, for rubrics that add up."""

    score: int | None
    band: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that follows from one assessment (docs/scoring.md, section 12)."""

    rubric: str
    rubric_version: str
    depth: Depth
    complexity: Complexity | None
    stages: dict[str, StageResult]
    values: dict[str, Mean]
    promised: Promised
    cells: dict[str, Cell]
    missing: dict[str, tuple[str, ...]]
    voices: dict[str, VoiceGroup]
    gaps: tuple[Gap, ...]
    challenges: tuple[Raised, ...]
    actions: tuple[Suggestion, ...]
    total: TotalResult | None = None
