"""Who is answering: an opaque mark of the browser, so that the history can say who changed what."""

import secrets
from typing import Final

import streamlit as st

COOKIE: Final = "gyda_person"


def current_person() -> str:
    """The mark in the browser's cookie; without a cookie, one that lasts as long as the session."""
    mark = st.context.cookies.get(COOKIE) or st.session_state.get(COOKIE)
    if not mark:
        mark = st.session_state[COOKIE] = secrets.token_hex(16)
    return str(mark)
