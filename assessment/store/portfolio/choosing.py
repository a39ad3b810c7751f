"""How many projects each choice of a filter would leave in."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from assessment.core.portfolio.choices import Choices, Sorts
from assessment.core.portfolio.cut import NOT_SAID, SPLIT, Cut
from assessment.core.portfolio.mix import LIKE
from assessment.store import tables
from assessment.store.engine import reading, snapshot
from assessment.store.portfolio.counted import stamp
from assessment.store.portfolio.cutting import compared, s
from assessment.store.store import Store

_t, _r = tables.project_tags.c, tables.stage_results.c


def sorts(store: Store, cut: Cut) -> Sorts:
    """What projects are like, as the filter can be set to it: asked once, and counted for each field under the others.

    So a choice that stands in one field does not take its own neighbours away.
    """
    columns = [getattr(s, name) for name in LIKE]
    every = cut.without(*LIKE)
    wanted = select(*columns, func.count()).where(compared(every)).group_by(*columns)
    with snapshot(store.engine) as connection:

        def fresh() -> list[tuple[Sequence[str | None], int]]:
            return [(row[:-1], row[-1]) for row in connection.execute(wanted)]

        found = store.counted.once(("sorts", every), stamp(connection, compared(every)), fresh)
    chosen = [getattr(cut, name) for name in LIKE]
    return Sorts(
        *(
            _counted((values[place], count) for values, count in found if _fits(values, chosen, place))
            for place in range(len(LIKE))
        )
    )


def _fits(values: Sequence[str | None], chosen: Sequence[tuple[str, ...]], place: int) -> bool:
    """Whether a sort of projects has what was chosen in every field but the one at this place."""
    return all(
        other == place or not wanted or (NOT_SAID if value is None else value) in wanted
        for other, (value, wanted) in enumerate(zip(values, chosen, strict=True))
    )


def choices(store: Store, cut: Cut) -> Choices:
    """What else the filter can be set to, with how many projects each choice has."""
    with reading(store.engine) as connection:
        return Choices(
            organisation=_counted(_organisations(connection, cut.without("organisation"))),
            tag=_counted(_tags(connection, cut.without("tag"))),
            status=_counted(_statuses(connection, cut.without("status"))),
        )


def _organisations(connection: Connection, cut: Cut) -> Iterable[tuple[str | None, int]]:
    wanted = select(s.organisation, func.count()).where(compared(cut)).group_by(s.organisation)
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
