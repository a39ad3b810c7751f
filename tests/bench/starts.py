"""How long a person waits for something that has just been started."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from tests.bench.measured import Row, seconds
from tests.bench.server import PATIENCE, ROOT, free_port, wait_for

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TIMES = 5


def command_line() -> Iterator[Row]:
    """`score` of one file, from nothing to the last byte."""
    example = sorted((ROOT / "examples").glob("*.yaml"))[0]
    command = [sys.executable, "-m", "assessment", "score", str(example), "--format", "json"]
    took = seconds(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True), TIMES)
    yield Row.at_most("`score` of one file, from a cold start", took, 1, "s")


def first_page() -> Iterator[Row]:
    """From the command to the first words on the page, beside Streamlit's own demonstration."""
    hello = [sys.executable, "-m", "streamlit", "hello", "--server.headless", "true", "--server.port", "{port}"]
    gyda = ["make", "-s", "run", "GYDA_PORT={port}"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        waits = [(until_words(browser, gyda), until_words(browser, hello)) for _ in range(TIMES)]
        browser.close()
    ours, theirs = (min(side) for side in zip(*waits, strict=True))
    yield Row.at_most("first words on the page after `make run`, once installed", ours, 3, "s")
    yield Row.at_most(f"… beside `streamlit hello` ({theirs:.2f} s)", ours / theirs, 1.3, "times")


def until_words(browser: Browser, command: list[str]) -> float:
    """Seconds from starting a server to a heading in a browser that is already open."""
    port = free_port()
    words = [word.format(port=port) for word in command]
    data = TemporaryDirectory(prefix="gyda-bench-")
    environment = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true", "GYDA_DATA": data.name}
    start = perf_counter()
    server = subprocess.Popen(
        words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_for(port)
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        page.get_by_role("heading", level=1).first.wait_for(timeout=PATIENCE * 1000)
        took = perf_counter() - start
        context.close()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=PATIENCE)
        data.cleanup()
    return took
