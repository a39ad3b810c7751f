"""The same tests on both databases."""

import os
import secrets
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from assessment.store import Store
from tests.store.postgres import USER, serving

NOBODY = 65534


@pytest.fixture(scope="session")
def postgres():
    """The folder of the socket of a PostgreSQL server, one for each worker."""
    with serving() as folder:
        yield folder


@pytest.fixture
def postgres_address(postgres):
    """The address of an empty PostgreSQL database."""
    name = f"gyda_{secrets.token_hex(6)}"
    with psycopg.connect(host=str(postgres), user=USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://{USER}@/{name}?host={postgres}"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A data folder of the test's own; no other database is named."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "data"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, folder, monkeypatch):
    """The name of each database in turn; DATABASE_URL says which is meant."""
    if request.param == "postgresql":
        monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgres_address"))
    return request.param


@pytest.fixture
def opened():
    """Opens stores and closes them afterwards."""
    stores = []

    def open_(address=None):
        stores.append(Store.open(address))
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


@pytest.fixture
def store(database, opened):
    """An empty store, on each database in turn."""
    return opened()


@pytest.fixture
def file_store(folder, opened):
    """An empty store in a SQLite file."""
    return opened()


@pytest.fixture
def open_folder():
    """A folder that every user of the machine can reach, unlike pytest's own."""
    path = Path(tempfile.mkdtemp(prefix="gyda-store-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@contextmanager
def as_nobody():
    """Be somebody whom file permissions hold for: they do not for root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
