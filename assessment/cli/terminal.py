"""Texts in a form that a terminal can show."""

import sys

FULL, EMPTY = "●", "○"
PLAIN = str.maketrans({FULL: "*", EMPTY: ".", "–": "-", "…": "~"})
MOST = 60


def writable(text: str) -> str:
    """The text in characters that the terminal has."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def one_line(text: str) -> str:
    """What somebody typed, short and on one line; nothing in it steers the terminal."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= MOST else f"{line[: MOST - 1].rstrip()}…"
