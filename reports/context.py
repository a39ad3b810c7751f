"""An assessment and its result -> everything a report says, in one language, ready for the templates."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assessment.core.assessment import Assessment, ChangeMade
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.terms import ActionStatus, ConditionAnswer, Depth, Evidence, MadeBy, Outcome, State, Status
from assessment.library import content_hash
from assessment.pictures import pictures
from assessment.pictures.forward import BRIEF
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import ActionCard, Pictures, Typed

STEPS_IN_FULL = 5
"""How many next steps stand with all that belongs to them; the others follow in a list."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact about the project with what it means; `answer` is empty where the meaning says it."""

    name: str
    answer: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was heard, and what came of it."""

    date: str
    heard: Typed | None
    outcome: str
    label: str
    changed: Typed | None
    why: Typed | None
    told: Typed | None
    evidence: Typed | None
    brief: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """One planned stage as sentences: who will decide, what people will be able to say, who sees to it."""

    stage: str
    step: str
    sentence: str
    sentences: tuple[tuple[str, str], ...]
    actions: tuple[ActionCard, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer."""

    value: str
    statement: str
    level: int | None
    words: str
    sentence: str
    evidence: str
    note: Typed | None
    why: Typed | None


@dataclass(frozen=True, slots=True)
class StageAnswers:
    """A stage's questions with their answers."""

    id: str
    name: str
    status: str
    planned: bool
    answers: tuple[Answered, ...]
    not_known: str
    """The values of the questions answered with 'don't know', read as language."""


@dataclass(frozen=True, slots=True)
class Link:
    """A source, with its address where it has one and what is owed to it."""

    title: str
    address: str
    credit: str


@dataclass(frozen=True, slots=True)
class LawPassage:
    """What the law says, in plain words, and what in this report answers it."""

    heading: str
    text: str
    link: str
    answered_by: str


