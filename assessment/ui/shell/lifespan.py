"""What runs beside the app for as long as it does: getting ready, and collecting garbage on a timer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from assessment.core.fault import BadInput
from assessment.ui.languages import LANGUAGES
from assessment.ui.shell.collector import collect_on_a_timer


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Begin with the app, end with it."""
    tasks = [asyncio.create_task(asyncio.to_thread(get_ready)), asyncio.create_task(collect_on_a_timer())]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()


def get_ready() -> None:
    """Load what the first page needs while the browser is still fetching its own files.

    A faulty rubric or example is left to the page, which tells of it.
    """
    from assessment.ui.files import examples, shipped

    with suppress(BadInput):
        for language in LANGUAGES:
            first = examples(language)[0]
        # The results need pandas and Plotly, the start page does not: they come last.
        from assessment.charts import CHARTS
        from assessment.ui.wiring import opened

        picture = opened(shipped(first.name, language), language).pictures.matrix
        CHARTS[type(picture)](picture)
