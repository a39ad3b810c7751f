"""A team's assessment as it came from a file or a store: format answers/1, checked against its rubric.

The shape is docs/scoring.md, section 11. Ids are checked against the rubric in the validation's
context, so that every fault of a file is found in one pass.
"""

from collections.abc import Callable, Sequence
from typing import Literal, Self, TypeVar

from pydantic import Field, StrictBool, StrictInt, ValidationInfo, field_validator, model_validator

from assessment.core.fault import N_
from assessment.core.fields import (
    NOT_APPLICABLE,
    NOTHING,
    WITHHELD,
    About,
    Band,
    Code,
    ComplexityId,
    ConditionId,
    Count,
    Date,
    DecisionId,
    Filled,
    GroupId,
    KindId,
    Level,
    LevelId,
    Note,
    Part,
    QuestionId,
    ReasonId,
    RoleId,
    StageId,
    Text,
    VoiceGroupId,
    fault,
    rubric_of,
)
from assessment.core.terms import (
    ActionStatus,
    Agreement,
    Capacity,
    ConditionAnswer,
    Depth,
    Direction,
    Evidence,
    MadeBy,
    Outcome,
    Presence,
    Share,
    Status,
    YesNo,
)

MOST_PARTS = 5


class Project(Part):
    """What the project is."""

    name: Filled
    organisation: Text = ""
    kind: KindId | None = None
    reference: Text = ""
    about: Note = NOTHING
    open: Note = NOTHING
    fixed: Note = NOTHING
    place: Text = ""
    made_by: MadeBy = MadeBy.BOTH


class Respondent(Part):
    """How many people of one role sat round the table."""

    role: RoleId
    count: Count


class Shown(Part):
    """When and how the people saw the assessment before it was sent, and what they said."""

    date: Date | None = None
    how: Note = NOTHING
    said: Note = NOTHING


class Sitting(Part):
    """When the assessment was made and who answered."""

    date: Date
    title: Text = ""
    depth: Depth = Depth.FULL
    respondents: tuple[Respondent, ...] = ()
    shown_to_people: Shown | None = None

    @field_validator("respondents")
    @classmethod
    def _once(cls, value: tuple[Respondent, ...]) -> tuple[Respondent, ...]:
        _each_once(value, lambda respondent: respondent.role)
        return value


class Context(Part):
    """The project as a whole."""

    level: LevelId | None = None
    complexity: dict[ComplexityId, YesNo] = Field(default={})
    capacity_to_act: Capacity | None = None
    people_who_took_part: Count | None = None
    how_we_know_who_lives_here: Note = NOTHING


class Aside(Part):
    """A part of a stage that was decided differently: shown, never scored."""

    what: Note
    decision: DecisionId | None = None
    reason: ReasonId | None = None
    reason_note: Note = NOTHING


class Stage(Part):
    """How far a stage has come, who decides in it, and why."""

    status: Status = Status.NOT_STARTED
    decision: DecisionId | None = None
    decision_note: Note = NOTHING
    decision_evidence: Evidence = Evidence.NONE
    reason: ReasonId | None = None
    reason_note: Note = NOTHING
    who_could_remove_it: Note = NOTHING
    back_by: Date | None = None
    parts: tuple[Aside, ...] = ()

    @field_validator("parts")
    @classmethod
    def _few(cls, value: tuple[Aside, ...]) -> tuple[Aside, ...]:
        if len(value) > MOST_PARTS:
            raise fault(
                "many",
                N_("there are {count} parts."),
                N_("Keep the {most} that matter most."),
                count=len(value),
                most=MOST_PARTS,
            )
        return value


class Answer(Part):
    """One question's answer, what it rests on, and a note."""

    level: Level = None
    evidence: Evidence = Evidence.NONE
    note: Note = NOTHING
    why: Note = NOTHING

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.level == NOT_APPLICABLE and not self.why.given:
            raise fault(
                "why",
                N_("not_applicable stands without a reason."),
                N_("Say under 'why' why the question does not apply."),
            )
        return self


class Condition(Part):
    """Whether one condition of taking part was met; never scored."""

    answer: ConditionAnswer | None = None
    note: Note = NOTHING


