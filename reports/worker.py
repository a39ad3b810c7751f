"""`python -m reports.worker`: makes reports until nobody asks any more.

A line of JSON in (the rubric, the assessment and the choices), then out: lines of JSON that say how far it is, one
that says how many bytes follow, and the PDF. It ends when its input does: with the app, however that ends, and in
the middle of a report. It always leaves by the door, so that the fonts it has unpacked go with it.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Iterable
from functools import lru_cache
from queue import SimpleQueue
from threading import Thread, main_thread
from typing import BinaryIO

from assessment.core.reading import read
from assessment.core.rubric import Rubric
from reports.board import Board
from reports.pdf import render, render_board
from reports.progress import Making, Progress
from reports.submission import Submission

READ = 1 << 16
"""Bytes that are taken in at a time."""
NICE = 15
"""How far it stands back: at 5 answers wait longer on a busy machine, at 19 a report might starve."""


def made(line: bytes) -> bytes:
    """The report that a line asks for."""
    asked = json.loads(line)
    if "board" in asked:
        return render_board(Board.of(asked["board"]))
    rubric, submission = _rubric(asked.pop("rubric")), Submission.of(asked.pop("submission"))
    return render(rubric, read(asked.pop("assessment"), rubric), submission=submission, **asked)


@lru_cache(maxsize=4)
def _rubric(content: str) -> Rubric:
    return Rubric.model_validate_json(content)


def serve(asked: Iterable[bytes], out: BinaryIO) -> None:
    """Make what is asked for, one report after the other. What fails is told by its kind and place only."""

    def tell(news: Making) -> None:
        out.write(json.dumps(news.plain).encode() + b"\n")
        out.flush()

    progress = Progress(tell)
    for line in asked:
        progress.begin()
        try:
            pdf, failed = made(line), ""
        except Exception as error:
            places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
            pdf, failed = b"", f"{type(error).__name__}\n{places}"
        out.write(json.dumps({"bytes": len(pdf), "failed": failed}).encode() + b"\n" + pdf)
        out.flush()


def lines(asked: int) -> Iterable[bytes]:
    """What is asked, line by line; at the end the process is told to go, whatever it is doing."""
    waiting: SimpleQueue[bytes] = SimpleQueue()

    def listen() -> None:
        begun = b""
        # Not by way of sys.stdin, which a thread must not hold while Python goes.
        while piece := os.read(asked, READ):
            *whole, begun = (begun + piece).split(b"\n")
            for line in whole:
                waiting.put(line)
        signal.pthread_kill(main_thread().ident or 0, signal.SIGTERM)
        waiting.put(b"")

    Thread(target=listen, daemon=True).start()
    return iter(waiting.get, b"")


def leave(*_: object) -> None:
    """Go by way of Python's own end, and be told so only once."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit()


def main() -> None:
    """Serve the process that started this one, after whoever clicks: their answers come first."""
    signal.signal(signal.SIGTERM, leave)
    os.nice(NICE)
    # What anything prints must not come between the bytes of a report.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(lines(0), out)


if __name__ == "__main__":
    main()
