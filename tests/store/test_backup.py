"""Backup and restore: the whole store, from either database into either, while others go on working."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest

from assessment.store import Counts, InUse, NotABackup, ReadOnly, StoreTrouble, TooNew, WrongPlace, backup
from assessment.store.sqlite_file import MARK
from tests.store.conftest import as_nobody
from tests.store.kept import AT, LEVEL, NAME, ORGANISATION, draft, everything, put, submit, values

ODD = "a\x00 \ud800 👩🏽‍🦽 שלום"


def fill(store):
    """A store with a bit of everything: odd texts, history, voices, results, a correction."""
    one = draft(store, said={NAME: ODD, ORGANISATION: ODD, LEVEL: 1})
    put(store, one, LEVEL, None, seen=1)
    store.add_voices(one, [{"a": 1}, {"b": ODD}])
    submit(store, one)
    draft(store, project=store.find(one).project, corrects=one)
    draft(store)
    return everything(store)


@pytest.fixture
def other(request, tmp_path, opened):
    """A second store, on each database in turn, with something else in it."""

    def open_(name):
        address = request.getfixturevalue("postgres_address") if name == "postgresql" else None
        store = opened(address or f"sqlite:///{tmp_path / 'other' / 'gyda.db'}")
        draft(store, said={NAME: "Gone after a restore"})
        return store

    return open_


def spoil(path, change):
    """Change a backup behind our back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(change)


def test_a_backup_is_one_file_for_its_user_alone(store, tmp_path):
    """It says how much is in it; nothing else lies beside it."""
    fill(store)
    place = tmp_path / "out" / "gyda-backup.db"
    assert store.backup(place) == Counts(projects=2, assessments=3)
    assert [path.name for path in place.parent.iterdir()] == ["gyda-backup.db"]
    assert place.stat().st_mode & 0o777 == 0o600
    assert store.look_into(place) == Counts(projects=2, assessments=3)


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_backup_brings_everything_back_anywhere(store, other, into, tmp_path):
    """From either database into either: the same content, and what was there before is gone."""
    content = fill(store)
    store.backup(tmp_path / "all.db")
    target = other(into)
    restored = target.restore(tmp_path / "all.db", at=AT)
    assert restored.counts == Counts(projects=2, assessments=3)
    assert everything(target) == content
    id_ = next(kept.id for kept in target.all(states=["draft"]))
    assert put(target, id_, "new", 1).change > max(past.change for _, _, told, _ in content.values() for past in told)


def test_what_was_there_before_a_restore_is_kept(store, tmp_path, folder):
    """A restore by mistake can be taken back by another."""
    before = fill(store)
    store.backup(tmp_path / "all.db")
    draft(store, said={NAME: "Later"})
    later = everything(store)
    restored = store.restore(tmp_path / "all.db", at=AT)
    assert everything(store) == before
    assert restored.before == folder / "before-restore-20261123T093015Z.db"
    again = store.restore(restored.before, at=AT)
    assert everything(store) == later
    assert again.before.name == "before-restore-20261123T093015Z-2.db"
    hidden = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert hidden == []


def test_numbers_of_changes_are_never_given_twice(store, tmp_path):
    """After a restore of an older state new changes are newer than all that were undone by it."""
    id_ = draft(store)
    store.backup(tmp_path / "all.db")
    undone = put(store, id_, LEVEL, 3, seen=1).change
    store.restore(tmp_path / "all.db", at=AT)
    assert put(store, id_, LEVEL, 2, seen=1).change > undone


def test_a_backup_is_one_moment_while_others_write(store, other, tmp_path):
    """A backup has every save up to one, and nothing of those after it: entries and history end together."""
    id_, stop = draft(store, said={}), Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            put(store, id_, str(number), number)
        return number

    target = other("sqlite")
    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        try:
            for number in range(3):
                store.backup(tmp_path / f"{number}.db")
        finally:
            stop.set()
        last = writing.result()
    assert list(values(store, id_).values()) == list(range(1, last + 1))
    for number in range(3):
        target.restore(tmp_path / f"{number}.db", at=AT)
        found = list(values(target, id_).values())
        assert found == list(range(1, len(found) + 1))
        assert [past.new for past in target.history(id_)] == found[::-1]


