"""A word on the next page about what was just done, shown once."""

import streamlit as st

from assessment.core.fault import BadInput
from assessment.ui.fragment import show
from assessment.ui.widgets import plain
from assessment.words import words

_TOLD = "told-on-the-next-page"


def tell_there(sentence: str) -> None:
    """Say it on the page that comes."""
    st.session_state[_TOLD] = sentence


def told_here() -> None:
    """Say what the page before left to say."""
    if sentence := st.session_state.pop(_TOLD, None):
        st.success(plain(sentence), icon=":material/check:")


def tell_trouble(bad: BadInput, language: str) -> None:
    """What could not be done, and what to do, beside the button that asked for it."""
    for fault in bad.faults:
        show("fault", language, sentence=fault.in_(words(language).gettext))
