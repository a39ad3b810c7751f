"""What makes a report: if all of it is the same, the same data gives the same bytes."""

import ctypes
import hashlib
import platform
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
LIBRARIES: Final = (
    *("weasyprint", "pydyf", "tinyhtml5", "tinycss2", "cssselect2", "pyphen"),
    *("fonttools", "pikepdf", "babel", "jinja2", "segno"),
)
"""What lays out and writes; the system's own libraries are asked themselves."""
MADE_OF: Final = (
    *("reports", "assessment/core", "assessment/pictures", "assessment/words.py"),
    *("assessment/answers_file.py", "assessment/library.py"),
    *(f"assessment/locales/cy/LC_MESSAGES/{name}.po" for name in ("report", "bid", "check")),
)
"""Folders and files whose words or code come into a report. The rubric is told apart."""
KINDS: Final = (".py", ".j2", ".css", ".svg", ".ttf", ".conf", ".po")


@cache
def versions() -> dict[str, str]:
    """The names and versions of everything whose change could change a report."""
    found = {name: version(name) for name in LIBRARIES}
    found |= {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    found |= {name: told for name, told in _system().items() if told}
    return {**found, "gyda": _own()}


def _system() -> dict[str, str]:
    return {
        "pango": _asked("libpango-1.0.so.0", "pango_version_string"),
        "harfbuzz": _asked("libharfbuzz.so.0", "hb_version_string"),
        "harfbuzz-subset": _asked("libharfbuzz-subset.so.0", "hb_version_string"),
    }


def _asked(library: str, question: str) -> str:
    """What a library of the system says of itself; empty where it is not found under this name."""
    with suppress(OSError, AttributeError):
        ask = getattr(ctypes.CDLL(library), question)
        ask.restype = ctypes.c_char_p
        return str((ask() or b"").decode())
    return ""


def _own() -> str:
    """A hash of Gyda's own part in it: code, words, styles and fonts."""
    found = hashlib.sha256()
    for path in sorted(_files()):
        found.update(f"{path.relative_to(ROOT).as_posix()}\n".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for name in MADE_OF:
        place = ROOT / name
        yield from [place] if place.is_file() else (one for one in place.rglob("*") if one.suffix in KINDS)
