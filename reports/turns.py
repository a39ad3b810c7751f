"""Who is next: persons in the order they came. Each has one place, whatever they have asked for."""

from collections import deque
from dataclasses import dataclass

from reports.progress import Making, News, Waiting


@dataclass(eq=False)
class Order:
    """A report that somebody waits for; more than one may wait for the same."""

    key: str
    line: bytes
    person: str
    waiting: int = 0
    making: Making | None = None
    over: bool = False
    pdf: bytes | None = None


class Turns:
    """The orders that are not yet done. Not made for two threads at once: the press sees to that."""

    def __init__(self) -> None:
        self._persons: dict[str, deque[Order]] = {}
        self._orders: dict[str, Order] = {}

    def join(self, key: str, line: bytes, person: str) -> Order:
        """Wait for a report: with those who wait for the same, or else behind everybody, or behind one's own."""
        if key not in self._orders:
            order = self._orders[key] = Order(key, line, person or key)
            self._persons.setdefault(order.person, deque()).append(order)
        self._orders[key].waiting += 1
        return self._orders[key]

    def begin(self) -> Order | None:
        """The order whose turn it is, which now begins; None if nobody waits."""
        if not self._persons:
            return None
        order = next(iter(self._persons.values()))[0]
        order.making = Making()
        return order

    def finish(self, order: Order, pdf: bytes | None) -> None:
        """It is done, or could not be made. What the person also wants goes to the end."""
        order.over, order.pdf = True, pdf
        del self._orders[order.key]
        own = self._persons.pop(order.person)
        own.remove(order)
        if own:
            self._persons[order.person] = own

    def leave(self, order: Order) -> None:
        """One who waited for it does so no longer; nobody makes what nobody waits for, unless it has begun."""
        order.waiting -= 1
        if order.waiting or order.over or order.making:
            return
        del self._orders[order.key]
        own = self._persons[order.person]
        own.remove(order)
        if not own:
            del self._persons[order.person]

    def give_up(self) -> None:
        """Nobody waits any longer for what has not begun."""
        for order in [order for order in self._orders.values() if not order.making]:
            self.finish(order, None)

    def news(self, order: Order) -> News:
        """How far an order is."""
        if order.making:
            return order.making
        if self._persons[order.person][0] is not order:
            return Waiting(len(self._persons), own=True)
        before = list(self._persons).index(order.person)
        return Waiting(before) if before else Making()
