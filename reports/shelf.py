"""Finished reports, kept for whoever asks for the same one again."""

from collections import OrderedDict
from typing import Final

ROOM: Final = 32 << 20
"""Bytes: a hundred long reports and more."""


class Shelf:
    """Reports by the fingerprint of what was asked for. Where room is short, what nobody has asked for longest goes."""

    def __init__(self, room: int = ROOM) -> None:
        self._room, self._used = room, 0
        self._reports: OrderedDict[str, bytes] = OrderedDict()

    def get(self, key: str) -> bytes | None:
        """The report of this fingerprint, if it is still there."""
        if key in self._reports:
            self._reports.move_to_end(key)
        return self._reports.get(key)

    def put(self, key: str, pdf: bytes) -> None:
        """Keep a report; one that is larger than the whole shelf is not kept."""
        if key in self._reports or len(pdf) > self._room:
            return
        self._reports[key] = pdf
        self._used += len(pdf)
        while self._used > self._room:
            _, oldest = self._reports.popitem(last=False)
            self._used -= len(oldest)
