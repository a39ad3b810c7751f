"""Writes cells of a workbook: texts as texts, numbers as numbers, days as days. Nothing is ever a formula or a link."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessment.pictures.colours import INK, LINE, PAPER, SAND
from assessment.plain_tree import writable

OPTIONS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST: Final = 32_767
"""Characters that a cell can hold."""
_FIRST_DAY: Final = date(1899, 12, 30).toordinal()
Written = str | int | float | date | None


class Paper:
    """A workbook to write on."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self.book = Workbook(self._out, {**OPTIONS, "in_memory": True})
        self.book.set_properties({"author": "Gyda"})
        self.formats: Mapping[str, Format] = {
            name: self.book.add_format({"font_name": "Calibri", "font_size": 11, "valign": "top", **more})
            for name, more in FORMATS.items()
        }

    def sheet(self, name: str, widths: Sequence[float], *, freeze: tuple[int, int] = (1, 1)) -> Worksheet:
        """One more sheet with its columns' widths, its headings kept in sight."""
        sheet = self.book.add_worksheet(name[:31])
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width, self.formats["text"])
        if any(freeze):
            sheet.freeze_panes(*freeze)
        return sheet

    def head(self, sheet: Worksheet, row: int, headings: Sequence[str], form: str = "head", height: float = 48) -> None:
        """A row of headings."""
        sheet.set_row(row, height)
        for at, heading in enumerate(headings):
            sheet.write_string(row, at, heading, self.formats[form])

    def pattern(self, sheet: Worksheet, width: int, forms: Mapping[int, str]) -> None:
        """The row of blank cells under the headings that shows how each column of a sheet to be filled is set."""
        for at in range(width):
            sheet.write_blank(1, at, None, self.formats[forms.get(at, "text")])

    def row(
        self, sheet: Worksheet, row: int, values: Sequence[Written], forms: Mapping[int, str] | None = None
    ) -> None:
        """A row of values from the first column on; `forms`: in which columns they are set otherwise."""
        for at, value in enumerate(values):
            self.cell(sheet, row, at, value, forms.get(at, "") if forms else "")

    def cell(self, sheet: Worksheet, row: int, at: int, value: Written, form: str = "") -> None:
        """One cell as what it is; nothing for nothing."""
        if isinstance(value, str):
            if value:
                sheet.write_string(row, at, cut(value), self.formats[form] if form else None)
        elif isinstance(value, date):
            sheet.write_number(row, at, serial(value), self.formats["date"])
        elif value is not None:
            sheet.write_number(row, at, value, self.formats[form] if form else None)

    def done(self) -> bytes:
        """The file."""
        self.book.close()
        return self._out.getvalue()


FORMATS: Final[Mapping[str, Mapping[str, object]]] = {
    "text": {},
    "wrapped": {"text_wrap": True},
    "strong": {"bold": True, "text_wrap": True},
    "title": {"bold": True, "font_size": 16, "font_color": INK},
    "head": {
        "bold": True,
        "text_wrap": True,
        "bg_color": SAND,
        "font_color": INK,
        "border": 1,
        "border_color": LINE,
    },
    "second": {
        "text_wrap": True,
        "italic": True,
        "bg_color": PAPER,
        "font_color": INK,
        "border": 1,
        "border_color": LINE,
    },
    "needed": {
        "bold": True,
        "text_wrap": True,
        "bg_color": "#dfeee8",
        "font_color": INK,
        "border": 1,
        "border_color": LINE,
    },
    "example": {"italic": True, "font_color": "#4d585b", "bg_color": SAND, "text_wrap": True},
    "example_date": {"italic": True, "font_color": "#4d585b", "bg_color": SAND, "num_format": "dd/mm/yyyy"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
    "mean": {"num_format": "0.00"},
}


def serial(day: date) -> int:
    """The number by which a spreadsheet knows a day."""
    return day.toordinal() - _FIRST_DAY


def cut(text: str) -> str:
    """A text that a cell can hold, and every spreadsheet can open."""
    text = writable(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
