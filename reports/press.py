"""Making reports apart, one at a time, so that nobody else waits while one is laid out.

Whoever asks stands in a line of persons. What has been made lies on a shelf for whoever asks for the same.
"""

import json
import logging
from functools import cache, partial
from hashlib import sha256
from threading import Condition, Thread

from assessment import answers_file
from assessment.core.assessment import Assessment
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.rubric import Rubric
from assessment.library import whole
from reports.board import Board
from reports.choice import Choice
from reports.process import LIFE, PATIENCE, SILENCE, Worker
from reports.progress import Hear, Making, News
from reports.shelf import ROOM, Shelf
from reports.submission import DRAFT, Submission
from reports.turns import Order, Turns

log = logging.getLogger("gyda")


class NotMade(BadInput):
    """A report could not be made, through no fault of the person's."""

    retry = True

    def __init__(self) -> None:
        wrong = Message(N_("The report could not be made just now. Nothing that was saved is lost."))
        super().__init__(Fault("", wrong, Message(N_("Try again. If it happens again, start Gyda again."))))


def nobody(_: News) -> None:
    """Whoever does not want to hear how far a report is."""


class Press:
    """Takes orders from many threads at once, and has them made by one process, one after the other."""

    def __init__(
        self, patience: float = PATIENCE, life: int = LIFE, silence: float = SILENCE, room: int = ROOM
    ) -> None:
        self._worker = Worker(patience, silence, life)
        self._shelf, self._turns = Shelf(room), Turns()
        self._changed = Condition()
        self._thread: Thread | None = None

    def make(
        self,
        rubric: Rubric,
        assessment: Assessment,
        choice: Choice,
        submission: Submission = DRAFT,
        *,
        room: int | None = None,
        person: str = "",
        tell: Hear = nobody,
    ) -> bytes:
        """The same bytes as `reports.render`. NotMade.

        `person` has one place in the line, however many reports they ask for. `tell` hears, here and before this
        returns, how many reports come first and how far this one is; what it raises ends the waiting.
        """
        return self._made(order(rubric, assessment, choice, submission, room), person, tell)

    def make_board(self, board: Board, *, person: str = "", tell: Hear = nobody) -> bytes:
        """The same bytes as `reports.pdf.render_board`; otherwise as `make`. NotMade."""
        return self._made(json.dumps({"board": board.plain}).encode() + b"\n", person, tell)

    def _made(self, line: bytes, person: str, tell: Hear) -> bytes:
        key = sha256(line).hexdigest()
        with self._changed:
            if (pdf := self._shelf.get(key)) is not None:
                return pdf
            if self._thread is None:
                thread = Thread(target=self._work, name="press", daemon=True)
                thread.start()  # it looks for work once this has been put down
                self._thread = thread
            asked = self._turns.join(key, line, person)
        try:
            return self._awaited(asked, tell)
        finally:
            with self._changed:
                self._turns.leave(asked)
                self._changed.notify_all()

    def close(self) -> None:
        """End the process; what is being made or waited for is given up, so that nothing waits for it."""
        self._worker.stop()
        with self._changed:
            self._turns.give_up()
            self._changed.notify_all()
            thread = self._thread
        if thread:
            thread.join()
        self._worker.end()
        self._worker.begin_again()

    def _awaited(self, asked: Order, tell: Hear) -> bytes:
        """The report, once it has been made; until then, whatever is new of it."""
        told: News | None = None
        while True:
            with self._changed:
                while not asked.over and self._turns.news(asked) == told:
                    self._changed.wait()
                if asked.over:
                    break
                told = self._turns.news(asked)
            tell(told)
        if asked.pdf is None:
            raise NotMade
        return asked.pdf

    def _work(self) -> None:
        """Have made what is waited for, until nobody waits any more."""
        while begun := self._next():
            pdf = None
            try:
                pdf = self._worker.make(begun.line, partial(self._hear, begun))
            except Exception as error:  # whatever it was, those who wait must not do so for ever
                log.warning("no report: %s", type(error).__name__)
            with self._changed:
                if pdf is not None:
                    self._shelf.put(begun.key, pdf)
                self._turns.finish(begun, pdf)
                self._changed.notify_all()

    def _next(self) -> Order | None:
        with self._changed:
            begun = self._turns.begin()
            if begun is None:
                self._thread = None
            self._changed.notify_all()
            return begun

    def _hear(self, begun: Order, news: Making) -> None:
        with self._changed:
            begun.making = news
            self._changed.notify_all()


def order(
    rubric: Rubric, assessment: Assessment, choice: Choice, submission: Submission, room: int | None = None
) -> bytes:
    """What the process is asked: one line. The same line makes the same report."""
    said = {
        "rubric": whole(rubric),
        "assessment": answers_file.plain(assessment),
        "submission": submission.plain,
        "room": room,
        **choice.plain,
    }
    return json.dumps(said).encode() + b"\n"


@cache
def the_press() -> Press:
    """The press of this app."""
    return Press()
