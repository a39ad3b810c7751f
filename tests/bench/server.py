"""A server of our own for one measurement, with a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import psutil

from assessment.store import Store

ROOT = Path(__file__).parents[2]
GYDA = "app.py"
PATIENCE = 60


@dataclass(frozen=True)
class Server:
    """A running app: where it is, its data folder, its process."""

    port: int
    folder: Path
    process: psutil.Process

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.port}"

    def store(self) -> Store:
        """What it keeps."""
        return Store.open(f"sqlite:///{self.folder / 'gyda.db'}")

    def megabytes(self) -> float:
        """How large its process is."""
        return self.process.memory_info().rss / 2**20

    def busy(self) -> float:
        """Seconds that it has kept a processor busy."""
        times = self.process.cpu_times()
        return times.user + times.system


@contextmanager
def running(script: str = GYDA) -> Iterator[Server]:
    """A server of this script, with nothing in its store, for as long as it is needed."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    with TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment = {**kept, "STREAMLIT_SERVER_HEADLESS": "true", "GYDA_DATA": folder, "PYTHONPATH": str(ROOT)}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **quiet)
        try:
            wait_for(port)
            yield Server(port, Path(folder), psutil.Process(process.pid))
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody answers on this port of this machine."""
    end = perf_counter() + PATIENCE
    while perf_counter() < end:
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.01)
    raise TimeoutError(f"nothing answered on port {port} within {PATIENCE} s")
