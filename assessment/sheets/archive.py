"""An XLSX file from a stranger, made harmless before anything reads it.

It is a zip of XML. Only the parts that a sheet needs are taken, each to its declared size and no further, and packed
anew: no macro, picture or outside link goes on, no bomb unfolds, and what was checked here is what is read later.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
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
_LONGEST = 4 << 20
"""Of what stands between two tags, by far."""

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
_CELLS = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_NAMED, _LINK = re.compile(r"<sheet\s([^<>]*)>"), re.compile(r"<Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(rb"<(?:[\w.-]+:)?sheetData\b")
_PLACE = re.compile(rb"""r(?<!\wr)\s*=\s*["']\s*([A-Za-z]*[0-9]+)""")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_DIGITS = b"0123456789"
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def is_archive(content: bytes) -> bool:
    """Whether it is a zip, as an XLSX file is, or a document of an older Office."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def harmless(content: bytes, sheet: str = "") -> BytesIO | None:
    """The same spreadsheet with nothing in it but what its cells need, or the cells of one sheet. Raises BadInput.

    None if no sheet is called so.
    """
    if len(content) > MOST_BYTES:
        raise BadInput(TOO_LARGE)
    if content.startswith(_OLE):
        raise BadInput(LOCKED if _LOCK in content else OLD)
    packed = BytesIO()
    try:
        with (
            zipfile.ZipFile(BytesIO(content)) as old,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
        ):
            wanted = list(_wanted(old))
            if sheet:
                own = _part_of(sheet, old, wanted)
                if own is None:
                    return None
                wanted = [info for info in wanted if info.filename == own or not _CELLS.fullmatch(info.filename)]
            for info in wanted:
                check = _Check()
                with old.open(info) as part, new.open(info.filename, "w") as copy:
                    # Piece by piece, and never more of a part than it said it would be.
                    while piece := part.read(_PIECE):
                        check.take(piece)
                        copy.write(piece)
                check.end()
    # NotImplementedError: a compression that no spreadsheet uses; RuntimeError: a part with a password.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise BadInput(DAMAGED) from None
    packed.seek(0)
    return packed


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


def _part_of(sheet: str, archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo]) -> str | None:
    """The part with the cells of a sheet, where the workbook says it as nearly every one does."""
    parts = {info.filename: info for info in infos}
    book, links = (parts.get(name) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    if book is None or links is None or max(book.file_size, links.file_size) > _PIECE:
        return None
    sheets = (dict(_ATTRIBUTE.findall(tag)) for tag in _NAMED.findall(_text(archive, book)))
    link = next((one.get("r:id") for one in sheets if one.get("name") == sheet), None)
    targets = (dict(_ATTRIBUTE.findall(tag)) for tag in _LINK.findall(_text(archive, links)))
    target = next((one.get("Target", "") for one in targets if link and one.get("Id") == link), "")
    part = target[1:] if target.startswith("/") else f"xl/{target}"
    return part if part in parts and _CELLS.fullmatch(part) else None


def _text(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    with archive.open(info) as part:
        return part.read(_PIECE).decode(errors="replace")


class _Check:
    """Looks at one part as it goes by: that it declares nothing, and that a sheet needs no more room than it may."""

    def __init__(self) -> None:
        self._rest = b""
        self._sheet = False
        self._letters: set[bytes] = set()
        self._rows = self._columns = 0
        self._row_tags = self._cells_in_row = 0

    def take(self, piece: bytes) -> None:
        """The next piece. Raises BadInput."""
        held = self._rest + piece
        end = held.rfind(b"<")  # no tag is cut in two
        self._rest = held[end:] if end > 0 else held
        if len(self._rest) > _LONGEST:
            raise BadInput(DAMAGED)
        if end > 0:
            self._look(held[:end])

    def end(self) -> None:
        """After the last piece. Raises BadInput."""
        self._look(self._rest)
        columns = max(self._columns, max((_number(one) for one in self._letters), default=0))
        if self._rows > MOST_ROWS + 10 or columns > MOST_COLUMNS or self._rows * columns > MOST_CELLS:
            raise BadInput(TOO_WIDE)

    def _look(self, tags: bytes) -> None:
        if b"\0" in tags or (b"<!" in tags and _DECLARES.search(tags)):
            raise BadInput(DAMAGED)
        self._sheet = self._sheet or _SHEET.search(tags) is not None
        if not self._sheet:
            return
        places = _PLACE.findall(tags)
        every = b" ".join(places)
        self._letters.update(every.translate(None, _DIGITS).split())
        numbers = set(every.translate(None, _LETTERS).split())
        self._rows = max(self._rows, max((int(one[:9]) for one in numbers), default=0))
        self._row_tags += tags.count(b"<row") + tags.count(b":row")
        if len(places) < _cells(tags):  # cells that do not say where they stand follow each other
            first, *more = (len(_CELL.findall(row)) for row in _ROW.split(tags))
            self._columns = max(self._columns, self._cells_in_row + first, *more, 0)
            self._cells_in_row = more[-1] if more else self._cells_in_row + first
            self._rows = max(self._rows, self._row_tags)


def _cells(tags: bytes) -> int:
    """How many cells and rows there are at most; rows say where they stand as cells do."""
    plain = tags.count(b"<c") + tags.count(b"<row")
    return plain or len(_CELL.findall(tags)) + len(_ROW.findall(tags))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + letter - 64
    return number
