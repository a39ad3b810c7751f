"""The stages on the spectrum, as small as a card has room for: a line with a mark, and the same in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.core.entries import Value
from assessment.core.progress import status_of
from assessment.core.rubric import Rubric
from assessment.core.terms import LIVE, Standing, Status


@dataclass(frozen=True)
class Line:
    """One stage: its name, what is said of it, and the mark's place on its line, in hundredths from the left."""

    name: str
    words: str
    known: bool
    at: float | None = None
    band: int | None = None
    promised: bool = False


@dataclass(frozen=True)
class Ground:
    """The part of a line that a band takes up, in hundredths."""

    band: int
    width: float


def lines(rubric: Rubric, values: Mapping[str, Value], language: str) -> list[Line]:
    """Each stage in order."""
    return [_line(rubric, values, stage, language) for stage in rubric.order]


def grounds(rubric: Rubric) -> list[Ground]:
    """The bands from left to right, each as wide as it has steps."""
    of = [step.band for step in rubric.steps]
    return [Ground(number, 100 * of.count(band.id) / len(of)) for number, band in enumerate(rubric.bands, 1)]


def _line(rubric: Rubric, values: Mapping[str, Value], stage: str, language: str) -> Line:
    name, status = rubric.stages[stage].name.in_(language), status_of(values, stage)
    label = rubric.label("status", status.value, language)
    if status not in LIVE and status != Status.BEFORE_US:
        return Line(name, label, known=False)
    step = rubric.step.get(str(values.get(f"stages/{stage}/decision")))
    if step is None:
        return Line(name, rubric.label("standing", Standing.UNKNOWN.value, language), known=False)
    at = 100 * (rubric.steps.index(step) + 0.5) / len(rubric.steps)
    band = list(rubric.band).index(step.band) + 1
    return Line(name, step.name.in_(language), True, at, band, status == Status.PLANNED)
