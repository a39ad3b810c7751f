"""The columns of a sheet of assessments, one description of each, from the rubric: a row is one assessment.

A column's id is the place of its value in an answers file. Headings and answers may be written as the id, in Welsh
or in English.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assessment.core.fault import N_
from assessment.core.fields import DONT_KNOW, NOT_APPLICABLE
from assessment.core.rubric import Item, Rubric
from assessment.core.terms import (
    Capacity,
    ConditionAnswer,
    Depth,
    Evidence,
    MadeBy,
    Presence,
    Status,
    Term,
    YesNo,
)
from assessment.core.texts import LANGUAGES, Words
from assessment.pictures.reader import UNLABELLED
from assessment.words import words

SPLIT = ";"
"""Between the entries of a list in one cell."""
LABEL = ":"
"""Between a group that is labelled and its label."""
RESULT = "result."
"""With this begins the id of a column that is worked out: it is written, and not read back."""
STATE, TAGS, LANGUAGE, RUBRIC = "state", "tags", "language", "rubric"
NAME, DATE = "project.name", "assessment.date"
SUBMITTED, DRAFT, EXAMPLE = "submitted", "draft", "example"
RESPONDENTS, TAKING_PART = "respondents", "taking_part"
PRESENCES = (Presence.TOOK_PART, Presence.ASKED, Presence.NOT_REACHED)


class Kind(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    LIST = "list"


@dataclass(frozen=True)
class Choice:
    """One of the answers that a column knows. `short` is what it is called where there is little room."""

    id: str | int
    label: Words
    short: Words

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write it."""
        return (str(self.id), self.label.cy, self.label.en, self.short.cy, self.short.en)


@dataclass(frozen=True)
class Column:
    """One column: what stands in it, what it means, and where its value goes in an answers file."""

    id: str
    kind: Kind
    label: Words
    meaning: Words
    path: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    needed: bool = False
    note: bool = False
    """Whether it is a text that may be kept back."""
    extra: tuple[str, ...] = field(default=())
    """Ids among the choices that stand in a list with a name of their own."""


def both(sentence: str, /, **blanks: Words) -> Words:
    """A sentence of the program in both languages, its blanks filled with texts of the rubric."""
    said = {
        language: words(language)
        .gettext(sentence)
        .format(**{name: blank.in_(language) for name, blank in blanks.items()})
        for language in LANGUAGES
    }
    return Words(en=said["en"], cy=said["cy"])


def joined(texts: Iterable[Words]) -> Words:
    """Texts after each other, in both languages."""
    every = list(texts)
    return Words(en=" ".join(one.en for one in every), cy=" ".join(one.cy for one in every))


def columns(rubric: Rubric) -> tuple[Column, ...]:
    """The columns of an assessment on this rubric, in the order of the sheet."""
    return (
        *_state(),
        *_project(rubric),
        *_sitting(rubric),
        *_context(rubric),
        *(column for stage in rubric.rows for column in (*_stage(rubric, stage), *_questions(rubric, stage))),
        *_conditions(rubric),
        *_taking_part(rubric),
    )


def rubric_column() -> Column:
    """The rubric of a row: written into every export, and compared where it is read."""
    return Column(RUBRIC, Kind.TEXT, both(N_("Rubric")), both(N_("The questions it was made with.")))


def terms(rubric: Rubric, kind: str, terms: Iterable[Term]) -> tuple[Choice, ...]:
    """The engine's own words, called as the rubric calls them."""
    named = rubric.labels.get(kind, {})
    found = ((term, named.get(term.value) or both(UNLABELLED.get(term, term.value))) for term in terms)
    return tuple(Choice(term.value, label, label) for term, label in found)


def named(parts: Iterable[object]) -> tuple[Choice, ...]:
    """Things of the rubric that have an id and a name."""
    return tuple(Choice(one.id, one.name, one.name) for one in parts)  # type: ignore[attr-defined]


def _state() -> Iterator[Column]:
    told = {SUBMITTED: both(N_("submitted")), DRAFT: both(N_("draft")), EXAMPLE: both(N_("example"))}
    choices = tuple(Choice(id_, label, label) for id_, label in told.items())
    meaning = N_(
        "Submitted, or still a draft? Left blank, it counts as submitted. A row that says “example” is not read in."
    )
    yield Column(STATE, Kind.CHOICE, both(N_("State")), both(meaning), choices=choices)


