"""The real app in a real browser: one server and one Chromium for all browser tests of a process."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.kept_data import Data

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
#: How long a busy machine may take for a step, in milliseconds; an idle one needs a tenth of it.
PATIENCE = int(os.environ.get("GYDA_PATIENCE", 30_000))
expect.set_options(timeout=PATIENCE)
#: Streamlit asks for these under the path of a page that is opened directly, and falls back to the root.
PROBES = ("/_stcore/health", "/_stcore/host-config")


@dataclass
class Seen:
    """What a page did that it should not have done."""

    base: str
    faults: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note every console error, policy violation, page error and request to another host."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location.get("url", "").endswith(PROBES):
            self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, self.base.replace("http", "ws"), "data:", "blob:")):
            self.faults.append(f"request to another host: {request.url}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Server:
    """A running app with a data folder of its own; its log is kept in a file, so that a full pipe never stops it."""

    def __init__(self, script: str, folder: Path | None = None, port: int = 0, database: str = "") -> None:
        self.port = port or free_port()
        self.database = database
        self.address = f"http://127.0.0.1:{self.port}"
        self._own = None if folder else TemporaryDirectory(prefix="gyda-browser-", ignore_cleanup_errors=True)
        self.data = Data(folder or Path(self._own.name) / "data")
        self._log = TemporaryFile("w+")  # noqa: SIM115  it lives as long as the server
        self._process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, f"--server.port={self.port}", "--server.headless=true"],
            cwd=ROOT,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            env=self._environment(),
        )

    def _environment(self) -> dict[str, str]:
        """No other database than the folder's or the one that is named, and the tests' own modules."""
        others = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        if self.database:
            others["DATABASE_URL"] = self.database
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        return {**others, "GYDA_DATA": str(self.data.folder), "PYTHONPATH": path}

    def log(self) -> str:
        """Everything that the app has written to the terminal."""
        self._log.seek(0)
        return self._log.read()

    def __enter__(self) -> "Server":
        for _ in range(PATIENCE // 200):
            if self._process.poll() is not None:
                pytest.fail(f"Gyda did not start:\n{self.log()}", pytrace=False)
            try:
                urlopen(f"{self.address}/_stcore/health", timeout=1).close()
                return self
            except OSError:
                time.sleep(0.2)
        pytest.fail(f"Gyda did not answer:\n{self.log()}", pytrace=False)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        self._log.close()
        if self._own:
            self._own.cleanup()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(timeout=10)


@pytest.fixture(scope="session")
def gyda() -> Iterator[Server]:
    """A running Gyda."""
    with Server("app.py") as server:
        yield server


@pytest.fixture(scope="session")
def base(gyda: Server) -> str:
    """Its address."""
    return gyda.address


@pytest.fixture(scope="session")
def data(gyda: Server) -> Data:
    """What it keeps, to put something there and to look."""
    return gyda.data


@pytest.fixture(autouse=True)
def _nothing_is_kept(gyda: Server) -> None:
    """A test finds the app as it is for somebody who has just set it up."""
    gyda.data.clear()


@pytest.fixture(scope="session")
def debian() -> Iterator[BrowserType]:
    """Debian's Chromium, to be started."""
    if CHROMIUM is None:
        pytest.fail("The browser tests need Chromium. Type: sudo apt install chromium", pytrace=False)
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def chromium(debian: BrowserType) -> Iterator[Browser]:
    """A browser for tests that need more than one visitor, or another server."""
    browser = debian.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def visit(base: str, debian: BrowserType) -> Iterator[BrowserContext]:
    """One visitor, whose browser keeps the app's files between tests, and keeps them compiled, as browsers do."""
    with TemporaryDirectory(prefix="gyda-visitor-", ignore_cleanup_errors=True) as folder:
        context = debian.launch_persistent_context(
            folder, executable_path=CHROMIUM, args=ARGUMENTS, base_url=base, locale="en-GB", reduced_motion="reduce"
        )
        yield context
        context.close()


@pytest.fixture
def page(base: str, visit: BrowserContext) -> Iterator[Page]:
    """A fresh page without cookies; the test fails if it logs an error, breaks the policy or asks another host."""
    visit.clear_cookies()
    page = visit.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    seen = Seen(base)
    seen.watch(page)
    yield page
    page.close()
    assert not seen.faults, "\n".join(seen.faults)