def test_people_may_save_while_a_restore_runs(store, tmp_path):
    """Their saves go on after it, and nobody gets an error."""
    id_, stop = draft(store), Event()
    store.backup(tmp_path / "all.db")

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            put(store, id_, "left", number)
        return number

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        try:
            for _ in range(3):
                store.restore(tmp_path / "all.db", at=AT)
        finally:
            stop.set()
        last = writing.result()
    assert values(store, id_).get("left") in (None, last)


def test_a_backup_replaces_an_older_one_only_when_it_is_whole(store, tmp_path, monkeypatch):
    """If writing fails half way the older backup stays, and no half one beside it."""
    fill(store)
    store.backup(tmp_path / "all.db")
    before = (tmp_path / "all.db").read_bytes()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_to_disk", fail)
    with pytest.raises(StoreTrouble):
        store.backup(tmp_path / "all.db")
    assert (tmp_path / "all.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["all.db"]


def test_a_backup_does_not_overwrite_the_data(file_store, folder):
    """Named by mistake, the database itself is left alone."""
    draft(file_store)
    before = everything(file_store)
    with pytest.raises(InUse):
        file_store.backup(folder / ".." / "data" / "gyda.db")
    assert everything(file_store) == before


def test_a_place_that_takes_no_backup_is_told(store, tmp_path, open_folder):
    """A folder of that name, a file in the way, a folder without the right to write."""
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "file" / "all.db"):
        with pytest.raises(WrongPlace):
            store.backup(place)
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(ReadOnly):
        backup.make_place(open_folder / "all.db")


SPOILT = {
    "another program's": "PRAGMA application_id=1;",
    "no mark": "PRAGMA application_id=0;",
    "a broken value": "UPDATE entries SET value='{broken';",
    "a broken time": "UPDATE changes SET at='yesterday';",
    "an entry of nobody": "PRAGMA foreign_keys=OFF; DELETE FROM assessments;",
    "a table gone": "DROP TABLE voices;",
}


@pytest.mark.parametrize("change", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_backup_changes_nothing(store, tmp_path, change):
    """Whatever is wrong with a backup, what is there stays."""
    before = fill(store)
    store.backup(tmp_path / "all.db")
    spoil(tmp_path / "all.db", change)
    with pytest.raises(NotABackup):
        store.restore(tmp_path / "all.db", at=AT)
    assert everything(store) == before


@pytest.mark.parametrize("content", [b"", b"words", b"SQLite format 3\x00" + b"\xff" * 9000])
def test_what_is_no_backup_changes_nothing(store, tmp_path, content):
    """An empty file, a text, a broken database."""
    before = fill(store)
    (tmp_path / "all.db").write_bytes(content)
    for ask in (store.look_into, lambda path: store.restore(path, at=AT)):
        with pytest.raises(NotABackup):
            ask(tmp_path / "all.db")
    assert everything(store) == before


def test_a_torn_backup_changes_nothing(store, tmp_path):
    """A backup of which the middle was lost."""
    before = fill(store)
    store.backup(tmp_path / "all.db")
    whole = (tmp_path / "all.db").read_bytes()
    half = len(whole) // 2
    (tmp_path / "all.db").write_bytes(whole[:half] + b"\x00" * 8192 + whole[half + 8192 :])
    with pytest.raises(NotABackup):
        store.restore(tmp_path / "all.db", at=AT)
    assert everything(store) == before


@pytest.mark.parametrize("name", ["nowhere.db", "."])
def test_a_backup_that_is_not_there_is_told(store, tmp_path, name):
    """Nothing of that name, or a folder."""
    with pytest.raises(NotABackup):
        store.restore(tmp_path / name, at=AT)


def test_a_newer_backup_is_refused(store, tmp_path):
    """What this version does not know it does not take in."""
    before = fill(store)
    store.backup(tmp_path / "all.db")
    spoil(tmp_path / "all.db", "UPDATE alembic_version SET version_num='9999'")
    with pytest.raises(TooNew):
        store.restore(tmp_path / "all.db", at=AT)
    assert everything(store) == before


def test_a_backup_stays_as_it_is_when_restored(store, tmp_path):
    """Checks and migrations happen on a copy."""
    fill(store)
    store.backup(tmp_path / "all.db")
    before = (tmp_path / "all.db").read_bytes()
    store.restore(tmp_path / "all.db", at=AT)
    assert (tmp_path / "all.db").read_bytes() == before
    with closing(sqlite3.connect(tmp_path / "all.db")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (MARK,)
