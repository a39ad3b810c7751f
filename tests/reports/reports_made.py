"""Assessments to print, and how the tests make and read reports of them."""

import subprocess
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from assessment import answers_file
from assessment.core.assessment import Assessment
from assessment.core.reading import read
from assessment.core.rubric import Rubric
from assessment.core.score import score
from assessment.library import SHELF, load
from assessment.pictures import pictures
from assessment.pictures.shapes import Pictures
from reports.choice import Choice
from reports.enclosure import Enclosure
from reports.finished import Pdf
from reports.pdf import Laid, fitting, written
from reports.submission import DRAFT, Submission

HERE = Path(__file__).parent
LANGUAGES = ("cy", "en")
IN_LANGUAGES = (*LANGUAGES, "both")
SUBMITTED = Submission("submitted", date(2026, 11, 25), "ab" * 32, "https://gyda.example")
WITHDRAWN = Submission("withdrawn", date(2026, 11, 26), "ab" * 32)
EXAMPLES = Path(__file__).parents[2] / "examples"
RUBRIC = load(SHELF / "involvement")
SPARSE = {
    "format": "answers/1",
    "rubric": RUBRIC.name,
    "project": {"name": "A project"},
    "assessment": {"date": "2026-11-22"},
}
"""The shortest answers file there can be."""


@dataclass(frozen=True)
class Made:
    """A report with its HTML and, once asked for, its PDF."""

    assessment: Assessment
    language: str
    notes: bool = False
    law: bool = False
    leave_out: frozenset = frozenset()
    rubric: Rubric = RUBRIC
    layout: str = "full"
    submission: Submission = DRAFT

    @property
    def choice(self) -> Choice:
        """What was chosen of it."""
        return Choice(self.language, self.notes, self.law, self.leave_out, self.layout)

    @cached_property
    def _laid(self) -> Laid:
        return fitting(self.rubric, self.assessment, self.choice, self.submission)

    @property
    def html(self) -> str:
        """The finished HTML."""
        return self._laid.html

    @cached_property
    def data(self) -> bytes:
        """The PDF."""
        return written(self._laid, self.submission)

    @cached_property
    def pdf(self) -> Pdf:
        """The PDF read back."""
        return Pdf(self.data)

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page of the PDF."""
        return words_of_pages(self.data)

    @property
    def text(self) -> str:
        """The words of the whole PDF on one line."""
        return " ".join(self.pages)

    @property
    def enclosed(self) -> Enclosure | None:
        """The data that goes with it."""
        return self._laid.enclosed

    @cached_property
    def pictures(self) -> Pictures:
        """What its pictures show."""
        return pictures(self.rubric, self.assessment, score(self.rubric, self.assessment), self.language)


def words_of_pages(pdf: bytes) -> list[str]:
    """The words of each page, as somebody copies them out of it, each page on one line."""
    found = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in found.stdout.decode().split("\f")[:-1]]


@cache
def full() -> dict:
    """An invented project with every block of an answers file, as plain values."""
    return answers_file.load(HERE / "full.yaml")


def tree(**blocks: object) -> dict:
    """The full answers file with some blocks put in place of its own; None takes one out."""
    merged = {**deepcopy(full()), **blocks}
    return {key: value for key, value in merged.items() if value is not None}


def made(given: dict | Path, language: str = "en", *, notes: bool = False, leave_out: frozenset = frozenset()) -> Made:
    """The report of plain values or of a file."""
    assessment = answers_file.read(given)[0] if isinstance(given, Path) else read(given, RUBRIC)
    return Made(assessment, language, notes, leave_out=leave_out)


@cache
def example(name: str, language: str) -> Made:
    """The report of a shipped example, in its own language."""
    return made(EXAMPLES / f"{name}.{language}.yaml", language)


@cache
def bid(name: str = "", language: str = "en", submission: Submission = SUBMITTED) -> Made:
    """The two pages of a shipped example, or of the full answers file."""
    one = example(name, "cy" if language == "cy" else "en") if name else made(full())
    return replace(one, language=language, layout="bid", submission=submission)


@cache
def first_look(language: str = "en", submission: Submission = DRAFT) -> Made:
    """The page of the full answers file as a first look."""
    one = made(tree(assessment={"date": "2026-11-22", "depth": "first_look"}), language)
    return replace(one, submission=submission)


@cache
def whole(language: str) -> Made:
    """The report of the full answers file, notes included."""
    return made(full(), language, notes=True)


NAMES = sorted({path.name.split(".")[0] for path in EXAMPLES.glob("*.yaml")})
ALL = [(name, language) for name in NAMES for language in LANGUAGES]
