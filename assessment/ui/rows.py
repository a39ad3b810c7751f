"""Rows of a list: an empty box begins one, a button takes one out."""

import streamlit as st

from assessment import actions
from assessment.core.entries import rows_of
from assessment.ui.fields import Sheet
from assessment.words import words

#: What a session remembers: by list, the id that its empty box will give to a row; the row taken out last.
NEW, OUT = "rows-new", "rows-out"


def rows(sheet: Sheet, under: str) -> list[str]:
    """The rows of a list, in the order in which they were begun."""
    return rows_of(sheet.work.values, under)


def new_row(sheet: Sheet, under: str, begin: str = "") -> str:
    """The id of the row that the empty box begins: another one as soon as something stands there."""
    made: dict[str, str] = st.session_state.setdefault(NEW, {})
    key = f"{sheet.work.kept.id}:{under}/{begin}"
    if key not in made or f"{begin}{made[key]}" in rows(sheet, under):
        made[key] = actions.new_row()
    return f"{begin}{made[key]}"


def take_out_button(sheet: Sheet, path: str, label: str) -> None:
    """A quiet button that takes a row out; why it could not stands beneath."""
    if sheet.open:
        key = f"out:{sheet.work.kept.id}:{path}"
        st.button(label, key=key, type="tertiary", on_click=_take_out, args=(sheet, path))
    sheet.told(f"out:{path}")


def offer_way_back(sheet: Sheet, under: str) -> None:
    """While the row taken out last is gone: a button that puts it back."""
    id_, path, before = st.session_state.get(OUT, ("", "", {}))
    if id_ == sheet.work.kept.id and path.startswith(f"{under}/") and all(sheet.value(one) is None for one in before):
        label, key = words(sheet.language).gettext("Put back what you took out"), f"back:{path}"
        st.button(label, icon=":material/undo:", key=key, on_click=sheet.put, args=(key, before))
        sheet.told(key)


def _take_out(sheet: Sheet, path: str) -> None:
    before = {one: value for one, value in sheet.work.values.items() if one.startswith(f"{path}/")}
    st.session_state[OUT] = (sheet.work.kept.id, path, before)
    sheet.take_out(f"out:{path}", path)
