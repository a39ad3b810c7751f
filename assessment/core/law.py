"""What the law asks, in plain words, by kind of organisation."""

import datetime
from typing import Literal

from assessment.core.texts import Id, Named, Part, Sourced, Text, Words


class Passage(Part):
    """What the law or a duty says to one kind of organisation, in plain words, with its link."""

    id: Id
    kinds: tuple[Id, ...]
    heading: Words
    text: Sourced
    link: Text
    link_cy: Text | None = None
    answered_by: Words
    """What in the report answers it."""
    limb: Literal["involve", "reflect"] | None = None
    """Which limb of the duty to involve it is: that people are, or that they reflect the population."""
    beside: tuple[Id, ...] = ()
    """The steps of the spectrum beside which a team is shown it."""

    def link_in(self, language: str) -> str:
        """The page in that language; the only page if there is no other."""
        return (self.link_cy or self.link) if language == "cy" else self.link


class Law(Part):
    """The law as it stood on a day; under `bound`, the kinds of organisation it binds."""

    as_of: datetime.date
    bound: tuple[Id, ...]
    heading: Words
    heading_others: Words
    review: Sourced
    passages: tuple[Passage, ...]
    ways_of_working: tuple[Named, ...]
    goals: tuple[Named, ...]
