"""Putting assessments into the portfolio and taking them out; which of a project stands for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, and_, delete, exists, func, insert, select

from assessment.core.terms import Depth
from assessment.store import owners, saving, tables
from assessment.store.batches import batches
from assessment.store.engine import one_at_a_time, reading, writing
from assessment.store.owners import new_id
from assessment.store.portfolio import rows
from assessment.store.records import AsShown, Kept, Portrayed, PromiseRows, Received, ShownForm, Time
from assessment.store.store import DRAFT, KEPT, RECEIVED, SUBMITTED, Store
from assessment.store.troubles import Closed, NotThere

_s, _a = tables.shown.c, tables.assessments.c


def show(store: Store, id_: str, portrait: Portrayed) -> str:
    """Show an assessment that is kept here, or show it as it is now. Its project's id.

    NotThere if it is gone; Closed if its team has said something else of it since it was portrayed.
    """
    with writing(store.engine) as connection:
        project = _agreed(connection, id_, portrait)
        rows.hide(connection, [id_])
        saving.drop_results(connection, [id_])
        rows.add(connection, [(id_, project, portrait)])
        rows.stand_for([project], connection)
    return project


def _agreed(connection: Connection, id_: str, portrait: Portrayed) -> str:
    """The project of an assessment, if its team lets the portfolio see just this of it at this moment."""
    wanted = select(_a.project_id, _a.state, _a.shared_with, _a.barriers_told, _a.named).where(_a.id == id_)
    now = connection.execute(wanted.with_for_update()).one_or_none()
    if now is None:
        raise NotThere
    told = (now.shared_with, bool(now.barriers_told), bool(now.named))
    shared = now.state == SUBMITTED and told == ("portfolio", portrait.barriers_told, portrait.named)
    if not (now.state == DRAFT if portrait.draft else shared):
        raise Closed
    return str(now.project_id)


def hide(store: Store, id_: str) -> None:
    """Take an assessment out of the portfolio; the team keeps it. Of a draft nothing is left there."""
    with writing(store.engine) as connection:
        if connection.scalar(select(_a.state).where(_a.id == id_)) == DRAFT:
            saving.drop_results(connection, [id_])
        projects = list(connection.scalars(select(_s.project_id).where(_s.assessment_id == id_)))
        rows.hide(connection, [id_])
        rows.stand_for(projects, connection)


def as_shown(store: Store, id_: str) -> AsShown | None:
    """Since when an assessment is shown as it was then, and what of it; None if the portfolio does not see it."""
    wanted = select(_s.at, _s.barriers_told, _s.named).where(_s.assessment_id == id_)
    with reading(store.engine) as connection:
        row = connection.execute(wanted).one_or_none()
    return AsShown(*row) if row else None


def waiting(store: Store) -> list[Kept]:
    """Assessments that their team shares, and the portfolio has not taken in yet."""
    there = exists().where(_s.assessment_id == _a.id)
    wanted = KEPT.where(_a.state == SUBMITTED, _a.shared_with == "portfolio", ~there).order_by(_a.submitted)
    with reading(store.engine) as connection:
        return [Kept(**row) for row in connection.execute(wanted).mappings()]


def receive(
    store: Store, received: Sequence[Received], *, at: datetime, kept: rows.Count = rows.nobody
) -> list[tuple[str, str]]:
    """Take assessments from outside in, all or none; each as one more of its project, if that is known.

    The id of each and of its project. `kept` hears how many are written so far.
    """
    with writing(store.engine) as connection:
        one_at_a_time(connection)
        for rubric in {one.rubric.hash: one.rubric for one in received}.values():
            saving.keep_rubric(connection, rubric)
        projects = _projects(connection, received, at)
        ids = [new_id() for _ in received]
        connection.execute(insert(tables.assessments), list(_assessments(received, ids, projects, at)))
        placed = [
            (id_, projects[one.portrait.head["match_key"]], one.portrait)
            for id_, one in zip(ids, received, strict=True)
        ]
        rows.add(connection, placed, kept)
        _tag(connection, {project: one.tags for (_, project, _), one in zip(placed, received, strict=True)})
        rows.stand_for(projects.values(), connection)
    return [(id_, project) for id_, project, _ in placed]


def forms(store: Store, *, projects: Iterable[str] = (), ids: Iterable[str] = ()) -> list[ShownForm]:
    """The shared forms of projects or of assessments, by project and from the earliest on."""
    found: list[ShownForm] = []
    with reading(store.engine) as connection:
        for column, wanted in ((_s.project_id, projects), (_s.assessment_id, ids)):
            for some in batches(wanted):
                found += [ShownForm(**row) for row in connection.execute(_FORMS.where(column.in_(some))).mappings()]
    return sorted(found, key=lambda one: (one.project, one.day, one.at, one.id))


def several(store: Store, projects: Iterable[str]) -> list[str]:
    """Those of these projects that have more than one full assessment on the same rubric."""
    found: set[str] = set()
    with reading(store.engine) as connection:
        for some in batches(projects):
            many = select(_s.project_id).where(_s.project_id.in_(some), _FULL).group_by(_s.project_id, _s.rubric)
            found |= set(connection.scalars(many.having(func.count() > 1)))
    return sorted(found)


def times(store: Store, projects: Iterable[str]) -> list[Time]:
    """The full assessments of projects, drafts left out: by project and rubric, and from the earliest on."""
    found: list[Time] = []
    wanted = select(_s.assessment_id, _s.project_id, _s.rubric, _s.day, _s.at).where(_FULL)
    with reading(store.engine) as connection:
        for some in batches(projects):
            found += [Time(*row) for row in connection.execute(wanted.where(_s.project_id.in_(some)))]
    return sorted(found, key=attrgetter("project", "rubric", "day", "at", "id"))


def promise_all(store: Store, kept: Mapping[str, Sequence[PromiseRows]]) -> None:
    """Keep what became of the promises of these projects, instead of what was kept of them before."""
    p = tables.promise_results.c
    fresh = [
        {"earlier_id": one.earlier, "later_id": one.later, **row}
        for found in kept.values()
        for one in found
        for row in one.rows
    ]
    with writing(store.engine) as connection:
        for some in batches(kept):
            of_these = select(_s.assessment_id).where(_s.project_id.in_(some))
            connection.execute(delete(tables.promise_results).where(p.later_id.in_(of_these)))
        if fresh:
            connection.execute(insert(tables.promise_results), fresh)


_FULL = and_(_s.depth == Depth.FULL.value, ~_s.draft)
_FORMS = (
    select(
        _s.assessment_id.label("id"),
        _s.project_id.label("project"),
        _s.rubric,
        _a.rubric_hash,
        _s.day,
        _s.at,
        _s.depth,
        _s.draft,
        tables.shown_forms.c.form,
        tables.shown_forms.c.result,
    )
    .join_from(tables.shown, tables.assessments)
    .join(tables.shown_forms, tables.shown_forms.c.assessment_id == _s.assessment_id)
)


def _projects(connection: Connection, received: Sequence[Received], at: datetime) -> dict[str, str]:
    """The project of each key: one that is here already, or a new one."""
    names = {one.portrait.head["match_key"]: one.portrait.head["organisation"] for one in received}
    found: dict[str, str] = {}
    for some in batches(names):
        wanted = select(_s.match_key, _s.project_id).where(_s.match_key.in_(some)).order_by(_s.at.desc())
        found |= {row.match_key: row.project_id for row in connection.execute(wanted)}
    fresh = {key: new_id() for key in names if key not in found}
    if fresh:
        organisations = owners.organisations_of(connection, {names[key] for key in fresh if names[key]})
        made = [
            {"id": id_, "created": at, "organisation_id": organisations.get(names[key])} for key, id_ in fresh.items()
        ]
        connection.execute(insert(tables.projects), made)
    return found | fresh


def _assessments(
    received: Sequence[Received], ids: Sequence[str], projects: Mapping[str, str], at: datetime
) -> Iterator[dict[str, Any]]:
    for id_, one in zip(ids, received, strict=True):
        yield {
            "id": id_,
            "project_id": projects[one.portrait.head["match_key"]],
            "rubric_hash": one.rubric.hash,
            "state": RECEIVED,
            "created": at,
            "changed": at,
            "shared_with": "portfolio",
        }


def _tag(connection: Connection, tags: Mapping[str, Sequence[str]]) -> None:
    t = tables.project_tags.c
    said = [{"project_id": project, "tag": tag} for project, given in tags.items() for tag in dict.fromkeys(given)]
    if said:
        there = {
            (project, tag)
            for some in batches(tags)
            for project, tag in connection.execute(select(t.project_id, t.tag).where(t.project_id.in_(some)))
        }
        fresh = [row for row in said if (row["project_id"], row["tag"]) not in there]
        if fresh:
            connection.execute(insert(tables.project_tags), fresh)
