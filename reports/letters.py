"""Letters that a report can print, and what becomes of the others."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS = Path(__file__).parent / "fonts"
STAND_IN = "□"

_LINE_ENDS: dict[int, str | None] = dict.fromkeys((11, 12, 13, 28, 29, 30, 133, 8232, 8233), "\n")
_DROPPED: dict[int, str | None] = dict.fromkeys(
    [
        *(code for code in range(0x20) if chr(code) not in "\t\n"),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),  # overrides of direction, which could turn a line round
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        *range(0xFDD0, 0xFDF0),
        *(plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
        0xFEFF,
        0xFFF9,
        0xFFFA,
        0xFFFB,
    ]
)
"""Characters that print nothing, or that a PDF cannot hold."""


_JOINERS = (
    range(0xAD, 0xAE),  # soft hyphen
    range(0x61C, 0x61D),
    range(0x200B, 0x2010),
    range(0x2060, 0x2066),
    range(0xFE00, 0xFE10),
    range(0xE0000, 0xE1000),
)
"""Characters that have no shape of their own, which fonts need not have."""


def cleaned(text: str) -> str:
    """The text without characters that print nothing, or that a PDF cannot hold; every end of a line is one."""
    return text.replace("\r\n", "\n").translate(_DROPPED | _LINE_ENDS)


def cleaned_tree(tree: Any) -> Any:
    """Plain values with every text cleaned."""
    if isinstance(tree, dict):
        return {key: cleaned_tree(inner) for key, inner in tree.items()}
    if isinstance(tree, list | tuple):
        return [cleaned_tree(inner) for inner in tree]
    if not isinstance(tree, str):
        return tree
    # What was there must not look as if nothing had been.
    return cleaned(tree) if cleaned(tree).strip() or not tree.strip() else STAND_IN


def unprinted(text: str) -> frozenset[str]:
    """The letters of a text that no shipped font has."""
    return frozenset(letter for letter in set(text) if ord(letter) not in _known() and not _silent(letter))


def replaced(text: str) -> str:
    """The text with a mark for every letter that no shipped font has."""
    return text.translate({ord(letter): STAND_IN for letter in unprinted(text)})


def _silent(letter: str) -> bool:
    """Whether a letter only joins others or tells a variant of them, or is a space."""
    joins = any(ord(letter) in those for those in _JOINERS)
    return joins or unicodedata.category(letter) in ("Zs", "Cc")


@cache
def _known() -> frozenset[int]:
    """Every character that a shipped font has."""
    known: set[int] = set()
    for path in sorted(FONTS.glob("*/*.ttf")):
        with TTFont(path, lazy=True) as font:
            known |= font.getBestCmap().keys()
    return frozenset(known)
