"""Projects and the organisations they belong to."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, exists, insert, select, update

from assessment.store.batches import batches
from assessment.store.engine import one_at_a_time
from assessment.store.records import Value
from assessment.store.tables import assessments, organisations, plain, projects

ORGANISATION = "project/organisation"


def new_id() -> str:
    """A random id."""
    return secrets.token_hex(8)


def new_project(connection: Connection, at: datetime) -> str:
    """A project that belongs to nobody yet. Its id."""
    id_ = new_id()
    connection.execute(insert(projects).values(id=id_, created=at))
    return id_


def belongs_to(connection: Connection, project: str, name: Value) -> None:
    """Move a project to the organisation of a name, and forget one that has no project left."""
    one_at_a_time(connection)
    before = connection.scalar(select(projects.c.organisation_id).where(projects.c.id == project))
    after = _organisation(connection, name) if isinstance(name, str) and name else None
    if before != after:
        connection.execute(update(projects).where(projects.c.id == project).values(organisation_id=after))
        _sweep_organisation(connection, before)


def organisations_of(connection: Connection, names: Collection[str]) -> dict[str | None, str]:
    """The ids of organisations by their names; those that are not there yet are made."""
    ids: dict[str | None, str] = {name: _id_of(name) for name in names}
    o = organisations.c
    there: set[str] = set()
    for some in batches(ids.values()):
        there |= set(connection.scalars(select(o.id).where(o.id.in_(some))))
    if fresh := [{"id": id_, "name": name} for name, id_ in ids.items() if id_ not in there]:
        connection.execute(insert(organisations), fresh)
    return ids


def sweep(connection: Connection, project: str) -> None:
    """Erase a project that has no assessment left, and its organisation if that has no project left."""
    one_at_a_time(connection)
    if connection.scalar(select(exists().where(assessments.c.project_id == project))):
        return
    organisation = connection.scalar(select(projects.c.organisation_id).where(projects.c.id == project))
    connection.execute(delete(projects).where(projects.c.id == project))
    _sweep_organisation(connection, organisation)


def sweep_all(connection: Connection, of: Collection[str]) -> None:
    """The same for many projects at once."""
    one_at_a_time(connection)
    p, used = projects.c, select(assessments.c.project_id)
    for some in batches(of):
        empty = p.id.in_(some) & p.id.not_in(used.where(assessments.c.project_id.in_(some)))
        left = {id_ for id_ in connection.scalars(select(p.organisation_id).where(empty).distinct()) if id_}
        connection.execute(delete(projects).where(empty))
        unused = organisations.c.id.not_in(select(p.organisation_id).where(p.organisation_id.in_(left)))
        connection.execute(delete(organisations).where(organisations.c.id.in_(left), unused))


def _organisation(connection: Connection, name: str) -> str:
    id_ = _id_of(name)
    if not connection.scalar(select(exists().where(organisations.c.id == id_))):
        connection.execute(insert(organisations).values(id=id_, name=name))
    return id_


def _id_of(name: str) -> str:
    """The organisation's id, which is the hash of its name: one name, one organisation, however long."""
    return hashlib.sha256(str(plain(name)).encode()).hexdigest()[:32]


def _sweep_organisation(connection: Connection, id_: str | None) -> None:
    unused = ~exists().where(projects.c.organisation_id == id_)
    connection.execute(delete(organisations).where(organisations.c.id == id_, unused))
