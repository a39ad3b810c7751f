"""Ten people who ask for ten reports at once while 200 others answer: how long an answer waits meanwhile."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import cycle
from random import Random
from time import perf_counter

from assessment import actions
from assessment.ui.languages import LANGUAGES
from tests.bench.crowd import EVERY, PEOPLE, Answerer, kept_assessments, lost, open_pages
from tests.bench.measured import Row, percentile
from tests.bench.person import Person
from tests.bench.reports import examples, size
from tests.bench.server import Server, running

REPORTS, QUIET, LONG = 10, 5.0, 30.0
#: The keys of the two buttons on the page of the report.
MAKE, DOWNLOAD = "make-report", "download"


def reports() -> Iterator[Row]:
    """200 people who answer every 5 s, and after some seconds ten who press the button at the same moment."""
    with running() as server:
        yield from asyncio.run(at_once(server))


async def at_once(server: Server) -> list[Row]:
    """Open all pages, let people answer, ask for the reports, and look at the answers until the last one is there."""
    crowd, readers = kept_assessments(server, PEOPLE), kept_reports(server, REPORTS)
    await open_pages(crowd)
    for reader in readers:
        await reader.open()
    start, random = perf_counter(), Random(0)
    answering = asyncio.gather(*(one.keep_answering(start + random.random() * EVERY, start + LONG) for one in crowd))
    await asyncio.sleep(QUIET)
    begun = [len(one.took) for one in crowd]
    took = await asyncio.gather(*(reader.press(MAKE) for reader in readers))
    meanwhile = list(between(crowd, begun))
    await answering
    files = {await reader.download(DOWNLOAD) for reader in readers if DOWNLOAD in reader.drawn}
    came = sum(file.startswith(b"%PDF") for file in files)
    half = percentile(meanwhile, 50)
    what = f"an answer while {PEOPLE} people answer and {REPORTS} others wait for reports, p95 (half: {half:.0f} ms)"
    return [
        Row.at_most(what, percentile(meanwhile, 95), 150, "ms", 0),
        Row(f"… of {len(meanwhile):,} answers, the longest", "–", f"{max(meanwhile):.0f} ms", True),
        Row.at_most("… answers lost", lost(server, crowd), 0, "answers", 0),
        Row.at_most(f"… reports that did not come, of {REPORTS} different ones", REPORTS - came, 0, "reports", 0),
        Row("… from the click to the first and to the last report", "–", f"{min(took):.1f} s, {max(took):.1f} s", True),
    ]


def between(crowd: Sequence[Answerer], begun: Sequence[int]) -> Iterator[float]:
    """The milliseconds of every answer since then."""
    for one, before in zip(crowd, begun, strict=True):
        yield from (seconds * 1000 for seconds in one.took[before:])


def kept_reports(server: Server, many: int) -> list[Person]:
    """That many people on the page of the report of the longest example, each with a project of their own."""
    store, content = server.store(), max(examples(), key=size).read_bytes()
    people = []
    for number, language in zip(range(many), cycle(LANGUAGES), strict=False):
        id_ = actions.bring_in(store, content, who="somebody", at=datetime.now(UTC))
        work = actions.look(store, id_)
        name, seen = f"Project {number}", work.value(actions.NAME)
        actions.answer(store, work, actions.NAME, name, seen=seen, who="somebody", at=datetime.now(UTC))
        people.append(Person(server.port, "report", {"lang": language, "assessment": id_}))
    store.close()
    return people
