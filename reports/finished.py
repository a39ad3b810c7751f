"""Reads a finished PDF back: its language, title, tags, bookmarks, fonts and links. For tests and doubters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


@dataclass(frozen=True)
class Tagged:
    """One element of the structure tree with what hangs below it."""

    kind: str
    alt: str
    element: Any

    @cached_property
    def children(self) -> "tuple[Tagged, ...]":
        """The elements directly below."""
        return tuple(_tagged(kid) for kid in _kids(self.element))

    def walk(self) -> "Iterator[Tagged]":
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Pdf:
    """A PDF and what a reader program is told of it."""

    def __init__(self, data: bytes) -> None:
        """Open a finished PDF; pikepdf.PdfError if it is none."""
        self._pdf = pikepdf.open(BytesIO(data))

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self._pdf.pages)

    @property
    def language(self) -> str:
        """The language of the whole."""
        return str(self._pdf.Root.get("/Lang", ""))

    @property
    def title(self) -> str:
        """What a reader program shows in its window."""
        return str(self._pdf.docinfo.get("/Title", ""))

    @property
    def keywords(self) -> str:
        """What it says of itself to machines."""
        return str(self._pdf.docinfo.get("/Keywords", ""))

    @property
    def shows_title(self) -> bool:
        """Whether the title is shown there and not the name of the file."""
        wishes: Any = self._pdf.Root.get("/ViewerPreferences", {})
        return bool(wishes.get("/DisplayDocTitle", False))

    @property
    def says_ua(self) -> bool:
        """Whether its metadata says PDF/UA-1."""
        with self._pdf.open_metadata() as metadata:
            return str(metadata.get("pdfuaid:part", "")) == "1"

    @cached_property
    def tags(self) -> tuple[Tagged, ...]:
        """Every element of the structure tree, in reading order."""
        return tuple(_tagged(self._pdf.Root.StructTreeRoot).walk())

    @property
    def headings(self) -> tuple[int, ...]:
        """The levels of the headings in reading order; a heading over two pages counts twice."""
        return tuple(int(tag.kind[2:]) for tag in self.tags if tag.kind in HEADINGS)

    @property
    def tables(self) -> tuple[Tagged, ...]:
        """Every table."""
        return tuple(tag for tag in self.tags if tag.kind == "/Table")

    @property
    def figures(self) -> tuple[Tagged, ...]:
        """Every picture."""
        return tuple(tag for tag in self.tags if tag.kind == "/Figure")

    @property
    def fonts(self) -> frozenset[str]:
        """Names of the fonts, without the mark of the part that is embedded."""
        found = (font for page in self._pdf.pages for font in _fonts(page.obj.get("/Resources", {})))
        return frozenset(str(font.BaseFont).lstrip("/").split("+")[-1] for font in found)

    @property
    def bookmarks(self) -> tuple[str, ...]:
        """The titles of the bookmarks, in order, those below others too."""
        with self._pdf.open_outline() as outline:
            return tuple(_titles(outline.root))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where its links lead outside, page by page."""
        return tuple(
            str(link.A.URI)
            for page in self._pdf.pages
            for link in page.obj.get("/Annots", [])
            if "/A" in link and "/URI" in link.A
        )

    @property
    def embedded(self) -> int:
        """How many files or scripts hang in it."""
        names: Any = self._pdf.Root.get("/Names", {})
        return len(self._pdf.attachments) + ("/JavaScript" in names) + ("/OpenAction" in self._pdf.Root)


def _tagged(element: Any) -> Tagged:
    return Tagged(str(element.get("/S", "")), str(element.get("/Alt", "")), element)


def _kids(element: Any) -> Iterator[Any]:
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _fonts(resources: Any) -> Iterator[Any]:
    yield from resources.get("/Font", {}).values()
    for inner in resources.get("/XObject", {}).values():
        yield from _fonts(inner.get("/Resources", {}))
    for inner in resources.get("/Pattern", {}).values():
        yield from _fonts(inner.get("/Resources", {}))


def _titles(items: "Iterable[pikepdf.OutlineItem]") -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)
