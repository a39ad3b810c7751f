"""One row of the table: what was measured, what came out, and what it must reach."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """What was measured and whether it is good enough; `must` and `came_out` are ready to print."""

    what: str
    must: str
    came_out: str
    met: bool

    @classmethod
    def at_most(cls, what: str, value: float, limit: float, unit: str, digits: int = 2) -> "Row":
        """A row whose value must not be more than its limit, both in the same unit."""
        return cls(what, f"at most {limit:g} {unit}", f"{value:.{digits}f} {unit}", value <= limit)


def seconds(work: Callable[[], object], times: int) -> float:
    """The best time of one piece of work, in seconds, after one run that is not counted.

    The best, because other work on a machine only ever adds to a time.
    """
    work()
    return min(once(work) for _ in range(times))


def once(work: Callable[[], object]) -> float:
    """The time of one run, in seconds."""
    start = perf_counter()
    work()
    return perf_counter() - start


def percentile(times: Sequence[float], at: int) -> float:
    """The time that so many of a hundred stay within."""
    return sorted(times)[max(ceil(len(times) * at / 100) - 1, 0)]
