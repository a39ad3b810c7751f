"""One answer in the browser: from the click until the page tells that it is saved, beside bare pages."""

import asyncio
import json
import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from assessment.store import Store
from tests.bench.crowd import begin, questions_of, the_stage
from tests.bench.measured import Row, percentile
from tests.bench.person import Person
from tests.bench.server import Server, running

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
BARE = "tests/bench/bare/page.py"
ROUNDS, WARM, ANSWERS = 40, 4, 4
#: Runs in the page: notes for each click how long it took until the page told that it had been saved.
STOPWATCH = """() => {
  let clicked = 0, last = document.querySelector('[data-saved]').dataset.saved;
  window.took = [];
  document.addEventListener('click', event => { clicked ||= event.timeStamp; }, true);
  new MutationObserver(() => {
    const now = document.querySelector('[data-saved]')?.dataset.saved;
    if (!clicked || !now || now === last) return;
    last = now;
    window.took.push(performance.now() - clicked);
    clicked = 0;
  }).observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-saved']});
}"""


def answers() -> Iterator[Row]:
    """Question after question of a stage in the browser, by turns with the same on bare pages."""
    with running() as gyda, running(BARE) as bare:
        id_ = begin(gyda.store(), 0)
        query = {"lang": "en", "assessment": id_, "stage": the_stage()}
        paths = [f"answers/{question}/level" for question in questions_of(the_stage())]
        keys = [f"{id_}:{path}" for path in paths]
        (bare.folder / "shape.json").write_text(json.dumps(asyncio.run(shape_of(gyda, query))), encoding="utf-8")
        addresses = [f"{gyda.address}/stage?{urlencode(query)}", bare.address, f"{bare.address}/?fragments=yes"]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            ours, plain, parted = times(browser, addresses, keys)
            browser.close()
        given = [number % ANSWERS for number in range(WARM + ROUNDS)]
        missing = sum(lost(gyda.store(), id_, path, given) for path in paths)
    yield Row.at_most(told("an answer in the browser: click → saved → shown", ours), percentile(ours, 95), 100, "ms", 0)
    yield beside("… beside a bare page with as many widgets", ours, plain, limit=1.3)
    yield beside("… beside the same in as many fragments", ours, parted)
    yield Row.at_most(f"… of {len(given) * len(paths)} clicks lost", missing, 0, "answers", 0)


def lost(store: Store, id_: str, path: str, given: Sequence[int]) -> int:
    """How many of the answers that were given at a path the history does not have, each in its place."""
    kept = [past.new for past in reversed(store.history(id_, path))]
    return sum(was != now for was, now in zip(given, kept, strict=False)) + abs(len(given) - len(kept))


def told(what: str, times: list[float]) -> str:
    """What was measured, with the middle of its times."""
    return f"{what}, p95 (half within {percentile(times, 50):.0f} ms)"


def beside(what: str, ours: list[float], theirs: list[float], limit: float | None = None) -> Row:
    """How much longer 95 of a hundred answers take than on a bare page; without a limit it is only told."""
    ratio = percentile(ours, 95) / percentile(theirs, 95)
    what = f"{what} ({percentile(theirs, 95):.0f} ms; half within {percentile(theirs, 50):.0f} ms)"
    return Row.at_most(what, ratio, limit, "times") if limit else Row(what, "–", f"{ratio:.2f} times", True)


async def shape_of(server: Server, query: dict[str, str]) -> list[tuple[bool, list[tuple[str, str, tuple[str, ...]]]]]:
    """The widgets of a page, fragment by fragment."""
    person = Person(server.port, "stage", query)
    await person.open()
    await person.close()
    drawn = groupby(person.widgets.items(), lambda one: one[1].fragment)
    return [(bool(fragment), [(key, one.kind, one.answers) for key, one in some]) for fragment, some in drawn]


def times(browser: Browser, addresses: list[str], keys: list[str]) -> list[list[float]]:
    """The milliseconds of each click on each of the pages, which take turns; the first rounds are not counted."""
    pages = [ready(browser, address) for address in addresses]
    for number in range(WARM + ROUNDS):
        for page in pages:
            for key in keys:
                click(page, key, number % ANSWERS)
    return [page.evaluate("window.took")[WARM * len(keys) :] for page in pages]


def ready(browser: Browser, address: str) -> Page:
    """A page that is open and quiet, with the stopwatch in it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.locator("[data-saved]").wait_for(state="attached")
    page.wait_for_timeout(2000)
    page.evaluate(STOPWATCH)
    return page


def click(page: Page, key: str, answer: int) -> None:
    """Choose an answer of a question, wait until it is shown, and let the page come to rest."""
    before = page.evaluate("window.took.length")
    page.locator(f".st-key-{css_name(key)}").locator("label:has(input)").nth(answer).click()
    page.wait_for_function("before => window.took.length > before", arg=before, polling=20)
    page.wait_for_timeout(50)  # what the page still does after that is not the next answer's


def css_name(key: str) -> str:
    """A key as Streamlit makes a class name of it."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in key)
