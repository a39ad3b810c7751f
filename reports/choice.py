"""What a team chooses of a report: its layout, its languages, and what goes in."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from assessment.core.assessment import Assessment
from assessment.core.terms import Depth

LAYOUTS: Final = ("full", "bid")
"""The whole report, and the two pages that go with a bid. A first look has one page, whatever is chosen."""
FIRST_LOOK: Final = "first_look"
BOTH: Final = "both"
LANGUAGES: Final = ("cy", "en")
"""The languages of a report, in the order in which `both` has them."""

LEAVABLE: Final = ("challenges", "success", "reflection", "answers")
"""The parts that a team may leave out, in the order of the report; the report says which were.

Who decides, who took part and who was not reached, how people saw it, what comes next, what changed and how
it was made always stay: without them a reader could not believe the rest.
"""


@dataclass(frozen=True)
class Choice:
    """The choices that make two reports of one assessment different."""

    language: str
    """`cy`, `en`, or `both`: Welsh first, then all of it in English."""
    notes: bool = False
    law: bool = False
    leave_out: frozenset[str] = frozenset()
    layout: str = "full"

    def __post_init__(self) -> None:
        """ValueError for a part that cannot be left out, and for a layout or a language that there is not."""
        if odd := self.leave_out - set(LEAVABLE):
            raise ValueError(f"these parts of a report always stay: {', '.join(sorted(odd))}")
        if self.layout not in LAYOUTS or self.language not in (*LANGUAGES, BOTH):
            raise ValueError("no such layout, or no such language")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is printed in, in order."""
        return LANGUAGES if self.language == BOTH else (self.language,)

    def layout_of(self, assessment: Assessment) -> str:
        """The layout of an assessment: of a first look always its own one page, which cannot be a bid."""
        return FIRST_LOOK if assessment.assessment.depth is Depth.FIRST_LOOK else self.layout

    @property
    def plain(self) -> dict[str, Any]:
        """Plain values: the arguments of `render` that make the same choice again."""
        return {**asdict(self), "leave_out": sorted(self.leave_out)}
