"""What was counted already: not counted again while nothing of it has changed, whoever changes it and from where."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Connection, func, select

from assessment.store.portfolio.cutting import s

T = TypeVar("T")
Stamp: TypeAlias = tuple[int, int]
"""How many assessments, and the sum of their stamps: every one that is shown, or shown anew, has another one."""
MOST = 128


class Counted:
    """The last answers of one process, by what was asked and by the stamps of what it was asked of."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def once(self, asked: Hashable, stamp: Stamp, count: Callable[[], T]) -> T:
        """The answer that was given while the stamp was the same, or what `count` gives."""
        key = (asked, stamp)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                kept: T = self._answers[key]
                return kept
        found = count()
        with self._lock:
            self._answers[key] = found
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return found

    def forget(self) -> None:
        """Count everything anew."""
        with self._lock:
            self._answers.clear()


def stamp(connection: Connection, where: ColumnElement[bool]) -> Stamp:
    """The common stamp of some of the assessments that are shown."""
    row = connection.execute(select(func.count(), func.coalesce(func.sum(s.stamp), 0)).where(where)).one()
    return int(row[0]), int(row[1])
