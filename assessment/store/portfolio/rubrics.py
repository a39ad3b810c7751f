"""Which copy of a rubric the portfolio reads by."""

from sqlalchemy import select

from assessment.store import tables
from assessment.store.engine import reading
from assessment.store.store import Store


def newest(store: Store, name: str) -> str | None:
    """The hash of the newest copy of a rubric that is kept under a name with its major version; None if none is."""
    r = tables.rubrics.c
    with reading(store.engine) as connection:
        found = connection.execute(select(r.version, r.hash).where(r.name == name)).all()
    return max(found, key=lambda row: _minor(row.version)).hash if found else None


def _minor(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
