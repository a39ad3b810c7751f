"""Opens a PDF that came from outside, in a process of its own with limits, and gives back what a check needs.

`python -m reports.stranger` is that process: the PDF in, one line of JSON out. Nothing is mended in a PDF: what
one program mends in its way and another in its own would be two documents.
"""

import base64
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import TYPE_CHECKING, Any

from assessment.core.fault import N_, BadInput, Fault, Message

if TYPE_CHECKING:
    import pikepdf

    from reports.drawn import Leaf, Unpacking

ROOT = Path(__file__).parents[1]
MB = 1_000_000
LARGEST = 20 * MB
"""Bytes that a PDF may have."""
PATIENCE = 4.5
"""Seconds that the process has, so that a refusal comes within five."""
PROCESSOR = 4
"""Seconds of a processor that it has."""
MEMORY = 300 * MB
"""Bytes that it may ask for, libraries included."""
AT_ONCE = BoundedSemaphore(2)
"""So that many uploads take no more memory than two."""
FILES = 10
ONE_FILE, ALL_FILES = 8 * MB, 16 * MB
ONE_STREAM = 32 * MB
"""Bytes that may come out of one stream, those that hold the file's own objects included."""
MOST_SAID = 24 * MB
"""Bytes that are read from the process: all the files it may find, and some words."""
NODES = 1_000
"""Branches of the list of attached files that are looked at."""
TEXT, NAME = 200, 100
STOPPED = (-signal.SIGKILL, -signal.SIGXCPU, -signal.SIGABRT)
"""How it ends where time, the processor or memory give out."""
NEEDED = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""All that the process is told of its surroundings: no password of a database, should a PDF get the better of it."""

LARGE, DAMAGED, LOCKED, HEAVY, ATTACHED, FAILED = "large", "damaged", "locked", "heavy", "attached", "failed"
_ASK = Message(N_("Ask for the file as it came out of Gyda."))
_WHY = {
    LARGE: (
        Message(N_("This file is larger than {most} megabytes."), {"most": LARGEST // MB}),
        Message(N_("Ask for the report as it came out of Gyda. It is much smaller.")),
    ),
    DAMAGED: (Message(N_("This file is not a PDF, or it is damaged.")), _ASK),
    LOCKED: (
        Message(N_("This PDF is locked with a password or by encryption.")),
        Message(N_("Ask for the file as it came out of Gyda, without a password.")),
    ),
    HEAVY: (
        Message(N_("There is more in this PDF than Gyda can read safely.")),
        Message(N_("Ask for the report as it came out of Gyda, with nothing added to it.")),
    ),
    ATTACHED: (Message(N_("Too many files are attached to this PDF, or they are too large.")), _ASK),
    FAILED: (
        Message(N_("This PDF could not be read just now.")),
        Message(N_("Try again. If it happens again, start Gyda again.")),
    ),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a PDF that came from outside."""

    creator: str
    keywords: str
    language: str
    files: Mapping[str, bytes]
    """Attached files by name. Of two with one name the second is `name (2)`: neither hides the other."""
    pages: tuple[str, ...]
    """For each page a digest of what it draws."""


