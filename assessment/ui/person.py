"""Who is answering: an opaque mark of the browser, so that the history can say who changed what."""

import re
import secrets
from collections.abc import Mapping
from typing import Final

import streamlit as st

COOKIE: Final = "gyda_person"
_A_YEAR: Final = 365 * 24 * 60 * 60
_MARK: Final = re.compile(r"[0-9a-f]{32}")


def current_person() -> str:
    """The mark in the browser's cookie; without a cookie, one that lasts as long as the session."""
    mark = str(st.context.cookies.get(COOKIE))
    if _MARK.fullmatch(mark):
        return mark
    return str(st.session_state.setdefault(COOKIE, secrets.token_hex(16)))


def cookie_for(cookies: Mapping[str, str]) -> str:
    """The header that gives a browser its mark, together with the page; empty where it has one."""
    if _MARK.fullmatch(cookies.get(COOKIE, "")):
        return ""
    return f"{COOKIE}={secrets.token_hex(16)}; Max-Age={_A_YEAR}; Path=/; HttpOnly; SameSite=Lax"
