"""The tables come from migrations; a database that this version cannot take is refused and left as it is."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from assessment.store import Damaged, FailedMigration, Store, TooNew, migrating
from assessment.store.address import url_of
from assessment.store.engine import engine_for
from assessment.store.tables import metadata
from tests.store.kept import draft, everything

ROOT = Path(__file__).parents[2]
STEP = '''"""A step of the test's."""
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0003", "0002"

def upgrade():
    with op.batch_alter_table("assessments") as table:
        table.add_column(sa.Column("extra", sa.Text()))
    op.create_table("more", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("DELETE FROM voices")
'''
FAILS = '    op.execute("INSERT INTO nowhere VALUES (1)")\n'


@pytest.fixture
def next_step(tmp_path, monkeypatch):
    """Gives this version one step more, with this text."""

    def give(code):
        steps = tmp_path / "migrations"
        shutil.copytree(migrating.STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
        (steps / "versions/0003_next.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(migrating, "STEPS", steps)
        monkeypatch.setattr(migrating, "HEAD", "0003")

    return give


def tables_of(address=None):
    """Every table of a database with its rows."""
    engine = engine_for(url_of(address))
    with engine.connect() as connection:
        found = {table.name: sorted(map(str, connection.execute(table.select()))) for table in metadata.sorted_tables}
        found["version"] = connection.scalar(text("SELECT version_num FROM alembic_version"))
    engine.dispose()
    return found


def set_version(version):
    """Say that a database has reached another step."""
    engine = engine_for(url_of(None))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": version})
    engine.dispose()


def one_file(path):
    """Put the journal into the file, so that its bytes are all there is."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def test_the_migrations_make_the_tables_of_the_code(store):
    """Nothing of the tables in the code is missing or different in a migrated database."""
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_the_newest_step_is_the_one_that_the_code_names():
    """HEAD and the files' names say the same as Alembic."""
    config = Config()
    config.set_main_option("script_location", str(migrating.STEPS))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [migrating.HEAD]
    assert {step.revision for step in script.walk_revisions()} == migrating.known_steps()


def test_a_store_opens_again_with_all_it_holds(store, opened):
    """Opening once more changes nothing."""
    draft(store)
    assert everything(opened()) == everything(store)


def test_an_older_database_is_brought_up_to_date(store, opened, next_step):
    """A step of a later version is taken when it opens, and everything is still there."""
    draft(store)
    before = everything(store)
    store.close()
    next_step(STEP)
    assert everything(opened()) == before
    assert tables_of()["version"] == "0003"


def test_a_step_that_rebuilds_a_table_keeps_what_hangs_on_it(file_store, opened, next_step):
    """SQLite rebuilds a table by dropping it: entries and history of its assessments stay."""
    draft(file_store)
    before = everything(file_store)
    file_store.close()
    next_step(STEP.replace('("assessments")', '("assessments", recreate="always")'))
    assert everything(opened()) == before


def test_a_failed_step_leaves_the_database_as_it_was(store, opened, next_step, caplog):
    """What a step had done before it failed is undone: tables, rows and version."""
    store.add_voices(draft(store), [{"a": 1}])
    before = tables_of()
    store.close()
    next_step(STEP + FAILS)
    with pytest.raises(FailedMigration):
        opened()
    assert tables_of() == before
    assert "0003" in caplog.text


def test_a_failed_step_leaves_the_file_as_it_was(file_store, folder, opened, next_step):
    """Not one byte of the file is another."""
    draft(file_store)
    file_store.close()
    before = one_file(folder / "gyda.db")
    next_step(STEP + FAILS)
    with pytest.raises(FailedMigration):
        opened()
    assert (folder / "gyda.db").read_bytes() == before


def test_a_newer_database_is_refused_and_left_alone(store):
    """This version does not touch what it does not know."""
    draft(store)
    store.close()
    set_version("9999")
    before = tables_of()
    with pytest.raises(TooNew):
        Store.open()
    assert tables_of() == before


def test_a_newer_file_keeps_its_bytes(file_store, folder):
    """Not even the header of a newer file changes, however it was written."""
    draft(file_store)
    file_store.close()
    set_version("9999")
    path = folder / "gyda.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    before = path.read_bytes()
    with pytest.raises(TooNew):
        Store.open()
    assert path.read_bytes() == before
    assert [one.name for one in folder.iterdir()] == ["gyda.db"]


@pytest.mark.parametrize("content", [b"not a database, only words " * 99, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_garbage_is_refused_and_left_alone(folder, content):
    """A file that is no database is not written over."""
    folder.mkdir()
    path = folder / "gyda.db"
    path.write_bytes(content)
    with pytest.raises(Damaged):
        Store.open()
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(folder):
    """A database with tables that are not ours gets none of ours."""
    folder.mkdir()
    path = folder / "gyda.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (id)")
    before = path.read_bytes()
    with pytest.raises(Damaged):
        Store.open()
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(folder, opened):
    """A file without a byte is as good as none."""
    folder.mkdir()
    (folder / "gyda.db").touch()
    assert everything(opened()) == {}


def test_the_data_are_for_their_user_alone(folder, opened, open_folder):
    """What a team notes is not for everybody who uses the machine, in whatever folder it lies."""
    draft(opened())
    assert folder.stat().st_mode & 0o777 == 0o700
    draft(opened(f"sqlite:///{open_folder / 'gyda.db'}"))
    assert {path.stat().st_mode & 0o777 for path in (*folder.iterdir(), *open_folder.iterdir())} == {0o600}


def test_opening_prints_nothing(database):
    """Neither Alembic nor SQLAlchemy talks to the terminal, even where logging is on."""
    code = "import logging; logging.basicConfig(level=logging.INFO); from assessment.store import Store; Store.open()"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
