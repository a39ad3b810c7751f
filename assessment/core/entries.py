"""An assessment as single entries, each at a path of its own, and back to the tree of an answers file.

A person changes one thing at a time, and two people may change different things at once. So what is
kept is not a file but its leaves: `answers/co_design.trust/level` -> 2. A list of the file has a row
for each entry's second-last part: rows that the rubric knows are named by it (`taking_part/carers`,
`assessment/respondents/staff`, `replies/shared_in_name~co_design`), others by an id that whoever
adds them makes up (`actions/3f9a`).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Value = str | int | bool | dict[str, Any] | None
"""A leaf: a word, a number, a note as `{text, lang}`, or what cannot be read yet as `{typed}`."""
NOTE_KEYS = frozenset({"text", "lang", "withheld"})
TYPED = "typed"
"""Marks what a person typed that is no date or number yet: kept and shown, in no tree."""
JOINED = "~"


def typed(text: str) -> Value:
    """What a person typed that cannot be read yet."""
    return {TYPED: text}


def is_typed(value: Value) -> bool:
    """Whether a value is one that cannot be read yet."""
    return isinstance(value, dict) and TYPED in value


def is_nothing(value: Value) -> bool:
    """Whether a value says nothing: none, an empty text, an empty note."""
    if isinstance(value, dict):
        return not any(value.get(key) for key in ("text", "withheld", TYPED))
    return value is None or value == ""


def tree_of(entries: Mapping[str, Value]) -> dict[str, Any]:
    """The plain tree of an answers file from entries; rows stand in the order of their first entry."""
    tree: dict[str, Any] = {}
    for path, value in entries.items():
        if not is_nothing(value) and not is_typed(value):
            *way, last = path.split("/")
            here = tree
            for step in way:
                here = here.setdefault(step, {})
            here[last] = value
    return {name: _listed((name,), part) for name, part in tree.items()}


def entries_of(tree: Mapping[str, Any], new_row: Callable[[], str]) -> dict[str, Value]:
    """The entries of an answers file's tree; `new_row` makes up the id of a row. Single voices are no entries."""
    return dict(_leaves((), {key: part for key, part in tree.items() if key != "voices"}, new_row))


def rows_of(entries: Mapping[str, Value], under: str) -> list[str]:
    """The rows of a list that say something, in the order of their first entry."""
    begin = f"{under}/"
    said = (path for path, value in entries.items() if path.startswith(begin) and not is_nothing(value))
    return list(dict.fromkeys(path.removeprefix(begin).split("/")[0] for path in said))


def _by_role(key: str) -> dict[str, Any]:
    return {"role": key}


def _by_group(key: str) -> dict[str, Any]:
    return {"group": key.split(JOINED)[0]}


def _by_code(key: str) -> dict[str, Any]:
    code, _, where = key.partition(JOINED)
    return {"code": code, **({"where": where} if where else {})}


def _anonymous(_key: str) -> dict[str, Any]:
    return {}


LISTS: Mapping[tuple[str, ...], Callable[[str], dict[str, Any]]] = {
    ("assessment", "respondents"): _by_role,
    ("stages", "*", "parts"): _anonymous,
    ("taking_part",): _by_group,
    ("strengths",): _anonymous,
    ("partners",): _anonymous,
    ("success",): _anonymous,
    ("changes",): _anonymous,
    ("actions",): _anonymous,
    ("replies",): _by_code,
}
"""Where a tree has lists, and what the name of a row says about it."""
PLAIN_ROWS = frozenset({("partners",)})
"""Lists whose rows are a text and nothing else."""


def _place(way: tuple[str, ...]) -> tuple[str, ...]:
    return (way[0], "*", *way[2:]) if way[0] == "stages" and len(way) > 2 else way


def _listed(way: tuple[str, ...], part: Any) -> Any:
    if not isinstance(part, dict):
        return part
    if said := LISTS.get(_place(way)):
        rows = [{**said(key), **row} for key, row in part.items()]
        return [row["text"] for row in rows if "text" in row] if way in PLAIN_ROWS else rows
    return {key: _listed((*way, key), inner) for key, inner in part.items()}


def _leaves(way: tuple[str, ...], part: Any, new_row: Callable[[], str]) -> Iterator[tuple[str, Value]]:
    if isinstance(part, list):
        for row in part:
            yield from _row(way, row if isinstance(row, dict) and way not in PLAIN_ROWS else {"text": row}, new_row)
    elif isinstance(part, dict) and not (part and part.keys() <= NOTE_KEYS):
        for key, inner in part.items():
            yield from _leaves((*way, key), inner, new_row)
    elif not is_nothing(part):
        yield "/".join(way), part


def _row(way: tuple[str, ...], row: Mapping[str, Any], new_row: Callable[[], str]) -> Iterator[tuple[str, Value]]:
    key = _key(way, row, new_row)
    told = LISTS[_place(way)](key)
    found = [
        leaf
        for name, inner in row.items()
        if told.get(name) != inner
        for leaf in _leaves((*way, key, name), inner, new_row)
    ]
    # A row that says nothing but its own name is still there.
    yield from found or [("/".join((*way, key, name)), value) for name, value in told.items()]


def _key(way: tuple[str, ...], row: Mapping[str, Any], new_row: Callable[[], str]) -> str:
    if way == ("assessment", "respondents"):
        return str(row["role"])
    if way == ("taking_part",):
        own = row.get("label") or row["group"] == "withheld"
        return f"{row['group']}{JOINED}{new_row()}" if own else str(row["group"])
    if way == ("replies",):
        return f"{row['code']}{JOINED}{row.get('where') or ''}"
    return new_row()
