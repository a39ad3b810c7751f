"""What each picture of a result shows, in words: screen and print draw from the same values.

Every `alt` says what the picture says, for somebody who does not see it. Every `table` holds the same
as rows, the first cell of each naming the row. Texts are in the language that was asked for; what
people typed keeps its own (`Typed.lang`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typed:
    """Something a person typed. `lang` is set only where it differs from the page's language."""

    text: str
    lang: str | None = None
    withheld: bool = False
    """The team kept it back; `text` then says so in the page's language."""

    @classmethod
    def on_page(cls, text: str, own: str | None, language: str) -> "Typed":
        """Text in its own language, trimmed, on a page in `language`."""
        return cls(text.strip(), own if own and own != language else None)


@dataclass(frozen=True, slots=True)
class Table:
    """A picture as rows; the first cell of a row is its header."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[int, ...] = ()
    """Which rows sum up those that follow."""


@dataclass(frozen=True, slots=True)
class BandMark:
    """A band of the spectrum over the steps from `first` on, `width` of them."""

    id: str
    name: str
    line: str
    first: int
    width: int


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step of the spectrum."""

    id: str
    name: str
    meaning: str
    band: str


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part of a stage that was decided differently."""

    what: Typed | None
    place: int | None
    step: str
    band: str | None
    reason: str
    note: Typed | None


@dataclass(frozen=True, slots=True)
class StagePlace:
    """Where one stage stands on the spectrum. `place` counts the steps from 0; None where unknown.

    `standing` is the id, `standing_label` its words; `reason` is the rubric's name of the reason and
    `reason_note` the team's own words; `sentence` is the rubric's descriptor of the step here.
    """

    id: str
    name: str
    asks: str
    status: str
    status_label: str
    place: int | None
    step: str
    band: str | None
    band_name: str
    sentence: str
    standing: str
    standing_label: str
    reason: str
    reason_kind: str | None
    reason_note: Typed | None
    who_could_remove_it: Typed | None
    back_by: str
    note: Typed | None
    evidence: str
    parts: tuple[PartPlace, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Spectrum:
    """Every stage on the spectrum, and its two ends in words."""

    title: str
    bands: tuple[BandMark, ...]
    steps: tuple[StepMark, ...]
    stages: tuple[StagePlace, ...]
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class Level:
    """One question's answer. `sentence` is the level in words, or what stands in for it.

    `state` is an id of core.terms.State, or `promised` for a stage that is only planned: a promise has
    no level here, since it is told apart (`Promises`).
    """

    id: str
    stage: str
    stage_name: str
    value: str
    value_name: str
    state: str
    level: int | None
    words: str
    """Short: `2 of 3`, `don't know`, `a promise`."""
    sentence: str
    evidence: str
    evidence_label: str


@dataclass(frozen=True, slots=True)
class ValueLevels:
    """One value: its levels stage by stage, and how many questions were answered of those that apply.

    `mean` is in words that call it a mean, such as `mean 2.1 on the scale of 0 to 3`; empty where too
    few are known. `mean_level` is the same for placing marks.
    """

    id: str
    name: str
    meaning: str
    levels: tuple[Level, ...]
    answered: int
    applicable: int
    counted: str
    mean: str
    mean_level: float | None
    alt: str


@dataclass(frozen=True, slots=True)
class Values:
    """Every value with its levels."""

    title: str
    lowest: int
    highest: int
    values: tuple[ValueLevels, ...]
    note: str
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A stage's cells, in the order of the values; `mean` as in ValueLevels."""

    id: str
    name: str
    status: str
    status_label: str
    cells: tuple[Level, ...]
    counted: str
    mean: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Stages × values, each cell in words."""

    title: str
    lowest: int
    highest: int
    columns: tuple[str, ...]
    """Names of the values."""
    rows: tuple[MatrixRow, ...]
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class PresenceCell:
    """Whether a group was part of a stage; `presence` is empty where nothing was said."""

    stage: str
    presence: str
    label: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group; `typed` is there where the team wrote the name itself."""

    group: str
    name: str
    typed: Typed | None
    cells: tuple[PresenceCell, ...]
    words: str


