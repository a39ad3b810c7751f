"""A team's assessment as it came from a file or a store: format answers/1, checked against its rubric.

The shape is docs/scoring.md, section 11. Ids are checked against the rubric in the validation's
context, so that every fault of a file is found in one pass.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from assessment.core.fault import N_
from assessment.core.rubric import Rubric
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

LONGEST_TEXT = 100_000
MOST_PARTS = 5
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
WITHHELD = "withheld"
NOT_APPLICABLE: Literal["not_applicable"] = "not_applicable"
DONT_KNOW: Literal["dont_know"] = "dont_know"


def fault(kind: str, wrong: str, remedy: str, **values: object) -> PydanticCustomError:
    """A fault in the person's words; `core.reading` turns it into a Fault."""
    return PydanticCustomError("gyda", "{kind}", {"kind": kind, "wrong": wrong, "remedy": remedy, "values": values})


def _as_typed(value: object) -> object:
    """A number where text is asked stays as it was typed; nothing at all is an empty text."""
    return "" if value is None else getattr(value, "typed", value)


def _text(value: object) -> str:
    typed = _as_typed(value)
    if not isinstance(typed, str):
        raise fault("text", N_("this is not text."), N_("Write it as text, in quotes if need be."))
    if len(typed) > LONGEST_TEXT:
        raise fault(
            "long",
            N_("the text has {length} characters."),
            N_("Shorten it to {most} at most."),
            length=len(typed),
            most=LONGEST_TEXT,
        )
    return typed


Text = Annotated[str, BeforeValidator(_text)]


def _filled(value: str) -> str:
    if not value.strip():
        raise fault("empty", N_("this is empty."), N_("Write it in."))
    return value


Filled = Annotated[Text, AfterValidator(_filled)]


def _date(value: object) -> object:
    if isinstance(value, str) and DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise fault(
                "date", N_("there is no day {day}."), N_("Write a real date, such as 2026-11-22."), day=value
            ) from None
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    raise fault("date", N_("this is not a date."), N_("Write year, month and day, such as 2026-11-22."))


Date = Annotated[datetime.date, BeforeValidator(_date)]


def _rubric(info: ValidationInfo) -> Rubric:
    rubric = (info.context or {}).get("rubric")
    if not isinstance(rubric, Rubric):
        raise TypeError("an assessment is read with its rubric in the validation's context")
    return rubric


def _known(ids: Callable[[Rubric], Any], *more: str) -> AfterValidator:
    """An id that the rubric has."""

    def check(value: str, info: ValidationInfo) -> str:
        known = [*ids(_rubric(info)), *more]
        if value not in known:
            raise fault(
                "unknown",
                N_("'{id}' is not known."),
                N_("Use one of: {known}."),
                id=value,
                known=", ".join(known) or "–",
            )
        return value

    return AfterValidator(check)


StageId = Annotated[Text, _known(lambda r: r.order)]
QuestionId = Annotated[Text, _known(lambda r: r.item)]
StepId = Annotated[Text, _known(lambda r: r.step)]
DecisionId = Annotated[Text, _known(lambda r: r.step, DONT_KNOW)]
ReasonId = Annotated[Text, _known(lambda r: r.reason)]
ConditionId = Annotated[Text, _known(lambda r: r.condition)]
GroupId = Annotated[Text, _known(lambda r: r.group, WITHHELD)]
RoleId = Annotated[Text, _known(lambda r: [role.id for role in r.roles])]
KindId = Annotated[Text, _known(lambda r: [kind.id for kind in r.kinds])]
VoiceGroupId = Annotated[Text, _known(lambda r: r.parameters.voices.groups)]
ComplexityId = Annotated[Text, _known(lambda r: [q.id for q in r.context.complexity] if r.context else [])]
LevelId = Annotated[Text, _known(lambda r: [level.id for level in r.context.levels] if r.context else [])]
Code = Annotated[Text, _known(lambda r: r.challenge)]
About = Annotated[Text, _known(lambda r: ["", *r.order, *(f"{s}.decision" for s in r.order), *r.item])]
Band = Annotated[Text, _known(lambda r: r.band)]


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise fault(
            "count", N_("this is not a whole number of 1 or more."), N_("Write a number such as 3, or leave it out.")
        )
    return int(value)


Count = Annotated[int, BeforeValidator(_whole)]


SHOWN = 40


def _shown(value: object) -> str:
    """A value as it was typed, not too long: text in quotes, so that `1` and `'1'` differ."""
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value) if isinstance(value, str) else str(getattr(value, "typed", value))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _level(value: object, info: ValidationInfo) -> object:
    if value is None or value in (DONT_KNOW, NOT_APPLICABLE):
        return value
    levels = _rubric(info).scale.levels
    if isinstance(value, bool) or not isinstance(value, int) or value not in levels:
        raise fault(
            "level",
            N_("{value} is not a level."),
            N_("Write a whole number from {lowest} to {highest}, dont_know or not_applicable."),
            value=_shown(value),
            lowest=levels[0],
            highest=levels[-1],
        )
    return int(value)


Level = Annotated[int | Literal["dont_know", "not_applicable"] | None, BeforeValidator(_level)]


class Part(BaseModel):
    """A frozen part of an assessment that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Note(Part):
    """Something a person typed, in its own language; or a stub that says it was withheld."""

    text: Text = ""
    lang: Text | None = None
    withheld: StrictBool = False

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return value if isinstance(value, dict | Note) else {"text": value}

    @field_validator("lang")
    @classmethod
    def _language(cls, value: str | None) -> str | None:
        if value is not None and not LANGUAGE.fullmatch(value):
            raise fault(
                "language", N_("'{id}' is not the code of a language."), N_("Write a code such as cy or en."), id=value
            )
        return value

    @property
    def given(self) -> bool:
        """Whether something is there: text that is not blank, or a withheld one."""
        return self.withheld or bool(self.text.strip())


NOTHING = Note()


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
    complexity: dict[ComplexityId, YesNo] = {}
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
    where: dict[StageId, Presence] = {}

    @model_validator(mode="before")
    @classmethod
    def _row(cls, value: object) -> object:
        if not isinstance(value, dict) or "where" in value:
            return value
        own = {key: inner for key, inner in value.items() if key in ("group", "label")}
        return {**own, "where": {key: inner for key, inner in value.items() if key not in own}}

    @model_validator(mode="after")
    def _label(self, info: ValidationInfo) -> Self:
        group = _rubric(info).group.get(self.group)
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
    answers: dict[QuestionId, Level] = {}
    decisions: dict[StageId, DecisionId | None] = {}


class CountedCell(Part):
    """The levels of a group for one question, as published."""

    median: StrictInt
    agreement: Agreement
    direction: Direction | None = None


class CountedGroup(Part):
    """A group's voices as published: no single one can be read from it."""

    n: Text
    cells: dict[QuestionId, CountedCell] = {}
    decisions: dict[StageId, dict[Band, Share]] = {}


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
    stages: dict[StageId, Stage] = {}
    answers: dict[QuestionId, Answer] = {}
    conditions: dict[ConditionId, Condition] = {}
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
