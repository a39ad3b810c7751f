"""From a place to what the screens show: file -> assessment -> result -> pictures, each worked out once."""

from dataclasses import dataclass
from functools import lru_cache

from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.score import score
from assessment.pictures import pictures
from assessment.pictures.shapes import Pictures
from assessment.ui.files import find_file, read
from assessment.ui.kept import KeptFile
from assessment.ui.place import Place


@dataclass(frozen=True)
class Opened:
    """An answers file that was read without a fault."""

    rubric: Rubric
    assessment: Assessment
    result: Result
    pictures: Pictures


def open_place(place: Place) -> Opened:
    """What is open at a place. NotFound if nothing is; BadInput with every fault of the file."""
    return opened(find_file(place), place.language)


@lru_cache(maxsize=64)
def opened(file: KeptFile, language: str) -> Opened:
    """Read, score and put into words. BadInput with every fault of the file."""
    assessment, rubric = read(file)
    result = _scored(file)
    return Opened(rubric, assessment, result, pictures(rubric, assessment, result, language))


@lru_cache(maxsize=64)
def _scored(file: KeptFile) -> Result:
    assessment, rubric = read(file)
    return score(rubric, assessment)
