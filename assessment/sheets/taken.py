"""What goes into an export: assessments as they were shown to the portfolio, and what hangs on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from assessment.core.fields import WITHHELD
from assessment.core.rubric import Rubric
from assessment.core.texts import Words
from assessment.sheets.cells import KEPT_BACK
from assessment.sheets.columns import (
    DRAFT,
    LABEL,
    RESPONDENTS,
    RUBRIC,
    SPLIT,
    STATE,
    SUBMITTED,
    TAGS,
    TAKING_PART,
    Column,
    Kind,
    columns,
    rubric_column,
)
from assessment.sheets.results import ResultColumn, results

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Exported:
    """One assessment: its shared form as an answers file has it, and its result as it is stored."""

    project: str
    name: str
    organisation: str
    day: date
    draft: bool
    tags: tuple[str, ...]
    record: str | None
    form: Mapping[str, Any]
    result: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Promise:
    """What became of one promise between two days; the words are ids and levels."""

    name: str
    organisation: str
    about: str
    promised: str
    now: str | None
    kept: str
    earlier: date
    later: date


@dataclass(frozen=True, slots=True)
class Marked:
    """What a manager last said of a barrier."""

    mark: str
    note: str


@dataclass(frozen=True)
class Taking:
    """An export but for its assessments, which come one after the other."""

    rubric: Rubric
    exported: date
    filter: Mapping[str, Any]
    """The cut as it stands in an address."""
    told: Sequence[tuple[str, str]]
    """The same in words: what is set, and to what."""
    total: int
    promises: Sequence[Promise] = ()
    marks: Mapping[tuple[str, str, str], Marked] = field(default_factory=dict)
    """By project, stage and reason."""


@dataclass(frozen=True)
class Layout:
    """The columns of the data: those that can be read back, and those that are worked out."""

    rubric: Rubric

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the blank sheet, and the rubric."""
        return (*columns(self.rubric), rubric_column())

    @cached_property
    def results(self) -> tuple[ResultColumn, ...]:
        """The columns that are worked out."""
        return results(self.rubric)

    @property
    def headings(self) -> tuple[str, ...]:
        """The id of every column, in order."""
        return (*(one.id for one in self.columns), *(one.id for one in self.results))

    @property
    def every(self) -> tuple[Column | ResultColumn, ...]:
        """Every column, in order."""
        return (*self.columns, *self.results)

    @cached_property
    def label(self) -> Mapping[str, Words]:
        """The heading of each column by id."""
        return {one.id: one.label for one in self.every}

    @cached_property
    def _by_path(self) -> Mapping[tuple[str, ...], int]:
        return {column.path: at for at, column in enumerate(self.columns) if column.path}

    @cached_property
    def _by_id(self) -> Mapping[str, int]:
        return {column.id: at for at, column in enumerate(self.columns)}

    @cached_property
    def dates(self) -> frozenset[int]:
        """The places of the columns with dates."""
        return frozenset(at for at, column in enumerate(self.columns) if column.kind is Kind.DATE)

    def cells(self, one: Exported) -> dict[int, Value]:
        """What stands in the data for one assessment, by place; what is blank is left out."""
        found = self.said(one.form)
        by_id = self._by_id
        found[by_id[STATE]] = DRAFT if one.draft else SUBMITTED
        found[by_id[RUBRIC]] = str(one.form["rubric"])
        if one.tags:
            found[by_id[TAGS]] = f"{SPLIT} ".join(tag.replace(SPLIT, 2 * SPLIT) for tag in one.tags)
        first = len(self.columns)
        for at, column in enumerate(self.results, first):
            value = column.value(one.result)
            if value is not None and value != "":
                found[at] = value
        return found

    def said(self, form: Mapping[str, Any]) -> dict[int, Value]:
        """What a row can say of a form, by the place of its column; what is blank is left out."""
        return dict(self._of_form(form))

    def _of_form(self, form: Mapping[str, Any]) -> Iterator[tuple[int, Value]]:
        by_path = self._by_path
        waiting: list[tuple[tuple[str, ...], Any]] = [
            ((key,), inner) for key, inner in form.items() if key in self._first
        ]
        while waiting:
            path, here = waiting.pop()
            at = by_path.get(path)
            if at is not None:
                text = _plain(here)
                if text != "":
                    yield at, text
            elif isinstance(here, dict):
                waiting += [((*path, key), inner) for key, inner in here.items()]
        for row in form.get("assessment", {}).get(RESPONDENTS, ()):
            at = by_path.get(("assessment", RESPONDENTS, row["role"]))
            if at is not None:
                yield at, row["count"]
        yield from self._groups(form.get(TAKING_PART, ()))

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(path[0] for path in self._by_path) - {TAKING_PART}

    def _groups(self, rows: Sequence[Mapping[str, str]]) -> Iterator[tuple[int, Value]]:
        cells: dict[int, list[str]] = {}
        for row in rows:
            name = f"{row['group']}{LABEL} {row['label']}" if row.get("label") else row["group"]
            for stage, presence in row.items():
                at = self._by_path.get((TAKING_PART, stage, presence))
                if at is not None:
                    # A semicolon inside a label would read as two groups.
                    cells.setdefault(at, []).append(name.replace(SPLIT, 2 * SPLIT))
        for at, names in cells.items():
            yield at, f"{SPLIT} ".join(names)


def _plain(value: Any) -> Value:
    if isinstance(value, dict):
        return KEPT_BACK if value.get(WITHHELD) else str(value.get("text", ""))
    return value if isinstance(value, str | int | float) else ""
