"""The data that goes with a submitted report: answers, results, and what the report is; and its fingerprint.

Three files hang in the PDF: `answers.json` is an answers file that Gyda opens, `results.json` what follows from it,
`report.json` names the layout, the rubric and what the report was made with, and holds the hashes of the other two.
The fingerprint is the SHA-256 of `report.json`: it stands for all of it.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import segno

from assessment import answers_file
from assessment.core.assessment import Assessment
from assessment.core.publication import to_json
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.library import content_hash
from reports.choice import Choice
from reports.submission import Submission
from reports.versions import versions

FORMAT: Final = "gyda-report/1"
ANSWERS, RESULTS, ABOUT = "answers.json", "results.json", "report.json"
NAMES: Final = (ANSWERS, RESULTS, ABOUT)
GROUPS, GROUP = 5, 4
"""The printed fingerprint: its first hexadecimal digits, in groups that people can compare."""


@dataclass(frozen=True)
class Enclosure:
    """The three files, as bytes."""

    answers: bytes
    results: bytes
    about: bytes

    @property
    def files(self) -> dict[str, bytes]:
        """The files by name, in the order in which they hang in the PDF."""
        return {ANSWERS: self.answers, RESULTS: self.results, ABOUT: self.about}

    @cached_property
    def sha256(self) -> str:
        """The whole fingerprint."""
        return sha256(self.about)

    @property
    def short(self) -> str:
        """The fingerprint as it is printed: `3f2a 91bc …`."""
        return shortened(self.sha256)


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def shortened(fingerprint: str) -> str:
    """The beginning of a fingerprint in groups."""
    return " ".join(fingerprint[at : at + GROUP] for at in range(0, GROUPS * GROUP, GROUP))


def enclosure(
    rubric: Rubric, printed: Assessment, result: Result, choice: Choice, submission: Submission, room: int
) -> Enclosure:
    """The data of a report whose printed form is `printed`, and what follows from that, `result`."""
    answers = _written(answers_file.plain(printed))
    results = _written(to_json(result, rubric))
    about = {
        "format": FORMAT,
        "submission": submission.plain,
        "choice": choice.plain,
        "room": room,
        "rubric": {"name": rubric.name, "version": rubric.version, "sha256": content_hash(rubric)},
        "made_with": versions(),
        "files": {ANSWERS: sha256(answers), RESULTS: sha256(results)},
    }
    return Enclosure(answers, results, _written(about))


def _written(tree: Any) -> bytes:
    return f"{json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False)}\n".encode()


@dataclass(frozen=True)
class Square:
    """A QR code as a drawing: its width in squares, and the path of the dark ones."""

    width: int
    path: str


def square(enclosed: Enclosure, address: str) -> Square:
    """The QR code of a report: where it can be checked, with its fingerprint; that alone where there is no address."""
    short = enclosed.short.replace(" ", "")
    said = f"{address}/check?fingerprint={short}" if address else f"GYDA {short.upper()}"
    code = segno.make(said, error="m", micro=False)
    rows = [list(row) for row in code.matrix]
    return Square(len(rows), "".join(_runs(rows)))


def _runs(rows: list[list[int]]) -> list[str]:
    """One stroke for each run of dark squares."""
    found = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                found.append(f"M{x} {y}h{end - x}v1h-{end - x}z")
            x = end + 1 if end > x else x + 1
    return found
