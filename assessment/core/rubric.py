"""A rubric: what is asked, in both languages, with where each text comes from.

A rubric is data. The engine reads its marks and parameters and never names one of its stages,
values, steps, reasons or groups. `rubrics/README.md` tells an author how to write one.
"""

import datetime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assessment.core.law import Law
from assessment.core.parameters import Parameters
from assessment.core.terms import Asks, Effort, Need, ReasonKind, Where
from assessment.core.texts import Id, Named, Part, Sourced, Text, Words

WHOLE = ""
"""The one unnamed stage of a rubric that has no stages."""


PEOPLE_HIGHER = "people_higher"


class Source(Part):
    """Something the rubric rests on; texts name it by its key."""

    title: Text
    title_cy: Text | None = None
    """For a source that carries a Welsh title, such as an Act."""
    address: Text | None = None
    address_cy: Text | None = None
    credit: Words | None = None

    def title_in(self, language: str) -> str:
        """The title a reader of that language knows; the original one if there is no other."""
        return (self.title_cy or self.title) if language == "cy" else self.title

    def address_in(self, language: str) -> str | None:
        """The page in that language; the only page if there is no other."""
        return (self.address_cy or self.address) if language == "cy" else self.address


class NextStep(Sourced):
    """What a team can do next week, how much it asks and what it needs.

    `next_time` is for a stage that is done, where a lead-in before the text would not do.
    """

    effort: Effort
    needs: Words
    next_time: Words | None = None


class Scale(Part):
    """Whole levels from `lowest` to `highest`."""

    lowest: int
    highest: int
    rule: Sourced

    @property
    def levels(self) -> range:
        """Every level, lowest first."""
        return range(self.lowest, self.highest + 1)


class Value(Named):
    """A value: what it means and the rule of thumb to know it by."""

    meaning: Sourced


class Band(Named):
    """A band of the spectrum; `line` says who decides there. In a `shared` band both decide."""

    line: Words
    shared: bool = False


class Step(Named):
    """A place on the spectrum."""

    band: Id
    meaning: Sourced
    marks: tuple[Asks, ...] = Field(default=())


class Question(Part):
    """One statement with a sentence for each level of the scale."""

    statement: Sourced
    levels: dict[int, Sourced]
    hint: Sourced | None = None
    example: Sourced | None = None
    next_steps: dict[int | Literal["people_higher"], NextStep] = Field(default={})
    value: Id | None = None
    """Which value it asks about; by default the key it stands under."""


class Decision(Part):
    """Who decides in a stage: the question, a descriptor for each step, and what to do next."""

    question: Sourced
    hint: Sourced | None = None
    steps: dict[Id, Sourced]
    next_steps: dict[Id, NextStep] = Field(default={})


class Stage(Named):
    """A stage of a project."""

    asks: Sourced
    picture: Sourced | None = None
    decision: Decision
    questions: dict[Id, Question]


class TurnedRound(Part):
    """The turned-round question: is there a good reason we are not deciding this together?"""

    question: Sourced
    hint: Sourced


class Reason(Named):
    """A reason a team may give; `needs` is what must come with it before it counts."""

    kind: ReasonKind
    meaning: Sourced
    needs: tuple[Need, ...] = Field(default=())


class Asked(Named):
    """A question with a name: shown, never scored."""

    question: Sourced


class Condition(Asked):
    """A condition of taking part; `costs` marks one that takes money, so that a team is asked what and from where."""

    costs: bool = Field(default=False, exclude_if=lambda costs: not costs)
    # Not written where it is not set: a rubric from before there was this mark keeps its hash.


class Choice(Named):
    """One of several answers, with what it means."""

    meaning: Sourced


class Context(Part):
    """Questions about the project as a whole."""

    level: Asked
    levels: tuple[Choice, ...]
    """How near the project is to people's lives, nearest first."""
    complexity: tuple[Asked, ...]
    complexity_meaning: dict[Id, Sourced]
    """What follows from each kind of problem, by id of the kind."""
    capacity: Asked
    population: Asked
    """How we know who lives here: the law's second limb is about the population."""
    took_part: Asked


class Group(Named):
    """A group of people; rows of `sensitive` groups are withheld in small places."""

    sensitive: bool = False
    labelled: bool = False
    """Whether the team writes who it is."""
    source: Text


class Challenge(Part):
    """A friendly question back to the team."""

    code: Id
    where: Where
    question: Sourced
    why: Words


