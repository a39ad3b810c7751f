"""The report: its time beside WeasyPrint's own, and whether making many leaves anything behind."""

import gc
import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import psutil

import reports
from assessment import answers_file
from assessment.core.assessment import Assessment
from assessment.core.rubric import Rubric
from reports import pdf
from reports.choice import Choice
from tests.bench.measured import Row, seconds

EXAMPLES = Path(__file__).parents[2] / "examples"
TIMES = 7


def times() -> Iterator[Row]:
    """The longest example, in both languages."""
    for language in ("en", "cy"):
        yield from times_in(language)


def times_in(language: str) -> Iterator[Row]:
    """The longest example in one language."""
    assessment, rubric = longest()
    html = pdf.fitting(rubric, assessment, Choice(language)).html
    with pikepdf.open(io.BytesIO(pdf.write(html))) as document:
        pages = len(document.pages)
    took = seconds(lambda: reports.render(rubric, assessment, language=language), TIMES)
    alone = seconds(lambda: pdf.write(html), TIMES)
    yield Row.at_most(f"report of {pages} pages ({language})", took, round(0.1 + 0.07 * pages, 2), "s")
    beside = f"… beside WeasyPrint alone on the finished HTML ({alone:.2f} s)"
    yield Row.at_most(beside, took / alone, 1.15, "times")


def growth() -> Iterator[Row]:
    """What 50 reports leave behind; one that kept its fonts would leave 0.24 MB each, 12 MB in all."""
    yield left_behind(max(examples(), key=size), 50, 6)


def long_growth() -> Iterator[Row]:
    """What 1,000 short reports leave behind; one that kept its fonts would leave 240 MB."""
    yield left_behind(min(examples(), key=size), 1_000, 20)


def left_behind(example: Path, many: int, limit: int) -> Row:
    """How much larger the process is after that many reports, once it is warm."""
    assessment, rubric = answers_file.read(example)
    process = psutil.Process()
    sizes = []
    for amount in (20, many):
        for at in range(amount):
            reports.render(rubric, assessment, language=("en", "cy")[at % 2])
            if at % 10 == 9:
                gc.collect()  # as the app does, on a timer
        sizes.append(process.memory_info().rss / 2**20)
    what = f"what {many:,} reports leave behind (from {sizes[0]:.0f} MB)"
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
