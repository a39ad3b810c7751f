"""What a SQLite file is, found out without changing a byte of it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from assessment.store.troubles import Damaged, ReadOnly, WrongPlace, told

MARK = 0x67796461
"""The application id in the file's header: "gyda"."""


def make_place(file: Path) -> None:
    """See to the folder of a file, for this user only if it has to be made. ReadOnly, WrongPlace."""
    with told():
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise WrongPlace from None
        if file.is_dir():
            raise WrongPlace
        place = file if file.exists() else file.parent
    for needed in (place, file.parent):
        if not os.access(needed, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise ReadOnly


def version_in(file: Path) -> str | None:
    """The step a file has reached, None for a new one. Damaged if it is no database, or not Gyda's."""
    with told():
        if not file.exists() or file.stat().st_size == 0:
            return None
    with told(), closing(looking_at(file)) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if mark == MARK and "alembic_version" in tables:
            return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    if mark or tables:
        raise Damaged
    return None


def looking_at(file: Path) -> sqlite3.Connection:
    """A connection that cannot write."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
