"""Bringing a database up to this version, in one transaction, or leaving it as it was."""

import logging
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text

from assessment.store.engine import engine_for, one_at_a_time, reading, writing
from assessment.store.sqlite_file import MARK, make_place, version_in
from assessment.store.troubles import FailedMigration, TooNew, told, trouble_of

log = logging.getLogger(__name__)

HEAD = "0002"
"""The newest step. Named here so that a database that has it opens without Alembic."""
STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(url: URL) -> None:
    """Take a database to HEAD. Damaged, TooNew or FailedMigration, and nothing has changed."""
    if url.get_backend_name() == "sqlite":
        make_place(file := Path(str(url.database)))
        if _needs_nothing(version_in(file)):
            return
        with told():
            file.touch(mode=0o600)  # before SQLite makes it, readable by all
    # Without foreign keys: SQLite changes a table by copying it and dropping the old one.
    engine = engine_for(url, links=False)
    try:
        with reading(engine) as connection:
            done = _needs_nothing(_version(connection))
        if not done:
            with writing(engine) as connection:
                _upgrade(connection)
    finally:
        engine.dispose()


def known_steps() -> set[str]:
    """The steps that this version has: their files are named by them."""
    return {step.name.split("_")[0] for step in (STEPS / "versions").glob("[0-9]*.py")}


def _needs_nothing(version: str | None) -> bool:
    if version is not None and version not in known_steps():
        raise TooNew
    return version == HEAD


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _upgrade(connection: Connection) -> None:
    one_at_a_time(connection)
    if _needs_nothing(_version(connection)):
        return  # another process was first
    try:
        _run(connection)
    except Exception as error:
        if (trouble := trouble_of(error)).retry:
            raise trouble from error
        log.exception("The step to %s failed", HEAD)
        raise FailedMigration from error


def _run(connection: Connection) -> None:
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # Imported here, as it takes longer than opening a database that is up to date.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    command.upgrade(config, HEAD)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={MARK}")
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise ValueError(f"{len(broken)} rows name others that are not there")
