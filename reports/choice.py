"""What a team chooses of a report: its language, and what goes in."""

from dataclasses import dataclass
from typing import Final

LEAVABLE: Final = ("challenges", "success", "reflection", "answers")
"""The parts that a team may leave out, in the order of the report; the report says which were.

Who decides, who took part and who was not reached, how people saw it, what comes next, what changed and how
it was made always stay: without them a reader could not believe the rest.
"""


@dataclass(frozen=True)
class Choice:
    """The choices that make two reports of one assessment different."""

    language: str
    notes: bool = False
    law: bool = False
    leave_out: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """ValueError for a part that cannot be left out."""
        if odd := self.leave_out - set(LEAVABLE):
            raise ValueError(f"these parts of a report always stay: {', '.join(sorted(odd))}")
