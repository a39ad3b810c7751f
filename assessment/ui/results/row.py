"""A line of a list: a name, what is said of it, and what the team wrote."""

from dataclasses import dataclass

from assessment.pictures.shapes import Typed


@dataclass(frozen=True)
class Row:
    """One line; a question stands above what is said."""

    name: str
    words: str
    note: Typed | None = None
    question: str = ""
    cost: Typed | None = None
