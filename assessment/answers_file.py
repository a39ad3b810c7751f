"""Answers files (answers/1, YAML or JSON): read with their rubric, and written back."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment import library, strict_yaml
from assessment.blank_answers import template
from assessment.core import reading
from assessment.core.assessment import Assessment, TakingPart
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.fields import Note
from assessment.core.rubric import Rubric
from assessment.plain_tree import MOST_BYTES, Tree

__all__ = ["content", "dump", "load", "plain", "read", "template"]

UNREADABLE = (
    (
        FileNotFoundError,
        Message(N_("there is no such file.")),
        Message(N_("Look at its name and its folder.")),
    ),
    (IsADirectoryError, Message(N_("this is a folder.")), Message(N_("Name a file in it."))),
    (
        PermissionError,
        Message(N_("you may not read this file.")),
        Message(N_("Ask its owner, or copy it to a folder of your own.")),
    ),
    (OSError, Message(N_("this file cannot be opened.")), Message(N_("Look at its name and its disk."))),
)
"""Why a file could not be opened, the last for anything else."""


def load(given: Path | bytes) -> Tree:
    """The plain values of a file, or of the bytes of one. Raises BadInput."""
    return strict_yaml.load(given if isinstance(given, bytes) else content(given), whole_keys=False)


def content(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file, never many more than a file may have. Raises BadInput."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        wrong, remedy = next(
            ((w, r) for kind, w, r in UNREADABLE if isinstance(error, kind)),
            UNREADABLE[-1][1:],
        )
        raise BadInput(Fault("", wrong, remedy)) from None


def read(given: Path | bytes) -> tuple[Assessment, Rubric]:
    """An assessment and the rubric it names. Raises BadInput with every fault."""
    tree = load(given)
    if not isinstance(tree, dict):
        raise BadInput(Fault("", reading.NOT_A_FILE, reading.START_FROM_TEMPLATE))
    rubric = library.find(tree.get("rubric"))
    return reading.read(tree, rubric), rubric


def dump(assessment: Assessment) -> str:
    """The file that `read` reads back as this assessment; what is as by default is left out."""
    return strict_yaml.dump(plain(assessment))


def plain(part: Any) -> Any:
    """The plain values of an assessment or a part of it, as a file has them."""
    return _writer(part.__class__)(part)


@cache
def _writer(kind: type[Any]) -> Callable[[Any], Any]:
    """How a part of this kind is written; looked for once, for an assessment has hundreds of parts."""
    return next(write for base, write in _WRITERS if issubclass(kind, base))


def _row(row: TakingPart) -> dict[str, Any]:
    """A row of who took part, its stages beside its group."""
    fields = _fields(row)
    return {**{key: fields[key] for key in fields if key != "where"}, **fields.get("where", {})}


def _fields(part: BaseModel) -> dict[str, Any]:
    """The fields that are not as by default."""
    # Most values are the default itself, and to compare two parts field by field takes long.
    return {
        name: value if value.__class__ in _AS_IT_IS else plain(value)
        for name, default in _defaults(part.__class__).items()
        if (value := getattr(part, name)) is not default and (default is _REQUIRED or value != default)
    }


@cache
def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """What each field of a part is by default."""
    return {name: _REQUIRED if field.is_required() else _default(field) for name, field in model.model_fields.items()}


def _default(field: FieldInfo) -> Any:
    """The default itself: a copy of it would be compared part by part with every value that was left out."""
    return field.get_default(call_default_factory=True) if field.default_factory else field.default


_REQUIRED = object()
_AS_IT_IS = frozenset({str, int, bool, float})


def _note(note: Note) -> Any:
    """Plain text where there is nothing else to say."""
    return _fields(note) if note.withheld or note.lang is not None else note.text


_WRITERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Note, _note),
    (TakingPart, _row),
    (BaseModel, _fields),
    (dict, lambda part: {key: inner if inner.__class__ in _AS_IT_IS else plain(inner) for key, inner in part.items()}),
    (tuple, lambda part: [plain(inner) for inner in part]),
    (list, lambda part: [plain(inner) for inner in part]),
    (Enum, lambda part: part.value),
    (date, lambda part: part.isoformat()),
    (object, lambda part: part),
)
