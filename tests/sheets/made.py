"""Spreadsheets made for the tests: sound ones, and raw ones that no program would write."""

import csv
import io
import zipfile
from datetime import date

from xlsxwriter import Workbook

from assessment.library import find

RUBRIC = find("involvement/1")
HEADINGS = ["project.name", "assessment.date"]
ROW = ["Mill Lane", "22/11/2026"]


def as_csv(rows, delimiter=",", encoding="utf-8"):
    """Rows as a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows, *, merge=None, options=None, name="Sheet1", before=()):
    """Rows as an XLSX file, every value as what it is; `before`: other sheets."""
    out = io.BytesIO()
    book = Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, **(options or {})})
    for other in before:
        book.add_worksheet(other)
    sheet = book.add_worksheet(name)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(at, place, value, day)
            elif isinstance(value, tuple):
                sheet.write_formula(at, place, *value)
            else:
                sheet.write(at, place, value)
    if merge:
        sheet.merge_range(merge, "merged")
    book.close()
    return out.getvalue()


def changed(workbook, **parts):
    """A workbook with parts replaced, added, or by None taken out; `__` in a name is a slash, and `_x` is `.xml`."""
    names = {name.replace("__", "/").replace("_x", ".xml"): content for name, content in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = names.pop(info.filename, old.read(info))
            if content is not None:
                new.writestr(info.filename, content)
        for name, content in names.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part(workbook, name="xl/worksheets/sheet1.xml"):
    """One part of a workbook, as bytes."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(name)


def sheet_of(cells):
    """A workbook whose sheet has these cells, as XML."""
    whole = as_xlsx([HEADINGS, ROW])
    before, _, after = part(whole).partition(b"</sheetData>")
    return changed(whole, xl__worksheets__sheet1_x=before + cells + b"</sheetData>" + after)


def archive_of(**files):
    """A zip of files; in a name `__` stands for a slash and `_dot_` for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in files.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()
