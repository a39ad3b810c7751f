"""Gyda with a data file that is read-only, full or broken as long as a file named "trouble" says so."""

import os
from pathlib import Path

import streamlit as st
from sqlalchemy import Engine, event
from sqlalchemy.pool import Pool

from assessment.ui import shell

ROOT = Path(__file__).parents[3]
TROUBLE = Path(os.environ["GYDA_DATA"]).parent / "trouble"


def now():
    """Which trouble there is; none where there is no file."""
    return TROUBLE.read_text(encoding="utf-8") if TROUBLE.exists() else ""


def set_up(connection, *_):
    """Let SQLite itself refuse to write, or to grow."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA query_only={'ON' if now() == 'read-only' else 'OFF'}")
    connection.execute(f"PRAGMA max_page_count={pages if now() == 'full' else 2**30}")


def fail(_connection, _cursor, statement, *_):
    """Fail in a way that nobody has foreseen."""
    if now() == "mishap" and statement.startswith("INSERT INTO changes"):
        raise ZeroDivisionError("Zzyzx")


if not event.contains(Pool, "checkout", set_up):
    event.listen(Pool, "checkout", set_up)
    event.listen(Engine, "before_cursor_execute", fail)

app = st.App(
    ROOT / "assessment" / "ui" / "main.py",
    routes=shell.ROUTES,
    middleware=shell.MIDDLEWARE,
    lifespan=shell.lifespan,
    on_script_error=shell.tell_of_a_mishap,
)
