"""An XLSX file from a stranger, made harmless before anything reads it.

It is a zip of XML. Only the parts that a sheet needs are taken, each to its declared size and no further, and packed
anew: no macro, picture or outside link goes on, no bomb unfolds, and what was checked here is what is read later.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from assessment.core.fault import N_, BadInput, Fault, Message

MOST_BYTES = 20_000_000
MOST_UNPACKED = 250_000_000
MOST_RATIO = 200
"""How many times smaller a zip may make a part; sheets of thousands of like rows come to about thirty."""
SMALL = 5_000_000
"""A part of this size is no bomb, however well it packs."""
MOST_PARTS = 2_000
MOST_SHEETS = 50
MOST_ROWS = 100_000
MOST_COLUMNS = 500
MOST_CELLS = 10_000_000
"""Rows times columns: a reader keeps a place for each, filled or not."""
_PIECE = 1 << 20

TOO_LARGE = Fault(
    "",
    Message(N_("this file is larger than {most} megabytes."), {"most": MOST_BYTES // 1_000_000}),
    Message(N_("Give the sheet alone, without pictures, or in several files.")),
)
TOO_MUCH = Fault(
    "",
    Message(N_("this file unpacks to far more than a sheet of assessments can be.")),
    Message(N_("Copy the rows into the blank spreadsheet from Gyda, and save that.")),
)
TOO_WIDE = Fault(
    "",
    Message(
        N_("this sheet has more than {rows} rows or {columns} columns, or too many for its size."),
        {"rows": MOST_ROWS, "columns": MOST_COLUMNS},
    ),
    Message(N_("Delete what stands far out to the right or far down, or give the rows in several files.")),
)
DAMAGED = Fault(
    "",
    Message(N_("this spreadsheet is damaged, or not all of it is there.")),
    Message(N_("Open it, save it again as .xlsx, and try that file.")),
)
NOT_XLSX = Fault(
    "",
    Message(N_("this is not a spreadsheet that can be read here.")),
    Message(N_("Save it as .xlsx or as CSV, and give that file.")),
)
LOCKED = Fault(
    "",
    Message(N_("this spreadsheet is locked with a password.")),
    Message(N_("Open it, take the password out, save it as .xlsx, and give that file.")),
)
OLD = Fault(
    "",
    Message(N_("this is a document in an old format, such as .xls.")),
    Message(N_("Save it as .xlsx or as CSV, and give that file.")),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCK = "EncryptedPackage".encode("utf-16-le")
_NEEDED = re.compile(r"(\[content_types\]\.xml|_rels/\.rels|xl/.*\.(xml|rels))", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"xl/(externallinks|drawings|media|charts|chartsheets|pivot|embeddings|activex|ctrlprops|theme|comments|threaded"
    r"|persons|printersettings|querytables|connections|custom|model|revisions|slicer|vba|webextensions|richdata)",
    re.IGNORECASE,
)
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(rb"<(?:[\w.-]+:)?sheetData\b")
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*[0-9]+)""")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_DIGITS = b"0123456789"
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def is_archive(content: bytes) -> bool:
    """Whether it is a zip, as an XLSX file is, or a document of an older Office."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def harmless(content: bytes) -> bytes:
    """The same spreadsheet with nothing in it but what its cells need. Raises BadInput."""
    if len(content) > MOST_BYTES:
        raise BadInput(TOO_LARGE)
    if content.startswith(_OLE):
        raise BadInput(LOCKED if _LOCK in content else OLD)
    packed = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as new:
            for info in _wanted(old):
                part = _part(old, info)
                _check(part)
                new.writestr(info.filename, part)
    # NotImplementedError: a compression that no spreadsheet uses; RuntimeError: a part with a password.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise BadInput(DAMAGED) from None
    return packed.getvalue()


def _wanted(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    lower = {name.casefold() for name in names}
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise BadInput(TOO_MUCH)
    if any(info.file_size > SMALL and info.file_size > MOST_RATIO * info.compress_size for info in infos):
        raise BadInput(TOO_MUCH)
    if "xl/workbook.xml" not in lower:
        raise BadInput(NOT_XLSX)
    if len(lower) < len(names):
        raise BadInput(DAMAGED)
    if sum(name.startswith("xl/worksheets/") and name.endswith(".xml") for name in lower) > MOST_SHEETS:
        raise BadInput(TOO_MUCH)
    for info in infos:
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadInput(DAMAGED)
        if _NEEDED.fullmatch(info.filename) and not _LEFT_OUT.match(info.filename):
            yield info


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One part, unpacked piece by piece: never more of it than it said it would be."""
    with archive.open(info) as file:
        return b"".join(iter(lambda: file.read(_PIECE), b""))


def _check(part: bytes) -> None:
    if _DECLARES.search(part, 0, 4096) or (part.count(b"<!") and _DECLARES.search(part)):
        raise BadInput(DAMAGED)
    if _SHEET.search(part):
        _measure(part)


def _measure(sheet: bytes) -> None:
    """Refuse a sheet that would need far more room than it has values."""
    places = _PLACE.findall(sheet)
    letters = {one.rstrip(_DIGITS) for one in places}
    rows = max((int(one[:9]) for one in {one.lstrip(_LETTERS) for one in places}), default=0)
    columns = max((_number(one) for one in letters), default=0)
    if len(places) < _cells(sheet):  # cells that do not say where they stand follow each other
        rows = max(rows, len(_ROW.findall(sheet)))
        columns = max(columns, *(len(_CELL.findall(row)) for row in _ROW.split(sheet)))
    if rows > MOST_ROWS + 10 or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise BadInput(TOO_WIDE)


def _cells(sheet: bytes) -> int:
    """How many cells and rows a sheet has; rows say where they stand as cells do."""
    plain = sum(sheet.count(tag) for tag in (b"<c ", b"<c>", b"<c/", b"<row ", b"<row>", b"<row/"))
    return plain or len(_CELL.findall(sheet)) + len(_ROW.findall(sheet))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + letter - 64
    return number
