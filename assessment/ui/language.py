"""The language of the running session."""

import streamlit as st

from assessment.ui.languages import COOKIE, Language, chosen


def current_language() -> Language:
    """The address, then the session, then the cookie, then the browser."""
    return chosen(
        st.query_params.get("lang"),
        st.session_state.get("language"),
        st.context.cookies.get(COOKIE),
        accept=st.context.headers.get("Accept-Language"),
    )
