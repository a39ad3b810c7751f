"""The report: its time beside WeasyPrint's own, and whether making many leaves anything behind."""

import gc
import io
from collections.abc import Iterator
from datetime import date
from itertools import cycle, product
from pathlib import Path

import pikepdf
import psutil

import reports
from assessment import answers_file, library
from assessment.core.assessment import Assessment
from assessment.core.rubric import Rubric
from reports import pdf
from reports.choice import LAYOUTS, Choice
from reports.pdf import Laid
from reports.submission import DRAFT, Submission
from reports.verify import verify
from tests.bench.measured import Row, seconds

EXAMPLES = Path(__file__).parents[2] / "examples"
TIMES = 7
SUBMITTED = Submission("submitted", date(2026, 11, 25), "ab" * 32, "https://gyda.example")


def times() -> Iterator[Row]:
    """The longest example as a draft, in both languages; in both at once; and submitted, with its data."""
    for language in ("en", "cy"):
        yield from times_of(Choice(language))
    yield from times_of(Choice("both"))
    yield from times_of(Choice("cy"), SUBMITTED)


def bids() -> Iterator[Row]:
    """Two pages of the longest example, as a draft and submitted, and what it takes to check them."""
    assessment, rubric = longest()
    for language in ("en", "cy"):
        for submission in (DRAFT, SUBMITTED):
            choice = Choice(language, layout="bid")
            took = seconds(lambda: made(assessment, rubric, choice, submission), TIMES)  # noqa: B023
            yield Row.at_most(f"two pages for a bid ({language}, {submission.state})", took, 0.4, "s")
    pdf_ = made(assessment, rubric, choice, submission)
    took = seconds(lambda: verify(pdf_, library.unchanged, again), TIMES)
    yield Row.at_most("… and the check of them, read apart and made again", took, 1, "s")


def times_of(choice: Choice, submission: Submission = DRAFT) -> Iterator[Row]:
    """The longest example by one choice."""
    assessment, rubric = longest()
    laid = pdf.fitting(rubric, assessment, choice, submission)
    with pikepdf.open(io.BytesIO(pdf.written(laid, submission))) as document:
        pages = len(document.pages)

    def alone() -> None:
        pdf.written(Laid(laid.html, pdf.lay_out(laid.html), laid.enclosed), submission)

    took, bare = seconds(lambda: made(assessment, rubric, choice, submission), TIMES), seconds(alone, TIMES)
    kind = f"{choice.language}, submitted with its data" if submission.final else choice.language
    yield Row.at_most(f"report of {pages} pages ({kind})", took, round(0.1 + 0.07 * pages, 2), "s")
    beside = f"… beside WeasyPrint alone on the finished HTML ({bare:.2f} s)"
    yield Row.at_most(beside, took / bare, 1.15, "times")


def made(assessment: Assessment, rubric: Rubric, choice: Choice, submission: Submission) -> bytes:
    """A report."""
    return reports.render(rubric, assessment, submission=submission, **choice.plain)


def again(rubric: Rubric, assessment: Assessment, choice: Choice, submission: Submission, room: int) -> bytes:
    """The report made again from its data."""
    return reports.render(rubric, assessment, submission=submission, room=room, **choice.plain)


def growth() -> Iterator[Row]:
    """What 100 long reports leave behind; one that kept its fonts would leave 0.24 MB each, 24 MB in all."""
    yield left_behind(max(examples(), key=size), 100, 12)


def long_growth() -> Iterator[Row]:
    """What 1,000 short reports leave behind; one that kept its fonts would leave 240 MB."""
    yield left_behind(min(examples(), key=size), 1_000, 20)


def left_behind(example: Path, many: int, limit: int) -> Row:
    """How much larger the process is after that many reports of every kind, once it is warm."""
    assessment, rubric = answers_file.read(example)
    process, kinds = psutil.Process(), cycle(product(LAYOUTS, ("en", "cy", "both"), (DRAFT, SUBMITTED)))
    sizes = []
    for amount in (48, many):
        for at in range(amount):
            layout, language, submission = next(kinds)
            made(assessment, rubric, Choice(language, layout=layout), submission)
            if at % 10 == 9:
                gc.collect()  # as the app does, on a timer
        sizes.append(process.memory_info().rss / 2**20)
    what = f"what {many:,} reports leave behind, every layout and language (from {sizes[0]:.0f} MB)"
    return Row.at_most(what, sizes[1] - sizes[0], limit, "MB", 1)


def longest() -> tuple[Assessment, Rubric]:
    """The example with most in it."""
    return answers_file.read(max(examples(), key=size))


def examples() -> list[Path]:
    """The shipped examples."""
    return sorted(EXAMPLES.glob("*.yaml"))


def size(path: Path) -> int:
    """How much is in a file."""
    return path.stat().st_size
