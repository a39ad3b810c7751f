"""What was confirmed of a rubric's Welsh: a fingerprint of the English and the Welsh of every text.

Change one side, and the text needs review until a person has read both and confirmed them.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.core.fault import N_, Message
from assessment.core.rubric import Rubric
from assessment.core.texts import Words, texts

Pair = tuple[str, str]
Lock = Mapping[str, Pair]
"""Places of texts, with the fingerprints of their English and their Welsh."""

HEAD = "# Written by 'rubric confirm': place, English, Welsh. Change a text, and it needs review."
LINE = re.compile(r"([0-9a-f]{12}) ([0-9a-f]{12}) (\S.*)")

NEW = Message(N_("needs review: this text is new."))
ENGLISH = Message(N_("needs review: the English has changed."))
WELSH = Message(N_("needs review: the Welsh has changed."))
BOTH = Message(N_("needs review: the English and the Welsh have changed."))


@dataclass(frozen=True)
class Review:
    """A text whose two languages nobody has confirmed since it changed."""

    place: str
    why: Message


def lock(rubric: Rubric) -> dict[str, Pair]:
    """The fingerprints of every text as it stands."""
    return {place: _pair(text) for place, text in texts(rubric)}


def _pair(text: Words) -> Pair:
    return _fingerprint(text.en), _fingerprint(text.cy)


def _fingerprint(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def needs_review(rubric: Rubric, locked: Lock) -> Iterator[Review]:
    """Every text that is new or has changed since it was confirmed, in the order of the rubric."""
    for place, (english, welsh) in lock(rubric).items():
        if place not in locked:
            yield Review(place, NEW)
        elif (english, welsh) != locked[place]:
            before = locked[place]
            same_english, same_welsh = english == before[0], welsh == before[1]
            yield Review(place, WELSH if same_english else ENGLISH if same_welsh else BOTH)


def confirm(rubric: Rubric, locked: Lock, ids: Sequence[str] = ()) -> dict[str, Pair]:
    """The lock once a person has read the texts under `ids` in both languages; without ids, all."""
    return {
        place: pair if not ids or any(under(place, id_) for id_ in ids) else locked[place]
        for place, pair in lock(rubric).items()
        if not ids or place in locked or any(under(place, id_) for id_ in ids)
    }


def under(place: str, id_: str) -> bool:
    """Whether a place lies under an id such as `trust`, `co_design.trust` or `levels, 2`."""
    parts = place.split(", ")
    wanted = re.split(r"[.,\s]+", id_.strip())
    return any(parts[at : at + len(wanted)] == wanted for at in range(len(parts)))


def written(locked: Lock) -> str:
    """A lock as the text of its file, one text a line, sorted, so that changes read well."""
    return "\n".join([HEAD, *(f"{en} {cy} {place}" for place, (en, cy) in sorted(locked.items())), ""])


def parsed(text: str) -> dict[str, Pair]:
    """A lock from the text of its file; lines that are none are left out, and so need review."""
    found = (LINE.fullmatch(line) for line in text.splitlines())
    return {match[3]: (match[1], match[2]) for match in found if match}
