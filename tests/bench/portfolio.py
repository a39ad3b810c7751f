"""A portfolio of 10,000 projects: seen, filtered in the browser, taken out and brought in; and how its cost grows."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any
from urllib.parse import urlencode

import psutil
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import event

from assessment import library
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.mix import LIKE
from assessment.core.portfolio.portrait import bands_apart
from assessment.pictures.portfolio.overview import overview as words_of
from assessment.portfolio import bringing, demo, taking_out
from assessment.portfolio.files import File
from assessment.portfolio.showing import catch_up
from assessment.store import Store
from assessment.store.portfolio import mixing, overview
from tests.bench.measured import Row, percentile, seconds
from tests.bench.server import ROOT, running
from tests.bench.starts import ARGUMENTS

MANY, SEED, TIMES = 10_000, 1, 7
ROWS = 10_700
"""So many projects have 10,000 on the rubric of today: some are on an older one."""
RUBRIC = "involvement/1"
CLICKS, WARM = 22, 4
PRESSED = ", ".join(f".st-key-filter-{name} button" for name in LIKE)
GROUPS = 5
TODAY = date(2026, 11, 25)
#: Runs in the page: notes for each click how long it took until the page tells of other projects and is at rest.
STOPWATCH = """() => {
  const told = () => document.querySelector('.st-key-looking-told')?.textContent;
  const app = document.querySelector('[data-test-script-state]');
  let clicked = 0, before = '';
  window.took = [];
  document.addEventListener('click', event => { clicked = event.timeStamp; before = told(); }, true);
  new MutationObserver(() => {
    if (!clicked || app.dataset.testScriptState !== 'notRunning' || !told() || told() === before) return;
    window.took.push(performance.now() - clicked);
    clicked = 0;
  }).observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
}"""


@contextmanager
def kept(projects: int) -> Iterator[Path]:
    """A folder with this many invented projects."""
    with TemporaryDirectory(prefix="gyda-bench-") as name:
        fill(Path(name), projects)
        yield Path(name)


def fill(folder: Path, projects: int) -> None:
    """Put invented projects into a data folder, in a process of their own."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "-m", "assessment", "demo", "--projects", str(projects), "--seed", str(SEED)]
    subprocess.run(command, cwd=ROOT, env={**kept, "GYDA_DATA": str(folder)}, check=True, capture_output=True)


def opened(folder: Path) -> Store:
    """What a folder keeps."""
    return Store.open(f"sqlite:///{folder / 'gyda.db'}")


def everything_said(store: Store) -> None:
    """All that the server does for the overview of every project as nobody has asked for it yet, but for drawing it."""
    store.counted.forget()
    rubric, cut = library.find(RUBRIC), Cut(rubric=RUBRIC)
    catch_up(store)
    mixing.mix(store, Cut())
    found = overview.overview(
        store, cut, stages=rubric.order, values=rubric.columns, apart=bands_apart(rubric), groups=GROUPS
    )
    words_of(rubric, found, "en")


def seen() -> Iterator[Row]:
    """The overview in the server, beside its own questions to the database; and a filter in the browser."""
    with running() as gyda:
        fill(gyda.folder, MANY)
        with closing(opened(gyda.folder)) as store:
            asked = questions(store)
            took = seconds(lambda: everything_said(store), TIMES)
        with closing(sqlite3.connect(gyda.folder / "gyda.db")) as connection:
            bare = seconds(lambda: [connection.execute(*one).fetchall() for one in asked], TIMES)
        yield Row.at_most(f"overview of {MANY:,} projects, in the server", took, 0.3, "s")
        yield Row.at_most(f"… beside the same questions in SQLite alone ({bare:.3f} s)", took / bare, 2, "times")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            address = f"{gyda.address}/portfolio?{urlencode({'lang': 'en', 'rubric': RUBRIC})}"
            waits = filtered(browser, address)
            browser.close()
        what = f"a filter of {MANY:,} projects in the browser: click → shown, p95 of {CLICKS}"
        half = f"{what} (half within {percentile(waits, 50):.0f} ms)"
        yield Row.at_most(half, percentile(waits, 95), 300, "ms", 0)
        yield Row.at_most("… the server afterwards", gyda.megabytes(), 1000, "MB", 0)


