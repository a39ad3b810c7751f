"""Who could learn from whom, in words: about what, who could ask, who could be asked, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

from assessment.core.fault import N_
from assessment.core.portfolio.learning import (
    ASKED_AT_MOST,
    SUGGESTED_AT_MOST,
    Learning,
    Pair,
    Someone,
)
from assessment.core.rubric import Rubric
from assessment.core.terms import Evidence, Standing
from assessment.pictures.portfolio.named import Named
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Typed

AGREED: Final = "agreed"
_QUESTION: Final = {
    Evidence.CONFIRMED.value: N_(
        "{learner} could take a next step here, and {asked} can show how: the people involved confirm it."
    ),
    AGREED: N_(
        "{learner} could take a next step here, and {asked} can show how: people there see it as the team does."
    ),
    Evidence.DOCUMENTED.value: N_("{learner} could take a next step here, and {asked} can show how: it is on record."),
}
_OPPORTUNITY: Final = {
    Evidence.CONFIRMED.value: N_(
        "{learner} could decide more of this with people, and {asked} does: the people involved confirm it."
    ),
    Evidence.DOCUMENTED.value: N_(
        "{learner} could decide more of this with people, and {asked} does: it is on record."
    ),
}
_BARRIER: Final = {
    Evidence.CONFIRMED.value: N_(
        "{learner} has met a barrier here, and {asked} decides with people: the people involved confirm it."
    ),
    Evidence.DOCUMENTED.value: N_(
        "{learner} has met a barrier here, and {asked} decides with people: it is on record."
    ),
}
_WHY: Final = {None: _QUESTION, Standing.OPPORTUNITY.value: _OPPORTUNITY, Standing.BARRIER.value: _BARRIER}
"""By the standing of the stage that is asked about, none for a question; then by what the answer rests on."""


@dataclass(frozen=True, slots=True)
class PairCard:
    """One pair: both projects by their ids and as typed, why in one sentence, and in what they are alike."""

    projects: tuple[str, str]
    learner: Typed
    learner_organisation: Typed | None
    learner_draft: bool
    asked: Typed
    asked_organisation: Typed | None
    asked_draft: bool
    why: str
    alike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What pairs are about, the sentence that whoever is asked can show, and the pairs."""

    about: str
    name: str
    shows: str
    cards: tuple[PairCard, ...]


@dataclass(frozen=True, slots=True)
class LearningPicture:
    """Pairs by subject, in the order of the rubric; `beside` are sentences on who is in no pair."""

    title: str
    lead: str
    counted: str
    subjects: tuple[Subject, ...]
    beside: tuple[str, ...]


def learning(rubric: Rubric, found: Learning, language: str, *, most: int | None = None) -> LearningPicture:
    """The pairs in `cy` or `en`, at most so many of them where `most` says so."""
    many = Many(rubric, language)
    return LearningPicture(
        title=many.say("Who could learn from whom"),
        lead=many.say(
            "Each pair is a talk that could help: one team could ask, and the other can show how. "
            "It is a suggestion, and never says that a project is better."
        ),
        counted=many.joined(
            (
                many.count("{number} pair.", "{number} pairs.", len(found.pairs)),
                many.say(
                    "No project is asked by more than {asked} others, and none has more than {suggested} to ask.",
                    asked=ASKED_AT_MOST,
                    suggested=SUGGESTED_AT_MOST,
                ),
            )
        ),
        subjects=tuple(
            Subject(about, many.place(about), _shows(many, about), tuple(_card(many, one) for one in pairs))
            for about, pairs in groupby(found.pairs[:most], key=attrgetter("about"))
        ),
        beside=tuple(_beside(many, found)),
    )


def rows(rubric: Rubric, found: Learning, language: str) -> tuple[tuple[str, ...], ...]:
    """All pairs as rows of texts under a head, to be taken along."""
    many = Many(rubric, language)
    organisation = many.say("Organisation")
    head = (
        many.say("Subject"),
        many.say("Who could ask"),
        organisation,
        many.say("Who could be asked"),
        organisation,
        many.say("Why"),
        many.say("Alike in"),
    )
    told = [
        (
            many.place(pair.about),
            pair.learner.name,
            pair.learner.organisation or "",
            pair.asked.name,
            pair.asked.organisation or "",
            _why(many, pair),
            "; ".join(_alike(many, pair)),
        )
        for pair in found.pairs
    ]
    return (head, *told)


def _card(many: Many, pair: Pair) -> PairCard:
    return PairCard(
        projects=(pair.learner.project, pair.asked.project),
        learner=Typed(pair.learner.name),
        learner_organisation=_organisation(pair.learner),
        learner_draft=pair.learner.draft,
        asked=Typed(pair.asked.name),
        asked_organisation=_organisation(pair.asked),
        asked_draft=pair.asked.draft,
        why=_why(many, pair),
        alike=_alike(many, pair),
    )


def _organisation(one: Someone) -> Typed | None:
    return Typed(one.organisation) if one.organisation else None


def _why(many: Many, pair: Pair) -> str:
    by_people = pair.offer.agreed and pair.offer.evidence != Evidence.CONFIRMED.value
    rests = AGREED if by_people else pair.offer.evidence
    return many.say(_WHY[pair.wish.standing][rests], learner=pair.learner.name, asked=pair.asked.name)


def _shows(many: Many, about: str) -> str:
    """The highest sentence of a question; nothing for who decides, where no step is higher than another."""
    item = many.rubric.item.get(about)
    return many.text(item.question.levels[many.rubric.scale.highest]) if item else ""


def _alike(many: Many, pair: Pair) -> tuple[str, ...]:
    named = Named(many.rubric, many.language)
    return tuple(named.value(name, getattr(pair.learner, name)) for name in pair.alike)


def _beside(many: Many, found: Learning) -> Iterator[str]:
    if found.alone:
        yield many.count(
            "For {number} project there is nobody to ask yet, or others ask already.",
            "For {number} projects there is nobody to ask yet, or others ask already.",
            found.alone,
        )
    if found.unnamed:
        yield many.count(
            "{number} project is not here: its team has not said that it may be named for this.",
            "{number} projects are not here: their teams have not said that they may be named for this.",
            found.unnamed,
        )
