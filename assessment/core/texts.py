"""A text in both languages with where it comes from, and the frozen parts that hold texts."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

LANGUAGES = ("cy", "en")


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Part(BaseModel):
    """A frozen part of a rubric that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Words(Part):
    """One text in both languages."""

    en: Text
    cy: Text

    def in_(self, language: str) -> str:
        """The text in `cy` or `en`."""
        return self.cy if language == "cy" else self.en


class Sourced(Words):
    """A text with its source: the key of a source and the place in it, several split by `;`."""

    source: Text


class Named(Part):
    """Something with an id and a name."""

    id: Id
    name: Words


def texts(part: BaseModel, place: str = "") -> Iterator[tuple[str, Words]]:
    """Every text of a rubric with its place, written as ids split by ', '."""
    if isinstance(part, Words):
        yield place, part
    for name in type(part).model_fields:
        yield from _texts_in(getattr(part, name), f"{place}, {name}" if place else name)


def _texts_in(value: object, place: str) -> Iterator[tuple[str, Words]]:
    if isinstance(value, BaseModel):
        yield from texts(value, place)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts_in(inner, f"{place}, {key}")
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            id_ = getattr(inner, "id", None) or getattr(inner, "code", None) or at
            yield from _texts_in(inner, f"{place}, {id_}")
