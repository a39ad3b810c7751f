"""What a person may have meant by a word that is not known."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def nearest(typed: object, known: Iterable[object]) -> str | None:
    """The known word most like the one typed, or None where none is like it."""
    if not isinstance(typed, str):
        return None
    # A long text is no slip of the hand, and comparing it would take its time.
    found = get_close_matches(typed[:80].lower(), [str(word) for word in known], n=1)
    return found[0] if found else None


def keys_at(model: type[BaseModel], loc: Sequence[int | str]) -> tuple[str, ...]:
    """The keys that `model` has at pydantic's `loc`, the last step left out; none where no model stands there."""
    here: Any = model
    for step in loc[:-1]:
        here = _inner(here, step)
    return tuple(here.model_fields) if _is_model(here) else ()


def _inner(here: Any, step: int | str) -> Any:
    """The type one step further in."""
    if _is_model(here):
        field = here.model_fields.get(step)
        return _plain(field.annotation) if field else None
    inner = [one for one in get_args(here) if one is not Ellipsis]
    return _plain(inner[-1]) if inner else None


def _plain(kind: Any) -> Any:
    """A type without what is annotated on it, and without None beside it."""
    if get_origin(kind) is Annotated:
        return _plain(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _plain(next(one for one in get_args(kind) if one is not type(None)))
    return kind


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
