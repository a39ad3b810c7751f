"""From a place to what the screens show: what is kept -> assessment -> result -> pictures, each worked out once."""

from dataclasses import dataclass
from functools import lru_cache

from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.score import score
from assessment.pictures import pictures
from assessment.pictures.shapes import Pictures
from assessment.store import Kept
from assessment.ui import keeping
from assessment.ui.files import ShippedFile, find_file, read
from assessment.ui.place import Place

Source = ShippedFile | Kept
"""What answers come from: a file, or an assessment of the store as it was at one moment."""


@dataclass(frozen=True)
class Opened:
    """Answers that were read without a fault, and everything that follows from them."""

    source: Source
    rubric: Rubric
    assessment: Assessment
    result: Result
    pictures: Pictures

    @property
    def draft(self) -> bool:
        """Whether it is kept and can still be answered."""
        return isinstance(self.source, Kept) and self.source.state == "draft"

    @property
    def ended(self) -> Kept | None:
        """What is kept of it, if it has been submitted."""
        return self.source if isinstance(self.source, Kept) and not self.draft else None

    @property
    def anything_answered(self) -> bool:
        """Whether there is a picture to show: a file always has one, a new project not yet."""
        given = self.assessment
        return not self.draft or bool(given.stages or given.answers or given.taking_part or given.conditions)


def open_place(place: Place) -> Opened:
    """What is open at a place. NotFound or NotThere if nothing is; BadInput with every fault of a file."""
    return opened(find_source(place), place.language)


def find_source(place: Place) -> Source:
    """What the answers at a place come from. NotFound or NotThere if there is nothing."""
    if place.assessment:
        return keeping.work_of(place.assessment).kept
    return find_file(place)


@lru_cache(maxsize=64)
def opened(source: Source, language: str) -> Opened:
    """Read, score and put into words. BadInput with every fault of a file."""
    assessment, rubric = said(source)
    result = _scored(source)
    return Opened(source, rubric, assessment, result, pictures(rubric, assessment, result, language))


def said(source: Source) -> tuple[Assessment, Rubric]:
    """What was said, and the rubric that it answers. BadInput with every fault of a file."""
    if isinstance(source, ShippedFile):
        return read(source)
    work = keeping.work_of(source.id)
    return keeping.assessment_of(work), work.rubric


@lru_cache(maxsize=64)
def _scored(source: Source) -> Result:
    assessment, rubric = said(source)
    return score(rubric, assessment)
