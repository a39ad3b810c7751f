"""What is read out in one language: names, dates, lists; and of one assessment with its result, what people typed."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from gettext import NullTranslations

from babel.dates import format_date
from babel.numbers import format_decimal

from assessment.core.assessment import Assessment
from assessment.core.fault import N_
from assessment.core.fields import Note
from assessment.core.next_steps import DECISION
from assessment.core.result import Result
from assessment.core.rubric import Item, Rubric
from assessment.core.terms import ACHIEVED, LABELLED, LIVE, Depth, Evidence, MadeBy, State, Status, Term
from assessment.core.texts import Words
from assessment.pictures.shapes import Typed
from assessment.words import words

LOCALES = {"cy": "cy", "en": "en_GB"}
KEPT_BACK = N_("The team has kept this to itself.")


class Wording:
    """Reads a rubric and the words of the interface in `cy` or `en`: whatever is read out has both."""

    rubric: Rubric
    language: str

    @cached_property
    def _words(self) -> NullTranslations:
        return words(self.language)

    def say(self, sentence: str, /, **blanks: object) -> str:
        """A sentence of the interface with its blanks filled."""
        return self._words.gettext(sentence).format(**blanks)

    def count(self, one: str, many: str, number: int, /, **blanks: object) -> str:
        """A sentence with a number in it, in the right plural."""
        return self._words.ngettext(one, many, number).format(number=number, **blanks)

    def text(self, both: Words | None) -> str:
        """A text of the rubric."""
        return both.in_(self.language) if both else ""

    def label(self, term: Term | None) -> str:
        """The rubric's name of one of the engine's own terms, or ours where it has no labels; empty for none."""
        if term is None:
            return ""
        kind = KINDS[type(term)]
        named = self.rubric.labels.get(kind, {}).get(term.value)
        return self.text(named) if named else self.say(UNLABELLED.get(term, term.value))

    def date(self, day: datetime.date | None) -> str:
        """A day such as `22 Tachwedd 2026`; empty for none."""
        return format_date(day, "d MMMM y", locale=LOCALES[self.language]) if day else ""

    def number(self, value: float) -> str:
        """A number with one decimal, halves away from zero as in the JSON, as the language writes it."""
        exact = Decimal(str(round(value, 9))).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return format_decimal(exact, "0.0", locale=LOCALES[self.language])

    def listed(self, parts: Sequence[str]) -> str:
        """Names read as language: `a, b and c`; in Welsh with the change of sound that 'a' brings."""
        if len(parts) < 2:
            return "".join(parts)
        *first, last = parts
        return f"{', '.join(first)} {AND[self.language](last)}"

    def inside(self, name: str) -> str:
        """A name as it stands inside a sentence: a small first letter, unless it is a list of proper names.

        'LGBTQ+ people' and 'Gypsies, Roma and Travellers' keep theirs; 'People who prefer Welsh' does not.
        """
        first, *rest = name.split() or [""]
        long = [word for word in rest if len(word) > 2]
        proper = any(c.isupper() for c in first[1:]) or 2 * sum(w[0].isupper() for w in long) >= max(len(long), 1)
        return name if proper else name[:1].lower() + name[1:]

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences after each other, the empty ones left out."""
        return " ".join(sentence for sentence in sentences if sentence)

    def stage(self, stage: str) -> str:
        """The name of a stage; of the one unnamed stage, the rubric's title."""
        return self.text(self.rubric.stages[stage].name) if stage else self.text(self.rubric.title)

    def question(self, item: Item) -> str:
        """A question by stage and value: `Co-design, trust`."""
        value = self.inside(self.text(self.rubric.value[item.value].name))
        return f"{self.stage(item.stage)}, {value}" if item.stage else self.text(item.question.statement)

    def place(self, about: str | None) -> str:
        """What an action or a challenge is about, in words; the whole project where nothing is said."""
        if not about:
            return self.say("The whole project")
        if about in self.rubric.item:
            return self.question(self.rubric.item[about])
        stage, _, rest = about.partition(".")
        if rest == DECISION:
            return self.say("{stage}, who decides", stage=self.stage(stage))
        return self.stage(stage)

    def step(self, step: str | None) -> str:
        """The name of a step of the spectrum; empty for none."""
        return self.text(self.rubric.step[step].name) if step in self.rubric.step else ""

    def of(self, level: int) -> str:
        """A level with the top of its scale: `2 of 3`."""
        return self.say("{level} of {highest}", level=level, highest=self.rubric.scale.highest)

    def mean(self, score: float | None) -> str:
        """A mean level that says it is one; empty where too few answers are known."""
        scale = self.rubric.scale
        if score is None:
            return ""
        return self.say(
            "mean {mean} on the scale from {lowest} to {highest}",
            mean=self.number(score),
            lowest=scale.lowest,
            highest=scale.highest,
        )


@dataclass(frozen=True)
class Reader(Wording):
    """Reads a rubric, an assessment and its result in `cy` or `en`."""

    rubric: Rubric
    assessment: Assessment
    result: Result
    language: str

    def typed(self, note: Note | str | None) -> Typed | None:
        """What a person typed, trimmed; None where there is nothing."""
        if note is None:
            return None
        one = note if isinstance(note, Note) else Note(text=note)
        if one.withheld:
            return Typed(self.say(KEPT_BACK), None, withheld=True)
        if not one.text.strip():
            return None
        return Typed.on_page(one.text, one.lang or self.assessment.language, self.language)

    @property
    def made_by_note(self) -> str:
        """What is said to community-led and partnership projects; empty where both work on it."""
        made_by = self.assessment.project.made_by
        return "" if made_by is MadeBy.BOTH else self.text(self.rubric.made_by_notes.get(made_by))

    def status(self, stage: str) -> Status:
        """How far a stage has come; the one unnamed stage is always under way."""
        return self.result.stages[stage].status if stage else Status.UNDER_WAY

    def achieved(self, stage: str) -> bool:
        """Whether something has happened in a stage."""
        return self.status(stage) in ACHIEVED

    def live(self, stage: str) -> bool:
        """Whether a stage is planned, under way or done."""
        return self.status(stage) in LIVE


KINDS = {terms: kind for kind, terms in LABELLED.items()}
"""Under which of the rubric's labels a term stands."""

UNLABELLED = {
    State.ANSWERED: N_("Answered"),
    State.DONT_KNOW: N_("Don't know"),
    State.NOT_APPLICABLE: N_("Not applicable"),
    State.BLANK: N_("No answer yet"),
    State.NOT_COUNTED: N_("Kept, not counted"),
    Evidence.NONE: N_("Nothing yet"),
    Evidence.OWN_VIEW: N_("Our own view"),
    Evidence.DOCUMENTED: N_("On record"),
    Evidence.CONFIRMED: N_("Confirmed by the people involved"),
    Depth.FULL: N_("Full self-assessment"),
    Depth.FIRST_LOOK: N_("First look"),
}
"""What is shown of a rubric without stages, which need not have labels."""


def _and_cy(word: str) -> str:
    """'a' or 'ac' before a word: 'ac' before a vowel; c, p and t change their sound after 'a'."""
    first = word[:1].lower()
    if first in "aeiouwyâêîôûŵŷáéíóúïö":
        return f"ac {word}"
    aspirate = first in "cpt" and word[1:2].lower() != "h"
    return f"a {word[0]}h{word[1:]}" if aspirate else f"a {word}"


AND = {"en": lambda word: f"and {word}", "cy": _and_cy}