class TotalBand(Part):
    """A named band of a total: from this total up."""

    from_: float = Field(alias="from")
    name: Words


class Total(Part):
    """For rubrics that add up: the sum of all levels, with named bands, lowest first."""

    bands: tuple[TotalBand, ...] = ()


class Change(Part):
    """What a version changed, for the people whose results it may move."""

    version: Text
    date: datetime.date
    change: Words


class Rubric(Part):
    """A whole rubric. Stages are in the order in which `order` names them."""

    id: Id
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+$")]
    title: Words
    about: Sourced
    sources: dict[Id, Source]
    draft: tuple[Literal["cy", "en"], ...] = ()
    """Languages whose words no professional has read yet."""
    changes: tuple[Change, ...] = ()
    scale: Scale
    parameters: Parameters
    values: tuple[Value, ...]
    order: tuple[Id, ...] = ()
    """The stages' ids, in order."""
    stages: dict[Id, Stage] = Field(default={})
    questions: dict[Id, Question] = Field(default={})
    """For rubrics with one axis: the questions, without stages."""
    reading_rule: Sourced | None = None
    next_time: Words | None = None
    """The lead-in before a next step of a stage that is done."""
    bands: tuple[Band, ...] = ()
    steps: tuple[Step, ...] = ()
    turned_round: TurnedRound | None = None
    reasons: tuple[Reason, ...] = ()
    made_by_notes: dict[Id, Sourced] = Field(default={})
    """What is said to community-led and partnership projects, by id of `made_by`."""
    context: Context | None = None
    conditions: tuple[Condition, ...] = ()
    groups: tuple[Group, ...] = ()
    roles: tuple[Named, ...] = ()
    voice_groups: tuple[Named, ...] = ()
    kinds: tuple[Named, ...] = ()
    """Kinds of organisation."""
    challenges: tuple[Challenge, ...] = ()
    law: Law | None = None
    total: Total | None = None
    labels: dict[Id, dict[Id, Words]] = Field(default={})

    @property
    def name(self) -> str:
        """Name and major version, as an answers file writes it: `involvement/1`."""
        return f"{self.id}/{self.major}"

    @property
    def major(self) -> int:
        """The part of the version whose change may move a score."""
        return int(self.version.split(".")[0])

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The stages' ids; of a rubric without stages, the one unnamed stage."""
        return self.order or (WHOLE,)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The values' ids, in order."""
        return tuple(value.id for value in self.values)

    @cached_property
    def items(self) -> "tuple[Item, ...]":
        """Every question with its id and its place, stage by stage, in the order of the values."""
        found = [
            Item(id=f"{row}.{key}" if row else key, stage=row, value=q.value or key, question=q)
            for row in self.rows
            for key, q in (self.stages[row].questions if row else self.questions).items()
        ]
        place = {value: at for at, value in enumerate(self.columns)}
        rows = {row: at for at, row in enumerate(self.rows)}
        return tuple(sorted(found, key=lambda item: (rows[item.stage], place[item.value])))

    @cached_property
    def item(self) -> "dict[str, Item]":
        """Questions by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def items_of(self) -> "dict[str, tuple[Item, ...]]":
        """The questions of each stage."""
        return {row: tuple(item for item in self.items if item.stage == row) for row in self.rows}

    @cached_property
    def step(self) -> dict[str, Step]:
        """Steps of the spectrum by id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def band(self) -> dict[str, Band]:
        """Bands by id."""
        return {band.id: band for band in self.bands}

    @cached_property
    def value(self) -> dict[str, Value]:
        """Values by id."""
        return {value.id: value for value in self.values}

    @cached_property
    def reason(self) -> dict[str, Reason]:
        """Reasons by id."""
        return {reason.id: reason for reason in self.reasons}

    @cached_property
    def group(self) -> dict[str, Group]:
        """Groups of people by id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def challenge(self) -> dict[str, Challenge]:
        """Challenges by code."""
        return {challenge.code: challenge for challenge in self.challenges}

    @cached_property
    def condition(self) -> dict[str, Condition]:
        """Conditions by id."""
        return {condition.id: condition for condition in self.conditions}

    def label(self, kind: str, id_: str, language: str) -> str:
        """The name of one of the engine's own terms, such as `status`, `under_way`."""
        return self.labels[kind][id_].in_(language)


class Item(Part):
    """A question and its place in the rubric."""

    id: str
    stage: str
    value: str
    question: Question
