"""Median and quartiles of a number that some projects have, from how many have which: exact, whatever their number."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """How a number is spread over the projects that have it; None for a place that nobody has.

    Quartiles as a spreadsheet's QUARTILE.INC gives them: between two projects in proportion.
    """

    counts: Mapping[float, int]
    """How many have which number, lowest first."""
    unknown: int
    """How many have none, for too little is known."""

    @property
    def known(self) -> int:
        """How many projects have the number."""
        return sum(self.counts.values())

    @property
    def lowest(self) -> float | None:
        """The lowest one."""
        return self.at(0.0)

    @property
    def lower(self) -> float | None:
        """The lower quartile."""
        return self.at(0.25)

    @property
    def median(self) -> float | None:
        """The middle one."""
        return self.at(0.5)

    @property
    def upper(self) -> float | None:
        """The upper quartile."""
        return self.at(0.75)

    @property
    def highest(self) -> float | None:
        """The highest one."""
        return self.at(1.0)

    def at(self, share: float) -> float | None:
        """The number below which this share (0 to 1) of the projects lies."""
        if not self.known:
            return None
        place = share * (self.known - 1)
        before = int(place)
        low = self._place(before)
        return low + (self._place(min(before + 1, self.known - 1)) - low) * (place - before)

    def _place(self, place: int) -> float:
        """The number at a place, from 0, of all numbers in order."""
        for number, count in self.counts.items():
            if place < count:
                return number
            place -= count
        raise IndexError(place)


def spread(counts: Mapping[float | None, int]) -> Spread:
    """The spread of these counts; under None those that have no number."""
    known = {number: count for number, count in counts.items() if number is not None and count}
    return Spread(dict(sorted(known.items())), counts.get(None, 0))
