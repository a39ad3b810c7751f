"""The whole store as one portable SQLite file, from either database, and back into either; the app may be running."""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DataError, IntegrityError, OperationalError

from assessment.store.address import sqlite_url
from assessment.store.copying import Counts, copy_all, count, read_all, replace_all, shut
from assessment.store.engine import empty_journal, engine_for, reading, snapshot, writing
from assessment.store.migrating import bring_up_to_date
from assessment.store.sqlite_file import looking_at, make_place, version_in
from assessment.store.troubles import Damaged, FailedMigration, InUse, NotABackup, WrongPlace, told

_BROKEN = (ValueError, DataError, IntegrityError, OperationalError)
"""What a value, a row or a table comes to that cannot be."""


@dataclass(frozen=True)
class Restored:
    """What a restore brought back, and the file that keeps what was there before."""

    counts: Counts
    before: Path


def back_up(engine: Engine, path: Path) -> Counts:
    """Write everything, as it stands at one moment, to a file; an older one of that name is replaced when it is whole.

    InUse if it is the database itself; otherwise what the disk says: ReadOnly, Full, WrongPlace.
    """
    if engine.name == "sqlite" and _same(path, Path(str(engine.url.database))):
        raise InUse
    with snapshot(engine) as source:
        return _write(source, path)


def look_into(path: Path, folder: Path) -> Counts:
    """How much a backup holds. NotABackup, TooNew; `folder` has room for a copy of it while it is looked at."""
    with _opened(path, folder) as source:
        return count(source)


def put_back(engine: Engine, path: Path, folder: Path, at: datetime) -> Restored:
    """Put a backup in the place of everything there is, which is kept in `folder` before. NotABackup, TooNew."""
    with _opened(path, folder) as source, writing(engine) as target:
        shut(target)
        before = _free_name(folder / f"before-restore-{at:%Y%m%dT%H%M%SZ}.db")
        _write(target, before)
        with _as_no_backup(DataError, IntegrityError):
            replace_all(source, target)
        restored = Restored(count(target), before)
    if engine.name == "sqlite":
        empty_journal(engine)
    return restored


def set_aside(url: URL, at: datetime) -> Path:
    """Move a damaged SQLite file away, with what lies beside it. Damaged if it is none: that is the server's own."""
    if url.get_backend_name() != "sqlite":
        raise Damaged
    file = Path(str(url.database))
    aside = _free_name(file.with_name(f"damaged-{at:%Y%m%dT%H%M%SZ}.db"))
    with told():
        for end in ("-wal", "-shm", ""):
            beside = file.with_name(f"{file.name}{end}")
            if beside.exists():
                beside.rename(aside.with_name(f"{aside.name}{end}"))
    return aside


def _write(source: Connection, path: Path) -> Counts:
    """A file beside under a name of its own, renamed when it is whole and on the disk."""
    make_place(path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with told():
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # it holds all that was written
        counts = _fill(source, draft)
        with told():
            _to_disk(draft)
            draft.replace(path)
            _to_disk(path.parent)
    finally:
        for left in draft.parent.glob(f"{draft.name}*"):
            left.unlink()
    return counts


def _fill(source: Connection, draft: Path) -> Counts:
    url = sqlite_url(draft)
    bring_up_to_date(url)
    engine = engine_for(url)
    try:
        with writing(engine) as target:
            copy_all(source, target)
            return count(target)
    finally:
        engine.dispose()
        _one_file(draft)


def _one_file(draft: Path) -> None:
    """Leave nothing in a journal beside the file."""
    with told(), closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _to_disk(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _opened(path: Path, folder: Path) -> Iterator[Connection]:
    """A backup, checked and brought up to this version, on a copy of it."""
    make_place(folder / path.name)
    with TemporaryDirectory(prefix=".restore-", dir=folder) as room:
        copy = Path(room) / "backup.db"
        with _as_no_backup(Damaged, FailedMigration, WrongPlace):
            _take_copy(path, copy)
            url = sqlite_url(copy)
            bring_up_to_date(url)
        engine = engine_for(url)
        try:
            with reading(engine) as connection:
                with _as_no_backup(*_BROKEN):
                    read_all(connection)
                yield connection
        finally:
            engine.dispose()


def _take_copy(path: Path, copy: Path) -> None:
    if not path.is_file():
        raise NotABackup
    with told():
        shutil.copyfile(path, copy)
    if version_in(copy) is None:
        raise NotABackup
    with told(), closing(looking_at(copy)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        linked = connection.execute("PRAGMA foreign_key_check").fetchone() is None
    if not (sound and linked):
        raise NotABackup


@contextmanager
def _as_no_backup(*kinds: type[Exception]) -> Iterator[None]:
    """Tell errors of these kinds as what they mean here: the file is wrong, not the store."""
    try:
        yield
    except kinds as error:
        raise NotABackup from error


def _free_name(path: Path) -> Path:
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not name.exists())


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
