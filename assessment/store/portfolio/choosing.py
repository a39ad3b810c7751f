"""How many projects each choice of a filter would leave in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, func, select

from assessment.core.portfolio.choices import Choices
from assessment.core.portfolio.cut import NOT_SAID, SPLIT, Cut
from assessment.store import tables
from assessment.store.engine import reading
from assessment.store.portfolio.cutting import compared, s
from assessment.store.store import Store

_SORTS = ("kind", "level", "complexity")
_t, _r = tables.project_tags.c, tables.stage_results.c


def choices(store: Store, cut: Cut) -> Choices:
    """What the filter can be set to, with how many projects each choice has."""
    with reading(store.engine) as connection:
        return Choices(
            **{name: _of_a_sort(connection, cut, name) for name in _SORTS},
            organisation=_counted(_by(connection, cut.without("organisation"), s.organisation)),
            tag=_counted(_tags(connection, cut.without("tag"))),
            status=_counted(_statuses(connection, cut.without("status"))),
            drafts=connection.scalar(
                select(func.count()).where(compared(replace(cut, drafts=True)), s.draft),
            )
            or 0,
        )


def _of_a_sort(connection: Connection, cut: Cut, name: str) -> dict[str, int]:
    return _counted(_by(connection, cut.without(name), getattr(s, name)))


def _by(connection: Connection, cut: Cut, column: object) -> Iterable[tuple[str | None, int]]:
    wanted = select(column, func.count()).where(compared(cut)).group_by(column)  # type: ignore[call-overload]
    return [(value, count) for value, count in connection.execute(wanted)]


def _tags(connection: Connection, cut: Cut) -> Iterable[tuple[str | None, int]]:
    wanted = (
        select(_t.tag, func.count())
        .join(tables.shown, s.project_id == _t.project_id)
        .where(compared(cut))
        .group_by(_t.tag)
    )
    return [(tag, count) for tag, count in connection.execute(wanted)]


def _statuses(connection: Connection, cut: Cut) -> Iterable[tuple[str | None, int]]:
    """By stage and status; each is told apart by the cut in the query, and none of it is read past."""
    wanted = (
        select(_r.stage, _r.status, func.count())
        .join(tables.shown, s.assessment_id == _r.assessment_id)
        .where(compared(cut))
        .group_by(_r.stage, _r.status)
    )
    return [(f"{stage}{SPLIT}{status}", count) for stage, status, count in connection.execute(wanted)]


def _counted(found: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    """The most first; those that say nothing last."""
    counts: Counter[str] = Counter()
    for value, count in found:
        counts[NOT_SAID if value is None else value] += count
    return dict(sorted(counts.items(), key=lambda pair: (pair[0] == NOT_SAID, -pair[1], pair[0].casefold())))
