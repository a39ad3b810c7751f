"""The cells of a file, an XLSX or a CSV one, as rows of plain values; nothing is known yet of what they mean."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice, repeat
from typing import TypeAlias

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.plain_tree import EMPTY
from assessment.sheets import archive

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
Row: TypeAlias = Sequence[Cell]
Score: TypeAlias = Callable[[Row], int]
"""How many of a row's cells are headings that are known."""
DATA = "Data"
"""The sheet of an export that can be read back in: called the same in every language, as its headings are."""
DELIMITERS = (",", ";", "\t")
HEADING_WITHIN = 20
"""In how many rows from the top headings are looked for."""
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
NOT_TEXT = Fault(
    "",
    Message(N_("this is neither an XLSX file nor a CSV file.")),
    Message(N_("Save it as .xlsx or as CSV, and give that file.")),
)
NO_HEADINGS = Fault(
    "",
    Message(N_("no row has the headings of the blank spreadsheet.")),
    Message(N_("Copy your rows into the blank spreadsheet from Gyda, under its headings.")),
)
_STARTS = ("=", "+", "-", "@", "\t", "\r")
_PAGES = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"mime-version", b"%pdf", b"{\\rtf")


@dataclass(frozen=True)
class Grid:
    """One sheet: its headings and their row, counted from 0; the rows after it, and their number; what is merged."""

    headings: Row
    at: int
    rows: Iterator[Row]
    count: int
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def grid(content: bytes, known: Score) -> Grid:
    """The sheet of a file that has the most of the known headings. Raises BadInput."""
    if not content.strip():
        raise BadInput(EMPTY)
    return _of_workbook(content, known) if archive.is_archive(content) else _of_text(content, known)


def _of_workbook(content: bytes, known: Score) -> Grid:
    # Of an export nothing is unpacked but its data, which is half of it: the other sheets are for people.
    if (data := archive.harmless(content, DATA)) and (found := _best(data, [DATA], known, sure=True)):
        return found
    every = archive.harmless(content)
    if every is None or (found := _best(every, [], known)) is None:
        raise BadInput(NO_HEADINGS)
    return found


def _best(file: io.BytesIO, names: Sequence[str], known: Score, *, sure: bool = False) -> Grid | None:
    """Of these sheets, or of all, the one with the most headings that are known. `sure`: only if all of its are."""
    with _whatever_it_is():
        book = CalamineWorkbook.from_filelike(file)
        best, chosen, at, top = 0, None, 0, []
        for name in names or sorted(book.sheet_names, key=lambda name: name != DATA):
            sheet = book.get_sheet_by_name(name)
            first = sheet.to_python(skip_empty_area=False, nrows=HEADING_WITHIN)
            heading, score = _heading(first, known)
            if score > best:
                best, chosen, at, top = score, sheet, heading, first
            if score and score == sum(cell != "" for cell in first[heading]):
                sure = False
                break  # all of its headings are known: no other sheet can have more
        if chosen is None or sure:
            return None
        count, merged = (chosen.end or (at, 0))[0] - at, tuple(chosen.merged_cell_ranges or ())
        return Grid(top[at], at, islice(_rows(chosen), at + 1, None), count, merged)


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    """The rows of a sheet from its first one on, one by one: what is read is soon let go."""
    top, left = sheet.start or (0, 0)
    yield from repeat((), top)
    before = [""] * left
    with _whatever_it_is():
        for row in sheet.iter_rows():
            yield [*before, *row] if before else row


@contextmanager
def _whatever_it_is() -> Iterator[None]:
    """Whatever a stranger's file does to the reader, it is the file that is wrong. A panic of it is no Exception."""
    try:
        yield
    except (CalamineError, OSError, ValueError):
        raise BadInput(archive.DAMAGED) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise BadInput(archive.DAMAGED) from None
        raise


def _of_text(content: bytes, known: Score) -> Grid:
    if content.lstrip()[:16].lower().startswith(_PAGES):
        raise BadInput(NOT_TEXT)
    text = _decoded(content)
    if not text.strip():
        raise BadInput(EMPTY)
    first = [list(csv.reader(text.splitlines()[:HEADING_WITHIN], delimiter=one)) for one in DELIMITERS]
    scores = [_heading(rows, known) for rows in first]
    best = max(range(len(DELIMITERS)), key=lambda place: scores[place][1])
    if not scores[best][1]:
        raise BadInput(NO_HEADINGS)
    rows = _table(text, DELIMITERS[best])
    at = _heading(rows[:HEADING_WITHIN], known)[0]
    return Grid(rows[at], at, iter(rows[at + 1 :]), len(rows) - at - 1)


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    if encoding is None and b"\0" in content:
        raise BadInput(NOT_TEXT)
    for one in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            return content.decode(one)
        except UnicodeDecodeError:
            continue
    raise BadInput(NOT_TEXT)


def _table(text: str, delimiter: str) -> list[Row]:
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if len(row) > archive.MOST_COLUMNS or len(rows) > archive.MOST_ROWS + HEADING_WITHIN:
                raise BadInput(archive.TOO_WIDE)
            rows.append([as_typed(cell) if cell[:1] == "'" else cell for cell in row])
    except csv.Error:
        wrong = Message(N_("the table breaks off about line {line}."), {"line": reader.line_num})
        remedy = Message(N_("Look for a quotation mark that is missing or too many, there or above."))
        raise BadInput(Fault("", wrong, remedy)) from None
    return rows


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before it, where it begins like one."""
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS) or text.startswith("'") else text


def as_typed(text: str) -> str:
    """The text before it was made inert."""
    return text[1:] if text.startswith("'") and inert(text[1:]) != text[1:] else text


def _heading(rows: Sequence[Row], known: Score) -> tuple[int, int]:
    """The row with the most of the known headings, and how many it has."""
    scores = [known(row) for row in rows]
    best = max(scores, default=0)
    return (scores.index(best), best) if best else (0, 0)
