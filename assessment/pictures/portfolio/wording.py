"""A rubric read out where many projects are spoken of, and none of them alone."""

from dataclasses import dataclass

from assessment.core.rubric import Rubric
from assessment.pictures.reader import Wording


@dataclass(frozen=True)
class Many(Wording):
    """Reads a rubric and the words about many projects in `cy` or `en`."""

    rubric: Rubric
    language: str
