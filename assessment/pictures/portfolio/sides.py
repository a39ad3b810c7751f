"""The letters by which projects that stand beside each other are told apart in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.core.portfolio.comparing import Profile
from assessment.core.terms import Depth, MadeBy
from assessment.pictures.reader import Reader

LETTERS = "ABCDEF"
_AND_CY = {letter: "ac" if letter in "ACEF" else "a" for letter in LETTERS}
"""'a' or 'ac' by the sound of a letter's Welsh name (ec, èff); a letter never changes its own sound."""


@dataclass(frozen=True)
class Lettered:
    """A project with its letter, and a reader of its assessment."""

    letter: str
    profile: Profile
    reader: Reader

    @property
    def made_by(self) -> MadeBy:
        """Who works on it."""
        return self.profile.assessment.project.made_by

    @property
    def compared(self) -> bool:
        """Whether its levels are told beside those of others: no first look, and made by all together."""
        return self.profile.result.depth == Depth.FULL and self.made_by is MadeBy.BOTH


def listed_letters(some: Sequence[Lettered], language: str) -> str:
    """`A, B and C`."""
    *first, last = (one.letter for one in some)
    if not first:
        return last
    joined = "and" if language == "en" else _AND_CY[last]
    return f"{', '.join(first)} {joined} {last}"