@dataclass(frozen=True)
class Report:
    """Everything a report says. Templates ask it and compute nothing."""

    reader: Reader
    pictures: Pictures
    notes: bool

    @property
    def template(self) -> str:
        """A whole report, or the one page of a first look."""
        return "first_look" if self.assessment.assessment.depth is Depth.FIRST_LOOK else "report"

    @property
    def language(self) -> str:
        """`cy` or `en`."""
        return self.reader.language

    @property
    def rubric(self) -> Rubric:
        """What was asked."""
        return self.reader.rubric

    @property
    def assessment(self) -> Assessment:
        """What was answered."""
        return self.reader.assessment

    def say(self, sentence: str, /, **blanks: object) -> str:
        """A sentence of the report in its language."""
        return self.reader.say(sentence, **blanks)

    def count(self, one: str, many: str, number: int, /, **blanks: object) -> str:
        """A sentence with a number in it."""
        return self.reader.count(one, many, number, **blanks)

    @cached_property
    def project(self) -> Typed:
        """The project's name."""
        return self.reader.typed(self.assessment.project.name) or Typed("–")

    @cached_property
    def organisation(self) -> Typed | None:
        """Who runs it."""
        return self.reader.typed(self.assessment.project.organisation)

    @cached_property
    def reference(self) -> Typed | None:
        """The team's own reference."""
        return self.reader.typed(self.assessment.project.reference)

    @cached_property
    def place(self) -> Typed | None:
        """Where it happens."""
        return self.reader.typed(self.assessment.project.place)

    @cached_property
    def title(self) -> Typed | None:
        """The team's name for this assessment."""
        return self.reader.typed(self.assessment.assessment.title)

    @property
    def about(self) -> Typed | None:
        """What the project is about."""
        return self.reader.typed(self.assessment.project.about)

    @property
    def open(self) -> Typed | None:
        """What people can still change."""
        return self.reader.typed(self.assessment.project.open)

    @property
    def fixed(self) -> Typed | None:
        """What is settled already, and by whom."""
        return self.reader.typed(self.assessment.project.fixed)

    @property
    def kind(self) -> str:
        """The kind of organisation."""
        found = next((k for k in self.rubric.kinds if k.id == self.assessment.project.kind), None)
        return self.reader.text(found.name) if found else ""

    @cached_property
    def date(self) -> str:
        """The day of the assessment."""
        return self.reader.date(self.assessment.assessment.date)

    @property
    def iso_date(self) -> str:
        """The day for the file's own data; the report never looks at a clock."""
        return self.assessment.assessment.date.isoformat()

    @property
    def depth(self) -> str:
        """Full, or a first look."""
        return self.reader.label(self.assessment.assessment.depth)

    @cached_property
    def respondents(self) -> tuple[tuple[str, int], ...]:
        """Who sat at the table: role and number, in the rubric's order."""
        number = {one.role: one.count for one in self.assessment.assessment.respondents}
        return tuple((self.reader.text(role.name), number[role.id]) for role in self.rubric.roles if role.id in number)

    @cached_property
    def people_answered(self) -> bool:
        """Whether people with lived experience answered, at the table or apart."""
        people = self.rubric.parameters.voices.people
        seated = any(one.role == people for one in self.assessment.assessment.respondents)
        group = self.reader.result.voices.get(people)
        return seated or bool(group and group.published)

    @property
    def shown(self) -> bool:
        """Whether the people saw it before it was sent."""
        shown = self.assessment.assessment.shown_to_people
        return shown is not None and (shown.date is not None or shown.how.given or shown.said.given)

    @property
    def shown_date(self) -> str:
        """When they saw it."""
        shown = self.assessment.assessment.shown_to_people
        return self.reader.date(shown.date) if shown else ""

    @property
    def shown_how(self) -> Typed | None:
        """How they saw it."""
        shown = self.assessment.assessment.shown_to_people
        return self.reader.typed(shown.how) if shown else None

    @property
    def shown_said(self) -> Typed | None:
        """What they said."""
        shown = self.assessment.assessment.shown_to_people
        return self.reader.typed(shown.said) if shown else None

    @cached_property
    def made_by_note(self) -> str:
        """What is said to community-led and partnership projects."""
        made_by = self.assessment.project.made_by
        if made_by is MadeBy.BOTH or made_by not in self.rubric.made_by_notes:
            return ""
        return self.reader.text(self.rubric.made_by_notes[made_by])

    @property
    def made_by(self) -> str:
        """Who works on the project."""
        return self.reader.label(self.assessment.project.made_by)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What kind of project it is: how near to people's lives, what kind of problem, able to act."""
        context, given, reader = self.rubric.context, self.assessment.context, self.reader
        if context is None:
            return ()
        level = next((one for one in context.levels if one.id == given.level), None)
        complexity = reader.result.complexity
        found = [
            Fact(reader.text(context.level.name), reader.text(level.name), reader.text(level.meaning))
            if level
            else None,
            Fact(
                self.say("What kind of problem it is"),
                "",
                reader.text(context.complexity_meaning.get(complexity)),
            )
            if complexity
            else None,
            Fact(reader.text(context.capacity.name), reader.label(given.capacity_to_act), "")
            if given.capacity_to_act
            else None,
        ]
        return tuple(fact for fact in found if fact)

    @property
    def reading_rule(self) -> str:
        """How every result is to be read."""
        return self.reader.text(self.rubric.reading_rule)

    @property
    def begun(self) -> bool:
        """Whether any stage has begun, is planned or was settled before."""
        return any(found.status is not Status.NOT_STARTED for found in self.reader.result.stages.values())

    @cached_property
    def any_level(self) -> bool:
        """Whether any question of a stage where something has happened has a level."""
        return any(
            cell.level is not None
            for item, cell in self.reader.result.cells.items()
            if self.reader.achieved(self.rubric.item[item].stage)
        )

    @cached_property
    def any_known(self) -> bool:
        """Whether any question has a level, be it a promised one, or was said not to apply."""
        known = (State.ANSWERED, State.NOT_APPLICABLE)
        return any(cell.state in known for cell in self.reader.result.cells.values())

    @property
    def conditions_known(self) -> bool:
        """Whether more is known of any condition than that nobody knows."""
        return any(row.answer not in ("", ConditionAnswer.DONT_KNOW) for row in self.pictures.conditions.rows)

    @cached_property
    def any_answer(self) -> bool:
        """Whether any question was answered, if only with 'don't know'."""
        counted = (State.ANSWERED, State.DONT_KNOW, State.NOT_APPLICABLE)
        return any(cell.state in counted for cell in self.reader.result.cells.values())

    @cached_property
    def strengths(self) -> tuple[tuple[Typed, Typed | None], ...]:
        """What is strong, and whose it is."""
        found = ((self.reader.typed(one.what), self.reader.typed(one.whose)) for one in self.assessment.strengths)
        return tuple((what, whose) for what, whose in found if what)

    @cached_property
    def partners(self) -> tuple[Typed, ...]:
        """Who works on it too."""
        return tuple(one for one in map(self.reader.typed, self.assessment.partners) if one)

    @cached_property
    def success(self) -> tuple[tuple[Typed, Typed | None, Typed | None], ...]:
        """What success is for whom, before and after."""
        found = (
            (self.reader.typed(one.who), self.reader.typed(one.before), self.reader.typed(one.after))
            for one in self.assessment.success
        )
        return tuple((who, before, after) for who, before, after in found if who and (before or after))

    @cached_property
    def reflection(self) -> tuple[tuple[str, Typed], ...]:
        """What worked, what did not, and what was learnt."""
        given = self.assessment.reflection
        found = (
            (self.say("What worked"), self.reader.typed(given.worked)),
            (self.say("What did not"), self.reader.typed(given.did_not)),
            (self.say("What we learnt"), self.reader.typed(given.learnt)),
        )
        return tuple((name, text) for name, text in found if text)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What may be printed of what changed because of people, in the order of its outcome."""
        order = {outcome: at for at, outcome in enumerate(Outcome)}
        printed = [one for one in self.assessment.changes if one.may_print and not one.withheld]
        return tuple(
            self._change(one) for one in sorted(printed, key=lambda c: order[c.outcome] if c.outcome else len(order))
        )

    def _change(self, one: ChangeMade) -> Change:
        reader = self.reader
        return Change(
            date=reader.date(one.date),
            heard=reader.typed(one.heard),
            outcome=one.outcome or "",
            label=reader.label(one.outcome) if one.outcome else self.say("Not said yet"),
            changed=reader.typed(one.changed),
            why=reader.typed(one.why),
            told=reader.typed(one.told),
            evidence=reader.typed(one.evidence),
            brief=all(len(note.text) <= BRIEF for note in (one.heard, one.changed, one.why, one.told, one.evidence)),
        )

    @property
    def changes_kept(self) -> int:
        """How many changes the team keeps out of print."""
        return len(self.assessment.changes) - len(self.changes)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Planned stages, as sentences."""
        return tuple(self._promise(stage) for stage in self.rubric.order if self.reader.status(stage) is Status.PLANNED)

    def _promise(self, stage: str) -> Promise:
        reader, decision = self.reader, self.reader.result.stages[stage].decision
        cells = [(item, reader.result.cells[item.id].level) for item in self.rubric.items if item.stage == stage]
        return Promise(
            stage=reader.stage(stage),
            step=reader.step(decision),
            sentence=reader.text(self.rubric.stages[stage].decision.steps[decision]) if decision else "",
            sentences=tuple(
                (reader.text(self.rubric.value[item.value].name), reader.text(item.question.levels[level]))
                for item, level in cells
                if level is not None
            ),
            actions=tuple(
                card
                for card in self.pictures.plan.cards
                if card.status != ActionStatus.DROPPED and (card.about == stage or card.about.startswith(f"{stage}."))
            ),
        )

    @cached_property
    def answers(self) -> tuple[StageAnswers, ...]:
        """Every live stage in which something was answered."""
        return tuple(stage for stage in map(self._answers, self.rubric.rows) if stage.answers or stage.not_known)

    def _answers(self, stage: str) -> StageAnswers:
        status = self.reader.status(stage)
        return StageAnswers(
            id=stage,
            name=self.reader.stage(stage),
            status=self.reader.label(status) if stage else "",
            planned=status is Status.PLANNED,
            answers=tuple(self._answered(stage)) if self.reader.live(stage) else (),
            not_known=self.reader.listed(
                [
                    self.reader.inside(self.reader.text(self.rubric.value[item.value].name))
                    for item in self.rubric.items
                    if item.stage == stage and self._only_unknown(item.id)
                ]
            ),
        )

    def _only_unknown(self, item: str) -> bool:
        """Whether a question was answered with 'don't know', and nothing that is printed was written beside it."""
        noted = self.notes and self.assessment.answer(item).note.given
        return self.reader.result.cells[item].state is State.DONT_KNOW and not noted

    def _answered(self, stage: str) -> Iterator[Answered]:
        reader = self.reader
        for item in self.rubric.items:
            cell, given = reader.result.cells[item.id], self.assessment.answer(item.id)
            if item.stage != stage or cell.state is State.BLANK or self._only_unknown(item.id):
                continue
            yield Answered(
                value=reader.text(self.rubric.value[item.value].name),
                statement=reader.text(item.question.statement),
                level=cell.level,
                words=reader.of(cell.level) if cell.level is not None else reader.label(cell.state),
                sentence=reader.text(item.question.levels[cell.level]) if cell.level is not None else "",
                evidence=reader.label(given.evidence)
                if cell.level is not None and given.evidence is not Evidence.NONE
                else "",
                note=reader.typed(given.note) if self.notes else None,
                why=reader.typed(given.why) if cell.state is State.NOT_APPLICABLE else None,
            )

    @cached_property
    def not_filled_in(self) -> tuple[str, ...]:
        """What a fuller report would need, in the order in which it is worth doing."""
        given, shown = self.assessment, self.pictures
        stages = [given.stage(stage) for stage in self.rubric.order]
        wanted = (
            (self.begun, self.say("how far each stage is, and who decides in it")),
            (not self.begun or self.any_answer, self.say("the questions about how people are treated")),
            (bool(self.respondents), self.say("who answered")),
            (
                bool(self.about and self.open and self.fixed),
                self.say("what it is about, what is open and what is fixed"),
            ),
            (self.shown, self.say("when the people saw this, and what they said")),
            (bool(given.taking_part), self.say("who took part and who was not reached")),
            (shown.conditions.given, self.say("what people needed to take part")),
            (bool(given.changes), self.say("what changed because of people")),
            (bool(given.actions), self.say("an action plan")),
            (bool(given.strengths), self.say("what is already strong, and whose it is")),
            (any(stage.decision_evidence is not Evidence.NONE for stage in stages), self.say("what shows who decided")),
        )
        return tuple(sentence for there, sentence in wanted if not there)

    @cached_property
    def law(self) -> tuple[LawPassage, ...]:
        """The law's passages for a kind of organisation that it binds; none for the others."""
        law, kind = self.rubric.law, self.assessment.project.kind
        if law is None or kind not in law.bound:
            return ()
        return tuple(
            LawPassage(
                heading=self.reader.text(passage.heading),
                text=self.reader.text(passage.text),
                link=passage.link_in(self.language),
                answered_by=self.reader.text(passage.answered_by),
            )
            for passage in law.passages
            if kind in passage.kinds
        )

    @property
    def law_heading(self) -> str:
        """What the page of the law is called."""
        return self.reader.text(self.rubric.law.heading) if self.rubric.law else ""

    @property
    def law_review(self) -> str:
        """How far the page of the law can be relied on."""
        return self.reader.text(self.rubric.law.review) if self.rubric.law else ""

    @property
    def law_date(self) -> str:
        """The day as of which the law stands there."""
        return self.reader.date(self.rubric.law.as_of) if self.rubric.law else ""

    @property
    def sources(self) -> tuple[Link, ...]:
        """What the rubric rests on."""
        return tuple(
            Link(
                source.title_in(self.language),
                source.address_in(self.language) or "",
                self.reader.text(source.credit),
            )
            for source in self.rubric.sources.values()
        )

    @cached_property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """The parts of this report that are there: anchor and heading, in order."""
        shown = self.pictures
        parts = (
            ("short", self.say("In plain words"), True),
            ("decides", shown.spectrum.title if shown.spectrum else "", shown.spectrum is not None),
            ("values", shown.matrix.title, self.any_answer),
            ("people", shown.taking_part.title, True),
            ("seen", shown.seen.title, bool(shown.seen.groups)),
            ("challenges", shown.challenges.title, bool(shown.challenges.cards)),
            ("next", self.say("What happens next"), bool(shown.next_steps.cards or shown.plan.cards)),
            ("changes", self.say("What changed because of people, and what could not"), self.any_change),
            ("promises", self.say("Promises"), bool(self.promises)),
            ("answers", self.say("The answers"), bool(self.answers)),
            ("law", self.law_heading, bool(self.law)),
            ("method", self.say("How this was made, and what it cannot say"), True),
        )
        return tuple((anchor, name) for anchor, name, there in parts if there)

    @property
    def any_change(self) -> bool:
        """Whether anything is recorded of what came of it."""
        return bool(self.assessment.changes or self.success or self.reflection)

    @property
    def steps_in_full(self) -> int:
        """How many next steps stand with all that belongs to them."""
        return STEPS_IN_FULL

    @property
    def rubric_title(self) -> str:
        """The rubric's name."""
        return self.reader.text(self.rubric.title)

    @cached_property
    def fingerprint(self) -> str:
        """The hash of what was asked, so that a change to it cannot hide."""
        return content_hash(self.rubric)

    @property
    def draft(self) -> bool:
        """Whether no professional has read the words of this language yet."""
        return self.language in self.rubric.draft

    @property
    def publish_from(self) -> int:
        """The smallest group of voices that is shown."""
        return self.rubric.parameters.voices.publish_from

    @property
    def total(self) -> str:
        """For rubrics that add up: the sum and its named band."""
        found = self.reader.result.total
        if found is None or found.score is None:
            return ""
        bands = self.rubric.total.bands if self.rubric.total else ()
        name = self.reader.text(bands[found.band].name) if found.band is not None else ""
        return f"{found.score} – {name}" if name else str(found.score)


def report(rubric: Rubric, assessment: Assessment, result: Result, *, language: str, notes: bool = False) -> Report:
    """Put together what a report says."""
    reader = Reader(rubric, assessment, result, language)
    return Report(reader, pictures(rubric, assessment, result, language), notes)
