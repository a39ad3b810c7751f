"""Changing the cut: it stands in the address and in the session, so that every page and every export has it."""

from typing import Any, Final

import streamlit as st

from assessment.core.portfolio.cut import Cut
from assessment.days import read_day, written_day
from assessment.ui.place import CUT, current_place, write_address

#: What a session remembers of a day that nobody could read: what was typed, by field.
UNREAD: Final = "portfolio-unread"


def cut_to(cut: Cut) -> None:
    """Look at these projects from now on."""
    st.session_state[CUT] = cut
    write_address(current_place().cutting(cut))


def start_anew(cut: Cut) -> None:
    """The same, and whatever was typed and could not be read is forgotten."""
    st.session_state.pop(UNREAD, None)
    cut_to(cut)


def take(cut: Cut, name: str, key: str) -> None:
    """What a field was set to."""
    given: Any = st.session_state[key]
    cut_to(cut.setting(name, bool(given) if name == "drafts" else tuple(given or ())))


def take_status(cut: Cut, stage: str, key: str) -> None:
    """Which statuses of one stage were chosen, as `stage:status`; those of the other stages stay."""
    others = tuple(one for one in cut.status if not one.startswith(stage))
    cut_to(cut.setting("status", (*others, *(st.session_state[key] or ()))))


def take_day(cut: Cut, name: str, key: str) -> None:
    """The day that was typed; one that cannot be read stays in its field, and changes nothing."""
    typed = st.session_state[key].strip()
    day = read_day(typed)
    unread = {one: text for one, text in st.session_state.get(UNREAD, {}).items() if one != name}
    st.session_state[UNREAD] = {**unread, name: typed} if typed and day is None else unread
    if day or not typed:
        cut_to(cut.setting(name, day))


def typed_day(cut: Cut, name: str, language: str) -> str:
    """What stands in the field of a day."""
    day = getattr(cut, name)
    unread: str = st.session_state.get(UNREAD, {}).get(name, "")
    return unread or (written_day(day, language) if day else "")
