"""A filled-in sheet, XLSX or CSV -> its rows as assessments, or what is wrong with each in a person's words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice
from typing import Any, TypeAlias

from assessment.core import reading
from assessment.core.assessment import Answer, Assessment, TakingPart
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.fields import NOT_APPLICABLE, WITHHELD
from assessment.core.rubric import Rubric
from assessment.sheets.archive import MOST_BYTES, MOST_ROWS, TOO_LARGE, TOO_WIDE
from assessment.sheets.cells import Reading, Unclear, alike, text_of
from assessment.sheets.columns import (
    DRAFT,
    EXAMPLE,
    NAME,
    RESPONDENTS,
    RESULT,
    RUBRIC,
    STATE,
    TAGS,
    TAKING_PART,
    Column,
    columns,
    rubric_column,
)
from assessment.sheets.examples import example_names
from assessment.sheets.grid import Row, grid
from assessment.sheets.results import results
from assessment.sheets.rows import letters

Tree = dict[str, Any]
Tell: TypeAlias = Callable[[int, int], None]
"""How many rows are read, and of how many."""


@dataclass(frozen=True)
class SheetRow:
    """One row: the number it has in the spreadsheet, and its assessment or every fault in it."""

    number: int
    assessment: Assessment | None
    draft: bool = False
    tags: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet that was read. `examples`: how many rows were left out, for they are the example of the blank sheet."""

    rows: tuple[SheetRow, ...]
    rubric: Rubric
    """By which its rows were read."""
    examples: int = 0

    @property
    def faults(self) -> Iterator[tuple[int, Fault]]:
        """Every fault with the number of its row."""
        return ((row.number, fault) for row in self.rows for fault in row.faults)


def read_sheet(
    content: bytes,
    name: str,
    rubric: Rubric,
    language: str = "en",
    *,
    other: Callable[[str], Rubric | None] | None = None,
    tell: Tell | None = None,
) -> Sheet:
    """Read every row of a sheet; a row with a fault has no assessment, and the others are not touched by it.

    `name` is the file's, for the caller's own words; what the file is, its content says. `other` finds the rubric
    that the first row names, where that is not `rubric`. `tell` hears now and then how many rows are read. Raises
    BadInput where there are no rows to speak of.
    """
    del name
    if len(content) > MOST_BYTES:
        raise BadInput(TOO_LARGE)
    reader = _Reader(rubric, language)
    found = grid(content, reader.score)
    first = list(islice(found.rows, FIRST))
    if (named := reader.named(found.headings, first)) and other:
        told = other(named)
        if told is None:
            raise BadInput(Fault("", Message(NOT_HERE, {"other": _short(named)}), Message(ASK_FOR_IT)))
        reader = _Reader(told, language)
    headings = reader.headings(found.headings)
    rows, examples, seen = [], 0, dict[int, int]()
    merged = _merged(found.merged)
    for after, row in enumerate(chain(first, found.rows), 1):
        if tell and after % EVERY == 0:
            tell(min(after, found.count), found.count)
        at = found.at + after
        if after > MOST_ROWS:
            raise BadInput(TOO_WIDE)
        if all(cell == "" for cell in row) or reader.again(row, headings, after):
            continue
        number = at + 1
        if reader.example(row, headings):
            examples += 1
            continue
        read = reader.row(number, row, headings)
        rows.append(_with(read, [*_merged_faults(merged, at), *_twice(seen, row, number)]))
    return Sheet(tuple(rows), reader.rubric, examples)


@dataclass(frozen=True)
class _Heading:
    """A column of the sheet that has a meaning, and what its heading says there."""

    place: str
    reading: Reading

    @property
    def column(self) -> Column:
        return self.reading.column


