"""What the projects of a cut that let themselves be named could ask about, and what they can show."""

from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, String, and_, case, cast, func, literal, or_, select

from assessment.core.next_steps import DECISION
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.learning import Offer, Someone, Wish, is_low
from assessment.core.rubric import WHOLE, Rubric
from assessment.core.terms import ACHIEVED, LIVE, Evidence, MadeBy, Standing, State, Status
from assessment.store import tables
from assessment.store.engine import reading
from assessment.store.portfolio.cutting import compared, s
from assessment.store.store import Store

_r, _c = tables.stage_results.c, tables.cell_results.c
_SHOWN = tuple(one.value for one in Evidence if not one.weak)
_LIVE, _ACHIEVED = frozenset(one.value for one in LIVE), frozenset(one.value for one in ACHIEVED)
_OPEN = (Standing.OPPORTUNITY.value, Standing.BARRIER.value)
_HEAD = (s.match_key, s.project_id, s.name, s.organisation, s.kind, s.level, s.complexity, s.draft)


def named(store: Store, cut: Cut, rubric: Rubric) -> list[Someone]:
    """Who in a cut lets itself be named, on this rubric's major."""
    of_these = _of_these(cut, rubric) & s.named
    stage_of = {item.id: item.stage for item in rubric.items}
    with reading(store.engine) as connection:
        heads = connection.execute(select(s.assessment_id, s.made_by, *_HEAD).where(of_these)).all()
        stages, cells = _stages(connection, of_these), _cells(connection, of_these, rubric)
    found = []
    for id_, made_by, key, project, name, organisation, kind, near, complexity, draft in heads:
        told = [_stage(text) for text in stages[id_].split(",")] if id_ in stages else []
        # The one unnamed stage of a rubric without stages is always under way.
        status = {stage.id: stage.status for stage in told} or {WHOLE: Status.UNDER_WAY.value}
        wishes, offers = [stage.wish for stage in told if stage.wish], [stage.offer for stage in told if stage.offer]
        for cell in map(_cell, cells[id_].split(",") if id_ in cells else ()):
            now = status[stage_of[cell.id]]
            if cell.level != rubric.scale.highest:
                if now in _LIVE:
                    wishes.append(_wish(cell.id, now, cell.level))
            elif now in _ACHIEVED and made_by != MadeBy.ORGANISATIONS.value:
                offers.append(cell.offer)
        head = (key, project, name, organisation, kind, near, complexity, draft)
        found.append(Someone(*head, tuple(wishes), tuple(offers)))
    return found


def unnamed(store: Store, cut: Cut, rubric: Rubric) -> int:
    """How many of a cut do not let themselves be named."""
    with reading(store.engine) as connection:
        return int(connection.scalar(select(func.count()).where(_of_these(cut, rubric), ~s.named)) or 0)


def _of_these(cut: Cut, rubric: Rubric) -> ColumnElement[bool]:
    return and_(compared(cut), s.rubric == rubric.name)


class _Stage(NamedTuple):
    id: str
    status: str
    wish: Wish | None
    offer: Offer | None


class _Cell(NamedTuple):
    id: str
    level: int
    offer: Offer


# Projects say the same few things, so each is made once.
@cache
def _stage(text: str) -> _Stage:
    id_, status, standing, evidence = text.split(":")
    about = f"{id_}.{DECISION}"
    asks = standing in _OPEN and status in _LIVE
    shows = standing == Standing.WITH.value and status in _ACHIEVED and evidence in _SHOWN
    wish, offer = Wish(about, status, None, standing), Offer(about, evidence, False)
    return _Stage(id_, status, wish if asks else None, offer if shows else None)


@cache
def _cell(text: str) -> _Cell:
    id_, level, evidence, agreed = text.split(":")
    return _Cell(id_, int(level), Offer(id_, evidence, agreed == "1"))


@cache
def _wish(cell: str, status: str, level: int) -> Wish:
    return Wish(cell, status, level, None)


def _stages(connection: Connection, of_these: ColumnElement[bool]) -> dict[str, str]:
    """Of each stage how far it is, its standing, and what the decision rests on; one text an assessment.

    One row of texts is read several times faster than a row a stage.
    """
    told = _one_text(_r.stage, _r.status, _r.standing, func.coalesce(_r.decision_evidence, ""))
    wanted = (
        select(_r.assessment_id, told)
        .join_from(tables.shown, tables.stage_results, s.assessment_id == _r.assessment_id)
        .where(of_these)
        .group_by(_r.assessment_id)
    )
    return dict(connection.execute(wanted).all())


def _cells(connection: Connection, of_these: ColumnElement[bool], rubric: Rubric) -> dict[str, str]:
    """Of each question its level if it is low, or if it is the highest and can be shown; as one text too."""
    agreed = func.coalesce(_c.agreed, False)
    told = _one_text(
        _c.cell,
        cast(_c.level, String),
        func.coalesce(_c.evidence, ""),
        case((agreed, literal("1")), else_=literal("0")),
    )
    low = _c.level.in_([level for level in rubric.scale.levels if is_low(rubric, level)])
    shown = and_(_c.level == rubric.scale.highest, or_(_c.evidence.in_(_SHOWN), agreed))
    wanted = (
        select(_c.assessment_id, told)
        .join_from(tables.shown, tables.cell_results, s.assessment_id == _c.assessment_id)
        .where(of_these, _c.state == State.ANSWERED.value, or_(low, shown))
        .group_by(_c.assessment_id)
    )
    return dict(connection.execute(wanted).all())


def _one_text(*columns: ColumnElement[str]) -> ColumnElement[str]:
    first, *rest = columns
    for column in rest:
        first = first + ":" + column
    return func.aggregate_strings(first, ",")
