"""What is dealt to one project after the other, so that even a few projects have some of everything."""

from collections.abc import Sequence
from random import Random
from typing import Generic, TypeVar

from assessment.core.rubric import Rubric
from assessment.core.terms import Complexity, MadeBy
from assessment.portfolio.demo.words import Words

T = TypeVar("T")


class Deck(Generic[T]):
    """Cards that are all dealt once, in an order of chance, before one of them comes again."""

    def __init__(self, random: Random, cards: Sequence[T]) -> None:
        self._random, self._cards, self._left = random, cards, list[T]()

    def deal(self) -> T:
        """The next card."""
        if not self._left:
            self._left = self._random.sample(self._cards, len(self._cards))
        return self._left.pop()


class Decks:
    """A deck for each thing in which projects differ."""

    def __init__(self, random: Random, rubric: Rubric, words: Words) -> None:
        self.older = Deck(random, _few(2, 40))
        self.first_look = Deck(random, _few(1, 20))
        self.draft = Deck(random, _few(1, 20))
        self.times = Deck(random, [1, 1, 1, 2, 2, 2, 3, 3, 4])
        self.made_by = Deck(random, [MadeBy.BOTH] * 23 + [MadeBy.PEOPLE, MadeBy.ORGANISATIONS])
        kinds = [kind.id for kind in rubric.kinds for _ in words.by_id("organisations", kind.id)]
        self.kind: Deck[str | None] = Deck(random, kinds or [None])
        levels = [level.id for level in rubric.context.levels] if rubric.context else []
        self.level: Deck[str | None] = Deck(random, levels or [None])
        self.complexity: Deck[Complexity | None] = Deck(random, [*Complexity, Complexity.COMPLEX, None])
        self.begun = Deck(random, [at for at in range(len(rubric.order)) for _ in range(2)] or [0])
        self.reason = Deck(random, [reason.id for reason in rubric.reasons] * 2 or [""])
        self.people = Deck(random, [6, 9, 14, 22, 30, 45, 80, 160])
        self.voices = Deck(random, [0, 0, 0, 0, 0, 0, 3, 5, 12, 25])


def _few(wanted: int, all_: int) -> list[bool]:
    return [True] * wanted + [False] * (all_ - wanted)
