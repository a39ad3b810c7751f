"""What goes wrong is told in words, in both languages, and nothing is lost by it."""

import os
import shutil
import sqlite3
import traceback
from contextlib import closing

import pytest
from sqlalchemy import event, text

from assessment.store import (
    BadAddress,
    Busy,
    Full,
    ReadOnly,
    Store,
    StoreTrouble,
    Unreachable,
    WrongPlace,
    engine,
    troubles,
)
from assessment.words import words
from tests.store.conftest import as_nobody
from tests.store.kept import LEVEL, NAME, draft, everything, put, values

KINDS = [kind for kind in vars(troubles).values() if isinstance(kind, type) and issubclass(kind, StoreTrouble)]
SECRET = "hunter2-Xyzzy"


@pytest.fixture
def hurried(monkeypatch):
    """Waits for nobody longer than a moment."""
    monkeypatch.setattr(engine, "PATIENCE", 200)


def locked(path):
    """A connection of another program that has the file for itself."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return closing(other)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_trouble_says_what_happened_and_what_to_do(kind):
    """Two sentences at least, in each language, and whether trying again may help."""
    (fault,) = kind().faults
    english, welsh = (fault.in_(words(language).gettext) for language in ("en", "cy"))
    assert english == f"{kind.wrong} {kind.remedy}".format(**kind.blanks) != welsh
    assert (kind.retry in (True, False), english.count(".") >= 2, welsh.count(".") >= 2) == (True, True, True)


def test_a_locked_file_is_busy_and_saves_again_later(hurried, file_store, folder):
    """While another program has the file a save is refused; afterwards the same save works."""
    id_ = draft(file_store)
    with locked(folder / "gyda.db"):
        with pytest.raises(Busy):
            put(file_store, id_, LEVEL, 2, seen=1)
        assert values(file_store, id_)[LEVEL] == 1
    assert put(file_store, id_, LEVEL, 2, seen=1).at is not None
    assert values(file_store, id_)[LEVEL] == 2


def test_a_locked_row_is_busy_and_saves_again_later(hurried, folder, opened, postgres_address):
    """The same on PostgreSQL, where another transaction has the assessment for itself."""
    store = opened(postgres_address)
    id_ = draft(store)
    with store._engine.begin() as other:
        other.execute(text("SELECT 1 FROM assessments FOR UPDATE"))
        with pytest.raises(Busy):
            put(store, id_, LEVEL, 2, seen=1)
    assert put(store, id_, LEVEL, 2, seen=1).at is not None


def test_a_full_disk_loses_nothing(file_store):
    """What does not fit is refused whole, what was there stays, and with room again all goes on."""
    id_ = draft(file_store)
    pages = 0

    def limit(connection, _record, _proxy):
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(file_store._engine, "checkout", limit)
    with file_store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    before = everything(file_store)
    with pytest.raises(Full):
        put(file_store, id_, "note", "x" * 100_000)
    assert everything(file_store) == before
    pages = 100_000
    put(file_store, id_, "note", "x" * 100_000)
    assert len(values(file_store, id_)["note"]) == 100_000


def test_a_file_that_may_not_be_written_is_told_when_it_opens(open_folder):
    """A read-only file is refused with words, and not a byte of it changes."""
    file = open_folder / "gyda.db"
    Store.open(f"sqlite:///{file}").close()
    file.chmod(0o444)
    open_folder.chmod(0o777)
    before = file.read_bytes()
    with as_nobody(), pytest.raises(ReadOnly):
        Store.open(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_told_when_it_opens(open_folder):
    """Neither a new file nor a new folder can be made there."""
    open_folder.chmod(0o555)
    for path in (open_folder / "gyda.db", open_folder / "deeper" / "gyda.db"):
        with as_nobody(), pytest.raises(ReadOnly):
            Store.open(f"sqlite:///{path}")
    assert list(open_folder.iterdir()) == []


def test_a_store_that_becomes_read_only_can_still_be_read(file_store):
    """The answers stay on the screen while a save is refused."""
    id_ = draft(file_store)
    event.listen(file_store._engine, "checkout", lambda connection, *_: connection.execute("PRAGMA query_only=ON"))
    with pytest.raises(ReadOnly):
        put(file_store, id_, LEVEL, 2, seen=1)
    assert values(file_store, id_)[LEVEL] == 1


def test_a_folder_where_the_file_should_be_is_told(folder):
    """Nothing is put into it."""
    (folder / "gyda.db").mkdir(parents=True)
    with pytest.raises(WrongPlace):
        Store.open()
    assert list((folder / "gyda.db").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(folder):
    """The file stays what it is."""
    folder.write_text("mine", encoding="utf-8")
    with pytest.raises(WrongPlace):
        Store.open()
    assert folder.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_goes_away_is_told(file_store, folder):
    """A stick that was pulled out is no crash, and no save goes to a file that nobody can find again."""
    id_ = draft(file_store)
    shutil.move(folder, folder.with_name("elsewhere"))
    for _ in range(2):
        with pytest.raises(Unreachable):
            put(file_store, id_, LEVEL, 2, seen=1)
        with pytest.raises(Unreachable):
            file_store.find(id_)
    assert not folder.exists()
    shutil.move(folder.with_name("elsewhere"), folder)
    assert values(file_store, id_)[LEVEL] == 1
    put(file_store, id_, LEVEL, 2, seen=1)
    assert values(file_store, id_)[LEVEL] == 2


def test_a_folder_that_is_replaced_is_used_at_once(file_store, folder, opened):
    """Whoever puts another data folder in its place reads and saves there, and not in the one that is gone."""
    draft(file_store)
    other = opened(f"sqlite:///{folder.with_name('other') / 'gyda.db'}")
    id_ = draft(other)
    other.close()
    shutil.rmtree(folder)
    shutil.move(folder.with_name("other"), folder)
    assert [kept.id for kept in file_store.all()] == [id_]
    put(file_store, id_, LEVEL, 3, seen=1)
    assert values(opened(), id_)[LEVEL] == 3


def test_a_server_that_is_away_is_told_and_found_again(folder, opened, postgres_address):
    """Connections that the server has cut are made anew without anybody noticing."""
    store = opened(postgres_address)
    id_ = draft(store)
    with store._engine.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"))
    assert put(store, id_, LEVEL, 2, seen=1).at is not None
    with pytest.raises(Unreachable):
        Store.open(postgres_address.replace("host=", "host=/nowhere"))


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://gyda:{SECRET}@127.0.0.1:1/gyda",
        f"postgres://gyda:{SECRET}@127.0.0.1:1/gyda?sslmode=nonsense",
        f"postgresql://gyda:{SECRET}@127.0.0.1:1/gyda?nonsense=1",
        f"postgresql://gyda:/{SECRET}@127.0.0.1/gyda",
        f"postgresql://gyda:#{SECRET}:x@127.0.0.1:port/gyda",
        f"mysql://gyda:{SECRET}@127.0.0.1/gyda",
        f"{SECRET}",
        f"://{SECRET}",
        "sqlite://",
    ],
)
def test_no_password_is_ever_told(folder, address, caplog):
    """Whatever is wrong with an address, neither words nor log nor traceback hold its password."""
    with pytest.raises(StoreTrouble) as trouble:
        Store.open(address)
    told = "".join(traceback.format_exception(trouble.value))
    assert "hunter2" not in told + caplog.text
    assert "Xyzzy" not in told + caplog.text


@pytest.mark.parametrize("address", ["mysql://a/b", "gyda.db", "sqlite://", "postgresql://a:b@c:port/d"])
def test_an_address_that_cannot_be_read_is_told(folder, address):
    """What to write is said."""
    with pytest.raises(BadAddress, match="DATABASE_URL as postgresql://"):
        Store.open(address)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_both_names_of_postgresql_are_understood(folder, opened, postgres_address, scheme):
    """Hosts give the address either way."""
    store = opened(postgres_address.replace("postgresql", scheme, 1))
    assert store.heads([NAME]) == {}


def test_the_log_holds_nothing_that_people_wrote(store, caplog):
    """An error's kind is logged, not its words."""
    store._engine.dispose()
    with store._engine.begin() as connection:
        connection.execute(text("ALTER TABLE entries RENAME TO others"))
    with pytest.raises(StoreTrouble):
        draft(store, said={"note": SECRET})
    assert "StoreTrouble" in caplog.text
    assert SECRET not in caplog.text


def test_as_nobody_is_somebody_else_where_it_matters():
    """The stand-in for a user without rights gives them back."""
    before = os.geteuid()
    with as_nobody():
        assert os.geteuid() != 0
    assert os.geteuid() == before
