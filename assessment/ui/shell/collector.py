"""Python's garbage collection on a timer, instead of after every run of the script."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import streamlit as st

#: Often enough that memory stays flat, seldom enough that nobody waits for it.
SECONDS_BETWEEN: Final = 30.0


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Collect every half minute for as long as the app runs."""
    # What is loaded by now stays loaded: the collector need not look at it again.
    gc.freeze()
    timer = asyncio.create_task(_collect())
    try:
        yield
    finally:
        timer.cancel()


async def _collect() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN)
        await asyncio.to_thread(gc.collect)
