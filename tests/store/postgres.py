"""A PostgreSQL server for the tests: from Debian's package, socket only, as an unprivileged user, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

USER = "gyda"
MISSING = "PostgreSQL is missing. Please type:\n\n  sudo apt install postgresql\n\nNo server has to be running."
QUICK = ("fsync=off", "full_page_writes=off", "listen_addresses=", "max_connections=100", "shared_buffers=16MB")


def programs():
    """The folder of PostgreSQL's programs, the newest release first; Debian keeps them out of the path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name.zfill(4))[::-1]
    if told := shutil.which("pg_config"):
        found = subprocess.run([told, "--bindir"], capture_output=True, text=True)
        folders.append(Path(found.stdout.strip()))
    if there := shutil.which("initdb"):
        folders.append(Path(there).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def unprivileged():
    """Who runs the server: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def serving() -> Iterator[Path]:
    """The folder of a running server's socket."""
    if (bin_ := programs()) is None:
        pytest.fail(MISSING, pytrace=False)
    user = unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="gyda-pg-"))  # short, as a socket's path must be
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    run = {"user": user, "cwd": folder, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}}
    make = [bin_ / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    made = subprocess.run(make, capture_output=True, text=True, **run)
    assert made.returncode == 0, made.stderr
    settings = [part for setting in QUICK for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([bin_ / "postgres", "-D", data, "-k", folder, *settings], stderr=log, **run)
    try:
        wait_until_ready(bin_, folder)
        yield folder
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)
        shutil.rmtree(folder)


def wait_until_ready(bin_, folder):
    """Wait for the server to take connections, or say what it said."""
    end = time.monotonic() + 30
    while subprocess.run([bin_ / "pg_isready", "-q", "-h", folder, "-U", USER]).returncode != 0:
        assert time.monotonic() < end, (folder / "log").read_text()
        time.sleep(0.05)
