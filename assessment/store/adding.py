"""Adding thousands of rows at once."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert


def add_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the columns of the first, of two at least.

    The statement is SQLAlchemy's own. The values go straight to the driver, for to look at each of half a million
    takes twice as long as to keep them; only those are made ready whose column asks for it.
    """
    if not rows:
        return
    columns, dialect = list(rows[0]), connection.dialect
    statement = insert(table).compile(dialect=dialect, column_keys=columns)
    ready = {name: make for name in columns if (make := _maker(table, name, connection))}
    if ready:
        rows = [{**row, **{name: make(row[name]) for name, make in ready.items()}} for row in rows]
    if statement.positional:
        in_order = itemgetter(*(statement.positiontup or ()))
        connection.exec_driver_sql(str(statement), [in_order(row) for row in rows])
    else:
        connection.exec_driver_sql(str(statement), [dict(row) for row in rows])


def _maker(table: Table, name: str, connection: Connection) -> Callable[[Any], Any] | None:
    """What makes a value of a column ready for this database; None where the driver takes it as it is."""
    kind = table.c[name].type
    return (
        None if kind.python_type is bool else kind.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    )
