"""Each project of a cut beside itself: its latest assessment, and the one before or the first; and what it promises.

All of it comes in one statement, so that which assessments belong together is found once. A row of it names its part,
has up to five texts and up to seven numbers.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from assessment.core.next_steps import DECISION
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.over_time import Ahead, AheadIn, Came, Levels, Moved, OverTime, Promise, Since
from assessment.core.promises import Kept
from assessment.core.rubric import Rubric
from assessment.core.terms import ACHIEVED, ActionStatus, Depth, Status
from assessment.store import tables
from assessment.store.engine import reading
from assessment.store.portfolio.cutting import compared, s
from assessment.store.store import Store

_TEXTS, _NUMBERS = 5, 7
_HAPPENED = [one.value for one in ACHIEVED]
_ACTIONS = tuple(ActionStatus)


def over_time(store: Store, rubric: Rubric, cut: Cut, since: Since) -> OverTime:
    """What has changed in the projects of a cut since the last time, or since the first."""
    before = _before(cut, since)
    pairs = select(before).where(before.c.place == 1).cte("pairs")
    stages = _stages(pairs)
    parts = [
        _whole(pairs),
        _moved(stages),
        _came(before),
        *([] if not rubric.order else [_by_stage(_ahead(rubric, cut))]),
        *([] if not rubric.items else [_levels(rubric, pairs, stages)]),
    ]
    with reading(store.engine) as connection:
        rows: dict[str, list[Any]] = defaultdict(list)
        for part, *row in connection.execute(union_all(*parts)):
            rows[part].append(row)
    [whole] = rows["whole"]
    return OverTime(
        since=since,
        projects=int(whole[_TEXTS]),
        moved=tuple(
            Moved(stage, (was or None, now or None), (stood, stands), int(count))
            for stage, was, now, stood, stands, count, begun, *_ in rows["moved"]
            if not begun
        ),
        begun=_begun(rows["moved"]),
        levels={row[0]: Levels(row[0], *map(int, row[_TEXTS:])) for row in rows["levels"]},
        came=tuple(Came(row[0], Kept(row[1]), int(row[_TEXTS])) for row in rows["came"]),
        ahead=tuple(Ahead(row[0], *map(int, row[_TEXTS : _TEXTS + 3])) for row in rows["ahead"]),
        actions={one: int(whole[_TEXTS + 1 + at] or 0) for at, one in enumerate(_ACTIONS)},
    )


def promises(store: Store, cut: Cut, kept: Kept, *, decisions: bool, start: int = 0, most: int = 20) -> list[Promise]:
    """Promises that came to this, about who decides or about the questions, by the name of their project."""
    told = _told(_before(cut, Since.LAST))
    p, r = told.c, tables.stage_results.c
    earlier = tables.shown.alias("earlier").c
    about = p.about.like(f"%.{DECISION}")
    stage = func.replace(p.about, f".{DECISION}", "")
    wanted = (
        select(
            s.project_id, s.name, s.organisation, p.about, p.promised, p.now, r.reason,
            p.earlier_id, earlier.day.label("earlier_day"), s.day,
        )
        .select_from(told)
        .join(tables.shown, s.assessment_id == p.later_id)
        .join(earlier.assessment_id.table, earlier.assessment_id == p.earlier_id)
        .join(tables.stage_results, and_(r.assessment_id == p.later_id, r.stage == stage), isouter=True)
        .where(p.place == 1, p.kept == kept.value, about if decisions else ~about)
        .order_by(s.name, p.later_id, p.about)
        .offset(start)
        .limit(most)
    )  # fmt: skip
    with reading(store.engine) as connection:
        return [
            Promise(
                project=row.project_id,
                name=row.name,
                organisation=row.organisation,
                about=row.about,
                promised=row.promised,
                now=row.now,
                kept=kept,
                reason=row.reason,
                earlier=row.earlier_id,
                earlier_day=row.earlier_day,
                later_day=row.day,
            )
            for row in connection.execute(wanted)
        ]


def ahead(store: Store, rubric: Rubric, cut: Cut, stage: str, *, start: int = 0, most: int = 20) -> list[AheadIn]:
    """The projects with promises for this stage that are still to come, by name."""
    planned = _ahead(rubric, cut).c
    wanted = (
        select(s.project_id, s.name, s.organisation, planned.stage, s.assessment_id, s.day)
        .join_from(tables.shown, planned.stage.table, planned.assessment_id == s.assessment_id)
        .where(planned.stage == stage)
        .order_by(s.name, s.assessment_id)
        .offset(start)
        .limit(most)
    )
    with reading(store.engine) as connection:
        return [AheadIn(*row) for row in connection.execute(wanted)]


def _ahead(rubric: Rubric, cut: Cut) -> CTE:
    """The stages that each latest assessment plans, with how much it promises for them; without any, it is none."""
    r, c = tables.stage_results.c, tables.cell_results.c
    own = [
        and_(r.stage == stage, c.cell.in_([one.id for one in rubric.items if one.stage == stage]))
        for stage in rubric.order
    ]
    found = (
        select(
            r.assessment_id,
            r.stage,
            case((r.decision.is_not(None), 1), else_=0).label("decided"),
            func.count(c.level).label("levels"),
        )
        .select_from(tables.shown)
        .join(r.stage.table, r.assessment_id == s.assessment_id)
        .join(c.cell.table, and_(c.assessment_id == r.assessment_id, or_(*own)), isouter=True)
        .where(compared(replace(cut, drafts=False)), r.status == Status.PLANNED.value)
        .group_by(r.assessment_id, r.stage, r.decision)
        .subquery()
    )
    return select(found).where(found.c.decided + found.c.levels > 0).cte("ahead")


def _by_stage(ahead: CTE) -> Select[Any]:
    c = ahead.c
    return _row("ahead", [c.stage], [func.count(), func.sum(c.decided), func.sum(c.levels)]).group_by(c.stage)


def _before(cut: Cut, since: Since) -> CTE:
    """The latest assessment of each project with every earlier one; `place` 1 is the one it is compared with.

    Earlier by day, then by submission: when an assessment came into the portfolio says nothing. `nearness` 1 is the
    last one before, whichever it is compared with.
    """
    e = tables.shown.alias("e").c
    order = (e.day, e.at, e.assessment_id)
    nearness = func.row_number().over(partition_by=s.assessment_id, order_by=[one.desc() for one in order])
    place = nearness if since == Since.LAST else func.row_number().over(partition_by=s.assessment_id, order_by=order)
    return (
        select(
            s.assessment_id.label("later"),
            e.assessment_id.label("earlier"),
            nearness.label("nearness"),
            place.label("place"),
            *(getattr(s, f"actions_{one.value}") for one in _ACTIONS),
        )
        .join_from(tables.shown, e.day.table, and_(e.project_id == s.project_id, e.rubric == s.rubric))
        .where(
            compared(replace(cut, drafts=False)),
            e.assessment_id != s.assessment_id,
            e.depth == Depth.FULL.value,
            ~e.draft,
        )
        .cte("before")
    )


def _stages(pairs: CTE) -> CTE:
    """The stages that have happened in the later of a pair, as they were and as they are."""
    was, now = tables.stage_results.alias("was").c, tables.stage_results.alias("now").c
    return (
        select(
            pairs.c.later,
            now.stage,
            was.band.label("band_was"),
            now.band.label("band_now"),
            was.standing.label("standing_was"),
            now.standing.label("standing_now"),
            case((was.status.in_(_HAPPENED), 0), else_=1).label("begun"),
        )
        .select_from(pairs)
        .join(now.stage.table, now.assessment_id == pairs.c.later)
        .join(was.stage.table, and_(was.assessment_id == pairs.c.earlier, was.stage == now.stage))
        .where(now.status.in_(_HAPPENED))
        .cte("stages")
    )


def _row(part: str, texts: Sequence[ColumnElement[Any]], numbers: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """The columns of one part, as wide as those of every other."""
    no_text, no_number = cast(null(), String), cast(null(), Integer)
    return select(
        literal(part),
        *texts,
        *[no_text] * (_TEXTS - len(texts)),
        *[cast(one, Integer) for one in numbers],
        *[no_number] * (_NUMBERS - len(numbers)),
    )


def _whole(pairs: CTE) -> Select[Any]:
    sums = [func.sum(pairs.c[f"actions_{one.value}"]) for one in _ACTIONS]
    return _row("whole", [], [func.count(), *sums]).select_from(pairs)


def _moved(stages: CTE) -> Select[Any]:
    c = stages.c
    texts = (c.stage, c.band_was, c.band_now, c.standing_was, c.standing_now)
    return _row("moved", texts, [func.count(), c.begun]).group_by(*texts, c.begun)


def _begun(rows: Sequence[Sequence[Any]]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for stage, _, _, _, _, count, begun, *_ in rows:
        if begun:
            found[stage] += int(count)
    return dict(found)


def _came(before: CTE) -> Select[Any]:
    p = _told(before).c
    return _row("came", [p.about, p.kept], [func.count()]).where(p.place == 1).group_by(p.about, p.kept)


def _told(before: CTE) -> CTE:
    """What became of promises; of what was promised about the same thing several times, the last one has `place` 1."""
    p = tables.promise_results.c
    place = func.row_number().over(partition_by=(p.later_id, p.about), order_by=before.c.nearness)
    return (
        select(*p, place.label("place"))
        .select_from(before)
        .join(tables.promise_results, and_(p.later_id == before.c.later, p.earlier_id == before.c.earlier))
        .cte("told")
    )


def _levels(rubric: Rubric, pairs: CTE, stages: CTE) -> Select[Any]:
    """Questions with a level in both, of stages that have happened in both: a promise is no level that was reached."""
    was, now = tables.cell_results.alias("was_cell").c, tables.cell_results.alias("now_cell").c
    happened = (
        select(
            stages.c.later,
            *(
                func.max(case((and_(stages.c.stage == stage, stages.c.begun == 0), 1), else_=0)).label(f"at_{at}")
                for at, stage in enumerate(rubric.order)
            ),
        )
        .group_by(stages.c.later)
        .cte("happened")
    )
    counted = [
        and_(happened.c[f"at_{at}"] == 1, now.cell.in_([one.id for one in rubric.items if one.stage == stage]))
        for at, stage in enumerate(rubric.order)
    ] or [now.cell.is_not(None)]
    value = case(
        *(
            (now.cell.in_([one.id for one in rubric.items if one.value == value]), literal(value))
            for value in rubric.columns
        )
    )
    signs = [now.level > was.level, now.level == was.level, now.level < was.level]
    each = (
        select(
            pairs.c.later,
            value.label("value"),
            *(func.sum(case((sign, 1), else_=0)).label(f"n_{at}") for at, sign in enumerate(signs)),
        )
        .select_from(pairs)
        .join(happened, happened.c.later == pairs.c.later, isouter=True)
        .join(now.cell.table, now.assessment_id == pairs.c.later)
        .join(was.cell.table, and_(was.assessment_id == pairs.c.earlier, was.cell == now.cell))
        .where(now.level.is_not(None), was.level.is_not(None), or_(*counted))
        .group_by(pairs.c.later, value)
        .subquery()
    )
    numbers = [each.c[f"n_{at}"] for at in range(len(signs))]
    return _row(
        "levels",
        [each.c.value],
        [
            *(func.sum(one) for one in numbers),
            func.count(),
            *(func.sum(case((one > 0, 1), else_=0)) for one in numbers),
        ],
    ).group_by(each.c.value)
