"""20,000 answers to one server, one after the other: what they leave in its memory, and whether they slow down."""

import asyncio
from collections.abc import Iterator

from tests.bench.crowd import Answerer, kept_assessments, lost, open_pages, settled
from tests.bench.measured import Row
from tests.bench.server import Server, running

PEOPLE, WARM, RERUNS = 20, 2_000, 20_000


def long() -> Iterator[Row]:
    """20 people who answer without a pause, until they have answered 20,000 times."""
    with running() as server:
        yield from asyncio.run(in_halves(server))


async def in_halves(server: Server) -> list[Row]:
    """Warm up, then answer in two halves, weighing the server after each."""
    crowd = kept_assessments(server, PEOPLE)
    await open_pages(crowd)
    await answer(crowd, WARM)
    sizes, took = [await settled(server)], []
    for _ in range(2):
        start = server.busy()
        await answer(crowd, RERUNS // 2)
        took.append(server.busy() - start)
        sizes.append(await settled(server))
    start, _, end = sizes
    return [
        Row.at_most(f"what {RERUNS:,} answers leave in the server (from {start:.0f} MB)", end - start, 20, "MB", 1),
        Row.at_most("… the second half beside the first, in the processor's time", took[1] / took[0], 1.1, "times"),
        Row.at_most("… answers that the store does not have", lost(server, crowd), 0, "answers", 0),
    ]


async def answer(crowd: list[Answerer], times: int) -> None:
    """So many answers, shared out evenly; everybody gives their next as soon as they see the last."""

    async def share(one: Answerer) -> None:
        for _ in range(times // len(crowd)):
            await one.answer()

    await asyncio.gather(*(share(one) for one in crowd))