@dataclass(frozen=True)
class _Headings:
    """The headings of a sheet: those that are read by their place, and every place that has one."""

    read: Mapping[int, _Heading]
    headed: frozenset[int]

    @cached_property
    def places(self) -> Mapping[str, str]:
        """How the person finds each column, by its id."""
        return {one.column.id: one.place for one in self.read.values()}

    @cached_property
    def in_order(self) -> Sequence[tuple[int, str, _Heading, Mapping[str, Any]]]:
        """Each column as its place, its id, itself, and the answers that were read in it before."""
        return [(at, one.column.id, one, one.reading.seen) for at, one in self.read.items()]

    @cached_property
    def at(self) -> Mapping[str, int]:
        """The place of each column by its id."""
        return {one.column.id: at for at, one in self.read.items()}

    def bare(self, width: int) -> list[int]:
        """The places of a row that stand under no heading."""
        return [at for at in range(width) if at not in self.headed]


@dataclass
class _Reader:
    rubric: Rubric
    language: str
    columns: dict[str, Column] = field(init=False)
    by_heading: dict[str, str] = field(init=False)
    worked_out: frozenset[str] = field(init=False)
    answers: dict[tuple[object, ...], Answer] = field(init=False, default_factory=dict)

    took_part: dict[tuple[tuple[str, str], ...], TakingPart] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        every = (*columns(self.rubric), rubric_column())
        self.columns = {column.id: column for column in every}
        self.paths = {column.id: (column.path, column.path[:-1]) for column in every}
        self.by_heading = {
            alike(heading): column.id for column in every for heading in (column.id, column.label.en, column.label.cy)
        }
        self.worked_out = frozenset(
            alike(heading) for one in results(self.rubric) for heading in (one.id, one.label.en, one.label.cy)
        )
        self.context = {"rubric": self.rubric}
        self.questions = {("answers", item.id): item.id for item in self.rubric.items}
        self.examples = example_names()

    def score(self, row: Row) -> int:
        """How many headings of a row are known; of what is worked out, only the ids of the data count."""
        said = (alike(cell) for cell in row if isinstance(cell, str))
        return sum(one in self.by_heading or one.startswith(RESULT) for one in said)

    def named(self, headings: Row, rows: Sequence[Row]) -> str:
        """Another rubric than this one, that the first of these rows names which names any."""
        at = next((at for at, cell in enumerate(headings) if self.by_heading.get(alike(text_of(cell))) == RUBRIC), None)
        if at is None:
            return ""
        said = (text_of(row[at]).strip() for row in rows if at < len(row))
        # The headings may stand there once more, in the other language or as ids.
        named = next((one for one in said if one and self.by_heading.get(alike(one)) != RUBRIC), "")
        return "" if named == self.rubric.name else named

    def headings(self, row: Row) -> _Headings:
        """The columns of the sheet by their place. Raises BadInput with every heading that is wrong."""
        found: dict[int, _Heading] = {}
        faults: list[Fault] = []
        seen: dict[str, str] = {}
        headed: set[int] = set()
        for at, cell in enumerate(row):
            said = " ".join(text_of(cell).split())
            key = alike(said)
            if not said:
                continue
            headed.add(at)
            if key in self.worked_out or key.startswith(RESULT):
                continue
            place = f"{_short(said)} ({letters(at)})"
            id_ = self.by_heading.get(key)
            if id_ is None:
                faults.append(Fault(place, Message(N_("this heading is not known.")), Message(UNKNOWN)))
            elif id_ in seen:
                values = {"other": seen[id_]}
                faults.append(Fault(place, Message(N_("this is the same column as {other}."), values), Message(ONE)))
            else:
                seen[id_] = place
                found[at] = _Heading(place, Reading(self.columns[id_], self.language))
        for column in self.columns.values():
            if column.needed and column.id not in seen:
                heading = column.label.in_(self.language)
                faults.append(Fault(heading, Message(N_("this column is missing.")), Message(ADD)))
        if faults:
            raise BadInput(*faults)
        return _Headings(found, frozenset(headed))

    def again(self, row: Row, headings: _Headings, after: int) -> bool:
        """Whether the row under the headings is the same headings in the other language, or as ids."""
        if after > 2:
            return False
        said = {at: self.by_heading.get(alike(text_of(cell))) for at, cell in enumerate(row) if text_of(cell).strip()}
        return bool(said) and all(
            at not in headings.read or id_ == headings.read[at].column.id for at, id_ in said.items()
        )

    def example(self, row: Row, headings: _Headings) -> bool:
        """Whether a row is the example of the blank sheet, as it was."""
        name, state = (headings.at.get(id_) for id_ in (NAME, STATE))
        if name is None or state is None or max(name, state) >= len(row):
            return False
        if str(row[name]).strip() not in self.examples:
            return False
        choice = headings.read[state].reading.known.get(alike(text_of(row[state])))
        return choice is not None and choice.id == EXAMPLE

    def row(self, number: int, row: Row, headings: _Headings) -> SheetRow:
        """One row as an assessment, or with every fault in it."""
        said: dict[str, Any] = {}
        faults: list[Fault] = []
        width = len(row)
        for at, id_, heading, seen in headings.in_order:
            cell = row[at] if at < width else ""
            if cell == "":
                continue
            value = seen.get(cell) if isinstance(cell, str) else None
            if value is None:
                try:
                    value = heading.reading.value(cell)
                except Unclear as unclear:
                    faults.append(Fault(heading.place, unclear.wrong, unclear.remedy))
                    continue
            if value is not None:
                said[id_] = value
        for at in headings.bare(len(row)):
            if text_of(row[at]).strip():
                faults.append(
                    Fault(letters(at), Message(N_("something stands here under no heading.")), Message(UNDER))
                )
        places = headings.places
        faults += self._own_faults(said, places)
        tree, more = self._tree(said, places)
        faults += more
        named = {one.place for one in faults}
        assessment: Assessment | None = None
        try:
            assessment = reading.read(tree, self.rubric)
        except BadInput as bad:
            told = (self._on_column(fault, places) for fault in bad.faults)
            faults += [fault for fault in told if fault.place not in named]
        state = said.get(STATE)
        tags = tuple(dict.fromkeys(said.get(TAGS, ())))
        return SheetRow(number, None if faults else assessment, state == DRAFT, tags, tuple(faults))

    def _own_faults(self, said: Mapping[str, Any], places: Mapping[str, str]) -> Iterator[Fault]:
        if said.get(STATE) == EXAMPLE:
            remedy = N_("Say “submitted” or “draft” there, or delete the row.")
            yield Fault(places[STATE], Message(N_("this row is marked as an example.")), Message(remedy))
        elif said.get(NAME) in self.examples:
            remedy = N_("Write your project's name, or delete the row.")
            yield Fault(places[NAME], Message(N_("this is still the name of the example.")), Message(remedy))
        rubric = said.get(RUBRIC)
        if rubric and rubric != self.rubric.name:
            values = {"other": _short(rubric), "rubric": self.rubric.name}
            wrong = N_("this row was made with {other}, and is read with {rubric}.")
            yield Fault(places[RUBRIC], Message(wrong, values), Message(N_("Give it in a file of its own.")))

    def _tree(self, said: Mapping[str, Any], places: Mapping[str, str]) -> tuple[Tree, list[Fault]]:
        """The row as an answers file."""
        tree: Tree = {"format": "answers/1", "rubric": self.rubric.name, "project": {}, "assessment": {}}
        groups: dict[tuple[str, str], Tree] = {}
        stubs: list[Tree] = []
        faults: list[Fault] = []
        inner: dict[tuple[str, ...], Tree] = {}
        for id_, value in said.items():
            path, above = self.paths[id_]
            if not path:
                continue
            if above in inner:
                inner[above][path[-1]] = value
            elif path[0] == TAKING_PART:
                faults += _take_part(groups, stubs, path[1], path[2], value, places[id_])
            elif path[:2] == ("assessment", RESPONDENTS):
                tree["assessment"].setdefault(RESPONDENTS, []).append({"role": path[2], "count": value})
            else:
                here = tree
                for key in above:
                    here = here.setdefault(key, {})
                here[path[-1]] = value
                inner[above] = here
        if groups or stubs:
            order = {id_: at for at, id_ in enumerate(self.rubric.group)}
            rows = [*sorted(groups.values(), key=lambda row: order[row["group"]]), *stubs]
            tree[TAKING_PART] = [self._took_part(row) for row in rows]
        answers: Tree | None = tree.get("answers")
        if answers:
            tree["answers"] = {id_: self._answer(given) for id_, given in answers.items()}
        return tree, faults

    def _answer(self, given: Tree) -> object:
        """An answer that is in order, checked once for all rows that give the same; else as it was said."""
        if "why" in given or given.get("level") == NOT_APPLICABLE:
            return given
        key = (given.get("level"), given.get("evidence"))
        if key not in self.answers:
            self.answers[key] = Answer.model_validate(given, context=self.context)
        return self.answers[key]

    def _took_part(self, row: Tree) -> object:
        """A group's row, checked once for all sheets' rows that say the same; as it was said where it has a label."""
        if "label" in row or self.rubric.group.get(row["group"]) is None or self.rubric.group[row["group"]].labelled:
            return row
        key = tuple(row.items())
        if key not in self.took_part and len(self.took_part) < MOST_KNOWN:
            self.took_part[key] = TakingPart.model_validate(row, context=self.context)
        return self.took_part.get(key, row)

    def _on_column(self, fault: Fault, places: Mapping[str, str]) -> Fault:
        """A fault of the answers file, at the heading of its column."""
        for column in self.columns.values():
            at = ", ".join(column.path)
            if at and (fault.place == at or fault.place.startswith(f"{at}, ")):
                place = places.get(column.id, column.label.in_(self.language))
                if column.id.endswith(".why"):
                    return Fault(place, Message(N_("nothing says why the question does not apply.")), WRITE_WHY)
                if column.needed:
                    return Fault(place, Message(N_("this is empty.")), Message(N_("Write it in.")))
                return replace(fault, place=place)
        return fault


