"""How many projects of which sort a cut has."""

from dataclasses import replace

from sqlalchemy import func, select

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.mix import Many, Mix
from assessment.store.engine import reading, snapshot
from assessment.store.portfolio.counted import stamp
from assessment.store.portfolio.cutting import compared, s, within
from assessment.store.store import Store

_SORT = (s.rubric, s.kind, s.level, s.complexity, s.depth, s.made_by, s.draft)


def mix(store: Store, cut: Cut) -> Mix:
    """The sorts of projects in a cut."""
    wanted = select(*_SORT, func.count()).where(within(cut)).group_by(*_SORT)
    with snapshot(store.engine) as connection:

        def fresh() -> Mix:
            return Mix(tuple(Many(*row) for row in connection.execute(wanted)))

        return store.counted.once(("mix", cut), stamp(connection, within(cut)), fresh)


def drafts(store: Store, cut: Cut) -> int:
    """How many projects of a cut have nothing but a draft, or a draft after what they submitted."""
    wanted = select(func.count()).where(compared(replace(cut, drafts=True)), s.draft)
    with reading(store.engine) as connection:
        return connection.scalar(wanted) or 0
