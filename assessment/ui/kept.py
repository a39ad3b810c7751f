"""Answers files that people opened: in memory only, under a name nobody can guess, forgotten in the end.

A session of Streamlit's ends with every reload and every change of language; a file kept there would be lost.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final

#: A file is at most a megabyte (.streamlit/config.toml), so that this is at most fifty.
MOST: Final = 50


@dataclass(frozen=True)
class KeptFile:
    """A file as it came."""

    name: str
    content: bytes


class KeptFiles:
    """The files, the oldest forgotten first. Safe for several threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._files: OrderedDict[str, KeptFile] = OrderedDict()
        self._lock = Lock()

    def keep(self, file: KeptFile) -> str:
        """Keep a file, and say under which token."""
        token = secrets.token_urlsafe(16)
        with self._lock:
            self._files[token] = file
            while len(self._files) > self._most:
                self._files.popitem(last=False)
        return token

    def find(self, token: str) -> KeptFile | None:
        """The file of a token; None where it is not known, or forgotten."""
        with self._lock:
            return self._files.get(token)

    def forget(self, token: str) -> None:
        """Let go of a file at once."""
        with self._lock:
            self._files.pop(token, None)


KEPT: Final = KeptFiles()