class TakingPart(Part):
    """Where one group of people was part of the project. `where` holds the stages of the file's row."""

    group: GroupId
    label: Text = ""
    where: dict[StageId, Presence] = Field(default={})

    @model_validator(mode="before")
    @classmethod
    def _row(cls, value: object) -> object:
        if not isinstance(value, dict) or "where" in value:
            return value
        own = {key: inner for key, inner in value.items() if key in ("group", "label")}
        return {**own, "where": {key: inner for key, inner in value.items() if key not in own}}

    @model_validator(mode="after")
    def _label(self, info: ValidationInfo) -> Self:
        group = rubric_of(info).group.get(self.group)
        if group and group.labelled and not self.label.strip():
            raise fault("label", N_("nothing says who this group is."), N_("Name it under 'label'."))
        if self.label and not (group and group.labelled):
            raise fault(
                "label",
                N_("this group has its own name already."),
                N_("Take 'label' out, or use a group that is labelled."),
            )
        return self


class Strength(Part):
    """Something strong that was there, and whose it is."""

    what: Note
    whose: Note = NOTHING


class Success(Part):
    """What success is for somebody, said before and after."""

    who: Note
    before: Note = NOTHING
    after: Note = NOTHING


class ChangeMade(Part):
    """What was heard, and what came of it."""

    date: Date | None = None
    heard: Note = NOTHING
    outcome: Outcome | None = None
    changed: Note = NOTHING
    why: Note = NOTHING
    told: Note = NOTHING
    evidence: Note = NOTHING
    may_print: StrictBool = False
    withheld: StrictBool = False


class Reflection(Part):
    """What worked, what did not, and what was learnt."""

    worked: Note = NOTHING
    did_not: Note = NOTHING
    learnt: Note = NOTHING


class Voice(Part):
    """One person who did not sit at the team's table. Never shown on its own."""

    group: VoiceGroupId
    answers: dict[QuestionId, Level] = Field(default={})
    decisions: dict[StageId, DecisionId | None] = Field(default={})


class CountedCell(Part):
    """The levels of a group for one question, as published."""

    median: StrictInt
    agreement: Agreement
    direction: Direction | None = None


class CountedGroup(Part):
    """A group's voices as published: no single one can be read from it."""

    n: Text
    cells: dict[QuestionId, CountedCell] = Field(default={})
    decisions: dict[StageId, dict[Band, Share]] = Field(default={})


class Action(Part):
    """An action of the plan."""

    text: Note = NOTHING
    about: About = ""
    owner: Note = NOTHING
    with_whom: Note = NOTHING
    by: Date | None = None
    needs: Note = NOTHING
    barrier: Note = NOTHING
    how_we_know: Note = NOTHING
    status: ActionStatus = ActionStatus.OPEN
    why: Note = NOTHING


class Reply(Part):
    """The team's answer to a challenge."""

    code: Code
    where: About | None = None
    text: Note = NOTHING
    dismissed: StrictBool = False


class Assessment(Part):
    """A whole answers file."""

    format: Literal["answers/1"]
    rubric: Text
    language: Literal["cy", "en"] | None = None
    project: Project
    assessment: Sitting
    context: Context = Context()
    stages: dict[StageId, Stage] = Field(default={})
    answers: dict[QuestionId, Answer] = Field(default={})
    conditions: dict[ConditionId, Condition] = Field(default={})
    taking_part: tuple[TakingPart, ...] = ()
    strengths: tuple[Strength, ...] = ()
    partners: tuple[Note, ...] = ()
    success: tuple[Success, ...] = ()
    changes: tuple[ChangeMade, ...] = ()
    reflection: Reflection = Reflection()
    voices: tuple[Voice, ...] = ()
    counted: dict[VoiceGroupId, CountedGroup] = Field(default={})
    actions: tuple[Action, ...] = ()
    replies: tuple[Reply, ...] = ()

    @field_validator("taking_part")
    @classmethod
    def _groups_once(cls, value: tuple[TakingPart, ...]) -> tuple[TakingPart, ...]:
        _each_once([row for row in value if row.group != WITHHELD], lambda row: f"{row.group} {row.label}".strip())
        return value

    @model_validator(mode="after")
    def _voices_or_counted(self) -> Self:
        if self.voices and self.counted:
            raise fault("voices", N_("there are both voices and counted voices."), N_("Keep one of them."))
        return self

    def stage(self, id_: str) -> Stage:
        """What was answered about a stage; a stage left out has not started."""
        return self.stages.get(id_, UNTOUCHED)

    def answer(self, id_: str) -> Answer:
        """What was answered to a question; one left out is blank."""
        return self.answers.get(id_, BLANK)


UNTOUCHED = Stage()


BLANK = Answer()


Row = TypeVar("Row")


def _each_once(rows: Sequence[Row], name: Callable[[Row], str]) -> None:
    seen: set[str] = set()
    for row in rows:
        if name(row) in seen:
            raise fault("twice", N_("'{id}' is there twice."), N_("Keep one row of it."), id=name(row))
        seen.add(name(row))
