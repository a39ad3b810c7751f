"""JSON as strict as our YAML: no key twice, no NaN, no depth that a person would not write."""

import json
import re
from collections import Counter
from typing import Any

from assessment.core.fault import N_, BadInput, Fault
from assessment.core.typed import TypedFloat, TypedInt
from assessment.plain_tree import (
    DEEPEST,
    MOST_ENTRIES,
    TOO_DEEP,
    TOO_MANY,
    UNWRITABLE,
    Path,
    Tree,
    duplicate,
    not_a_number,
    number,
    on_line,
    unwritable,
)

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{},]')
NOT_JSON = (
    N_("line {line}: this is not written as JSON."),
    N_("Look for a comma, a bracket or a quotation mark that is missing or too many, here or just above."),
)


class _NoNumber(str):
    """NaN or Infinity, which JSON does not have."""

    __slots__ = ()


class _Doubled(dict[str, Any]):
    """An object with keys that stand twice."""

    doubled: tuple[str, ...]


def looks_like_json(text: str) -> bool:
    """Whether the text is meant as JSON: a bracket, and inside it a quoted key or another bracket."""
    return re.match(r'\s*(\{\s*(["}])|\[\s*[\[{"\]\d])', text) is not None


def load(text: str) -> Tree:
    """Plain values of a JSON text. Raises BadInput."""
    _measure(text)
    try:
        tree = json.loads(
            text,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_NoNumber,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise BadInput(on_line(error.lineno, *NOT_JSON)) from None
    if faults := _faults(tree):
        raise BadInput(*faults)
    plain: Tree = tree
    return plain


def _number(typed: str) -> TypedInt | TypedFloat | str:
    read = number(typed)
    return typed if read is None else read


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    doubled = _Doubled(pairs)
    doubled.doubled = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return doubled


def _measure(text: str) -> None:
    depth = 0
    for entries, token in enumerate(TOKEN.finditer(text)):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > DEEPEST:
            raise BadInput(TOO_DEEP)
        if entries > 3 * MOST_ENTRIES:
            raise BadInput(TOO_MANY)


def _faults(tree: object) -> list[Fault]:
    found: list[Fault] = []
    waiting: list[tuple[Path, object]] = [((), tree)]
    while waiting:
        path, here = waiting.pop()
        if isinstance(here, _Doubled):
            found += [duplicate((*path, (here, key))) for key in here.doubled]
        if isinstance(here, _NoNumber):
            found.append(not_a_number(path, here))
        elif isinstance(here, str) and UNWRITABLE.search(here):
            found.append(unwritable(path))
        inner = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
        waiting += [((*path, (here, key)), value) for key, value in inner]
    return found[::-1]
