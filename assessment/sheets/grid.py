"""The cells of a file, an XLSX or a CSV one, as rows of plain values; nothing is known yet of what they mean."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook

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
    """The rows of one sheet from the first on, where its headings are, and which cells are merged."""

    rows: Sequence[Row]
    heading: int
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def grid(content: bytes, known: Score) -> Grid:
    """The sheet of a file that has the most of the known headings. Raises BadInput."""
    if len(content) > archive.MOST_BYTES:
        raise BadInput(archive.TOO_LARGE)
    if not content.strip():
        raise BadInput(EMPTY)
    found = _of_workbook(content, known) if archive.is_archive(content) else _of_text(content, known)
    if len(found.rows) - found.heading > archive.MOST_ROWS + 2:
        raise BadInput(archive.TOO_WIDE)
    return found


def _of_workbook(content: bytes, known: Score) -> Grid:
    safe = io.BytesIO(archive.harmless(content))
    try:
        with CalamineWorkbook.from_filelike(safe) as book:
            best, chosen, at = 0, None, 0
            for name in sorted(book.sheet_names, key=lambda name: name != DATA):
                sheet = book.get_sheet_by_name(name)
                top = sheet.to_python(skip_empty_area=False, nrows=HEADING_WITHIN)
                heading, score = _heading(top, known)
                if score > best:
                    best, chosen, at = score, sheet, heading
                if score and score == sum(cell != "" for cell in top[heading]):
                    break  # all of its headings are known: no other sheet can have more
            if chosen is None:
                raise BadInput(NO_HEADINGS)
            return Grid(chosen.to_python(skip_empty_area=False), at, tuple(chosen.merged_cell_ranges or ()))
    except BadInput:
        raise
    # A panic of the reader is no Exception: whatever a stranger's file does to it, it is the file that is wrong.
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        if isinstance(error, CalamineError | OSError | ValueError) or type(error).__name__ == "PanicException":
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
    return Grid(rows, _heading(rows[:HEADING_WITHIN], known)[0])


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
            rows.append([as_typed(cell) for cell in row])
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
