"""The projects of a cut as a list: what stands in a row, how names are searched, by what they are sorted."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

PAGE = 50
"""Projects on one page of the list."""


@dataclass(frozen=True, slots=True)
class ListedStage:
    """How far one stage has come, and what can be said of who decides in it."""

    status: str
    decision: str | None
    band: str | None
    standing: str


@dataclass(frozen=True)
class Listed:
    """A project in a list, by the assessment that stands for it."""

    project: str
    assessment: str
    name: str
    organisation: str | None
    kind: str | None
    level: str | None
    made_by: str
    depth: str
    draft: bool
    day: str
    times: int
    """How many assessments of it the portfolio has, over time."""
    received: bool
    """Whether all of it came from outside."""
    stages: Mapping[str, ListedStage] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listing:
    """One page of a list, and how many projects all pages have."""

    total: int
    first: int
    rows: tuple[Listed, ...]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // PAGE)


def folded(text: str) -> str:
    """A text for searching and sorting: without capitals and accents, so that `ty` finds `Tŷ`."""
    small = text.casefold()
    if not small.isascii():
        small = "".join(one for one in unicodedata.normalize("NFKD", small) if not unicodedata.combining(one))
    return " ".join(small.split())
