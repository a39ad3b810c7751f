"""The server is killed between answers, fifty times: whether what the page had shown as saved is there."""

from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from tests.bench.measured import Row
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.killing import kills

KILLS = 50


def fifty() -> Iterator[Row]:
    """A browser that answers, a server that is killed (SIGKILL) as soon as the page says that it is saved."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        missing = kills(KILLS, browser)
        browser.close()
    yield Row.at_most(f"answers shown as saved that {KILLS} killed servers lost", len(missing), 0, "answers", 0)