@dataclass(frozen=True, slots=True)
class StagePresence:
    """Who took part in one stage and who was not reached, read as language; empty where nobody."""

    stage: str
    stage_name: str
    took_part: str
    asked: str
    not_reached: str
    not_known: str
    missed: str
    """Asked or not reached, both together."""


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Groups × stages. `withheld` is the sentence that stands in for groups not shown in a small place."""

    title: str
    stages: tuple[str, ...]
    """Names of the stages."""
    rows: tuple[GroupRow, ...]
    by_stage: tuple[StagePresence, ...]
    how_many: str
    population: Typed | None
    population_missing: str
    withheld: str
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many answers of a stage rest on one grade of evidence."""

    grade: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class StageEvidence:
    """What a stage's answers rest on, weakest grade first."""

    stage: str
    stage_name: str
    counts: tuple[GradeCount, ...]
    answered: int
    decision: str
    """What the claim about who decides rests on."""
    words: str
    mean: str


@dataclass(frozen=True, slots=True)
class EvidencePicture:
    """Evidence stage by stage, for stages where something has happened."""

    title: str
    grades: tuple[str, ...]
    stages: tuple[StageEvidence, ...]
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """One condition of taking part; never scored. `answer` is empty where nothing was said."""

    id: str
    name: str
    question: str
    answer: str
    label: str
    note: Typed | None
    costs: bool
    """Whether it takes money to offer it."""
    cost: Typed | None
    """What it costs, and where that stands in the budget; only of what is offered."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of taking part."""

    title: str
    rows: tuple[ConditionRow, ...]
    given: bool
    """Whether any was answered."""
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class SeenCell:
    """One question: the team's level beside a group's median. `direction` is set where it is a gap."""

    id: str
    name: str
    """The question by stage and value."""
    stage_name: str
    value_name: str
    statement: str
    team: int | None
    team_words: str
    group: int
    group_words: str
    agreement: str
    agreement_label: str
    direction: str
    direction_label: str


@dataclass(frozen=True, slots=True)
class BandShare:
    """How many of a group put a stage in one band: few, some or most."""

    band: str
    name: str
    share: str
    label: str


@dataclass(frozen=True, slots=True)
class SeenDecision:
    """Who decides in a stage: the team's place beside a group's."""

    stage: str
    stage_name: str
    team: str
    shares: tuple[BandShare, ...]
    words: str


@dataclass(frozen=True, slots=True)
class SeenGroup:
    """How one published group sees it."""

    id: str
    name: str
    how_many: str
    cells: tuple[SeenCell, ...]
    gaps: tuple[SeenCell, ...]
    decisions: tuple[SeenDecision, ...]
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class Seen:
    """How people see it beside the team. `hidden` says which groups are not shown, and why."""

    title: str
    lowest: int
    highest: int
    groups: tuple[SeenGroup, ...]
    hidden: str
    note: str
    alt: str


@dataclass(frozen=True, slots=True)
class ChallengeCard:
    """A friendly question back to the team."""

    code: str
    where: str
    """Id of what it is about; empty for the project."""
    place: str
    """The same in words."""
    question: str
    why: str
    reply: Typed | None
    dismissed: bool
    dismissed_words: str


@dataclass(frozen=True, slots=True)
class Challenges:
    """Questions back to the team; they change no score."""

    title: str
    cards: tuple[ChallengeCard, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class NextStepCard:
    """What a team can do next. `in_plan` where an action is about it.

    `now` is what the team said, and `now_lead` whether that is so now or a promise.
    """

    about: str
    place: str
    now_lead: str
    now: str
    text: str
    effort: str
    effort_label: str
    needs: str
    why: str
    in_plan: bool
    in_plan_words: str


@dataclass(frozen=True, slots=True)
class NextSteps:
    """Next steps, the earliest first."""

    title: str
    cards: tuple[NextStepCard, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class ActionCard:
    """An action of the plan."""

    text: Typed | None
    about: str
    place: str
    owner: Typed | None
    with_whom: Typed | None
    by: str
    needs: Typed | None
    barrier: Typed | None
    how_we_know: Typed | None
    status: str
    status_label: str
    why: Typed | None
    brief: bool
    """Whether everything in it is short enough to stand in two columns."""
    goes_on: bool
    """Whether it is still to be done or under way."""
    missing: str
    """What the plan does not say yet, such as `owner and date`; empty where all is there."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The team's action plan, in the order of the file, dropped actions last."""

    title: str
    cards: tuple[ActionCard, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Pictures:
    """Everything there is to show. `spectrum` is None for a rubric without stages."""

    spectrum: Spectrum | None
    values: Values
    matrix: Matrix
    taking_part: TakingPart
    evidence: EvidencePicture
    conditions: Conditions
    seen: Seen
    challenges: Challenges
    next_steps: NextSteps
    plan: Plan
