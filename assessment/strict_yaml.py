"""YAML 1.2 as people mean it, and nothing that could surprise them; the one module that imports yaml.

Only null, true, false and decimal numbers are not text: `no`, `12:30` and `2026-11-22` are words.
Numbers remember how they were typed. Tags, anchors, aliases, merge keys, a second document and a key
that stands twice are refused, as is what is too large or too deep. JSON is read as strictly.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from assessment import strict_json
from assessment.core.fault import N_, BadInput, Fault
from assessment.core.typed import TypedFloat, TypedInt
from assessment.plain_tree import (
    DECIMAL,
    DEEPEST,
    EMPTY,
    MOST_ENTRIES,
    TOO_DEEP,
    TOO_MANY,
    UNWRITABLE,
    Path,
    Tree,
    duplicate,
    number,
    on_line,
    place,
    text_of,
    unwritable,
    writable,
)

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The plain words that are not text."""

TAG = (
    N_("line {line}: there is a tag (a word that begins with an exclamation mark)."),
    N_("Take it out, or put the text in quotes."),
)
ANCHOR = (
    N_("line {line}: there is an anchor (a word that begins with &)."),
    N_("Take it out, or put the text in quotes."),
)
ALIAS = (
    N_("line {line}: there is an alias (a word that begins with an asterisk)."),
    N_("Write out what it stands for, or put the text in quotes."),
)
MERGE = (N_("line {line}: there is a merge key (<<)."), N_("Write out what it stands for."))
KEY = (N_("line {line}: this key is not text."), N_("Write a word before the colon, in quotes if need be."))
SECOND = (N_("line {line}: a second document begins here."), N_("Give each its own file."))

TAB = (N_("line {line}: there is a tab where spaces belong."), N_("Use spaces at the start of a line."))
COLON = (
    N_("line {line}: there is a colon in text that is not in quotes, or a line starts too far to the right."),
    N_("Put the text in quotes, or move the line back."),
)
QUOTE = (N_("line {line}: a quotation mark is opened and not closed."), N_("Close it at the end of the text."))
BRACKET = (
    N_("line {line}: a bracket or a comma is missing."),
    N_("Close each bracket, and put a comma between entries inside it."),
)
COMMA = (
    N_("line {line}: there is a comma in text that is not in quotes."),
    N_("Put the text in quotes, or give it a line of its own."),
)
START = (
    N_("line {line}: text cannot begin with this character here."),
    N_("Put the text in quotes."),
)
KEYLESS = (
    N_("line {line}: here a key and a colon were expected."),
    N_("Write 'key: text', and start lines that belong together at the same column."),
)
GRAMMAR = (
    N_("line {line}: this is not written as YAML."),
    N_("Compare it with the template: colons, dashes and spaces at the start of lines."),
)
PROBLEMS = (
    ("mapping values are not allowed", COLON),
    ("could not find expected ':'", KEYLESS),
    ("did not find expected key", KEYLESS),
    ("did not find expected '-' indicator", KEYLESS),
    ("expected <block end>", KEYLESS),
    ("cannot start any token", START),
    ("or ']'", BRACKET),
    ("or '}'", BRACKET),
    ("while scanning a quoted scalar", QUOTE),
    ("undefined alias", ALIAS),
    ("tag", TAG),
)
"""What the parser says, and how we say it."""


@dataclass
class _Open:
    """A list or a mapping that is being read."""

    holder: list[Any] | dict[Any, Any]
    key: Any = None
    keyed: bool = False
    key_ends: int = 0
    twice: set[str | int] = field(default_factory=set)


