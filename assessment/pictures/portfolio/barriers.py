"""What stands in the way over many projects, in words: who could remove it, where it is, what managers said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from babel.dates import format_date

from assessment.core.fault import N_
from assessment.core.portfolio.barriers import Barrier, Barriers, Mark, Marked, Sort
from assessment.core.portfolio.listing import folded
from assessment.core.rubric import Rubric
from assessment.pictures.portfolio.when import written_day
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.reader import KEPT_BACK, LOCALES
from assessment.pictures.shapes import Table, Typed

MARKS: Final[Mapping[Mark, str]] = MappingProxyType(
    {
        Mark.WAITING: N_("Waiting for an answer"),
        Mark.TAKEN_ON: N_("Taken on"),
        Mark.REMOVED: N_("Removed"),
        Mark.REFUSED: N_("Refused, with a reason"),
    }
)


@dataclass(frozen=True, slots=True)
class RemoverRow:
    """Somebody who could remove barriers: as teams name them, how many, and which those are."""

    key: str
    name: Typed
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class BarriersPicture:
    """Everything that is said of the barriers of a cut, but for the single ones."""

    title: str
    told: str
    removers_title: str
    removers: tuple[RemoverRow, ...]
    marks: tuple[tuple[Mark, str, int], ...]
    answered: str
    reasons: Table
    """Reasons down, stages across, counts."""
    incomplete: str
    alt: str


@dataclass(frozen=True, slots=True)
class BarrierCard:
    """One barrier: where it is, who could remove it, what the team says of it, and what a manager said."""

    barrier: Barrier
    name: Typed
    facts: tuple[str, ...]
    where: str
    remover: Typed | None
    note: Typed | None
    answer: str
    answer_note: Typed | None


def barriers(rubric: Rubric, found: Barriers, language: str) -> BarriersPicture:
    """The barriers of a cut in `cy` or `en`."""
    many = Many(rubric, language)
    counted = found.by(lambda one: one.mark)
    marks = tuple((mark, many.say(MARKS[mark]), counted.get(mark, 0)) for mark in MARKS)
    reasons = _reasons(many, found)
    return BarriersPicture(
        title=many.say("What stands in the way"),
        told=_told(many, found),
        removers_title=many.say("Who could remove it"),
        removers=tuple(_removers(many, found)),
        marks=marks,
        answered=many.say("{parts}.", parts="; ".join(f"{label}: {number}" for _, label, number in marks)),
        reasons=reasons,
        incomplete=_incomplete(many, found),
        alt=many.joined(
            many.say("{reason}: {parts}.", reason=row[0], parts="; ".join(_parts(reasons.head, row)))
            for row in reasons.rows
        ),
    )


def card(rubric: Rubric, one: Barrier, language: str) -> BarrierCard:
    """One barrier in `cy` or `en`."""
    many = Many(rubric, language)
    day = written_day(many, one.day)
    facts = (one.organisation or "", day, many.say("Draft") if one.draft else "")
    marked = one.marked
    return BarrierCard(
        barrier=one,
        name=Typed(one.name),
        facts=tuple(fact for fact in facts if fact),
        where=many.say("{reason}, in {stage}", reason=reason_name(many, one.reason), stage=many.stage(one.stage)),
        remover=Typed(one.remover) if one.remover else None,
        note=_note(many, one),
        answer=answer(many, marked) if marked and one.mark != Mark.WAITING else many.say(MARKS[Mark.WAITING]),
        answer_note=Typed(marked.note) if marked and marked.note else None,
    )


def answer(many: Many, marked: Marked) -> str:
    """What a manager said last, and on which day."""
    day = format_date(marked.at, "d MMMM y", locale=LOCALES[many.language])
    return many.say("{answer}, {day}", answer=many.say(MARKS[marked.mark]), day=day)


def reason_name(many: Many, reason: str) -> str:
    """The rubric's name of a reason."""
    known = many.rubric.reason.get(reason)
    return many.text(known.name) if known else reason


def _told(many: Many, found: Barriers) -> str:
    if not found.count:
        return many.say("No team names a barrier that somebody else could remove.")
    number = many.count("{number} barrier", "{number} barriers", found.count)
    return many.count(
        "{barriers} in {blocked} of {number} project.",
        "{barriers} in {blocked} of {number} projects.",
        found.projects,
        barriers=number,
        blocked=found.blocked,
    )


def _removers(many: Many, found: Barriers) -> list[RemoverRow]:
    rows = []
    for key, (name, number) in found.removers.items():
        theirs = Barriers(0, 0, tuple(one for one in found.sorts if folded(one.remover) == key), {})
        which = [
            many.say(
                "{reason}, in {stage} ({number})",
                reason=reason_name(many, reason),
                stage=many.stage(stage),
                number=times,
            )
            for (reason, stage), times in theirs.by(_place).items()
        ]
        rows.append(RemoverRow(key, Typed(name or many.say("Not said")), number, "; ".join(which)))
    return rows


def _place(one: Sort) -> tuple[str, str]:
    return one.reason, one.stage


def _reasons(many: Many, found: Barriers) -> Table:
    counted = found.by(_place)
    stages = [stage for stage in many.rubric.order if any(at == stage for _, at in counted)]
    return Table(
        caption=many.say("Which barriers, and where"),
        head=(many.say("Barrier"), *(many.stage(stage) for stage in stages), many.say("Together")),
        rows=tuple(
            (
                reason_name(many, reason),
                *(str(counted.get((reason, stage), 0)) for stage in stages),
                str(number),
            )
            for reason, number in found.by(lambda one: one.reason).items()
        ),
    )


def _parts(head: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    return [f"{name}: {cell}" for name, cell in zip(head[1:-1], row[1:-1], strict=True) if cell != "0"]


def _incomplete(many: Many, found: Barriers) -> str:
    if not found.incomplete:
        return ""
    each = [
        f"{many.inside(reason_name(many, reason))} ({number})"
        for reason, number in sorted(found.incomplete.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return many.say(
        "Named too, but without a note or without who could remove it: {each}. They are not counted above.",
        each=many.listed(each),
    )


def _note(many: Many, one: Barrier) -> Typed | None:
    if one.note.withheld:
        return Typed(many.say(KEPT_BACK), withheld=True)
    return Typed.on_page(one.note.text, one.note.lang, many.language) if one.note.text.strip() else None