def _project(rubric: Rubric) -> Iterator[Column]:
    yield _text(NAME, N_("Project's name"), N_("The project's name. Needed."), needed=True)
    yield _text("project.organisation", N_("Organisation"), N_("The organisation that runs it."))
    yield _choice(
        "project.kind", N_("Kind of organisation"), N_("What kind of organisation it is."), named(rubric.kinds)
    )
    yield _text("project.reference", N_("Reference"), N_("Your own number or letters for the project, if it has any."))
    yield _text("project.place", N_("Place"), N_("Where it happens."))
    made_by = terms(rubric, "made_by", MadeBy)
    yield _choice("project.made_by", N_("Who works on it"), N_("Left blank, it is people and organisations."), made_by)
    yield _text("project.about", N_("What it is about"), N_("What is it about?"), note=True)


def _sitting(rubric: Rubric) -> Iterator[Column]:
    day = both(N_("The day of the assessment, such as 22/11/2026 or 22 November 2026. Needed."))
    yield Column(DATE, Kind.DATE, both(N_("Date of the assessment")), day, ("assessment", "date"), needed=True)
    yield _text(
        "assessment.title",
        N_("Title of the assessment"),
        N_("A name for this assessment, such as 'Before we begin'."),
    )
    depth = N_("A first look is one stage in one sitting, and carries no score.")
    yield _choice("assessment.depth", N_("How much was answered"), depth, terms(rubric, "depth", Depth))
    label = N_("How many answered round the table: {role}")
    for role in rubric.roles:
        meaning = both(N_("How many of them answered round the table, as a whole number."))
        path = ("assessment", RESPONDENTS, role.id)
        yield Column(f"assessment.respondents.{role.id}", Kind.NUMBER, both(label, role=role.name), meaning, path)
    yield Column(
        TAGS,
        Kind.LIST,
        both(N_("Tags")),
        both(N_("Your own words to sort projects by, with a semicolon between them.")),
    )
    languages = tuple(Choice(id_, name, name) for id_, name in LANGUAGE_NAMES.items())
    meaning = both(N_("In which language the texts of this row are written."))
    yield Column(LANGUAGE, Kind.CHOICE, both(N_("Language of the texts")), meaning, ("language",), languages)


LANGUAGE_NAMES: Mapping[str, Words] = {
    "cy": Words(en="Welsh", cy="Cymraeg"),
    "en": Words(en="English", cy="Saesneg"),
}


def _context(rubric: Rubric) -> Iterator[Column]:
    context = rubric.context
    if context is None:
        return
    at = ("context",)
    yield Column(
        "context.level", Kind.CHOICE, context.level.name, context.level.question, (*at, "level"), named(context.levels)
    )
    for asked in context.complexity:
        path = (*at, "complexity", asked.id)
        choices = terms(rubric, "yes_no", YesNo)
        yield Column(f"context.complexity.{asked.id}", Kind.CHOICE, asked.name, asked.question, path, choices)
    capacity = terms(rubric, "capacity", Capacity)
    name, question = context.capacity.name, context.capacity.question
    yield Column("context.capacity_to_act", Kind.CHOICE, name, question, (*at, "capacity_to_act"), capacity)
    name, question = context.took_part.name, context.took_part.question
    yield Column("context.people_who_took_part", Kind.NUMBER, name, question, (*at, "people_who_took_part"))
    name, question = context.population.name, context.population.question
    id_ = "how_we_know_who_lives_here"
    yield Column(f"context.{id_}", Kind.TEXT, name, question, (*at, id_), note=True)


def _stage(rubric: Rubric, stage: str) -> Iterator[Column]:
    if not stage:
        return
    name, asked = rubric.stages[stage].name, rubric.stages[stage]

    def column(id_: str, kind: Kind, label: str, meaning: Words, *choices: Choice, note: bool = False) -> Column:
        path = ("stages", stage, id_)
        return Column(f"{stage}.{id_}", kind, both(label, stage=name), meaning, path, choices, note=note)

    yield column(
        "status",
        Kind.CHOICE,
        N_("{stage}: how far"),
        joined([asked.asks, both(N_("How far this stage has come."))]),
        *terms(rubric, "status", Status),
    )
    steps = named(rubric.steps)
    unknown = both(N_("Don't know"))
    yield column(
        "decision",
        Kind.CHOICE,
        N_("{stage}: who decides"),
        asked.decision.question,
        *steps,
        Choice(DONT_KNOW, unknown, unknown),
    )
    rests = both(N_("What the answer about who decides rests on."))
    evidence = terms(rubric, "evidence", Evidence)
    yield column("decision_evidence", Kind.CHOICE, N_("{stage}: what “who decides” rests on"), rests, *evidence)
    why = both(N_("Why you do not decide this together, if that is so."))
    why = joined([rubric.turned_round.question, why]) if rubric.turned_round else why
    yield column("reason", Kind.CHOICE, N_("{stage}: reason"), why, *named(rubric.reasons))
    words_ = both(N_("The reason in your own words. Without them it does not count as given."))
    yield column("reason_note", Kind.TEXT, N_("{stage}: reason in your words"), words_, note=True)
    remover = both(N_("Who could remove the barrier, if the reason is one."))
    yield column("who_could_remove_it", Kind.TEXT, N_("{stage}: who could remove the barrier"), remover, note=True)
    back = both(N_("By which day you go back to people, if you had to act first."))
    yield column("back_by", Kind.DATE, N_("{stage}: back to people by"), back)