MOST_KNOWN = 20_000
FIRST = 10
"""In so many rows the rubric of a sheet is looked for."""
EVERY = 100
NOT_HERE = N_("the rows were made with the questions {other}, which this Gyda does not have.")
ASK_FOR_IT = N_("Ask whoever looks after this Gyda for that version of the questions.")
UNKNOWN = N_("Spell it as in the blank spreadsheet, or delete the column.")
ONE = N_("Keep one of the two.")
ADD = N_("Put it in, with the heading of the blank spreadsheet.")
UNDER = N_("Move it under a heading, or delete it.")
WRITE_WHY = Message(N_("Say why, or choose another answer."))


def _take_part(
    groups: dict[tuple[str, str], Tree], stubs: list[Tree], stage: str, presence: str, value: Sequence[Any], place: str
) -> Iterator[Fault]:
    """Put the groups of one cell into the rows of who took part, and name those that stand in two cells."""
    for group, label in value:
        if group == WITHHELD:
            stubs.append({"group": WITHHELD, stage: presence})
            continue
        row = groups.setdefault((group, label.casefold()), {"group": group, **({"label": label} if label else {})})
        if row.setdefault(stage, presence) != presence:
            values = {"value": label or group}
            wrong = N_("'{value}' stands in two columns of this stage.")
            yield Fault(place, Message(wrong, values), Message(N_("Keep it in one of them.")))


def _merged(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> dict[int, int]:
    """In which rows cells are merged, and the first column of that."""
    found: dict[int, int] = {}
    for (top, left), (bottom, _) in ranges[:1000]:
        for row in range(top, min(bottom, top + 1000) + 1):
            found.setdefault(row, left)
    return found


def _merged_faults(merged: Mapping[int, int], at: int) -> Iterator[Fault]:
    if at in merged:
        remedy = N_("Take the merging off, and write the value into each cell.")
        yield Fault(letters(merged[at]), Message(N_("cells are merged here.")), Message(remedy))


def _twice(seen: dict[int, int], row: Row, number: int) -> Iterator[Fault]:
    first = seen.setdefault(hash(tuple(row)), number)  # by its hash: the rows themselves are let go
    if first != number:
        wrong = Message(N_("this row says just the same as row {number}."), {"number": first})
        yield Fault("", wrong, Message(N_("Keep one of the two.")))


def _with(row: SheetRow, faults: Sequence[Fault]) -> SheetRow:
    return replace(row, assessment=None, faults=(*row.faults, *faults)) if faults else row


def _short(text: str) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
