"""Who took part, who was asked and who was not reached over many projects: counts of projects, stage by stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.core.terms import Presence

LABELS = 60
"""Groups named by the teams themselves that are shown at once; the others are counted."""
Counts = Mapping[Presence, int]


@dataclass(frozen=True, slots=True)
class NamedByTeams:
    """A group in the words of the teams that named it, and stage by stage in how many projects it was where."""

    label: str
    counts: Mapping[str, Counts]


@dataclass(frozen=True)
class Reach:
    """Groups and stages over the projects of a cut. No row of a group is no statement about it."""

    projects: int
    """Projects with a full assessment."""
    told: int
    """Of those, the ones of whose groups anything may be read."""
    live: Mapping[str, int]
    """Of those told, how many have begun or planned a stage: what every count of that stage is out of."""
    counts: Mapping[tuple[str, str], Counts]
    """By group and stage."""
    labels: tuple[NamedByTeams, ...]
    """The first of them, in the order of the alphabet."""
    more_labels: int
    population: int
    """Projects that say how they know who lives where they work."""

    def of(self, group: str, stage: str, presence: Presence) -> int:
        """In how many projects a group was so in a stage."""
        return self.counts.get((group, stage), {}).get(presence, 0)