def _questions(rubric: Rubric, stage: str) -> Iterator[Column]:
    for item in rubric.items:
        if item.stage == stage:
            yield from _question(rubric, item)


def _question(rubric: Rubric, item: Item) -> Iterator[Column]:
    name, statement = _question_name(rubric, item), item.question.statement
    at = ("answers", item.id)
    meaning = joined([statement, both(N_("Choose the last sentence that is wholly true."))])
    yield Column(f"{item.id}.level", Kind.CHOICE, name, meaning, (*at, "level"), _levels(rubric, item))
    rests = both(N_("What the answer beside it rests on."))
    evidence = terms(rubric, "evidence", Evidence)
    label = both(N_("{question}: what it rests on"), question=name)
    yield Column(f"{item.id}.evidence", Kind.CHOICE, label, rests, (*at, "evidence"), evidence)
    label = both(N_("{question}: why it does not apply"), question=name)
    why = both(N_("Only where the question does not apply: say why."))
    yield Column(f"{item.id}.why", Kind.TEXT, label, why, (*at, "why"), note=True)


def _question_name(rubric: Rubric, item: Item) -> Words:
    """A question by its stage and value; by its statement too, where several ask about the same."""
    value = rubric.value[item.value].name
    name = both("{stage}, {value}", stage=rubric.stages[item.stage].name, value=value) if item.stage else value
    alone = sum((one.stage, one.value) == (item.stage, item.value) for one in rubric.items) == 1
    said = item.question.statement
    return name if alone else Words(en=f"{name.en}: {said.en}", cy=f"{name.cy}: {said.cy}")


def _levels(rubric: Rubric, item: Item) -> tuple[Choice, ...]:
    """A level is chosen by its number with its sentence, or by the number alone."""
    found = []
    for level in rubric.scale.levels:
        said, short = item.question.levels[level], Words(en=str(level), cy=str(level))
        found.append(Choice(level, Words(en=f"{level}: {said.en}", cy=f"{level}: {said.cy}"), short))
    for id_, label in ((DONT_KNOW, both(N_("Don't know"))), (NOT_APPLICABLE, both(N_("Not applicable")))):
        found.append(Choice(id_, label, label))
    return tuple(found)


def _conditions(rubric: Rubric) -> Iterator[Column]:
    choices = terms(rubric, "condition", ConditionAnswer)
    for asked in rubric.conditions:
        label = both(N_("Condition: {condition}"), condition=asked.name)
        path = ("conditions", asked.id, "answer")
        yield Column(f"conditions.{asked.id}", Kind.CHOICE, label, asked.question, path, choices)


TOOK_PART: Mapping[Presence, str] = {
    Presence.TOOK_PART: N_("{stage}: groups that took part"),
    Presence.ASKED: N_("{stage}: groups that were asked and did not take part"),
    Presence.NOT_REACHED: N_("{stage}: groups not reached"),
}
GROUPS = N_(
    "Names of groups from the sheet with the lists, with a semicolon between them. For a group that is not in the list "
    "write “{other}: Bus drivers”."
)


def _taking_part(rubric: Rubric) -> Iterator[Column]:
    choices = named(rubric.groups)
    labelled = tuple(group for group in rubric.groups if group.labelled)
    meaning = (
        both(GROUPS, other=labelled[0].name)
        if labelled
        else both(N_("Names of groups from the sheet with the lists, with a semicolon between them."))
    )
    for stage in rubric.order if choices else ():
        for presence in PRESENCES:
            label = both(TOOK_PART[presence], stage=rubric.stages[stage].name)
            path = (TAKING_PART, stage, presence.value)
            extra = tuple(group.id for group in labelled)
            yield Column(f"taking_part.{stage}.{presence.value}", Kind.LIST, label, meaning, path, choices, extra=extra)


def _text(id_: str, label: str, meaning: str, *, needed: bool = False, note: bool = False) -> Column:
    return Column(id_, Kind.TEXT, both(label), both(meaning), tuple(id_.split(".")), needed=needed, note=note)


def _choice(id_: str, label: str, meaning: str, choices: tuple[Choice, ...]) -> Column:
    return Column(id_, Kind.CHOICE, both(label), both(meaning), tuple(id_.split(".")), choices)
