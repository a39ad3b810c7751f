"""What a project plans, and what became of what it promised before: sentences, never a score."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.core.fault import N_
from assessment.core.next_steps import DECISION
from assessment.core.portfolio.comparing import Became, Profile
from assessment.core.promises import Kept
from assessment.core.terms import Status
from assessment.pictures.forward import action_card
from assessment.pictures.portfolio.when import written_day
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import ActionCard

KEPT: Mapping[Kept, str] = {
    Kept.KEPT: N_("promised {promised} on {day}: kept, it is now {now}"),
    Kept.PARTLY: N_("promised {promised} on {day}: nearly kept, it is now {now}"),
    Kept.CHANGED: N_("promised {promised} on {day}: changed to {now}, with a reason given"),
    Kept.NOT_KEPT: N_("promised {promised} on {day}: it is now {now}"),
    Kept.UNKNOWN: N_("promised {promised} on {day}: nobody says how it is now"),
}
"""What became of a promise, in words that blame nobody."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned stage: who is to decide in it, and the actions about it with owner, date and need."""

    name: str
    words: str
    actions: tuple[ActionCard, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A promise of an earlier assessment; `words` say what became of it, and `kept` is an id of core.promises.Kept."""

    name: str
    words: str
    kept: str


@dataclass(frozen=True, slots=True)
class Promised:
    """Plans, and promises that have come due."""

    plans: tuple[Planned, ...]
    became: tuple[Line, ...]


def promised(reader: Reader, profile: Profile) -> Promised:
    """The planned stages of a project, and what became of what it promised before."""
    stages = [stage for stage in reader.rubric.order if reader.status(stage) == Status.PLANNED]
    order = {about: at for at, about in enumerate(_abouts(reader))}
    became = sorted(profile.became, key=lambda one: order.get(one.about, len(order)))
    return Promised(tuple(_planned(reader, stage) for stage in stages), tuple(_line(reader, one) for one in became))


def _abouts(reader: Reader) -> list[str]:
    """What a promise can be about, in the order of the rubric."""
    found = []
    for stage in reader.rubric.order:
        found += [f"{stage}.{DECISION}", *(item.id for item in reader.rubric.items if item.stage == stage)]
    return found


def _planned(reader: Reader, stage: str) -> Planned:
    step, levels = reader.step(reader.result.stages[stage].decision), reader.result.promised.stages.get(stage)
    told = reader.say("Who is to decide: {step}.", step=step) if step else ""
    answered = levels.answered if levels else 0
    questions = reader.count(
        "A level is promised for {number} question.", "A level is promised for {number} questions.", answered
    )
    about = [one for one in reader.assessment.actions if one.about == stage or one.about.startswith(f"{stage}.")]
    return Planned(
        name=reader.say("{stage}: planned", stage=reader.stage(stage)),
        words=reader.joined((told, questions if answered else ""))
        or reader.say("Nothing is said yet of how it will be."),
        actions=tuple(action_card(reader, one) for one in about),
    )


def _line(reader: Reader, one: Became) -> Line:
    said = {"promised": _said(reader, one.promised), "now": _said(reader, one.now), "day": written_day(reader, one.day)}
    return Line(reader.place(one.about), reader.say(KEPT[one.kept], **said), one.kept.value)


def _said(reader: Reader, kept: str | None) -> str:
    """A level or a step, as it was promised or stands now."""
    if kept is None:
        return ""
    return reader.of(int(kept)) if kept.lstrip("-").isdigit() else f"'{reader.step(kept) or kept}'"
