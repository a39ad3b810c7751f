"""The smallest parts of an answers file: texts, dates, counts, levels, notes, and ids that the rubric must have."""

import datetime
import re
from collections.abc import Callable, Collection, Sequence
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StrictBool,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from assessment.core.fault import N_
from assessment.core.rubric import Rubric

LONGEST_TEXT = 250_000
MOST_PEOPLE = 10_000_000

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

WITHHELD = "withheld"
WITHHELD_WITH_TEXT = (N_("this is said to be withheld, and is there."), N_("Take out the text, or 'withheld'."))

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
    if value is None or value == "":
        raise fault("empty", N_("this is empty."), N_("Write year, month and day, such as 2026-11-22."))
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


def rubric_of(info: ValidationInfo) -> Rubric:
    """The rubric against which an answers file is read."""
    rubric = (info.context or {}).get("rubric")
    if not isinstance(rubric, Rubric):
        raise TypeError("an assessment is read with its rubric in the validation's context")
    return rubric


def _unknown(value: str, known: Sequence[str], remedy: str, told: Sequence[str], **more: object) -> Any:
    listed = ", ".join(told) or "–"
    return fault("unknown", N_("'{id}' is not known."), remedy, id=value, ids=known, known=listed, **more)


def _known(ids: Callable[[Rubric], Any], *more: str, unsaid: Collection[str] = ()) -> AfterValidator:
    """An id that the rubric has; `unsaid` ones are right too, and not told to people."""

    def check(value: str, info: ValidationInfo) -> str:
        of_rubric = ids(rubric_of(info))
        if value not in of_rubric and value not in more and value not in unsaid:
            known = [*of_rubric, *more]
            raise _unknown(value, known, N_("Use one of: {known}."), known)
        return value

    return AfterValidator(check)


def stage_ids(rubric: Rubric) -> tuple[str, ...]:
    """The stages of a rubric."""
    return rubric.order


def question_ids(rubric: Rubric) -> tuple[str, ...]:
    """The questions of a rubric."""
    return tuple(rubric.item)


def condition_ids(rubric: Rubric) -> tuple[str, ...]:
    """The conditions of a rubric."""
    return tuple(rubric.condition)


def complexity_ids(rubric: Rubric) -> tuple[str, ...]:
    """The questions of a rubric about the kind of problem."""
    return tuple(question.id for question in rubric.context.complexity) if rubric.context else ()


StageId = Annotated[Text, _known(stage_ids)]
QuestionId = Annotated[Text, _known(question_ids)]

DecisionId = Annotated[Text, _known(lambda r: r.step, DONT_KNOW)]

ReasonId = Annotated[Text, _known(lambda r: r.reason)]

ConditionId = Annotated[Text, _known(condition_ids)]

GroupId = Annotated[Text, _known(lambda r: r.group, unsaid={WITHHELD})]

RoleId = Annotated[Text, _known(lambda r: [role.id for role in r.roles])]

KindId = Annotated[Text, _known(lambda r: [kind.id for kind in r.kinds])]

VoiceGroupId = Annotated[Text, _known(lambda r: r.parameters.voices.groups)]

ComplexityId = Annotated[Text, _known(complexity_ids)]

LevelId = Annotated[Text, _known(lambda r: [level.id for level in r.context.levels] if r.context else [])]

Code = Annotated[Text, _known(lambda r: r.challenge)]


def _about(value: str, info: ValidationInfo) -> str:
    """A stage, who decides in it, or a question; there are too many of them to list."""
    rubric = rubric_of(info)
    known = [*rubric.order, *(f"{stage}.decision" for stage in rubric.order), *rubric.item]
    if not value or value in known:
        return value
    if not rubric.order:
        raise _unknown(value, known, N_("Use one of: {known}."), known)
    remedy = N_("Use one of: {known}, or a question such as {example}.")
    raise _unknown(value, known, remedy, rubric.order, example=next(iter(rubric.item), "–"))


About = Annotated[Text, AfterValidator(_about)]

Band = Annotated[Text, _known(lambda r: r.band)]

Size = Annotated[Text, _known(lambda r: r.parameters.voices.size_names)]


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_PEOPLE:
        raise fault("count", N_("this is not a number of people."), N_("Write a whole number from 1 up, such as 3."))
    return int(value)


Count = Annotated[int, BeforeValidator(_whole)]

SHOWN = 40


def shown(value: object) -> str:
    """A value as it was typed, not too long: text in quotes, so that `1` and `'1'` differ."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "…"
    text = repr(value) if isinstance(value, str) else str(getattr(value, "typed", value))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _level_or(value: object, info: ValidationInfo, remedy: str) -> int:
    levels = rubric_of(info).scale.levels
    if isinstance(value, bool) or not isinstance(value, int) or value not in levels:
        raise fault(
            "level",
            N_("{value} is not a level."),
            remedy,
            value=shown(value),
            lowest=levels[0],
            highest=levels[-1],
        )
    return int(value)


def _level(value: object, info: ValidationInfo) -> object:
    if value is None or value in (DONT_KNOW, NOT_APPLICABLE):
        return value
    return _level_or(value, info, N_("Write a whole number from {lowest} to {highest}, dont_know or not_applicable."))


def _median(value: object, info: ValidationInfo) -> int:
    return _level_or(value, info, N_("Write a whole number from {lowest} to {highest}."))


Median = Annotated[int, BeforeValidator(_median)]

Level = Annotated[int | Literal["dont_know", "not_applicable"] | None, BeforeValidator(_level)]


class Part(BaseModel):
    """A frozen part of an assessment that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _blank_as_left_out(cls, value: object) -> object:
        """A key with nothing after its colon is as one left out, where it may be left out."""
        if not isinstance(value, dict) or None not in value.values():
            return value
        optional = {name for name, field in cls.model_fields.items() if not field.is_required()}
        return {key: inner for key, inner in value.items() if inner is not None or key not in optional}


def blank_entries(ids: Callable[[Rubric], Collection[str]]) -> BeforeValidator:
    """Of a mapping by id, entries with nothing after their colon are as left out."""

    def left_out(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, dict) or None not in value.values():
            return value
        known = ids(rubric_of(info))
        return {key: inner for key, inner in value.items() if inner is not None or key not in known}

    return BeforeValidator(left_out)


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

    @field_validator("withheld")
    @classmethod
    def _nothing_beside_it(cls, value: bool, info: ValidationInfo) -> bool:
        if value and info.data.get("text"):
            raise fault("withheld", *WITHHELD_WITH_TEXT)
        return value

    @property
    def given(self) -> bool:
        """Whether something is there: text that is not blank, or a withheld one."""
        return self.withheld or bool(self.text.strip())


NOTHING = Note()
