"""What a file may say once it is read: words, numbers, true, false, nothing, lists and keys. And its limits."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.typed import TypedFloat, TypedInt

Tree: TypeAlias = "dict[str | int, Tree] | list[Tree] | str | int | float | bool | None"
Path: TypeAlias = "tuple[tuple[object, str | int], ...]"
"""From the root down: each dict or list on the way, and the key or index taken in it."""

MOST_BYTES = 5_000_000
MOST_ENTRIES = 100_000
DEEPEST = 20
LONGEST_NUMBER = 300

UNWRITABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no text has: NUL and other control characters, halves of a pair."""
_BREAKS = str.maketrans("\x0b\x0c", "\n\n")

WHOLE = re.compile(r"[-+]?[0-9]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

TOO_LARGE = Fault(
    "",
    Message(N_("this file is larger than {most} megabytes."), {"most": MOST_BYTES // 1_000_000}),
    Message(N_("Give the answers file itself, without pictures or copies of documents.")),
)
TOO_MANY = Fault(
    "",
    Message(N_("this file has more than {most} entries."), {"most": MOST_ENTRIES}),
    Message(N_("Give one assessment a file.")),
)
TOO_DEEP = Fault(
    "",
    Message(N_("entries stand inside each other more than {most} deep."), {"most": DEEPEST}),
    Message(N_("Write it as the template does.")),
)
EMPTY = Fault(
    "",
    Message(N_("there is nothing in this file.")),
    Message(N_("Start from the one that 'python -m assessment template' writes.")),
)
BINARY = Fault(
    "",
    Message(N_("this is not a text file.")),
    Message(N_("Give an answers file in YAML or JSON, not a document, a picture or a spreadsheet.")),
)


def text_of(given: bytes | str) -> str:
    """The text of a file: UTF-8 with or without its mark, small enough, no control characters.

    Raises BadInput.
    """
    if len(given) > MOST_BYTES:
        raise BadInput(TOO_LARGE)
    text = given if isinstance(given, str) else _decoded(given)
    text = text.removeprefix("\ufeff")
    if found := UNWRITABLE.search(text):
        raise BadInput(BINARY if found[0] == "\0" else on_line(_line(text[: found.start()]), *UNWRITABLE_HERE))
    if not text.strip():
        raise BadInput(EMPTY)
    return text


def _decoded(given: bytes) -> str:
    try:
        return given.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in given and not given.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise BadInput(BINARY) from None
        line = given[: error.start].count(b"\n") + 1
        raise BadInput(on_line(line, *NOT_UTF8)) from None


def _line(before: str) -> int:
    return before.count("\n") + 1


NOT_UTF8 = (
    N_("line {line}: these characters are not UTF-8."),
    N_("Save the file again and choose UTF-8 as its encoding."),
)
UNWRITABLE_HERE = (
    N_("line {line}: there is a control character in the text."),
    N_("Delete the line and type it again."),
)


def writable(text: str) -> str:
    """A text without what no text has: a word processor's own breaks are lines, anything else is marked as unknown."""
    return UNWRITABLE.sub("\ufffd", text.translate(_BREAKS)) if UNWRITABLE.search(text) else text


def on_line(line: int, wrong: str, remedy: str) -> Fault:
    """A fault in how the file is written, where no id can say the place. `line` counts from 1."""
    return Fault("", Message(wrong, {"line": line}), Message(remedy))


def duplicate(path: Path) -> Fault:
    """A key that stands twice; `path` ends in it."""
    return Fault(place(path), Message(N_("this key is there twice.")), Message(N_("Keep one of the two.")))


def unwritable(path: Path) -> Fault:
    """A text with an escaped control character."""
    return Fault(
        place(path),
        Message(N_("there is a control character in the text.")),
        Message(N_("Type the text again.")),
    )


def not_a_number(path: Path, name: str) -> Fault:
    """NaN or Infinity where JSON has none."""
    wrong = Message(N_("{name} is not a number that can be used."), {"name": name})
    return Fault(place(path), wrong, Message(N_("Write a number, or leave it out.")))


def number(typed: str) -> TypedInt | TypedFloat | None:
    """The decimal number that `typed` is, or None; one that no number can hold is left as text."""
    if len(typed) > LONGEST_NUMBER:
        return None
    if WHOLE.fullmatch(typed):
        return TypedInt.of(typed)
    if DECIMAL.fullmatch(typed):
        read = TypedFloat.of(typed)
        return None if read in (float("inf"), float("-inf")) else read
    return None


def place(path: Path) -> str:
    """A place by ids: keys as they are, rows of a list by the first thing they say."""
    return ", ".join(_names(path))


def _names(path: Path) -> Iterator[str]:
    for holder, step in path:
        if not (isinstance(holder, list) and isinstance(step, int)):
            yield _short(step)
        elif step < len(holder) and (name := _says(holder[step])):
            yield _short(name)


def _says(row: object) -> object:
    if isinstance(row, dict):
        return next((inner for inner in row.values() if isinstance(inner, str) and inner.strip()), None)
    return row if isinstance(row, str) else None


def _short(name: object) -> str:
    text = " ".join(str(name).split())
    return text if len(text) <= 40 else text[:39] + "…"
