"""How far a report is: what the process that makes it tells on its way, and what whoever waits for it hears."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from time import monotonic
from typing import Any, Final

WEASYPRINT: Final = logging.getLogger("weasyprint.progress")
APART: Final = 0.1
"""Seconds between two pieces of news; more would be read by nobody."""


@dataclass(frozen=True)
class Waiting:
    """Other reports come first: how many, and whether one of them is the same person's."""

    before: int
    own: bool = False


@dataclass(frozen=True)
class Making:
    """It is being made: which page is laid out (0 before the first), and whether all are and the file is written."""

    page: int = 0
    writing: bool = False

    @property
    def plain(self) -> dict[str, Any]:
        """Plain values, from which the same can be made again."""
        return asdict(self)


News = Waiting | Making
Hear = Callable[[News], None]


class Progress(logging.Handler):
    """WeasyPrint's own progress, told a few times a second; what is laid out again is not told again."""

    def __init__(self, tell: Callable[[Making], None]) -> None:
        super().__init__()
        self._tell, self._now, self._due = tell, Making(), 0.0
        WEASYPRINT.addHandler(self)
        WEASYPRINT.setLevel(logging.INFO)
        WEASYPRINT.propagate = False

    def begin(self) -> None:
        """Another report begins."""
        self._say(Making())

    def emit(self, record: logging.LogRecord) -> None:
        """Take in what WeasyPrint says."""
        match record.msg.split(" - "), record.args:
            case ["Step 5", _, page], (int(number),) if page.startswith("Page ") and number > self._now.page:
                if monotonic() >= self._due:
                    self._say(Making(number))
            case ["Step 6", *_], _:
                self._say(Making(self._now.page, writing=True))

    def _say(self, news: Making) -> None:
        self._now, self._due = news, monotonic() + APART
        self._tell(news)