class NotRead(BadInput):
    """A PDF that is not read, and why."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.retry = kind == FAILED
        super().__init__(Fault("", *_WHY[kind]))


def read_apart(data: bytes) -> Found:
    """What stands in a PDF. NotRead, within five seconds once its turn has come."""
    if len(data) > LARGEST:
        raise NotRead(LARGE)
    with AT_ONCE:
        said, code = _asked(data)
    try:
        told = json.loads(said)
        if "refused" not in told:
            files = {name: base64.b64decode(file, validate=True) for name, file in told.pop("files").items()}
            return Found(**told | {"files": files, "pages": tuple(told["pages"])})
        kind = told["refused"]
    except (ValueError, TypeError, LookupError, AttributeError):
        # It went in the middle: stopped by a limit, fallen over the file, or never begun.
        kind = HEAVY if code in STOPPED else DAMAGED if code < 0 else FAILED
    raise NotRead(kind if kind in _WHY else DAMAGED)


def _asked(data: bytes) -> tuple[bytes, int]:
    """What the process says of a PDF, and how it ended."""
    command = [sys.executable, "-m", "reports.stranger"]
    surroundings = {name: os.environ[name] for name in NEEDED if name in os.environ}
    try:
        process = subprocess.Popen(  # noqa: S603  our own module, with nothing of a person's in it
            command,
            cwd=ROOT,
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NotRead(FAILED) from error
    assert process.stdin
    assert process.stdout
    clock = Timer(PATIENCE, process.kill)
    clock.start()
    try:
        with suppress(BrokenPipeError), process.stdin:
            process.stdin.write(data)
        with process.stdout:
            said = process.stdout.read(MOST_SAID)
    finally:
        clock.cancel()
        # Nothing more is wanted of it, whatever it is doing.
        process.kill()
        code = process.wait()
    return said, code


class Refused(Exception):
    """Why the process does not read a PDF: one of the kinds of NotRead."""


def _limit() -> None:
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, PROCESSOR), (resource.RLIMIT_CORE, 0)):
        _, allowed = resource.getrlimit(what)
        most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(what, (most, most))


def _told(data: bytes) -> dict[str, Any]:
    """What the process says: what it found, or why not."""
    from reports.drawn import TooMuch

    try:
        return _read(data)
    except Refused as error:
        return {"refused": str(error)}
    except (TooMuch, MemoryError, RecursionError):
        return {"refused": HEAVY}
    except Exception as error:
        # Every kind of error can come out of a file made to be hard to read.
        return {"refused": _why(error)}


def _why(error: object) -> str:
    """The kind that fits what pikepdf says."""
    said = str(error).lower()
    if "encrypt" in said or "security handler" in said:
        return LOCKED
    return HEAVY if "memory limit" in said or "bad_alloc" in said else DAMAGED


def _read(data: bytes) -> dict[str, Any]:
    from reports.drawn import Drawn, Unpacking, leaves

    pdf, unpacking = _open(data), Unpacking()
    pages = list(leaves(pdf))
    info: Any = pdf.trailer.get("/Info", {})
    drawn = Drawn(pages, unpacking)
    told = {
        "creator": _text(info.get("/Creator", ""), TEXT),
        "keywords": _text(info.get("/Keywords", ""), TEXT),
        "language": _text(pdf.Root.get("/Lang", ""), TEXT),
        "files": _files(pdf, pages, unpacking),
        "pages": [drawn.page(page) for page in pages],
    }
    if warnings := pdf.get_warnings():
        raise Refused(_why(warnings))
    return told


def _open(data: bytes) -> "pikepdf.Pdf":
    import pikepdf
    from pikepdf import settings

    if b"%PDF-" not in data[:1024]:
        raise Refused(DAMAGED)
    settings.set_qpdf_limits(
        doc_max_warnings=100,
        flate_max_memory=ONE_STREAM,
        png_max_memory=ONE_STREAM,
        tiff_max_memory=ONE_STREAM,
        run_length_max_memory=ONE_STREAM,
    )
    try:
        pdf = pikepdf.open(BytesIO(data), attempt_recovery=False, inherit_page_attributes=False)
    except pikepdf.PasswordError as error:
        raise Refused(LOCKED) from error
    if pdf.is_encrypted:
        raise Refused(LOCKED)
    return pdf


def _files(pdf: "pikepdf.Pdf", pages: "list[Leaf]", unpacking: "Unpacking") -> dict[str, str]:
    """The attached files in base64."""
    import pikepdf

    files: dict[str, str] = {}
    met: set[tuple[str, tuple[int, int]]] = set()
    size = 0
    for listed, spec in _specs(pdf, pages):
        held: Any = spec.get("/EF") if isinstance(spec, pikepdf.Dictionary) else None
        if not isinstance(held, pikepdf.Dictionary):
            continue
        name = _text(spec.get("/UF", spec.get("/F", listed)), NAME) or "?"
        for key in held.keys():  # noqa: SIM118  iterating would say something else
            stream = held.get(key)
            if not isinstance(stream, pikepdf.Stream) or (name, stream.objgen) in met:
                continue
            met.add((name, stream.objgen))
            file = _file(stream, unpacking)
            size += len(file)
            if len(met) > FILES or len(file) > ONE_FILE or size > ALL_FILES:
                raise Refused(ATTACHED)
            files[_free(name, files)] = base64.b64encode(file).decode()
    return files


def _file(stream: "pikepdf.Stream", unpacking: "Unpacking") -> bytes:
    import pikepdf

    try:
        return unpacking.out(stream)
    except pikepdf.PdfError as error:
        raise Refused(ATTACHED if _why(error) == HEAVY else DAMAGED) from error


def _specs(pdf: "pikepdf.Pdf", pages: "list[Leaf]") -> Iterator[tuple[Any, Any]]:
    """Everything that may attach a file, with the name that it is listed by."""
    import pikepdf

    names: Any = pdf.Root.get("/Names", {})
    yield from _listed(names.get("/EmbeddedFiles"))
    for part in (pdf.Root, *(leaf.page for leaf in pages)):
        files: Any = part.get("/AF", [])
        yield from (("", file) for file in (files if isinstance(files, pikepdf.Array) else [files]))
        notes: Any = part.get("/Annots", [])
        yield from (("", note.get("/FS")) for note in notes if isinstance(note, pikepdf.Dictionary))


def _listed(tree: Any) -> Iterator[tuple[Any, Any]]:
    """The pairs of a name tree, however its branches hang together."""
    import pikepdf

    waiting, nodes = [tree], 0
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        pairs: Any = node.get("/Names", [])
        kids: Any = node.get("/Kids", [])
        nodes += 1
        if nodes + len(waiting) + len(kids) + len(pairs) > NODES:
            raise Refused(ATTACHED)
        yield from zip(list(pairs)[::2], list(pairs)[1::2], strict=False)
        waiting += reversed(list(kids))


def _text(value: object, most: int) -> str:
    """A text of the PDF without its control characters and not longer than may be."""
    return "".join(letter for letter in str(value)[: 2 * most] if letter.isprintable())[:most]


def _free(name: str, taken: Mapping[str, object]) -> str:
    at, free = 1, name
    while free in taken:
        at += 1
        free = f"{name} ({at})"
    return free


def main() -> None:
    """Read one PDF and say what is in it."""
    _limit()
    # What a library prints must not come between.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    told = _told(sys.stdin.buffer.read(LARGEST + 1))
    out.write(json.dumps(told).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    main()
