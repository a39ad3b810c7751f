"""What the store cannot do while a page is drawn: a page of its own that says so, with a way to try again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

import streamlit as st

from assessment.store import Busy, Full, NotThere, ReadOnly, StoreTrouble, Unreachable
from assessment.ui.attempts import tell
from assessment.ui.fields import anything_waits
from assessment.ui.fragment import show
from assessment.ui.keeping import open_anew
from assessment.ui.place import Place
from assessment.words import words

#: What the session remembers: the trouble that the next run tells of instead of drawing its page.
_TROUBLE: Final = "store-trouble"
#: What passes with the store as it is. To open it anew could begin an empty one where a folder is only away.
PASSING: Final = (Busy, Full, ReadOnly, Unreachable)


def draw(page: Callable[[], None], place: Place) -> None:
    """Draw a page; if the store is in trouble, tell of that instead, once: every later run tries the page again."""
    if trouble := st.session_state.pop(_TROUBLE, None):
        _tell_of(trouble, place)
        return
    try:
        page()
    except StoreTrouble as trouble:
        _turn_to(trouble)


@contextmanager
def watched() -> Iterator[None]:
    """For a part of a page that is drawn on its own: what it cannot read is told of on the whole page."""
    try:
        yield
    except NotThere:
        st.rerun()  # the page knows what to say of an assessment that somebody has deleted
    except StoreTrouble as trouble:
        _turn_to(trouble)


def _turn_to(trouble: StoreTrouble) -> NoReturn:
    st.session_state[_TROUBLE] = trouble
    if not isinstance(trouble, PASSING):
        open_anew()
    st.rerun()


def _tell_of(trouble: StoreTrouble, place: Place) -> None:
    w = words(place.language)
    st.title(w.gettext("This page cannot be shown just now"), anchor=False)
    tell(trouble, place.language)
    if anything_waits():
        told = w.gettext("Your last answer is not saved yet. It is still here: leave this page open and try again.")
        show("quiet", place.language, sentence=told)
    st.button(w.gettext("Try again"), type="primary", key="try-the-page-again")
