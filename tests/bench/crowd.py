"""Many people who answer at once, over Streamlit's own protocol, and what each leaves in the server's memory.

The people are a process of their own on the same machine as the server: they share its processors.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from random import Random
from time import perf_counter

from assessment import actions
from assessment.core.terms import Status
from assessment.store import Store
from assessment.ui.languages import LANGUAGES
from tests.bench import invented
from tests.bench.measured import Row, percentile
from tests.bench.person import Person
from tests.bench.server import Server, running

PEOPLE, EVERY, MINUTE = 200, 5.0, 60.0
OPENING_AT_ONCE = 4
#: The server collects its garbage twice a minute.
COLLECTED = 35.0


@dataclass
class Answerer:
    """A person with a stage open, who answers some of its questions over and over."""

    person: Person
    id: str
    questions: Sequence[str]
    #: What the page showed as kept.
    given: dict[str, list[int]] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    refused: int = 0

    async def answer(self) -> None:
        """Give the next answer: question after question, and each time another level."""
        path = f"answers/{self.questions[len(self.took) % len(self.questions)]}/level"
        key, levels = f"{self.id}:{path}", list(invented.rubric().scale.levels)
        sentences = self.person.widgets[key].answers[: len(levels)]
        now = self.person.chosen(key)
        at = (sentences.index(now) + 1) % len(levels) if now in sentences else 0
        self.took.append(await self.person.choose(key, sentences[at]))
        if f"again:{key}" in self.person.drawn:
            self.refused += 1  # the page says that it could not be kept yet, with a button to try again
        else:
            self.given.setdefault(path, []).append(levels[at])

    async def keep_answering(self, start: float, until: float) -> None:
        """Answer every few seconds, beginning at a moment of one's own. Who waits longer than that is not hurried."""
        due = start
        while due < until:
            await asyncio.sleep(max(due - perf_counter(), 0))
            await self.answer()
            due += EVERY


def people() -> Iterator[Row]:
    """200 people for two minutes, each with an answer every 5 s."""
    with running() as server:
        yield from asyncio.run(two_minutes(server))


async def two_minutes(server: Server) -> list[Row]:
    """Open all pages, answer for two minutes, and see whether the store has every answer."""
    crowd = kept_assessments(server, PEOPLE)
    await open_pages(crowd[:1])
    empty = await settled(server)
    await open_pages(crowd[1:])
    sizes = [await settled(server)]
    for minute in range(2):
        random, start = Random(minute), perf_counter()
        await asyncio.gather(*(one.keep_answering(start + random.random() * EVERY, start + MINUTE) for one in crowd))
        sizes.append(await settled(server))
    took = [seconds * 1000 for one in crowd for seconds in one.took]
    opened, half, end = sizes
    typical, most = percentile(took, 50), percentile(took, 95)
    what = f"an answer while {PEOPLE} people answer every {EVERY:.0f} s, of 95 in 100 (half: {typical:.0f} ms)"
    return [
        Row.at_most(what, most, 150, "ms", 0),
        Row.at_most(f"… lost of {len(took):,} answers", lost(server, crowd), 0, "answers", 0),
        Row.at_most(
            "… that had to be tried again, as the page said", sum(one.refused for one in crowd), 0, "answers", 0
        ),
        Row.at_most(f"… a page that is open, in the server (from {empty:.0f} MB)", (opened - empty) / PEOPLE, 1, "MB"),
        Row.at_most("… what the second minute of answering leaves there", end - half, 10, "MB", 1),
    ]


def kept_assessments(server: Server, many: int) -> list[Answerer]:
    """That many people, none of whom has opened a page yet: two at each assessment, one in each language.

    Every assessment is one in which nearly everything has been answered before.
    """
    rubric, store, stage = invented.rubric(), server.store(), the_stage()
    questions, together = questions_of(stage), len(LANGUAGES)
    share = len(questions) // together
    files = [(assessment, rubric) for assessment in invented.assessments(rubric, -(-many // together))]
    ids = actions.bring_in_all(store, files, who="somebody", at=datetime.now(UTC))
    for id_ in ids:
        put_under_way(store, id_)
    places = [(id_, language, at) for id_ in ids for at, language in enumerate(LANGUAGES)]
    store.close()
    return [
        Answerer(
            Person(server.port, "stage", {"lang": language, "assessment": id_, "stage": stage}),
            id_,
            questions[at * share : (at + 1) * share],
        )
        for id_, language, at in places[:many]
    ]


async def open_pages(crowd: Sequence[Answerer]) -> None:
    """Everybody opens their page, a few at a time."""
    door = asyncio.Semaphore(OPENING_AT_ONCE)

    async def come_in(one: Answerer) -> None:
        async with door:
            await one.person.open()

    await asyncio.gather(*(come_in(one) for one in crowd))


async def settled(server: Server) -> float:
    """The server's megabytes once it has had the time to collect its garbage."""
    await asyncio.sleep(COLLECTED)
    return server.megabytes()


def put_under_way(store: Store, id_: str) -> None:
    """Say that the stage has begun, so that all of it is asked."""
    path = f"stages/{the_stage()}/status"
    work = actions.look(store, id_)
    actions.answer(
        store, work, path, Status.UNDER_WAY.value, seen=work.value(path), who="somebody", at=datetime.now(UTC)
    )


def begin(store: Store, number: int) -> str:
    """A project in which one stage is under way and nothing is answered. Its id."""
    said = {actions.NAME: f"Project {number}", f"stages/{the_stage()}/status": Status.UNDER_WAY.value}
    now = datetime.now(UTC)
    return actions.begin(
        store, invented.rubric(), said, language=LANGUAGES[0], today=date(2026, 11, 22), who="somebody", at=now
    )


def the_stage() -> str:
    """The stage that is answered."""
    return invented.rubric().order[1]


def questions_of(stage: str) -> list[str]:
    """What a stage asks."""
    return [item.id for item in invented.rubric().items if item.stage == stage]


def lost(server: Server, crowd: Sequence[Answerer]) -> int:
    """How many answers the history does not have, each in its place."""
    store = server.store()
    found = sum(missing(store, one) for one in crowd)
    store.close()
    return found


def missing(store: Store, one: Answerer) -> int:
    """How many of a person's answers the history does not have, in the order they were given."""
    lacking = 0
    for path, given in one.given.items():
        kept = [past.new for past in reversed(store.history(one.id, path))][-len(given) :]
        lacking += sum(was != now for was, now in zip(given, kept, strict=False)) + len(given) - len(kept)
    return lacking
