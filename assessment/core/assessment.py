"""A team's assessment as it came from a file or a store: format answers/1, checked against its rubric.

The shape is docs/scoring.md, section 11. Ids are checked against the rubric in the validation's
context, so that every fault of a file is found in one pass.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, ValidationInfo, field_validator, model_validator

from assessment.core.fault import N_
from assessment.core.fields import (
    NOT_APPLICABLE,
    NOTHING,
    WITHHELD_WITH_TEXT,
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
    Median,
    Note,
    Part,
    QuestionId,
    ReasonId,
    RoleId,
    Size,
    StageId,
    Text,
    VoiceGroupId,
    blank_entries,
    complexity_ids,
    condition_ids,
    fault,
    question_ids,
    rubric_of,
    stage_ids,
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


class Context(Part):
    """The project as a whole."""

    level: LevelId | None = None
    complexity: Annotated[dict[ComplexityId, YesNo], blank_entries(complexity_ids)] = Field(default={})
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
    why: Note = Field(default=NOTHING, validate_default=True)

    @field_validator("why")
    @classmethod
    def _says_why(cls, value: Note, info: ValidationInfo) -> Note:
        if info.data.get("level") == NOT_APPLICABLE and not value.given:
            raise fault(
                "why",
                N_("not_applicable stands without a reason."),
                N_("Say under 'why' why the question does not apply."),
            )
        return value


class Condition(Part):
    """Whether one condition of taking part was met, and what it costs: never scored; the cost is to be printed."""

    answer: ConditionAnswer | None = None
    note: Note = NOTHING
    cost: Note = NOTHING


class TakingPart(Part):
    """Where one group of people was part of the project. `where` holds the stages of the file's row."""

    group: GroupId
    label: Text = Field(default="", validate_default=True)
    where: Annotated[dict[StageId, Presence], blank_entries(stage_ids)] = Field(default={})

    @model_validator(mode="before")
    @classmethod
    def _row(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        own = {key: inner for key, inner in value.items() if key in ("group", "label")}
        return {**own, "where": {key: inner for key, inner in value.items() if key not in own}}

    @field_validator("label")
    @classmethod
    def _label(cls, value: str, info: ValidationInfo) -> str:
        group = rubric_of(info).group.get(info.data.get("group", ""))
        if group and group.labelled and not value.strip():
            raise fault("label", N_("nothing says who this group is."), N_("Name it under 'label'."))
        if group and value and not group.labelled:
            raise fault(
                "label",
                N_("this group has its own name already."),
                N_("Take 'label' out, or use a group that is labelled."),
            )
        return value


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

    @field_validator("withheld")
    @classmethod
    def _only_its_outcome(cls, value: bool, info: ValidationInfo) -> bool:
        told = (inner for name, inner in info.data.items() if name != "outcome")
        if value and any(inner.given if isinstance(inner, Note) else inner for inner in told):
            raise fault("withheld", *WITHHELD_WITH_TEXT)
        return value


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

    median: Median
    agreement: Agreement
    direction: Direction | None = None


def _every_band(value: dict[str, Share], info: ValidationInfo) -> dict[str, Share]:
    bands = tuple(rubric_of(info).band)
    if set(value) != set(bands) or list(value.values()).count(Share.MOST) > 1:
        raise fault(
            "shares",
            N_("these are not the shares of a group."),
            N_("Write one for each of: {bands}; at most one is 'most'."),
            bands=", ".join(bands),
        )
    return value


Shares = Annotated[dict[Band, Share], AfterValidator(_every_band)]


class CountedGroup(Part):
    """A group's voices as published: no single one can be read from it."""

    n: Size
    cells: Annotated[dict[QuestionId, CountedCell], blank_entries(question_ids)] = Field(default={})
    decisions: Annotated[dict[StageId, Shares], blank_entries(stage_ids)] = Field(default={})


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
    stages: Annotated[dict[StageId, Stage], blank_entries(stage_ids)] = Field(default={})
    answers: Annotated[dict[QuestionId, Answer], blank_entries(question_ids)] = Field(default={})
    conditions: Annotated[dict[ConditionId, Condition], blank_entries(condition_ids)] = Field(default={})
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

    @field_validator("counted")
    @classmethod
    def _voices_or_counted(cls, value: dict[str, CountedGroup], info: ValidationInfo) -> dict[str, CountedGroup]:
        if value and info.data.get("voices"):
            raise fault("voices", N_("there are both voices and counted voices."), N_("Keep one of them."))
        return value

    def stage(self, id_: str) -> Stage:
        """What was answered about a stage; a stage left out has not started."""
        return self.stages.get(id_, UNTOUCHED)

    def answer(self, id_: str) -> Answer:
        """What was answered to a question; one left out is blank."""
        return self.answers.get(id_, BLANK)


UNTOUCHED = Stage()
BLANK = Answer()
