"""Makes of a PDF/A what is PDF/UA too: a pass over the finished file, by pikepdf.

WeasyPrint writes one standard or the other. A PDF/A-3a has tags already; what PDF/UA-1 asks beyond them is the mark
in the metadata, the title in the window, and for each header cell what it heads.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

SCOPES = {"/THead": "/Column", "/TBody": "/Row"}


def archived(data: bytes) -> bytes:
    """The same pages and data, as PDF/A-3a and PDF/UA-1."""
    with pikepdf.open(BytesIO(data)) as pdf:
        root = pdf.Root
        root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        # WeasyPrint names each attachment twice.
        root.AF = pdf.make_indirect(pikepdf.Array({one.objgen: one for one in root.AF}.values()))
        for header, part in _headers(root.StructTreeRoot, ""):
            _say_scope(header, SCOPES.get(part, "/Row"))
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["pdfuaid:part"] = "1"
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return out.getvalue()


def _headers(element: Any, part: str) -> Iterator[tuple[Any, str]]:
    """Every header cell, with the part of the table that it stands in."""
    kind = str(element.get("/S", ""))
    part = kind if kind in SCOPES else part
    if kind == "/TH":
        yield element, part
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _headers(kid, part)


def _say_scope(header: Any, scope: str) -> None:
    said = header.get("/A")
    attributes = said if isinstance(said, pikepdf.Dictionary) else pikepdf.Dictionary(O=pikepdf.Name.Table)
    attributes.Scope = pikepdf.Name(scope)
    header.A = attributes
