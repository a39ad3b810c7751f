"""What can go wrong with a store, in words; and the one place that knows the databases' own errors."""

import errno
import logging
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import ClassVar

import sqlalchemy.exc

from assessment.core.fault import N_, BadInput, Fault, Message

log = logging.getLogger(__name__)


class StoreTrouble(BadInput):
    """Something the store could not do: what happened, and what to do. `retry`: trying again may help as it is."""

    retry: ClassVar[bool] = False
    wrong: ClassVar[str] = N_("The data could not be read or saved.")
    remedy: ClassVar[str] = N_("Nothing that was saved is lost. The log says more.")
    blanks: ClassVar[Mapping[str, object]] = MappingProxyType({})

    def __init__(self) -> None:
        super().__init__(Fault("", Message(self.wrong, self.blanks), Message(self.remedy, self.blanks)))


class NotThere(StoreTrouble):
    """There is no assessment of this id."""

    wrong = N_("There is no assessment here.")
    remedy = N_("It may have been deleted, or the address may be incomplete. Your assessments are under My projects.")


class Closed(StoreTrouble):
    """The assessment is no draft any more."""

    wrong = N_("This assessment has been submitted, so it can no longer be changed.")
    remedy = N_("To change something, start a correction from it.")


class ChangedSince(StoreTrouble):
    """Something was answered after what is to be frozen had been read."""

    retry = True
    wrong = N_("Somebody changed something here at this moment, so it has not been submitted.")
    remedy = N_("Look at it first, and submit it again.")


class NotSubmitted(StoreTrouble):
    """The assessment is not submitted, or no longer."""

    wrong = N_("This assessment is not submitted.")
    remedy = N_("Submit it first.")


class Busy(StoreTrouble):
    """Somebody else has the database locked for longer than we wait."""

    retry = True
    wrong = N_("Another program is using the data, so nothing could be saved just now.")
    remedy = N_("Wait a moment and try again.")


class ReadOnly(StoreTrouble):
    """The file, the folder or the database may be read but not written."""

    retry = True
    wrong = N_("Gyda may not write to its data folder or database.")
    remedy = N_("Ask whoever looks after this computer to allow Gyda to write there, and try again.")


class Full(StoreTrouble):
    """There is no space left."""

    retry = True
    wrong = N_("There is no space left on the disk, so nothing could be saved.")
    remedy = N_("Make some space and try again.")


class Unreachable(StoreTrouble):
    """The file cannot be opened, or the database server is away."""

    retry = True
    wrong = N_("Gyda cannot reach its data folder or database.")
    remedy = N_("Check that the data folder is there, or that the database server is running, and try again.")


class WrongPlace(StoreTrouble):
    """A folder stands where a file should be, or the other way round."""

    retry = True
    wrong = N_("There is a folder where the data file should be, or a file where the data folder should be.")
    remedy = N_("Move it away, or name another folder in {setting}, and start Gyda again.")
    blanks = MappingProxyType({"setting": "GYDA_DATA"})


class BadAddress(StoreTrouble):
    """DATABASE_URL cannot be read."""

    wrong = N_("The address of the database cannot be read.")
    remedy = N_("Write {setting} as {example}, and start Gyda again.")
    blanks = MappingProxyType({"setting": "DATABASE_URL", "example": "postgresql://name:password@server/database"})


class TooNew(StoreTrouble):
    """A newer version made the database; it is left as it is."""

    wrong = N_("The data was saved by a newer version of Gyda, so it has been left as it is.")
    remedy = N_("Use that version, or a newer one.")


class Damaged(StoreTrouble):
    """The file is no database, or a broken one; it is left as it is."""

    wrong = N_("The data file is damaged, or it is not from Gyda. It has been left as it is.")
    remedy = N_("Restore a backup, or move the file away so that Gyda can start a new one.")


class FailedMigration(StoreTrouble):
    """Bringing the database up to this version did not work; it is left as it was."""

    wrong = N_("The data could not be brought up to this version of Gyda, so it has been left as it was.")
    remedy = N_("Use the version of Gyda you had before. The log says more.")


class NotABackup(StoreTrouble):
    """A file that was to be restored is none of ours, or a broken one; nothing has changed."""

    wrong = N_("This file is not a backup from Gyda, or it is damaged. Nothing has been changed.")
    remedy = N_("Choose another file.")


class InUse(StoreTrouble):
    """A backup was to be written over the data themselves."""

    wrong = N_("This is the file that holds the data, so a backup cannot be written there.")
    remedy = N_("Give the backup another name or folder.")


SQLITE: dict[str, type[StoreTrouble]] = {
    "SQLITE_BUSY": Busy,
    "SQLITE_LOCKED": Busy,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_PERM": ReadOnly,
    "SQLITE_FULL": Full,
    "SQLITE_CANTOPEN": Unreachable,
    "SQLITE_IOERR": Unreachable,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_NOTADB": Damaged,
}
"""By the first two parts of an error's name: SQLITE_READONLY_DIRECTORY is a SQLITE_READONLY."""
POSTGRES: dict[str, type[StoreTrouble]] = {
    "55P03": Busy,  # lock not available
    "40P01": Busy,  # deadlock
    "40001": Busy,  # serialization failure
    "53300": Busy,  # too many connections
    "25006": ReadOnly,  # read-only transaction
    "42501": ReadOnly,  # insufficient privilege
    "53100": Full,  # disk full
}
"""By SQLSTATE; without one the server did not answer."""
SYSTEM: dict[int, type[StoreTrouble]] = {
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.ENOSPC: Full,
    errno.EDQUOT: Full,
}


def _of_sqlite(error: sqlite3.Error) -> type[StoreTrouble]:
    name = getattr(error, "sqlite_errorname", "")
    if not name and isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
        return Damaged
    return SQLITE.get("_".join(name.split("_")[:2]), StoreTrouble)


def _of_postgres(state: str | None) -> type[StoreTrouble]:
    if state is None or state[:2] in ("08", "28", "3D", "57"):  # connection, sign-in, no such database, shut down
        return Unreachable
    return POSTGRES.get(state, StoreTrouble)


def trouble_of(error: BaseException) -> type[StoreTrouble]:
    """Which trouble an error of a database or of the system is."""
    if isinstance(error, sqlalchemy.exc.TimeoutError):
        return Busy
    inner = error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) else error
    if isinstance(inner, sqlite3.Error):
        return _of_sqlite(inner)
    if inner is not None and hasattr(inner, "sqlstate"):  # psycopg's; not imported where nobody uses PostgreSQL
        return _of_postgres(inner.sqlstate)
    if isinstance(inner, OSError):
        return SYSTEM.get(inner.errno or 0, Unreachable)
    return StoreTrouble


@contextmanager
def told() -> Iterator[None]:
    """Give the errors of a database or of the system as troubles in words."""
    try:
        yield
    except (sqlalchemy.exc.SQLAlchemyError, sqlite3.Error, OSError) as error:
        trouble = trouble_of(error)
        log.warning("%s: %s", trouble.__name__, _kind_of(error))
        raise trouble() from error


def _kind_of(error: BaseException) -> str:
    """An error's kind and code; its words could quote what people wrote."""
    inner = error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) and error.orig else error
    codes = (getattr(inner, name, None) for name in ("sqlite_errorname", "sqlstate", "errno"))
    return " ".join(str(part) for part in (type(inner).__name__, *codes) if part)
