"""The process that makes reports, as the app sees it: started when it is needed, watched while it works, ended.

Not by multiprocessing, which would run the app's script again in the child and outlive the app.
"""

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from time import monotonic
from typing import Final

from reports.progress import Making

ROOT: Final = Path(__file__).parents[1]
PATIENCE: Final = 120.0
"""Seconds that one report may take; a long one takes two."""
SILENCE: Final = 45.0
"""Seconds without a word after which a process is taken to hang; on an idle machine it is silent for one at most."""
LIFE: Final = 200
"""Reports that one process makes before another takes its place, so that nothing can pile up in it."""
LEAVING: Final = 5.0
"""Seconds that a process has to put its things away before it is made to go."""
PIECE: Final = 1 << 16
"""Bytes that are taken or given at a time."""
log = logging.getLogger("gyda")


class Unheard(OSError):
    """The process went, or hung, before it had taken in what it was asked for."""


class Answer:
    """What comes from the process for one order: news, a line that says how much follows, and the report."""

    def __init__(self, hear: Callable[[Making], None]) -> None:
        self._hear, self._piece = hear, b""
        self._bytes: int | None = None
        self._failed = ""
        self.begun = False

    @property
    def whole(self) -> bool:
        """Whether all of it is here."""
        return self._bytes is not None and len(self._piece) >= self._bytes

    def take(self, piece: bytes) -> None:
        """Take in what has come. BrokenPipeError if nothing will come any more."""
        if not piece:
            raise BrokenPipeError
        self._piece += piece
        while self._bytes is None and b"\n" in self._piece:
            line, self._piece = self._piece.split(b"\n", 1)
            self.begun, told = True, json.loads(line)
            if "bytes" in told:
                self._bytes, self._failed = told["bytes"], told["failed"]
            else:
                self._hear(Making(**told))

    def report(self) -> bytes:
        """The report. ValueError if there is none, or not as long as was said."""
        if self._failed or len(self._piece) != self._bytes:
            log.error("no report: %s", self._failed)
            raise ValueError
        return self._piece


class Worker:
    """One process that makes one report at a time; a new one where the old one has gone or has made enough."""

    def __init__(self, patience: float = PATIENCE, silence: float = SILENCE, life: int = LIFE) -> None:
        self.patience, self.silence, self._life = patience, silence, life
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        self._stopped = False

    def make(self, line: bytes, hear: Callable[[Making], None]) -> bytes:
        """The report that a line asks for. OSError if the process went or hung, ValueError if it failed.

        Where it has not even begun, another one is asked, once.
        """
        end = monotonic() + self.patience
        try:
            try:
                return self._asked(line, hear, end)
            except Unheard:
                self.end()
                return self._asked(line, hear, end)
        except (OSError, ValueError):
            self.end()
            raise

    def stop(self) -> None:
        """Give up what is being made, from another thread; until `end` nothing else is begun."""
        self._stopped = True
        if process := self._process:
            process.terminate()

    def end(self) -> None:
        """Its input ends, and so does it: at once, but not before it has put its things away."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin
        assert process.stdout
        with suppress(OSError):
            process.stdin.close()
        process.terminate()
        # One that was stopped hears nothing else before it goes on.
        process.send_signal(signal.SIGCONT)
        try:
            process.wait(LEAVING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def begin_again(self) -> None:
        """After `stop`: orders are taken as before."""
        self._stopped = False

    def _asked(self, line: bytes, hear: Callable[[Making], None], end: float) -> bytes:
        process, answer = self._ready(), Answer(hear)
        try:
            # Whoever stopped it may have found no process yet.
            if self._stopped:
                raise BrokenPipeError
            self._talk(process, line, answer, end)
        except OSError as error:
            if answer.begun or self._stopped:
                raise
            raise Unheard from error
        self._made += 1
        return answer.report()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process and (self._made >= self._life or self._process.poll() is not None):
            self.end()
        if self._process is None:
            # A group of its own: Ctrl+C in the terminal is for the app, which then closes the press. But no session of
            # its own: Linux shares the processors out by session first, and then its niceness would count for nothing.
            self._process = subprocess.Popen(
                [sys.executable, "-m", "reports.worker"],
                cwd=ROOT,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                process_group=0,
            )
            assert self._process.stdin
            # One that reads nothing must not hold up whoever writes.
            os.set_blocking(self._process.stdin.fileno(), False)
            self._made = 0
        return self._process

    def _talk(self, process: subprocess.Popen[bytes], line: bytes, answer: Answer, end: float) -> None:
        """Give it the order and take its answer, both as fast as it can. TimeoutError if it is silent or slow."""
        assert process.stdin
        assert process.stdout
        rest = memoryview(line)
        with DefaultSelector() as pipes:
            pipes.register(process.stdout, EVENT_READ)
            pipes.register(process.stdin, EVENT_WRITE)
            while not answer.whole:
                ready = pipes.select(max(min(self.silence, end - monotonic()), 0))
                if not ready:
                    raise TimeoutError
                for key, _ in ready:
                    if key.fileobj is process.stdout:
                        answer.take(os.read(key.fd, PIECE))
                    else:
                        rest = rest[os.write(key.fd, rest[:PIECE]) :]
                        if not rest:
                            pipes.unregister(process.stdin)
