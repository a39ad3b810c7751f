"""Making reports in a process of its own, so that nobody else waits while one is laid out.

Not by multiprocessing, which would run the app's script again in the child and outlive the app.
"""

import json
import logging
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock, Timer

from assessment import answers_file
from assessment.core.assessment import Assessment
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.rubric import Rubric
from assessment.library import whole
from reports.choice import Choice
from reports.submission import DRAFT, Submission

ROOT = Path(__file__).parents[1]
PATIENCE = 120.0
"""Seconds that one report may take; a long one takes two."""
LIFE = 200
"""Reports that one process makes before another takes its place, so that nothing can pile up in it."""
LEAVING = 5.0
"""Seconds that a process has to put its things away before it is made to go."""
log = logging.getLogger("gyda")


class NotMade(BadInput):
    """A report could not be made, through no fault of the person's."""

    retry = True

    def __init__(self) -> None:
        wrong = Message(N_("The report could not be made just now. Nothing that was saved is lost."))
        super().__init__(Fault("", wrong, Message(N_("Try again. If it happens again, start Gyda again."))))


class Press:
    """One process that makes one report at a time; a new one where the old one has gone or has made enough."""

    def __init__(self, patience: float = PATIENCE, life: int = LIFE) -> None:
        self._patience, self._life = patience, life
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        self._lock = Lock()

    def make(self, rubric: Rubric, assessment: Assessment, choice: Choice, submission: Submission = DRAFT) -> bytes:
        """The same bytes as `reports.render`. NotMade."""
        line = order(rubric, assessment, choice, submission)
        with self._lock:
            process = self._ready()
            clock = Timer(self._patience, process.terminate)
            clock.start()
            try:
                return self._asked(process, line)
            except (OSError, ValueError) as error:
                log.warning("no report: %s", type(error).__name__)
                self._end()
                raise NotMade from error
            finally:
                clock.cancel()

    def close(self) -> None:
        """End the process; a report that is being made is given up, so that nothing waits for it."""
        if process := self._process:
            process.terminate()
        with self._lock:
            self._end()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._made >= self._life:
            self._end()
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-m", "reports.worker"]
            # A session of its own: Ctrl+C in the terminal is for the app, which then closes the press.
            self._process = subprocess.Popen(  # noqa: S603  our own module, with nothing of a person's in it
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
            self._made = 0
        return self._process

    def _asked(self, process: subprocess.Popen[bytes], line: bytes) -> bytes:
        assert process.stdin
        assert process.stdout
        process.stdin.write(line)
        process.stdin.flush()
        head = json.loads(process.stdout.readline())
        pdf = process.stdout.read(head["bytes"])
        self._made += 1
        if head["failed"] or len(pdf) != head["bytes"]:
            log.error("no report: %s", head["failed"])
            raise ValueError
        return pdf

    def _end(self) -> None:
        """Its input ends, and so does it: at once, but not before it has put its things away."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin
        with suppress(OSError):
            process.stdin.close()
        try:
            process.wait(LEAVING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def order(rubric: Rubric, assessment: Assessment, choice: Choice, submission: Submission) -> bytes:
    """What the process is asked: one line. The same line makes the same report."""
    said = {
        "rubric": whole(rubric),
        "assessment": answers_file.plain(assessment),
        "submission": submission.plain,
        **choice.plain,
    }
    return json.dumps(said).encode() + b"\n"


@cache
def the_press() -> Press:
    """The press of this app."""
    return Press()
