"""What the pages of a PDF draw, each as one digest that stays the same when a file is only saved again.

Object numbers, compression and the order in a file say nothing of what a reader sees, so none of them counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pikepdf

PAGES = 3_000
"""Pages that a PDF may have."""
NODES = 4 * PAGES
"""Pages, and the branches that they hang on."""
DEEPEST = 150
"""Things within things that are followed; each takes two calls of Python."""
STEPS = 1_000_000
"""Things that are looked at before it is too much."""
UNPACKED = 64_000_000
"""Bytes that may come out of all streams together."""
UNPACKABLE = frozenset(
    {
        *("/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"),
        *("/Fl", "/LZW", "/A85", "/AHx", "/RL"),
    }
)
"""Filters that lose nothing, which another program may take off or put on."""
INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
SEEN = (*INHERITED, "/UserUnit", "/Group")
"""What decides, beside its content, how a page looks."""
OF_THE_FILE = ("/Length", "/Filter", "/DecodeParms", "/DL")
UPWARDS = ("/Parent", "/P", "/SD")
"""Ways from a part back to the whole, which is no part of it: the page of a note, the tags of a link's end."""
_NOWHERE = 1 << 30


class TooMuch(Exception):
    """There is more in a PDF than is looked at."""


class Damaged(Exception):
    """A PDF is not built as one must be."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with what it has from the branches above it."""

    page: Any
    inherited: dict[str, Any]


def leaves(pdf: pikepdf.Pdf) -> Iterator[Leaf]:
    """The pages in order, without a belief in what the file says of their number. Damaged, TooMuch."""
    waiting: list[tuple[Any, dict[str, Any], frozenset[tuple[int, int]]]] = [(pdf.Root.get("/Pages"), {}, frozenset())]
    pages = nodes = 0
    while waiting:
        node, inherited, above = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in above:
            raise Damaged
        nodes += 1
        inherited = {**inherited, **{key: node.get(key) for key in INHERITED if key in node}}
        kids: Any = node.get("/Kids")
        if not isinstance(kids, pikepdf.Array):
            pages += 1
            yield Leaf(node, inherited)
        elif nodes + len(waiting) + len(kids) > NODES:
            raise TooMuch
        else:
            above = above | {node.objgen} if node.is_indirect else above
            waiting += [(kids[at], inherited, above) for at in reversed(range(len(kids)))]
        if pages > PAGES or len(above) > DEEPEST:
            raise TooMuch


class Unpacking:
    """Takes streams out of their compression, and no more than so many bytes."""

    def __init__(self) -> None:
        self._left = UNPACKED

    def out(self, stream: pikepdf.Stream) -> bytes:
        """What a stream holds; as it stands where its filter is that of a picture. TooMuch, pikepdf's errors."""
        data = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized) if packed(stream) else stream.read_raw_bytes()
        self._left -= len(data)
        if self._left < 0:
            raise TooMuch
        return data


def packed(stream: pikepdf.Stream) -> bool:
    """Whether every filter of a stream is one that another program may take off."""
    filters: Any = stream.get("/Filter", pikepdf.Array())
    names = filters if isinstance(filters, pikepdf.Array) else [filters]
    return all(isinstance(name, pikepdf.Name) and str(name) in UNPACKABLE for name in names)


class Drawn:
    """Digests of the pages of one PDF; what pages share is looked at once."""

    def __init__(self, pages: list[Leaf], unpacking: Unpacking) -> None:
        self._numbers = {leaf.page.objgen: at for at, leaf in enumerate(pages) if leaf.page.is_indirect}
        self._unpacking = unpacking
        self._known: dict[tuple[int, int], bytes] = {}
        self._path: dict[tuple[int, int], int] = {}
        self._highest = _NOWHERE
        self._steps = STEPS

    def page(self, leaf: Leaf) -> str:
        """The digest of a page, in hex. TooMuch."""
        page: Any = leaf.page
        parts = {**leaf.inherited, **{key: page.get(key) for key in SEEN if key in page}}
        digests = [key.encode() + self._digest(parts[key], 0) for key in sorted(parts)]
        digests += [b"/Contents" + self._content(page.get("/Contents")), b"/Annots" + self._notes(page.get("/Annots"))]
        return sha256(b"".join(digests)).hexdigest()

    def _content(self, content: Any) -> bytes:
        """Several streams are one, as a reader program takes them."""
        found = sha256()
        for at, piece in enumerate(content if isinstance(content, pikepdf.Array) else [content]):
            self._step()
            if isinstance(piece, pikepdf.Stream):
                found.update(b"\n" * (at > 0) + self._unpacking.out(piece))
        return found.digest()

    def _notes(self, notes: Any) -> bytes:
        """No notes and an empty list of them are the same to a reader."""
        return self._digest(notes, 0) if isinstance(notes, pikepdf.Array) and len(notes) else b""

    def _step(self) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise TooMuch

    def _digest(self, thing: Any, depth: int) -> bytes:
        """The digest of anything; of a page only its number, and of what it stands in only how far up that is."""
        self._step()
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream):
            return sha256(_plain(thing)).digest()
        at = thing.objgen
        if not thing.is_indirect:
            return self._within(thing, depth)
        if at in self._known:
            return self._known[at]
        if at in self._numbers:
            return sha256(b"page %d" % self._numbers[at]).digest()
        if at in self._path:
            self._highest = min(self._highest, self._path[at])
            return sha256(b"up %d" % (depth - self._path[at])).digest()
        before, self._highest, self._path[at] = self._highest, _NOWHERE, depth
        found = self._within(thing, depth)
        del self._path[at]
        if self._highest >= depth:
            # It leads to nothing above itself, so it is the same wherever else it stands.
            self._known[at], self._highest = found, _NOWHERE
        self._highest = min(self._highest, before)
        return found

    def _within(self, thing: Any, depth: int) -> bytes:
        if depth > DEEPEST:
            raise TooMuch
        if isinstance(thing, pikepdf.Array):
            # By number: an iterator would turn each of a million into a Python object first.
            return sha256(b"[" + b"".join(self._digest(thing[at], depth + 1) for at in range(len(thing)))).digest()
        stream = isinstance(thing, pikepdf.Stream)
        unpacked = stream and packed(thing)
        found = sha256(b"stream" if stream else b"<<")
        for key in sorted(thing.keys()):
            value = thing.get(key)
            if value is None or key in UPWARDS or (stream and (key == "/Length" or (unpacked and key in OF_THE_FILE))):
                continue
            name = key.encode(errors="surrogateescape")
            found.update(b"%d " % len(name) + name + self._digest(value, depth + 1))
        if stream:
            found.update(self._unpacking.out(thing))
        return found.digest()


def _plain(value: Any) -> bytes:
    """A thing with nothing in it, as text: 1 and 1.0 are one number."""
    if value is None or isinstance(value, bool):
        return repr(value).encode()
    if isinstance(value, int | Decimal):
        return f"{Decimal(value).normalize():f}".encode()
    found = value.unparse()
    assert isinstance(found, bytes)
    return found
