"""The smallest parts of an answers file: texts, dates, counts, levels, notes, and ids that the rubric must have."""

import datetime
import re
from collections.abc import Callable
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

LONGEST_TEXT = 100_000


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


def rubric_of(info: ValidationInfo) -> Rubric:
    """The rubric against which an answers file is read."""
    rubric = (info.context or {}).get("rubric")
    if not isinstance(rubric, Rubric):
        raise TypeError("an assessment is read with its rubric in the validation's context")
    return rubric


def _known(ids: Callable[[Rubric], Any], *more: str) -> AfterValidator:
    """An id that the rubric has."""

    def check(value: str, info: ValidationInfo) -> str:
        known = [*ids(rubric_of(info)), *more]
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
    levels = rubric_of(info).scale.levels
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
