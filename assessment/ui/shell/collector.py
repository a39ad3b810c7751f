"""Python's garbage collection on a timer, instead of after every run of the script."""

import asyncio
import gc
from typing import Final

#: Often enough that memory stays flat, seldom enough that nobody waits for it.
SECONDS_BETWEEN: Final = 30.0


async def collect_on_a_timer() -> None:
    """Collect every half minute, in a thread of its own, until cancelled."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN)
        await asyncio.to_thread(gc.collect)


def spare_what_stays() -> None:
    """Never look again at what is loaded by now and stays for good: a third of what a collection takes."""
    gc.collect()
    gc.freeze()
