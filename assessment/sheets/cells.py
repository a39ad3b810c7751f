"""What one cell says, by the kind of its column; or what is wrong with it, in words."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from assessment.core.fault import N_, Message
from assessment.core.fields import MOST_PEOPLE, WITHHELD
from assessment.core.nearest import nearest
from assessment.days import read_day
from assessment.plain_tree import UNWRITABLE
from assessment.sheets.columns import LABEL, SPLIT, Choice, Column, Kind
from assessment.sheets.grid import Cell

KEPT_BACK = "{withheld: true}"
"""How a text that the team keeps to itself stands in an export, as in an answers file."""
LONGEST_TAG = 60
MOST_SEEN = 1_000
_ERRORS = frozenset({"#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA"})
_WHOLE = re.compile(r"([0-9]+)[.,]0+")
"""A whole number as some programs write one, such as 3.0."""
_BETWEEN = re.compile(rf"(?<!{SPLIT}){SPLIT}(?!{SPLIT})")
"""A semicolon between two entries; a doubled one belongs to a name."""
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})


class Unclear(Exception):
    """A cell that cannot be used: what is wrong, and what to do."""

    def __init__(self, wrong: str, remedy: str, **values: object) -> None:
        super().__init__(wrong)
        self.wrong, self.remedy = Message(wrong, values), Message(remedy, values)


def alike(text: str) -> str:
    """A text by which headings and answers are the same: in small letters, with plain quotes and single spaces."""
    return " ".join(text.translate(_QUOTES).split()).casefold()


def text_of(value: Cell) -> str:
    """A cell as the person reads it: a whole number without its point, a day as year, month and day."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


@dataclass(frozen=True)
class Reading:
    """Reads the cells of one column; faults speak the person's language."""

    column: Column
    language: str

    def value(self, cell: Cell) -> Any:
        """What the cell says, None for nothing. Raises Unclear."""
        if isinstance(cell, str):
            if not cell or not cell.strip():
                return None
            if cell in self.seen:
                return self.seen[cell]
            if cell in _ERRORS:
                raise Unclear(
                    N_("the spreadsheet shows an error here: {value}."), N_("Write the value itself."), value=cell
                )
            if UNWRITABLE.search(cell):
                raise Unclear(N_("there is a control character in the text."), N_("Type the text again."))
        return _READ[self.column.kind](self, cell)

    def text(self, cell: Cell) -> Any:
        """A text, or the mark of one that is kept back."""
        text = text_of(cell).strip()
        if self.column.note and text == KEPT_BACK:
            return {WITHHELD: True}
        return text

    def date(self, cell: Cell) -> str:
        """A day, as an answers file writes it."""
        if isinstance(cell, datetime):
            return cell.date().isoformat()
        if isinstance(cell, date):
            return cell.isoformat()
        day = read_day(cell) if isinstance(cell, str) else None
        if day is None:
            wrong = N_("{value} is not a day that can be read.")
            raise Unclear(wrong, N_("Write it as 22/11/2026 or 22 November 2026."), value=_shown(cell))
        return day.isoformat()

    def number(self, cell: Cell) -> int:
        """A whole number of people."""
        text = _whole(text_of(cell).strip())
        if isinstance(cell, bool) or not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= MOST_PEOPLE:
            raise Unclear(
                N_("{value} is not a number of people."),
                N_("Write a whole number from 1 up, such as 3, or leave it blank."),
                value=_shown(cell),
            )
        return int(text)

    def choice(self, cell: Cell) -> str | int:
        """The id of an answer, however it is written."""
        found = self.known.get(_whole(alike(text_of(cell))))
        if found is None or isinstance(cell, bool):
            raise self._unknown(cell, self._told)
        if isinstance(cell, str) and len(self.seen) < MOST_SEEN:
            self.seen[cell] = found.id
        return found.id

    def list(self, cell: Cell) -> list[Any]:
        """Texts, or groups each as (id, label), in their order."""
        parts = [part.strip().replace(2 * SPLIT, SPLIT) for part in _BETWEEN.split(text_of(cell))]
        parts = [part for part in parts if part]
        if not self.column.choices:
            if long := [part for part in parts if len(part) > LONGEST_TAG]:
                raise Unclear(
                    N_("'{value}' is too long."), N_("Use {most} characters at most."), value=long[0], most=LONGEST_TAG
                )
            return [" ".join(part.split()) for part in parts]
        found = [self._groups.get(part) or self._group(part) for part in parts]
        if isinstance(cell, str) and len(self.seen) < MOST_SEEN:
            self.seen[cell] = found
        return found

    def _group(self, part: str) -> tuple[str, str]:
        name, _, label = part.partition(LABEL)
        found = self.known.get(alike(part)) or self.known.get(alike(name))
        if alike(part) == WITHHELD:
            return WITHHELD, ""
        if found is None:
            raise self._unknown(part, None)
        labelled = found.id in self.column.extra
        if not labelled and len(self._groups) < MOST_SEEN:
            self._groups[part] = str(found.id), ""
        if labelled and not label.strip():
            wrong = N_("nothing says who '{value}' is.")
            raise Unclear(wrong, N_("Write the name after a colon, such as “{value}: Bus drivers”."), value=part)
        return str(found.id), " ".join(label.split()) if labelled else ""

    @cached_property
    def known(self) -> Mapping[str, Choice]:
        """The answers by each way to write them."""
        return {alike(spelling): choice for choice in self.column.choices for spelling in choice.spellings}

    @cached_property
    def seen(self) -> dict[str, Any]:
        """Answers as they were written before: there are few, and thousands of rows."""
        return {}

    @cached_property
    def _groups(self) -> dict[str, tuple[str, str]]:
        """Groups as they were written before, but for those with a label."""
        return {}

    @cached_property
    def _told(self) -> str:
        return ", ".join(choice.short.in_(self.language) for choice in self.column.choices)

    def _unknown(self, cell: Cell, told: str | None) -> Unclear:
        names = list(self._names())
        near = nearest(text_of(cell), names)
        wrong = N_("{value} is not one of the answers.")
        if near:
            return Unclear(
                wrong, N_("Did you mean “{near}”? If not, choose from the list."), value=_shown(cell), near=near
            )
        if told is None:
            return Unclear(wrong, N_("Choose from the names on the sheet with the lists."), value=_shown(cell))
        return Unclear(wrong, N_("Use one of: {known}."), value=_shown(cell), known=told)

    def _names(self) -> Iterator[str]:
        for choice in self.column.choices:
            yield choice.short.in_(self.language)


_READ: Mapping[Kind, Callable[[Reading, Cell], Any]] = {
    Kind.TEXT: Reading.text,
    Kind.DATE: Reading.date,
    Kind.NUMBER: Reading.number,
    Kind.CHOICE: Reading.choice,
    Kind.LIST: Reading.list,
}


def _whole(text: str) -> str:
    found = _WHOLE.fullmatch(text)
    return found[1] if found else text


def _shown(cell: Cell | timedelta) -> str:
    text = " ".join(text_of(cell).split())
    return f"'{text if len(text) <= 40 else text[:39] + '…'}'"
