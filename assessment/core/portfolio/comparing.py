"""A few projects side by side: in what they are not alike, and how the words of a difference are grouped."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from assessment.core.assessment import Assessment
from assessment.core.portfolio.mix import LIKE
from assessment.core.promises import Kept
from assessment.core.result import Result
from assessment.core.rubric import Rubric

MOST = 6
"""Projects that can be read beside each other."""
UNLIKE = (*LIKE, "made_by")
"""In what projects can be so different that a comparison says little."""
One = TypeVar("One")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Became:
    """A promise of an earlier assessment, and what became of it; `day` is when it was promised."""

    day: str
    about: str
    promised: str
    now: str | None
    kept: Kept


@dataclass(frozen=True)
class Earlier:
    """An assessment of a project, as its history names it."""

    assessment: str
    day: str
    depth: str
    rubric: str
    draft: bool
    shown: bool
    """Whether it is the one that stands for the project here."""


@dataclass(frozen=True)
class Profile:
    """What a portfolio may see of one project: the assessment that stands for it, as it was shared and scored."""

    project: str
    rubric: Rubric
    assessment: Assessment
    result: Result
    draft: bool
    became: tuple[Became, ...] = ()
    history: tuple[Earlier, ...] = ()
    """Every assessment of it, the earliest first."""

    def sort(self, name: str) -> str | None:
        """Of which kind, level, complexity it is, or who makes it."""
        project = self.assessment.project
        said: Mapping[str, Any] = {
            "kind": project.kind,
            "level": self.assessment.context.level,
            "complexity": self.result.complexity,
            "made_by": project.made_by,
        }
        return None if said[name] is None else str(said[name])


@dataclass(frozen=True)
class Chosen:
    """The projects that were chosen: those that can be compared, those on another rubric, how many are gone."""

    profiles: tuple[Profile, ...]
    elsewhere: tuple[tuple[str, str], ...] = ()
    """Name of the project, name of its rubric."""
    gone: int = 0


def unlike(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """In what the projects are not like each other; what one of them does not say is no difference."""
    return tuple(name for name in UNLIKE if len({one.sort(name) for one in profiles if one.sort(name) is not None}) > 1)


def grouped(some: Iterable[One], by: Callable[[One], Key | None]) -> dict[Key, list[One]]:
    """Those that say the same together, in the order of the first of each; None says nothing."""
    found: dict[Key, list[One]] = {}
    for one in some:
        key = by(one)
        if key is not None:
            found.setdefault(key, []).append(one)
    return found
