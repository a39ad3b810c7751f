"""An assessment and its result -> everything a report says, in one language, ready for the templates."""

from dataclasses import dataclass
from functools import cached_property

from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.taking_part import people_present
from assessment.core.terms import ConditionAnswer, Evidence, State, Status
from assessment.library import content_hash
from assessment.pictures import pictures
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Pictures, Typed
from reports.answers import StageAnswers, answers
from reports.bid import Bid, bid
from reports.changes import Change, changes
from reports.choice import BOTH, Choice
from reports.enclosure import FORMAT, Enclosure, Square, square
from reports.law import LawPage, Link, law, sources
from reports.promises import Promise, promises
from reports.submission import DRAFT, Submission

NAMES = {"cy": "Cymraeg", "en": "English"}
QUESTIONS_NAMED = 6
STEPS_IN_FULL = 5
"""How many next steps stand with all that belongs to them; the others follow in a list."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact about the project with what it means; `answer` is empty where the meaning says it."""

    name: str
    answer: str
    meaning: str


@dataclass(frozen=True)
class Report:
    """Everything a report says in one language. Templates ask it and compute nothing."""

    reader: Reader
    pictures: Pictures
    choice: Choice
    submission: Submission = DRAFT
    enclosure: Enclosure | None = None

    @property
    def notes(self) -> bool:
        """Whether the team's notes are printed."""
        return self.choice.notes

    def at(self, anchor: str) -> str:
        """An anchor of this half: where both languages stand in one document, each has its own."""
        return f"{anchor}-{self.language}" if self.choice.language == BOTH else anchor

    @property
    def state(self) -> str:
        """Draft, submitted on a day, or withdrawn on a day."""
        day = self.reader.date(self.submission.day)
        match self.submission.state:
            case "submitted":
                return self.say("Submitted on {day}", day=day)
            case "withdrawn":
                return self.say("Withdrawn on {day}", day=day)
            case _:
                return self.say("Draft, not submitted")

    @property
    def mark(self) -> str:
        """What every page of a report that does not hold is marked with; empty for a submitted one."""
        return "" if self.submission.final else self.state

    @cached_property
    def square(self) -> Square | None:
        """The QR code; none where there is nothing to check."""
        return square(self.enclosure, self.submission.address) if self.enclosure else None

    @property
    def code_says(self) -> str:
        """What the QR code holds, for somebody who does not see it."""
        short = self.enclosure.short if self.enclosure else ""
        address = self.submission.address
        return f"{address}/check, {short}" if address else short

    @cached_property
    def bid(self) -> Bid:
        """What only the two pages for a bid say."""
        return bid(self.reader, self.pictures, self.changes, self.strengths, self.partners)

    def left_out(self, part: str) -> bool:
        """Whether the team leaves this part out."""
        return part in self.choice.leave_out

    @property
    def left_out_names(self) -> str:
        """What the team left out, read as language; empty where nothing."""
        names = {
            "challenges": self.say("the questions to talk about"),
            "success": self.say("what success means"),
            "reflection": self.say("the looking back"),
            "answers": self.say("the answers one by one"),
        }
        return self.reader.listed([name for part, name in names.items() if self.left_out(part)])

    @property
    def template(self) -> str:
        """A whole report, two pages for a bid, or the one page of a first look, which cannot be a bid."""
        return self.choice.layout_of(self.assessment)

    @property
    def kind_of_report(self) -> str:
        """What this is, as its title says."""
        kinds = {
            "full": self.say("Action report"),
            "bid": self.say("Two pages for a bid"),
            "first_look": self.depth,
        }
        return kinds[self.template]

    @property
    def language(self) -> str:
        """`cy` or `en`."""
        return self.reader.language

    @property
    def language_name(self) -> str:
        """The name of its language, in that language."""
        return NAMES[self.language]

    @property
    def words_elsewhere(self) -> bool:
        """Whether the team wrote in another language than this one."""
        return self.assessment.language not in (None, self.language)

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

    @property
    def author(self) -> str:
        """Who stands behind it, for the file's own data."""
        return self.organisation.text if self.organisation else self.say("The project team")

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

    @property
    def stages_told(self) -> str:
        """How many of the stages the report tells of, where that is not all of them."""
        stages = self.reader.result.stages
        told = sum(found.status is not Status.NOT_STARTED for found in stages.values())
        if told in (0, len(stages)):
            return ""
        return self.say("{number} of {all} stages", number=told, all=len(stages))

    @cached_property
    def respondents(self) -> tuple[tuple[str, int], ...]:
        """Who sat at the table: role and number, in the rubric's order."""
        number = {one.role: one.count for one in self.assessment.assessment.respondents}
        return tuple((self.reader.text(role.name), number[role.id]) for role in self.rubric.roles if role.id in number)

    @cached_property
    def people_answered(self) -> bool:
        """Whether people with lived experience answered, at the table or apart."""
        return people_present(self.rubric, self.assessment, self.reader.result.voices)

    @property
    def people_missing(self) -> str:
        """That nobody with lived experience answered, or that the team does not say; empty where they did."""
        if self.people_answered:
            return ""
        if not self.respondents:
            return self.say("The team does not say whether anybody with lived experience answered.")
        return self.say("Nobody with lived experience answered.")

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
        return self.reader.made_by_note

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
        if self.left_out("success"):
            return ()
        found = (
            (self.reader.typed(one.who), self.reader.typed(one.before), self.reader.typed(one.after))
            for one in self.assessment.success
        )
        return tuple((who, before, after) for who, before, after in found if who and (before or after))

    @cached_property
    def reflection(self) -> tuple[tuple[str, Typed], ...]:
        """What worked, what did not, and what was learnt."""
        if self.left_out("reflection"):
            return ()
        given = self.assessment.reflection
        found = (
            (self.say("What worked"), self.reader.typed(given.worked)),
            (self.say("What did not"), self.reader.typed(given.did_not)),
            (self.say("What we learnt"), self.reader.typed(given.learnt)),
        )
        return tuple((name, text) for name, text in found if text)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What may be printed of what changed because of people."""
        return changes(self.reader)

    @property
    def changes_kept(self) -> int:
        """How many changes the team keeps out of print."""
        return len(self.assessment.changes) - len(self.changes)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Planned stages, as sentences."""
        return promises(self.reader, self.pictures.plan.cards)

    @cached_property
    def answers(self) -> tuple[StageAnswers, ...]:
        """Every live stage in which something was answered."""
        return () if self.left_out("answers") else answers(self.reader, self.notes)

    @property
    def blank(self) -> list[str]:
        """The questions of stages that count, in words, to which there is no answer."""
        cells = self.reader.result.cells
        return [self.reader.question(one) for one in self.rubric.items if cells[one.id].state is State.BLANK]

    @property
    def unanswered(self) -> str:
        """How many questions have no answer, and the first of them."""
        names = [*self.blank[:QUESTIONS_NAMED], *(["…"] if len(self.blank) > QUESTIONS_NAMED else [])]
        return self.count(
            "{number} question without an answer: {names}",
            "{number} questions without an answer: {names}",
            len(self.blank),
            names="; ".join(names),
        )

    @cached_property
    def not_filled_in(self) -> tuple[str, ...]:
        """What a fuller report would need, in the order in which it is worth doing."""
        given, shown = self.assessment, self.pictures
        stages = [given.stage(stage) for stage in self.rubric.order]
        wanted = (
            (self.begun, self.say("how far each stage is, and who decides in it")),
            (not self.begun or self.any_answer, self.say("the questions about how people are treated")),
            (not (self.any_answer and self.blank), self.unanswered),
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
    def law(self) -> LawPage | None:
        """The page of the law; none where it binds nobody here."""
        return law(self.reader, self.choice.law)

    @property
    def sources(self) -> tuple[Link, ...]:
        """What the rubric rests on."""
        return sources(self.reader)

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
            ("challenges", shown.challenges.title, self.any_challenge),
            ("next", self.say("What happens next"), bool(shown.next_steps.cards or shown.plan.cards)),
            ("changes", self.say("What changed because of people, and what could not"), self.any_change),
            ("promises", self.say("Promises"), bool(self.promises)),
            ("answers", self.say("The answers"), bool(self.answers)),
            ("law", self.law.heading if self.law else "", self.law is not None),
            ("method", self.say("How this was made, and what it cannot say"), True),
        )
        return tuple((self.at(anchor), name) for anchor, name, there in parts if there)

    @property
    def any_challenge(self) -> bool:
        """Whether questions back to the team are printed."""
        return bool(self.pictures.challenges.cards) and not self.left_out("challenges")

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
    def words_unread(self) -> bool:
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


