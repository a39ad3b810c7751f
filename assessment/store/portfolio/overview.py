"""What the overview counts, and the projects behind each count."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, distinct, func, null, select

from assessment.core.portfolio.cut import NOT_SAID, Cut
from assessment.core.portfolio.overview import NOT_WITH, Missed, Overview, Point, StageCounts, Why
from assessment.core.portfolio.spread import Spread, spread
from assessment.core.terms import ACHIEVED, MadeBy, Presence, Status
from assessment.store import tables
from assessment.store.engine import reading, snapshot
from assessment.store.portfolio.counted import stamp
from assessment.store.portfolio.cutting import compared, in_spread, s
from assessment.store.store import Store

_r, _v, _g = tables.stage_results.c, tables.value_results.c, tables.shown_groups.c
_PLANNED = _r.status == Status.PLANNED.value
_BEHIND = (s.project_id, s.assessment_id, s.name, s.organisation, s.day, s.draft)


@dataclass(frozen=True, slots=True)
class Behind:
    """Which projects of a cut a count is made of: those whose stage stands somewhere, or whose value has a number.

    Of a stage that is not decided with people: where one of these reasons is named, NOT_SAID for none.
    Of a value: from `lowest` on and below `below`; both None for those of whom too little is known.
    """

    stage: str = ""
    standing: str = ""
    reasons: tuple[str, ...] = ()
    planned: bool = False
    value: str = ""
    lowest: float | None = None
    below: float | None = None


def overview(
    store: Store, cut: Cut, *, stages: Sequence[str], values: Sequence[str], apart: Collection[str], groups: int
) -> Overview:
    """The counts of a cut, by its rubric's stages and values; `apart` are the bands that enter no spread.

    Of the groups of people, those `groups` that most projects missed.
    """
    with snapshot(store.engine) as connection:

        def fresh() -> Overview:
            return _counted(connection, cut, stages, values, apart, groups)

        asked = ("overview", cut, tuple(stages), tuple(values), frozenset(apart), groups)
        return store.counted.once(asked, stamp(connection, compared(cut)), fresh)


def _counted(
    connection: Connection,
    cut: Cut,
    stages: Sequence[str],
    values: Sequence[str],
    apart: Collection[str],
    groups: int,
) -> Overview:
    heads = connection.execute(
        select(
            func.count(),
            func.coalesce(func.sum(case((s.made_by == MadeBy.BOTH.value, 1), else_=0)), 0),
            func.coalesce(func.sum(case((s.people_answered, 1), else_=0)), 0),
            func.coalesce(func.sum(case((s.apart, 1), else_=0)), 0),
        ).where(compared(cut))
    ).one()
    return Overview(
        projects=heads[0],
        in_spread=heads[1],
        people_answered=heads[2],
        apart=heads[3],
        stages=tuple(_stages(connection, cut, stages, apart)),
        values=_values(connection, cut, values),
        missed=tuple(_missed(connection, cut, groups)),
    )


def points(store: Store, cut: Cut) -> Mapping[str, tuple[Point, ...]]:
    """Every project that enters a spread, with its number, by value: for few projects only."""
    wanted = _joined(select(*_BEHIND, _v.in_spread, _v.value), tables.value_results, in_spread(cut))
    found: dict[str, list[Point]] = {}
    with reading(store.engine) as connection:
        for row in connection.execute(wanted.where(_v.in_spread.is_not(None))):
            found.setdefault(row[-1], []).append(Point(*row[:-1]))
    return {value: tuple(_in_order(those)) for value, those in found.items()}


def behind(store: Store, cut: Cut, wanted: Behind) -> list[Point]:
    """The projects behind a count, by name: never by what they are like."""
    with reading(store.engine) as connection:
        return list(_in_order(Point(*row) for row in connection.execute(_of(cut, wanted))))


def _of(cut: Cut, wanted: Behind) -> Select[Any]:
    if wanted.stage:
        planned = _PLANNED if wanted.planned else ~_PLANNED
        stands = _not_with(wanted.reasons) if wanted.reasons else _r.standing == wanted.standing
        here = and_(_r.stage == wanted.stage, stands, planned)
        return _joined(select(*_BEHIND, null(), _r.reason), tables.stage_results, and_(compared(cut), here))
    here = and_(_v.value == wanted.value, _between(wanted))
    return _joined(select(*_BEHIND, _v.in_spread), tables.value_results, and_(in_spread(cut), here))


def _not_with(reasons: tuple[str, ...]) -> ColumnElement[bool]:
    reason = func.coalesce(_r.reason, NOT_SAID)
    return and_(_r.standing.in_([one.value for one in NOT_WITH]), reason.in_(reasons))


def _between(wanted: Behind) -> ColumnElement[bool]:
    if wanted.lowest is None or wanted.below is None:
        return _v.in_spread.is_(None)
    return and_(_v.in_spread >= wanted.lowest, _v.in_spread < wanted.below)


def _in_order(found: Any) -> list[Point]:
    return sorted(found, key=lambda one: (one.name.casefold(), one.organisation or "", one.project))


def _joined(wanted: Select[Any], table: Any, where: ColumnElement[bool]) -> Select[Any]:
    return wanted.join_from(tables.shown, table, table.c.assessment_id == s.assessment_id).where(where)


def _of_those(column: ColumnElement[str], where: ColumnElement[bool]) -> ColumnElement[bool]:
    """Rows of these assessments: so that a database looks them up by assessment, and never reads all rows first."""
    return column.in_(select(s.assessment_id).where(where))


def _stages(connection: Connection, cut: Cut, stages: Sequence[str], apart: Collection[str]) -> Iterator[StageCounts]:
    outside = func.sum(case((_is_apart(apart), 1), else_=0))
    sort = (_r.stage, _r.standing, _PLANNED, _r.reason)
    wanted = select(*sort, func.count(), outside).group_by(*sort)
    found: dict[tuple[str, bool], Counter[str]] = {}
    beside: Counter[str] = Counter()
    why: dict[str, list[Why]] = {}
    those = _of_those(_r.assessment_id, compared(cut))
    for stage, standing, planned, reason, count, out in connection.execute(wanted.where(those)):
        found.setdefault((stage, bool(planned)), Counter())[standing] += count
        beside[stage] += out
        if standing in NOT_WITH:
            why.setdefault(stage, []).append(Why(reason or NOT_SAID, standing, bool(planned), count))
    for stage in stages:
        now, promised = (found.get((stage, planned), Counter()) for planned in (False, True))
        yield StageCounts(stage, now, promised, beside[stage], tuple(sorted(why.get(stage, ()))))


def _is_apart(apart: Collection[str]) -> ColumnElement[bool]:
    return and_(_r.status.in_([one.value for one in ACHIEVED]), _r.band.in_(apart))


def _values(connection: Connection, cut: Cut, values: Sequence[str]) -> dict[str, Spread]:
    wanted = select(_v.value, _v.in_spread, func.count()).group_by(_v.value, _v.in_spread)
    found: dict[str, dict[float | None, int]] = {}
    for value, number, count in connection.execute(wanted.where(_of_those(_v.assessment_id, in_spread(cut)))):
        found.setdefault(value, {})[number] = count
    return {value: spread(found.get(value, {})) for value in values}


def _missed(connection: Connection, cut: Cut, most: int) -> Iterator[Missed]:
    """Groups that have a name of the rubric's; what a team named itself is told on the page about groups."""
    wanted = select(_g.group, func.count(distinct(_g.assessment_id))).group_by(_g.group)
    here = and_(_g.presence == Presence.NOT_REACHED.value, _g.label.is_(None))
    found = [Missed(*row) for row in connection.execute(wanted.where(_of_those(_g.assessment_id, compared(cut)), here))]
    yield from sorted(found, key=lambda one: (-one.not_reached, one.group))[:most]
