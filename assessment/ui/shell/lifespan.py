"""What runs beside the app for as long as it does: getting ready, and collecting garbage on a timer."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from assessment.core.fault import BadInput
from assessment.ui.languages import LANGUAGES
from assessment.ui.shell.collector import collect_on_a_timer, spare_what_stays
from assessment.ui.shell.prompt import send_at_once

FIRST_PAGE = 3.0
"""Seconds that the first page has the machine for itself, before what only later pages need is loaded."""


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Begin with the app, end with it."""
    send_at_once()
    tasks = [asyncio.create_task(get_ready()), asyncio.create_task(collect_on_a_timer())]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.to_thread(close_the_press)


async def get_ready() -> None:
    """Load what the pages need before somebody waits for it.

    A faulty rubric or example is left to the page, which tells of it.
    """
    with suppress(BadInput):
        await asyncio.to_thread(load_start)
        await asyncio.sleep(FIRST_PAGE)
        await asyncio.to_thread(load_results)
    await asyncio.to_thread(spare_what_stays)


def close_the_press() -> None:
    """End the process that makes reports, if one was ever asked for."""
    if press := sys.modules.get("reports.press"):
        press.the_press().close()


def load_start() -> None:
    """What the first page needs, while the browser is still fetching its own files."""
    from assessment.store import StoreTrouble
    from assessment.ui import trouble  # noqa: F401  brings what every page draws with
    from assessment.ui.files import examples
    from assessment.ui.keeping import the_store

    for language in LANGUAGES:
        examples(language)
    with suppress(StoreTrouble):
        the_store()


def load_results() -> None:
    """Pandas and Plotly, which the start page does not need."""
    from assessment.charts import CHARTS
    from assessment.ui.files import examples, shipped
    from assessment.ui.wiring import opened

    language = LANGUAGES[0]
    picture = opened(shipped(examples(language)[0].name, language), language).pictures.matrix
    CHARTS[type(picture)](picture)