@dataclass(frozen=True)
class Document:
    """A report as one file: all of it in one language, or all of it in each."""

    halves: tuple[Report, ...]
    classes: str = ""
    """How its pages are laid out, where two pages have little room."""

    @property
    def first(self) -> Report:
        """The half that comes first; its language is the document's."""
        return self.halves[0]

    @property
    def both(self) -> bool:
        """Whether both languages are in it."""
        return len(self.halves) > 1

    @property
    def kind(self) -> str:
        """What kind of document this is, in its languages."""
        return " / ".join(dict.fromkeys(half.kind_of_report for half in self.halves))

    @property
    def keywords(self) -> str:
        """For machines: the format, the state, and the whole fingerprint where there is one."""
        enclosed = self.first.enclosure
        return f"{FORMAT} {self.first.submission.state}" + (f" {enclosed.sha256}" if enclosed else "")


def document(
    rubric: Rubric,
    assessment: Assessment,
    result: Result,
    choice: Choice,
    submission: Submission = DRAFT,
    enclosure: Enclosure | None = None,
    classes: str = "",
) -> Document:
    """Put together what a report says, as the team chose."""

    def half(language: str) -> Report:
        reader = Reader(rubric, assessment, result, language)
        return Report(reader, pictures(rubric, assessment, result, language), choice, submission, enclosure)

    return Document(tuple(half(language) for language in choice.languages), classes)
