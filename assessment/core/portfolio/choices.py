"""What a filter can be set to: how many projects of a cut each of its choices would leave in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sorts:
    """By field that says what projects are like, how many of a cut each of its values has; counted as `Choices` are."""

    kind: Mapping[str, int]
    level: Mapping[str, int]
    complexity: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Choices:
    """By field of a cut, how many projects each of its values has, the most first.

    Each field is counted under the rest of the filter, as if nothing were chosen in it: what is chosen there
    adds to it, and a choice never takes its own neighbours away.
    """

    organisation: Mapping[str, int]
    tag: Mapping[str, int]
    status: Mapping[str, int]
