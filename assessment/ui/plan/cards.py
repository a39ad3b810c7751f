"""Cards: closed each can be read, and opened it can be changed; which are open is the session's own affair."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from assessment import actions
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.rows import offer_way_back, rows, take_out_button
from assessment.words import words

#: What a session remembers: the cards that are open, and by list the row that is being added.
OPEN, ADDING = "plan-open", "plan-adding"

Shown = Callable[[Sheet, str], bool]
"""Tells what stands in a card; whether something of it is still missing."""
Asked = Callable[[Sheet, str], None]
"""Asks for what stands in a card."""


@dataclass(frozen=True)
class Cards:
    """A list whose rows are cards."""

    under: str
    shown: Shown
    asked: Asked
    add: str
    take_out: str


def card(sheet: Sheet, path: str, shown: Shown, asked: Asked, *, take_out: str = "") -> None:
    """One card. `take_out` is the label of the button that takes the row out.

    The button that opens it stays where it is and closes it again: whoever pressed it by keyboard
    keeps their place, and comes to the first box next.
    """
    w, opened = words(sheet.language), is_open(sheet, path)
    with st.container(key=_key("plan-card", path)):
        missing = shown(sheet, path)
        if sheet.open:
            label = w.gettext("Close") if opened else w.gettext("Fill it in") if missing else w.gettext("Change it")
            st.button(label, key=f"turn:{path}", on_click=_shut if opened else _open, args=(sheet, path))
        if opened:
            asked(sheet, path)
            _end(sheet, path, take_out)
        elif take_out and not sheet.open:
            take_out_button(sheet, path, take_out)  # no button then, but why the last attempt failed


def _end(sheet: Sheet, path: str, take_out: str) -> None:
    """At the end of an open card: close it, or take the row out."""
    with st.container(horizontal=True, gap="medium", key=_key("plan-end", path)):
        label = words(sheet.language).gettext("Close")
        st.button(label, key=f"close:{path}", on_click=_shut, args=(sheet, path))
        if take_out and _anything(sheet, path):
            take_out_button(sheet, path, take_out)


def cards(sheet: Sheet, told: Cards, order: Callable[[list[str]], list[str]] = list) -> None:
    """Every row as a card; then a button that adds one, with the new card beneath it until it is closed."""
    found = order(rows(sheet, told.under))
    if not found and not sheet.open:
        show("lines", sheet.language, lines=[])
    added = _adding(sheet, told.under)
    for row in (row for row in found if row != added):
        card(sheet, f"{told.under}/{row}", told.shown, told.asked, take_out=told.take_out)
    offer_way_back(sheet, told.under)
    if sheet.open:
        st.button(told.add, icon=":material/add:", key=f"add:{told.under}", on_click=_add, args=(sheet, told.under))
    if added:
        path = f"{told.under}/{added}"
        with st.container(key=_key("plan-card", path)):
            told.asked(sheet, path)
            _end(sheet, path, told.take_out)


def is_open(sheet: Sheet, path: str) -> bool:
    """Whether the card of a path is open in this session; it stays so while something in it could not be kept."""
    return sheet.waits(path) or (sheet.open and _name(sheet, path) in _opened())


def _anything(sheet: Sheet, path: str) -> bool:
    """Whether something is kept under a path."""
    return any(one.startswith(f"{path}/") and value is not None for one, value in sheet.work.values.items())


def _opened() -> set[str]:
    found: set[str] = st.session_state.setdefault(OPEN, set())
    return found


def _adding(sheet: Sheet, under: str) -> str:
    """The row that is being added, as long as its card is open."""
    row: str = st.session_state.get(ADDING, {}).get(_name(sheet, under), "")
    return row if row and is_open(sheet, f"{under}/{row}") else ""


def _open(sheet: Sheet, path: str) -> None:
    _opened().add(_name(sheet, path))


def _shut(sheet: Sheet, path: str) -> None:
    _opened().discard(_name(sheet, path))


def _add(sheet: Sheet, under: str) -> None:
    """Open an empty card; the one that was being added before takes its place in the list, closed."""
    if before := _adding(sheet, under):
        _shut(sheet, f"{under}/{before}")
        if sheet.waits(f"{under}/{before}"):
            return
    row = actions.new_row()
    st.session_state.setdefault(ADDING, {})[_name(sheet, under)] = row
    _open(sheet, f"{under}/{row}")


def _name(sheet: Sheet, path: str) -> str:
    return f"{sheet.work.kept.id}:{path}"


def _key(kind: str, path: str) -> str:
    return f"{kind}-{path.replace('/', '-')}"
