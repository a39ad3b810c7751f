"""What managers say of barriers: kept row by row, and the last one holds."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Subquery, func, insert, select

from assessment.core.portfolio.barriers import Mark, Marked
from assessment.store.batches import batches
from assessment.store.engine import reading, writing
from assessment.store.store import Store
from assessment.store.tables import barrier_marks

_m = barrier_marks.c


def last_marks() -> Subquery:
    """The last row of each barrier: project, stage, reason, mark, note, who, at."""
    last = select(func.max(_m.id)).group_by(_m.project_id, _m.stage, _m.reason)
    return select(_m.project_id, _m.stage, _m.reason, _m.mark, _m.note, _m.who, _m.at).where(_m.id.in_(last)).subquery()


def mark(
    store: Store, project: str, stage: str, reason: str, mark: Mark, note: str | None, *, who: str, at: datetime
) -> None:
    """Keep what a manager says of a barrier."""
    row = {"project_id": project, "stage": stage, "reason": reason, "mark": mark.value, "note": note}
    with writing(store.engine) as connection:
        connection.execute(insert(barrier_marks).values(**row, who=who, at=at))


def history(store: Store, project: str, stage: str, reason: str) -> list[Marked]:
    """Everything that was said of a barrier, the last first."""
    wanted = select(_m.mark, _m.note, _m.who, _m.at).order_by(_m.id.desc())
    here = wanted.where(_m.project_id == project, _m.stage == stage, _m.reason == reason)
    with reading(store.engine) as connection:
        return [Marked(Mark(row.mark), row.note, row.who, row.at) for row in connection.execute(here)]


def marks_of(store: Store, project: str) -> dict[tuple[str, str], Marked]:
    """What was last said of each barrier of a project, by stage and reason."""
    return {(stage, reason): found for (_, stage, reason), found in marks_of_all(store, [project]).items()}


def marks_of_all(store: Store, projects: Collection[str]) -> dict[tuple[str, str, str], Marked]:
    """The same for many projects, by project, stage and reason."""
    found: dict[tuple[str, str, str], Marked] = {}
    last = last_marks().c
    with reading(store.engine) as connection:
        for some in batches(projects):
            wanted = select(*last).where(last.project_id.in_(some))
            found |= {
                (row.project_id, row.stage, row.reason): Marked(Mark(row.mark), row.note, row.who, row.at)
                for row in connection.execute(wanted)
            }
    return found
