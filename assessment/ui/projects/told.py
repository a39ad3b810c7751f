"""A word on the next page about what was just done, shown once."""

import streamlit as st

from assessment.ui.widgets import plain

_TOLD = "told-on-the-next-page"


def tell_there(sentence: str) -> None:
    """Say it on the page that comes."""
    st.session_state[_TOLD] = sentence


def told_here() -> None:
    """Say what the page before left to say."""
    if sentence := st.session_state.pop(_TOLD, None):
        # The script of the page brings it into view (script.js).
        with st.container(key="told"):
            st.success(plain(sentence), icon=":material/check:")
