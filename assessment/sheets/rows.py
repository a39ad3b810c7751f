"""Puts many rows into the sheets of a finished workbook: ten thousand in a few seconds, and none is kept in memory.

A workbook is made with its headings and, in each sheet that is to be filled, one row of blank cells that shows how each
column is set. That row goes, and the rows come in its place, written here: texts as texts, numbers as numbers.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, Final
from xml.sax.saxutils import escape

from assessment.sheets.paper import Written, cut, serial

_ROW: Final = re.compile(rb'<row r="2"[^>]*>(.*?)</row>')
_CELL: Final = re.compile(rb'<c r="([A-Z]+)2" s="(\d+)"/>')
_EXTENT: Final = re.compile(rb'<dimension ref="[^"]*"/>')
_END: Final = b"</sheetData>"
_PIECE: Final = 1 << 20
_KNOWN: Final = 20_000
"""How many short texts are remembered as they are written: ids and names come again and again."""
_LEVEL: Final = 4


class Rows:
    """The rows of one sheet, from the second on."""

    def __init__(self, styles: Mapping[int, str]) -> None:
        self.styles = styles
        self.count = 0
        self.width = 1
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed once it is poured out
        self._texts: dict[str, str] = {}
        self._columns = tuple(letters(at) for at in range(600))

    def add(self, values: Iterable[tuple[int, Written]]) -> None:
        """One more row: values by the place of their column; what is blank is left out."""
        self.count += 1
        number = str(self.count + 1)
        said = [self._cell(at, number, value) for at, value in sorted(values) if value is not None and value != ""]
        self._file.write(f'<row r="{number}">{"".join(said)}</row>'.encode())

    def _cell(self, at: int, number: str, value: Written) -> str:
        if at >= self.width:
            self.width = at + 1
        place = f'<c r="{self._columns[at]}{number}"'
        style = self.styles.get(at, "")
        if isinstance(value, str):
            return f"{place}{style}{self._text(value)}"
        if isinstance(value, date):
            value = serial(value)
        return f"{place}{style}><v>{value!r}</v></c>"

    def _text(self, value: str) -> str:
        known = self._texts.get(value)
        if known is None:
            known = f' t="inlineStr"><is><t xml:space="preserve">{_escaped(value)}</t></is></c>'
            if len(self._texts) < _KNOWN and len(value) < 200:
                self._texts[value] = known
        return known

    def extent(self) -> str:
        """The cells from the first to the last: `A1:F20`."""
        return f"A1:{letters(self.width - 1)}{self.count + 1}"

    def pour(self, into: IO[bytes]) -> None:
        """Write the rows into the sheet."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            into.write(piece)
        self._file.close()


def _escaped(text: str) -> str:
    text = cut(text).replace("\r\n", "\n").replace("\r", "\n")
    # What looks like a character written by its number would be read as that character.
    return escape(text.replace("_x", "_x005F_x") if "_x" in text else text)


def styles(workbook: bytes, sheet: int) -> dict[int, str]:
    """How the columns of a sheet are set, as the row of blank cells shows it; sheets are counted from 1."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        row = _ROW.search(archive.read(_name(sheet)))
    found = _CELL.findall(row[1]) if row else ()
    return {place(name.decode()): f' s="{style.decode()}"' for name, style in found}


def filled(workbook: bytes, rows: Mapping[int, Rows]) -> bytes:
    """The workbook with these rows in its sheets."""
    out = BytesIO()
    by_name = {_name(sheet): some for sheet, some in rows.items()}
    with (
        zipfile.ZipFile(BytesIO(workbook)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as new,
    ):
        for info in old.infolist():
            part = old.read(info)
            some = by_name.get(info.filename)
            with new.open(info.filename, "w", force_zip64=False) as into:
                if some is None:
                    into.write(part)
                    continue
                some.width = max(some.width, len(some.styles))
                part = _EXTENT.sub(f'<dimension ref="{some.extent()}"/>'.encode(), _ROW.sub(b"", part), count=1)
                head, _, tail = part.partition(_END)
                into.write(head)
                some.pour(into)
                into.write(_END + tail)
    return out.getvalue()


def _name(sheet: int) -> str:
    return f"xl/worksheets/sheet{sheet}.xml"


def letters(at: int) -> str:
    """What a spreadsheet calls a column, from 0: A, B, … Z, AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def place(name: str) -> int:
    """The place of a column by its name, from 0."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1
