"""The projects of a cut one by one, and taking one out that came from outside."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Text, delete, func, select, type_coerce

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.listing import PAGE, Listed, ListedStage, Listing, folded
from assessment.core.terms import Depth
from assessment.store import owners, tables
from assessment.store.batches import batches
from assessment.store.engine import empty_journal, reading, writing
from assessment.store.portfolio import rows
from assessment.store.portfolio.cutting import s, within
from assessment.store.store import RECEIVED, Store

Order = Literal["name", "date"]
"""A list is sorted by name or by date: never by what a score could be read from."""
_a, _r, _t = tables.assessments.c, tables.stage_results.c, tables.project_tags.c
_HEAD = (s.project_id, s.assessment_id, s.name, s.organisation, s.kind, s.level, s.made_by, s.depth, s.draft, s.day)


def listed(store: Store, cut: Cut, *, search: str = "", order: Order = "date", first: int = 0) -> Listing:
    """One page of the projects of a cut, from the `first` on; of a project with both depths, the full assessment."""
    sought = folded(search)
    by_name = bool(sought) or order == "name"
    # As it is kept: of ten thousand names most are never shown, and reading them all as JSON would take longer.
    head = (s.project_id, s.assessment_id, s.depth, *((type_coerce(s.name, Text),) if by_name else ()))
    wanted = select(*head).where(within(cut)).order_by(s.day.desc(), s.at.desc(), s.assessment_id)
    with reading(store.engine) as connection:
        found: dict[str, tuple[str, str]] = {}
        full: set[str] = set()
        for row in connection.execute(wanted):
            project, id_, depth, *name = row
            is_full = depth == Depth.FULL.value
            if project not in found or (is_full and project not in full):
                # Taken out first, so that it comes to its own place by date.
                found.pop(project, None)
                found[project] = (id_, *name) if name else (id_, "")
            if is_full:
                full.add(project)
        ids = _sorted(found.values(), sought, order) if by_name else [id_ for id_, _ in found.values()]
        return Listing(len(ids), first, _rows(connection, ids[first : first + PAGE], drafts=cut.drafts))


def named(store: Store, projects: Collection[str]) -> dict[str, str]:
    """The names of those of these projects that the portfolio has, in the order asked for."""
    wanted = select(s.project_id, s.name).where(s.project_id.in_(list(projects))).order_by(s.day, s.at)
    with reading(store.engine) as connection:
        found = {row.project_id: row.name for row in connection.execute(wanted)}
    return {project: found[project] for project in projects if project in found}


def tags_of(store: Store, project: str) -> tuple[str, ...]:
    """The tags of a project."""
    with reading(store.engine) as connection:
        return _tags(connection, [project]).get(project, ())


def from_outside(store: Store, project: str) -> int:
    """How many assessments of a project came from outside."""
    with reading(store.engine) as connection:
        return int(connection.scalar(select(func.count()).where(_outside(project))) or 0)


def take_out(store: Store, project: str) -> int:
    """Erase what came from outside of a project, and the project itself if nothing else is there. How many that was.

    What a team of this store answered stays: only the team can take that back.
    """
    with writing(store.engine) as connection:
        ids = list(connection.scalars(select(_a.id).where(_outside(project))))
        if ids:
            rows.hide(connection, ids)
            for some in batches(ids):
                connection.execute(delete(tables.assessments).where(_a.id.in_(some)))
            rows.stand_for([project], connection)
            owners.sweep(connection, project)
    if store.engine.name == "sqlite":
        empty_journal(store.engine)
    return len(ids)


def _outside(project: str) -> ColumnElement[bool]:
    return (_a.project_id == project) & (_a.state == RECEIVED)


def _sorted(found: Iterable[tuple[str, str]], sought: str, order: Order) -> list[str]:
    """The assessments' ids: those whose project's name has what is searched for; the latest first, or by name."""
    by_name = [(folded(_read(kept)), id_) for id_, kept in found]
    wanted = [one for one in by_name if sought in one[0]]
    return [id_ for _, id_ in (sorted(wanted) if order == "name" else wanted)]


def _read(kept: str) -> str:
    """A name from its JSON, without the parser where nothing in it is escaped."""
    return str(json.loads(kept)) if "\\" in kept else kept[1:-1]


def _rows(connection: Connection, ids: Sequence[str], *, drafts: bool) -> tuple[Listed, ...]:
    if not ids:
        return ()
    heads = {row.assessment_id: row for row in connection.execute(select(*_HEAD).where(s.assessment_id.in_(ids)))}
    projects = [row.project_id for row in heads.values()]
    stages: dict[str, dict[str, ListedStage]] = {}
    results = select(_r.assessment_id, _r.stage, _r.status, _r.decision, _r.band, _r.standing)
    for id_, stage, *said in connection.execute(results.where(_r.assessment_id.in_(ids))):
        stages.setdefault(id_, {})[stage] = ListedStage(*said)
    counted = select(s.project_id, func.count()).where(s.project_id.in_(projects)).group_by(s.project_id)
    times = {row[0]: row[1] for row in connection.execute(counted if drafts else counted.where(~s.draft))}
    own = select(_a.project_id).where(_a.project_id.in_(projects), _a.state != RECEIVED).distinct()
    answered_here, tags = set(connection.scalars(own)), _tags(connection, projects)
    return tuple(
        Listed(
            project=head.project_id,
            assessment=id_,
            name=head.name,
            organisation=head.organisation,
            kind=head.kind,
            level=head.level,
            made_by=head.made_by,
            depth=head.depth,
            draft=head.draft,
            day=head.day,
            times=times[head.project_id],
            received=head.project_id not in answered_here,
            stages=stages.get(id_, {}),
            tags=tags.get(head.project_id, ()),
        )
        for id_ in ids
        if (head := heads.get(id_))
    )


def _tags(connection: Connection, projects: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    wanted = select(_t.project_id, _t.tag).where(_t.project_id.in_(projects)).order_by(_t.tag)
    for project, tag in connection.execute(wanted):
        found[project] = (*found.get(project, ()), tag)
    return found
