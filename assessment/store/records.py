"""What the store takes and gives."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Value = str | int | bool | dict[str, Any] | None
"""What stands at a path; None where nothing does."""


@dataclass(frozen=True)
class Change:
    """What a person wants at a path, and what they had before them when they said so."""

    path: str
    new: Value
    seen: Value


@dataclass(frozen=True)
class Entry:
    """What stands at a path; who put it there, when, by which change; and the first change the path ever had."""

    value: Value
    change: int
    who: str
    at: datetime
    born: int


@dataclass(frozen=True)
class Overtaken:
    """Somebody else's value that a save replaced without its person having seen it."""

    path: str
    theirs: Value
    who: str
    at: datetime


@dataclass(frozen=True)
class Saved:
    """When, and as which change, a save was kept; None for both where there was nothing to write."""

    at: datetime | None
    change: int | None
    overtaken: tuple[Overtaken, ...]


@dataclass(frozen=True)
class Kept:
    """What is known of an assessment apart from its entries. `revision` is its greatest change, 0 if none."""

    id: str
    project: str
    state: str
    rubric_hash: str
    rubric_name: str
    rubric_version: str
    created: datetime
    changed: datetime
    submitted: datetime | None
    withdrawn: datetime | None
    corrects: str | None
    shared_with: str | None
    barriers_told: bool | None
    named: bool | None
    frozen: str | None
    sha256: str | None
    revision: int

    @property
    def record(self) -> str:
        """How a report names the record it was made from; empty for a draft.

        Not by the hash of the record alone: who holds a report could then try which short text a team has kept
        to itself. The id is by chance, and stands in no report.
        """
        return record_name(self.id, self.sha256) if self.sha256 else ""


def record_name(id_: str, sha256: str) -> str:
    """A name for what was submitted under this id that tells nothing of it."""
    return hashlib.sha256(f"{id_} {sha256}".encode()).hexdigest()


@dataclass(frozen=True)
class Recorded:
    """An assessment that was submitted, and when a correction of it was, if ever one was."""

    kept: Kept
    corrected: datetime | None


@dataclass(frozen=True)
class Past:
    """One change of the history. `forgotten`: what it said was erased, so there is nothing to go back to."""

    change: int
    path: str
    old: Value
    new: Value
    who: str
    at: datetime
    forgotten: bool = False


@dataclass(frozen=True)
class RubricCopy:
    """A rubric as an assessment was made with it: its content hash, `involvement/1`, its version, all of it as JSON."""

    hash: str
    name: str
    version: str
    content: str


@dataclass(frozen=True)
class Draft:
    """An assessment that is to begin: its entries and voices, and the project it belongs to, if there is one."""

    rubric: RubricCopy
    entries: Mapping[str, Value]
    voices: Sequence[Mapping[str, Any]] = ()
    project: str | None = None
    corrects: str | None = None


@dataclass(frozen=True)
class ResultRows:
    """The results of one assessment as rows for the portfolio; the keys are the tables' columns."""

    stages: tuple[Mapping[str, Any], ...]
    values: tuple[Mapping[str, Any], ...]
    cells: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Portrayed:
    """An assessment as the portfolio keeps it: the keys of every row are the columns of its table.

    `form` is its shared form and `result` its result, as canonical JSON; `record` the name by which a report names it.
    """

    head: Mapping[str, Any]
    results: ResultRows
    groups: tuple[Mapping[str, Any], ...]
    form: str
    result: str
    content_sha256: str
    at: datetime
    draft: bool = False
    barriers_told: bool = False
    named: bool = False
    record: str | None = None


@dataclass(frozen=True)
class Received:
    """An assessment that came from outside into the portfolio, with the rubric it was made with."""

    rubric: RubricCopy
    portrait: Portrayed
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class AsShown:
    """How the portfolio sees an assessment: as it was when, and what of it."""

    at: datetime
    barriers_told: bool
    named: bool


@dataclass(frozen=True)
class ShownForm:
    """A shared form in the portfolio: of which project, from which day, with which rubric."""

    id: str
    project: str
    rubric: str
    rubric_hash: str
    day: str
    at: datetime
    depth: str
    draft: bool
    form: str
    result: str


@dataclass(frozen=True, slots=True)
class Time:
    """One of the times that a project was assessed."""

    id: str
    project: str
    rubric: str
    day: str
    at: datetime


@dataclass(frozen=True)
class PromiseRows:
    """What became of the promises between two assessments, as rows."""

    earlier: str
    later: str
    rows: tuple[Mapping[str, Any], ...]
