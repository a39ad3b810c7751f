"""Many values in batches, for a database takes only so many in one question."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 500


def batches(values: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The values in their order, in lists of `size` at most."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
