"""The connection to either database, set up so that a save is kept once it returns."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from assessment.store.troubles import told

FILE = "gyda.db"
PATIENCE = 5000
"""How long one waits for another's lock, in milliseconds."""
_WRITES = "gyda_writes"
_PRAGMAS = (
    f"PRAGMA busy_timeout={PATIENCE}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)


def data_folder() -> Path:
    """Where what people make is kept: GYDA_DATA, or data/ in the project."""
    return Path(os.environ.get("GYDA_DATA") or Path(__file__).parents[2] / "data")


def url_of(address: str | None) -> URL:
    """The address of the database: as given, or DATABASE_URL, or a file in the data folder."""
    text = address or os.environ.get("DATABASE_URL")
    if not text:
        return sqlite_url(data_folder() / FILE)
    scheme, _, rest = text.partition("://")
    return make_url(f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else text)


def sqlite_url(file: Path) -> URL:
    """The address of a SQLite file."""
    return URL.create("sqlite", database=str(file))


def engine_for(url: URL) -> Engine:
    """An engine for either database; makes the folder of a SQLite file."""
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)


def _sqlite(url: URL) -> Engine:
    with told():
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, connect_args={"isolation_level": None, "timeout": PATIENCE / 1000}, pool_size=8, max_overflow=32
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(url: URL) -> Engine:
    settings = f"-c lock_timeout={PATIENCE} -c timezone=UTC"
    return create_engine(
        url,
        connect_args={"connect_timeout": 5, "options": settings, "client_encoding": "utf8"},
        pool_pre_ping=True,
        hide_parameters=True,
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that reads, in one consistent state; errors come as StoreTrouble."""
    with told(), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes, all of it or nothing; errors come as StoreTrouble."""
    with told(), engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection
