"""All rows of one database into another, whichever each of them is."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, text, update

from assessment.store.tables import assessments, changes, metadata, projects

_AT_ONCE = 1000
_TABLES = metadata.sorted_tables
"""Each after those that it names."""


@dataclass(frozen=True)
class Counts:
    """How much there is."""

    projects: int
    assessments: int


def count(connection: Connection) -> Counts:
    """How many projects and assessments a database holds."""
    tables = (projects, assessments)
    return Counts(*(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables))


def copy_all(source: Connection, target: Connection) -> None:
    """Put every row of the source into the target, which holds none."""
    for table in _TABLES:
        _copy(table, source, target)


def replace_all(source: Connection, target: Connection) -> None:
    """Put every row of the source into the target instead of what it holds."""
    for table in reversed(_TABLES):
        target.execute(delete(table))
    copy_all(source, target)
    if target.dialect.name == "postgresql":
        _count_on(target)


def read_all(connection: Connection) -> None:
    """Read every value once, so that what cannot be read is found before anything is replaced."""
    for table in _TABLES:
        for _ in connection.execute(select(table).execution_options(yield_per=_AT_ONCE)).partitions():
            pass


def shut(connection: Connection) -> None:
    """Let nobody else write until the transaction ends; on SQLite a writing transaction does so by itself."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in _TABLES)
        connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


def _copy(table: Table, source: Connection, target: Connection) -> None:
    wanted = select(table).execution_options(yield_per=_AT_ONCE)
    for rows in source.execute(wanted).mappings().partitions():
        target.execute(insert(table), [{**row, "corrects": None} if table is assessments else {**row} for row in rows])
    if table is assessments:
        _name_corrected(source, target)


def _name_corrected(source: Connection, target: Connection) -> None:
    """Only once all assessments are there can one name another."""
    c = assessments.c
    wanted = select(c.id.label("here"), c.corrects).where(c.corrects.is_not(None))
    if rows := [{**row} for row in source.execute(wanted).mappings()]:
        target.execute(update(assessments).where(c.id == bindparam("here")), rows)


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number changes on from the greatest there ever was."""
    sequence = func.pg_get_serial_sequence(changes.name, "id")
    greatest = select(func.coalesce(func.max(changes.c.id), 0)).scalar_subquery()
    connection.execute(select(func.setval(sequence, func.greatest(greatest, func.nextval(sequence)))))
