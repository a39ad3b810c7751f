"""Where the data are: a file in the data folder, or the database that DATABASE_URL names."""

import os
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from assessment.store.troubles import BadAddress

FILE = "gyda.db"
_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg", "sqlite": "sqlite"}


def data_folder() -> Path:
    """Where what people make is kept: GYDA_DATA, or data/ in the project."""
    return Path(os.environ.get("GYDA_DATA") or Path(__file__).parents[2] / "data")


def url_of(address: str | None) -> URL:
    """The address of the database: as given, or DATABASE_URL, or a file in the data folder. BadAddress."""
    text = address or os.environ.get("DATABASE_URL")
    if not text:
        return sqlite_url(data_folder() / FILE)
    scheme, _, rest = text.partition("://")
    try:
        url = make_url(f"{_DRIVERS[scheme]}://{rest}")
    except (KeyError, ValueError, ArgumentError):
        # Not chained: these errors quote parts of the address, and a password may be one.
        raise BadAddress from None
    if scheme == "sqlite" and not url.database:
        raise BadAddress
    return url


def sqlite_url(file: Path) -> URL:
    """The address of a SQLite file."""
    return URL.create("sqlite", database=str(file))
