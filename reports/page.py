"""A report's content -> one page of HTML, by Jinja templates that refuse a misspelt name."""

import textwrap
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assessment.pictures import colours
from assessment.pictures.shapes import Typed
from assessment.words import words
from reports import letters
from reports.board import Board
from reports.context import Document

HERE = Path(__file__).parent
MOST_PARAGRAPHS = 200
LONGEST_WORD = 24
LONGEST_PIECE = 1_500
"""Characters of typed text in one paragraph: laying out a paragraph costs more than its length."""


def page(document: Document) -> str:
    """The whole report as HTML, with a word on letters that no shipped font has, where there are any."""
    html = letters.cleaned(_render(document, unprinted=False))
    if not letters.unprinted(html):
        return html
    return letters.replaced(letters.cleaned(_render(document, unprinted=True)))


def _render(document: Document, unprinted: bool) -> str:
    return _templates().get_template("document.html.j2").render(d=document, unprinted=unprinted)


def board_page(board: Board) -> str:
    """The report over many projects as HTML. Letters that no shipped font has are replaced."""
    w = words(board.language)

    def count(one: str, many: str, number: int) -> str:
        return w.ngettext(one, many, number).format(number=number)

    html = _templates().get_template("board.html.j2").render(b=board, say=w.gettext, count=count)
    html = letters.cleaned(html)
    return letters.replaced(html) if letters.unprinted(html) else html


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([HERE / "templates", HERE / "charts"]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["colours"] = colours
    environment.filters |= {
        "wrapped": wrapped,
        "paragraphs": paragraphs,
        "direction": direction,
        "clipped": clipped,
        "one_line": one_line,
        "endless": endless,
        "tied": tied,
    }
    return environment


def wrapped(text: str, width: int) -> list[str]:
    """A name in lines of about `width` characters, for pictures, which do not break lines themselves."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def paragraphs(text: str) -> list[str]:
    """Typed text as paragraphs: at empty lines, and a very long one in pieces, at spaces where it has any.

    Where there are very many, those that follow the first are put together: each costs more than its length.
    """
    blocks = [block.strip() for block in "\n".join(text.splitlines()).split("\n\n") if block.strip()]
    first, rest = blocks[:MOST_PARAGRAPHS], "\n\n".join(blocks[MOST_PARAGRAPHS:])
    return [piece for block in [*first, rest] for piece in _pieces(block)]


def _pieces(block: str) -> Iterator[str]:
    while len(block) > LONGEST_PIECE:
        at = max(block.rfind(" ", 0, LONGEST_PIECE), block.rfind("\n", 0, LONGEST_PIECE))
        at = at if at > 0 else LONGEST_PIECE
        yield block[:at].rstrip()
        block = block[at:].lstrip()
    if block:
        yield block


def direction(text: str) -> str:
    """The direction in which a text is read, by its first letter: `rtl` or `ltr`."""
    strong = (unicodedata.bidirectional(letter) for letter in text[:400])
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def tied(heading: str) -> str:
    """A heading whose last word does not stand on a line by itself."""
    first, _, last = heading.rpartition(" ")
    return f"{first}\u00a0{last}" if first else heading


def endless(text: str) -> str:
    """A name for the style of a text that has a word longer than some lines; empty for others."""
    return " endless" if any(len(word) > LONGEST_WORD for word in text.split()) else ""


def one_line(text: str) -> str:
    """A text without line breaks."""
    return " ".join(text.split())


def clipped(typed: Typed | None, length: int) -> str:
    """The beginning of a typed text in one line, at a word, for places that point to the whole of it."""
    text = one_line(typed.text) if typed else ""
    if len(text) <= length:
        return text
    at = text.rfind(" ", 0, length)
    return text[: at if at > length // 2 else length] + "…"