@dataclass
class _Reader:
    """Builds plain values from events, with a stack of its own: depth costs no recursion."""

    text: str
    whole_keys: bool
    stack: list[_Open] = field(default_factory=list)
    root: Any = None
    entries: int = 0
    documents: int = 0
    lines: list[Fault] = field(default_factory=list)
    doubled: list[Path] = field(default_factory=list)
    unwritable: list[Path] = field(default_factory=list)

    def take(self, event: Any) -> None:
        """Take in the next event."""
        line, ends = event.start_mark.line + 1, event.end_mark.index
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise BadInput(*self.lines, on_line(line, *SECOND))
                return
            case yaml.AliasEvent():
                self.lines.append(on_line(line, *ALIAS))
                self._put(None, line)
                return
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._marks(event, line)
                holder: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
                self._put(holder, line)
                self.stack.append(_Open(holder))
                if len(self.stack) > DEEPEST:
                    raise BadInput(TOO_DEEP)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.ScalarEvent():
                self._marks(event, line)
                if event.style == '"' and UNWRITABLE.search(event.value):
                    self.unwritable.append(self._path())
                self._comma(event)
                self._put(_value(event), line, plain=event.implicit[0])
                if self.stack and self.stack[-1].keyed:
                    self.stack[-1].key_ends = ends

    def _marks(self, event: Any, line: int) -> None:
        if event.tag is not None:
            self.lines.append(on_line(line, *TAG))
        if event.anchor is not None:
            self.lines.append(on_line(line, *ANCHOR))

    def _comma(self, event: Any) -> None:
        """`{note: one, and two}` is one note to a person, and two keys to YAML."""
        top = self.stack[-1] if self.stack else None
        if top and top.keyed and not event.value and event.implicit[0]:
            between = self.text[top.key_ends : event.start_mark.index]
            if top.key_ends and ":" not in between:
                self.lines.append(on_line(event.start_mark.line + 1, *COMMA))

    def _put(self, value: Any, line: int, *, plain: bool = False) -> None:
        self.entries += 1
        if self.entries > MOST_ENTRIES:
            raise BadInput(TOO_MANY)
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if isinstance(top.holder, list):
            top.holder.append(value)
        elif top.keyed:
            top.holder[top.key] = value
            top.keyed = False
        else:
            self._key(top, value, line, plain=plain)

    def _key(self, top: _Open, key: Any, line: int, *, plain: bool) -> None:
        if plain and key == "<<":
            self.lines.append(on_line(line, *MERGE))
        elif isinstance(key, TypedInt):
            key = int(key) if self.whole_keys else key.typed
        elif not isinstance(key, str):
            self.lines.append(on_line(line, *KEY))
            key = f"?{line}"
        if key in top.holder and key not in top.twice:
            top.twice.add(key)
            self.doubled.append((*self._path()[:-1], (top.holder, key)))
        top.key, top.keyed = key, True

    def _path(self) -> Path:
        return tuple(
            (open_.holder, len(open_.holder) if isinstance(open_.holder, list) else open_.key)
            if open_ is self.stack[-1]
            else (open_.holder, len(open_.holder) - 1 if isinstance(open_.holder, list) else open_.key)
            for open_ in self.stack
        )

    def faults(self) -> Iterator[Fault]:
        """Everything found, places by id."""
        yield from {fault.in_(str): fault for fault in self.lines}.values()
        yield from {place(path): duplicate(path) for path in self.doubled}.values()
        yield from (unwritable(path) for path in self.unwritable)


def _value(event: Any) -> Any:
    if not event.implicit[0]:
        return event.value
    if event.value in WORDS:
        return WORDS[event.value]
    read = number(event.value)
    return event.value if read is None else read


def load(given: bytes | str, *, whole_keys: bool = True) -> Tree:
    """Plain values of a YAML or JSON text (bytes: UTF-8). Raises BadInput.

    Keys that are whole numbers come as int, or with `whole_keys` off as the text that was typed.
    """
    text = text_of(given)
    if strict_json.looks_like_json(text):
        return strict_json.load(text)
    reader = _Reader(text, whole_keys)
    try:
        loader = Loader(text)
        try:
            while loader.check_event():
                reader.take(loader.get_event())
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise BadInput(*reader.lines, _grammar(error, text)) from None
    if faults := list(reader.faults()):
        raise BadInput(*faults)
    if reader.root is None:
        raise BadInput(EMPTY)
    tree: Tree = reader.root
    return tree


def _grammar(error: yaml.YAMLError, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    if line <= len(lines) and re.match(r" *\t", lines[line - 1]):
        return on_line(line, *TAB)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    opened = getattr(error, "context_mark", None)
    for words, told in PROBLEMS:
        if words in said:
            return on_line(opened.line + 1 if opened and told in (QUOTE, BRACKET) else line, *told)
    return on_line(line, *GRAMMAR)


def dump(tree: Tree) -> str:
    """YAML in block style that `load` reads back as the same values; texts of several lines as blocks.

    Control characters, which no file may have, are written as `writable` has them.
    """
    written: str = yaml.dump(
        tree,
        Dumper=_Writer,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=2**30,
    )
    return written


class _Writer(yaml.SafeDumper):
    """A dumper that writes every value out, and numbers as they were typed."""

    def ignore_aliases(self, data: object) -> bool:
        """Write a value out each time it is met."""
        return True


ODD_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")
BLOCK = re.compile(r"\S.*\S\n?", re.DOTALL)


def _text(dumper: Any, typed: str) -> Any:
    text, style = writable(typed), None
    if "\n" in text or ODD_BREAKS.search(text):
        style = "|" if BLOCK.fullmatch(text) and not ODD_BREAKS.search(text) else '"'
    elif text in WORDS or number(text) is not None or text == "<<":
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _typed(kind: str) -> Any:
    return lambda dumper, value: dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", value.typed)


# `1e3` is a number to YAML 1.2 and to us, not to YAML 1.1, which PyYAML writes.
_Writer.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(rf"{DECIMAL.pattern}\Z"), list("-+.0123456789"))
_Writer.add_representer(str, _text)
_Writer.add_representer(TypedInt, _typed("int"))
_Writer.add_representer(TypedFloat, _typed("float"))