def questions(store: Store) -> list[tuple[str, Any]]:
    """What the overview asks the database, as it is asked."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    everything_said(store)
    event.remove(store.engine, "before_cursor_execute", note)
    return asked


def filtered(browser: Browser, address: str) -> list[float]:
    """The milliseconds of each click on a choice of the filter; the first ones are not counted."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.locator(".st-key-filter summary").click()
    page.locator(".st-key-filter-kind button").first.wait_for()
    page.wait_for_timeout(2000)
    page.evaluate(STOPWATCH)
    for number in range(WARM + CLICKS):
        choose(page, number)
    took: list[float] = page.evaluate("window.took")
    return took[WARM:]


def choose(page: Page, number: int) -> None:
    """Press one choice after the other, on and off again, and let the page come to rest.

    Kinds of organisation, levels, kinds of problem: each time one that nobody has asked for before.
    """
    before = page.evaluate("window.took.length")
    choices = page.locator(PRESSED)
    choices.nth(number // 2 % choices.count()).click()
    page.wait_for_function("before => window.took.length > before", arg=before, polling=20)
    page.wait_for_timeout(100)


@dataclass
class Steps:
    """How long each step of bringing in took."""

    last: str = ""
    began: float = field(default_factory=perf_counter)
    took: dict[str, float] = field(default_factory=dict)

    def tell(self, step: str, _done: int = 0, _all: int = 0) -> None:
        """Hear that a step has begun, or goes on."""
        now = perf_counter()
        self.took[self.last] = self.took.get(self.last, 0.0) + now - self.began
        self.last, self.began = step, now


def moved() -> Iterator[Row]:
    """10,000 assessments out as a workbook, and the same into an empty portfolio."""
    with kept(ROWS) as full, TemporaryDirectory(prefix="gyda-bench-") as empty:
        cut = Cut(rubric=RUBRIC, drafts=True)
        with closing(opened(full)) as store:
            start = perf_counter()
            workbook = taking_out.take_out(store, cut, taking_out.XLSX, "en", on=TODAY)
            out = perf_counter() - start
        with closing(opened(Path(empty))) as store:
            steps = Steps()
            start, busy = perf_counter(), process_time()
            preview = bringing.look_at(store, [File("all.xlsx", lambda: workbook)], steps.tell)
            taken = bringing.take_in(store, preview, bringing.Terms(), at=datetime.now(UTC), tell=steps.tell)
            into, busy = perf_counter() - start, process_time() - busy
            steps.tell("")
    rows = len(taken.ids)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Row.at_most(f"{rows:,} assessments out as a workbook of {len(workbook) / 1e6:.0f} MB", out, 10, "s", 1)
    parts = ", ".join(f"{name} {took:.1f} s" for name, took in steps.took.items() if name)
    yield Row.at_most(f"… and in again: {parts}; the processor {busy:.1f} s", into, 20, "s", 1)
    yield Row.at_most("… the whole process at its largest", peak, 1000, "MB", 0)
    yield Row("… assessments brought in", "at least 10,000", f"{rows:,}", rows >= MANY)


def grown() -> Iterator[Row]:
    """What a project costs in a portfolio of 1,000, of 10,000 and of 100,000."""
    costs: dict[int, float] = {}
    views: dict[int, float] = {}
    largest = 0.0
    for projects in (1_000, 10_000, 100_000):
        with TemporaryDirectory(prefix="gyda-bench-") as folder, closing(opened(Path(folder))) as store:
            start = process_time()
            demo.make(store, library.find(RUBRIC), projects, SEED, at=datetime.now(UTC))
            costs[projects] = (process_time() - start) / projects * 1000
            views[projects] = seconds(lambda: everything_said(store), 3)
            largest = max(largest, psutil.Process().memory_info().rss / 2**20)
    yield Row.at_most("overview of 100,000 projects, in the server", views[100_000], 4, "s")
    yield straight("… a project's part of it", {size: view / size * 1e6 for size, view in views.items()}, "µs")
    yield straight("inventing a project and taking it in, in the processor's time", costs, "ms")
    yield Row.at_most("… the process after the last of them", largest, 1000, "MB", 0)


def straight(what: str, costs: Mapping[int, float], unit: str) -> Row:
    """That one of 100,000 costs no more than half as much again as one of 10,000 or of 1,000."""
    told = ", ".join(f"{cost:.1f} {unit} of {size:,}" for size, cost in costs.items())
    return Row.at_most(
        f"{what}: {told}; the last beside the dearest before", _ratio(list(costs.values())), 1.5, "times"
    )


def _ratio(costs: list[float]) -> float:
    return costs[-1] / max(costs[:-1])
