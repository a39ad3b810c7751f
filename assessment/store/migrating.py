"""Bringing a database up to this version, in one transaction, or leaving it as it was."""

import logging
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from assessment.store.engine import writing
from assessment.store.troubles import FailedMigration, StoreTrouble, TooNew, told

log = logging.getLogger(__name__)

HEAD = "0001"
"""The newest step. Named here so that a database that has it opens without Alembic."""
STEPS = Path(__file__).parent / "migrations"
LOCK = 4_711_205


def version_of(connection: Connection) -> str | None:
    """The step a database has reached; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def bring_up_to_date(engine: Engine) -> None:
    """Take a database to HEAD. TooNew or FailedMigration, and nothing has changed."""
    with told(), engine.connect() as connection:
        version = version_of(connection)
    if version != HEAD:
        _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        if version_of(connection) != HEAD:  # another process may have been first
            _run(connection)


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if (version := version_of(connection)) is not None and version not in known:
        raise TooNew
    try:
        command.upgrade(config, "head")
    except StoreTrouble:
        raise
    except Exception as error:
        log.exception("Migration from %s to %s failed", version, HEAD)
        raise FailedMigration from error
