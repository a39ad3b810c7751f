"""The connection to either database, set up so that a save is kept once it returns."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from assessment.store.troubles import Busy, Damaged, ReadOnly, Unreachable, told, trouble_of

PATIENCE = 5000
"""How long one waits for another's lock, in milliseconds."""
_WRITES, _LOCK, _FILE = "gyda_writes", "gyda_lock", "gyda_file"
_SHARED = 0x67796461
_KEPT = 8192
"""Kibibytes of a file that one connection keeps at hand: what all projects are counted from is read again and again."""
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", f"cache_size=-{_KEPT}")


def engine_for(url: URL, *, links: bool = True) -> Engine:
    """An engine for either database. `links`: foreign keys are kept on SQLite."""
    return _sqlite(url, links) if url.get_backend_name() == "sqlite" else _postgres(url)


def _sqlite(url: URL, links: bool) -> Engine:
    file = Path(str(url.database)).absolute()

    def connect() -> sqlite3.Connection:
        # mode=rw: a file that is no longer there is told of, and not made anew and empty.
        return sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False)

    def set_up(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        for pragma in (f"busy_timeout={PATIENCE}", *_PRAGMAS, f"foreign_keys={'ON' if links else 'OFF'}"):
            connection.execute(f"PRAGMA {pragma}")
        record.info[_FILE] = _mark(file)

    def check(_connection: sqlite3.Connection, record: ConnectionPoolEntry, _proxy: object) -> None:
        # A file that was deleted or replaced would take every save, and nobody would find them again.
        if record.info[_FILE] != _mark(file):
            raise DisconnectionError

    engine = create_engine(url, creator=connect, pool_size=8, max_overflow=32, hide_parameters=True)
    event.listen(engine, "connect", set_up)
    event.listen(engine, "checkout", check)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _let_go)
    # Threads of one process wait here in turn; SQLite's own waiting is sleep and try again.
    engine.update_execution_options(**{_LOCK: Lock()})
    return engine


def _mark(file: Path) -> tuple[int, int] | None:
    """Which file it is, whatever it is called; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _let_go(context: ExceptionContext) -> None:
    """Keep no connection that was made while the file could not be read or written: the next one may."""
    if trouble_of(context.original_exception) in (ReadOnly, Unreachable, Damaged):
        context.is_disconnect = True


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(url: URL) -> Engine:
    settings = f"-c lock_timeout={PATIENCE} -c timezone=UTC"
    return create_engine(
        url,
        connect_args={"connect_timeout": 5, "options": settings, "client_encoding": "utf8"},
        pool_size=8,
        max_overflow=32,
        pool_pre_ping=True,
        hide_parameters=True,
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that reads; errors come as StoreTrouble."""
    with told(), engine.begin() as connection:
        yield connection


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that reads everything as it stood at one moment, however long it takes."""
    steady = {"isolation_level": "REPEATABLE READ"} if engine.name == "postgresql" else {}
    with reading(engine.execution_options(**steady)) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes, all of it or nothing; errors come as StoreTrouble."""
    writer = engine.execution_options(**{_WRITES: True})
    with told(), _turn(engine), writer.begin() as connection:
        yield connection


def one_at_a_time(connection: Connection) -> None:
    """Let one transaction after the other do what all have in common: tables, rubrics, organisations.

    On SQLite only one writes at any time.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_SHARED)))


@contextmanager
def _turn(engine: Engine) -> Iterator[None]:
    lock = engine.get_execution_options().get(_LOCK)
    if lock is None:
        yield
        return
    if not lock.acquire(timeout=PATIENCE / 1000):
        raise Busy
    try:
        yield
    finally:
        lock.release()


def empty_journal(engine: Engine) -> None:
    """On SQLite, put what the journal holds into the file and cut the journal to nothing, unless somebody reads."""
    with told(), closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE // 10}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
