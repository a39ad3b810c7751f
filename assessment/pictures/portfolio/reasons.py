"""Why stages are not decided with people, over many projects, in words: reasons down, stages across, counts.

`reasons(rubric, found, language)` gives all of it, for the screen and for the report over many projects alike.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.core.portfolio.cut import NOT_SAID
from assessment.core.portfolio.overview import Overview
from assessment.core.rubric import Rubric
from assessment.core.standing import GIVEN
from assessment.core.terms import ReasonKind, Standing
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Table

OFTEN: Final = 3
"""So many of the reasons that are named most often stand in the sentence; more only where some are named as often."""
MOST: Final = 5


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """In how many projects a stage is not decided with people for these reasons, and in how many more it is planned."""

    stage: str
    name: str
    now: int
    planned: int


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """Some reasons, stage by stage: one; those of one kind, which sum up the rows that follow; or all."""

    label: str
    reasons: tuple[str, ...]
    sums: bool
    cells: tuple[ReasonCount, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why stages are not decided with people. Only reasons that some project names are rows."""

    title: str
    told: tuple[str, ...]
    """How many stages that is, and which reasons are named most often; then, of which kind they are."""
    how: str
    """How to read the rows; empty where there is none."""
    stages: tuple[str, ...]
    rows: tuple[ReasonRow, ...]
    notes: tuple[str, ...]
    table: Table


_Counts = dict[str, Counter[str]]
"""Of each stage, how many of each reason."""


def reasons(rubric: Rubric, found: Overview, language: str) -> Reasons | None:
    """The reasons in `cy` or `en`; None for a rubric without stages."""
    if not rubric.order:
        return None
    many = Many(rubric, language)
    now, planned = _counted(found, planned=False), _counted(found, planned=True)
    rows = tuple(_rows(many, now, planned))
    title = many.say("Why decisions are not made with people")
    stages = tuple(many.stage(stage) for stage in now)
    return Reasons(
        title=title,
        told=tuple(one for one in (many.joined(_told(many, now, planned)), _kinds(many, now)) if one),
        how=many.say(
            "Each number is how many projects name the reason in that stage. After a plus are those where the stage is "
            "only planned."
        )
        if rows
        else "",
        stages=stages,
        rows=rows,
        notes=tuple(_notes(many, found, now, planned)) if rows else (),
        table=Table(
            caption=many.say("Reasons, in how many projects"),
            head=(many.say("Reason"), *stages),
            rows=tuple((row.label, *(_cell(one) for one in row.cells)) for row in rows),
            sums=tuple(place for place, row in enumerate(rows) if row.sums),
        ),
    )


def _counted(found: Overview, *, planned: bool) -> _Counts:
    counts: _Counts = {}
    for stage in found.stages:
        counts[stage.stage] = Counter()
        for one in stage.why:
            counts[stage.stage][one.reason] += one.count * (one.planned == planned)
    return counts


def _rows(many: Many, now: _Counts, planned: _Counts) -> Iterator[ReasonRow]:
    kinds = [(kind, _named(many, kind, now, planned)) for kind in ReasonKind]
    if every := tuple(reason for _, those in kinds for reason in those):
        yield _row(many, many.say("Not decided with people"), every, now, planned, sums=True)
    for kind, those in kinds:
        label = many.label(kind)
        names = [_name(many, reason) for reason in those]
        if those:
            yield _row(many, label, those, now, planned, sums=True)
        # One reason that is called as its kind is would only say the same again.
        if names != [label]:
            for name, reason in zip(names, those, strict=True):
                yield _row(many, name, (reason,), now, planned, sums=False)


def _named(many: Many, kind: ReasonKind, *counts: _Counts) -> tuple[str, ...]:
    """The reasons of a kind that some project names, in the rubric's order; last, that none is named."""
    those = [reason.id for reason in many.rubric.reasons if reason.kind == kind]
    those += [NOT_SAID] if kind == ReasonKind.NONE else []
    return tuple(one for one in those if any(stage[one] for count in counts for stage in count.values()))


def _row(many: Many, label: str, those: tuple[str, ...], now: _Counts, planned: _Counts, *, sums: bool) -> ReasonRow:
    cells = tuple(
        ReasonCount(
            stage,
            many.stage(stage),
            sum(here[one] for one in those),
            sum(planned[stage][one] for one in those),
        )
        for stage, here in now.items()
    )
    return ReasonRow(label, those, sums, cells)


def _name(many: Many, reason: str) -> str:
    known = many.rubric.reason.get(reason)
    return many.text(known.name) if known else many.say("Not said")


def _cell(count: ReasonCount) -> str:
    return f"{count.now} + {count.planned}" if count.planned else str(count.now)


def _told(many: Many, now: _Counts, planned: _Counts) -> Iterator[str]:
    counted: Counter[str] = sum(now.values(), Counter())
    number, later = counted.total(), sum(stage.total() for stage in planned.values())
    if not number and not later:
        yield many.say("No team says of a stage that people are not part of the decision.")
    elif not number:
        yield many.say("No stage is decided without people now.")
    else:
        yield many.count(
            "Over all these projects, {number} stage is not decided with people now.",
            "Over all these projects, {number} stages are not decided with people now.",
            number,
        )
    if later:
        yield many.say("Only planned so far: {number}.", number=later)
    if often := _often(many, counted):
        first, *rest = often
        yield many.say(
            "Named most often: {reasons}.",
            reasons="; ".join(
                [
                    many.count(
                        "{reason} ({times} of {number} stage)",
                        "{reason} ({times} of {number} stages)",
                        number,
                        reason=_inside(many, first),
                        times=counted[first],
                    ),
                    *(f"{_inside(many, one)} ({counted[one]})" for one in rest),
                ]
            ),
        )


def _kinds(many: Many, now: _Counts) -> str:
    """How many stages that is for each kind of reason."""
    counted = (
        (kind, sum(stage[one] for one in _named(many, kind, now) for stage in now.values())) for kind in ReasonKind
    )
    parts = [f"{many.inside(many.label(kind))} ({number})" for kind, number in counted if number]
    return many.say("By kind of reason: {parts}.", parts="; ".join(parts)) if parts else ""


def _often(many: Many, counted: Counter[str]) -> Sequence[str]:
    """The reasons that are named most often; where too many are named as often, only those before them."""
    order = [*many.rubric.reason, NOT_SAID]
    first = sorted((one for one in order if counted[one]), key=lambda one: -counted[one])
    least = counted[first[min(OFTEN, len(first)) - 1]] if first else 0
    found = [one for one in first if counted[one] >= least]
    return found if len(found) <= MOST else [one for one in first if counted[one] > least]


def _inside(many: Many, reason: str) -> str:
    return many.inside(_name(many, reason))


def _notes(many: Many, found: Overview, now: _Counts, planned: _Counts) -> Iterator[str]:
    kinds = {id_: reason.kind for id_, reason in many.rubric.reason.items()}
    each = (one for stage in found.stages for one in stage.why)
    lacking = sum(one.count for one in each if one.standing == Standing.OPPORTUNITY and kinds.get(one.reason) in GIVEN)
    if lacking:
        yield many.count(
            "In {number} stage a reason is named without all that it must come with: its standing is “{standing}”.",
            "In {number} stages a reason is named without all that it must come with: their standing is “{standing}”.",
            lacking,
            standing=many.inside(many.label(Standing.OPPORTUNITY)),
        )
    nobody = [one for one in kinds if not any(stage[one] for count in (now, planned) for stage in count.values())]
    if nobody:
        yield many.say("Named by nobody: {reasons}.", reasons="; ".join(_inside(many, one) for one in nobody))
