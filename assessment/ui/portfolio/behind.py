"""The projects behind a number: by name, fifty at a time, each with the way to its own profile."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from assessment.core.portfolio.overview import Point
from assessment.pictures.portfolio.barriers import reason_name
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.portfolio.looking import Looking
from assessment.ui.widgets import plain

PAGE: Final = 50


def behind(looking: Looking, found: Sequence[Point], title: str, key: str) -> None:
    """A list of projects; pressing a name opens that project beside whatever it is to be compared with."""
    w = looking.w
    number = w.ngettext("{number} project", "{number} projects", len(found)).format(number=len(found))
    st.subheader(plain(f"{title}: {number}"), anchor=False)
    page = min(st.session_state.get(f"{key}-page", 0), max(len(found) - 1, 0) // PAGE)
    with st.container(key=f"{key}-list"):
        for one in found[page * PAGE : (page + 1) * PAGE]:
            with st.container(horizontal=True, vertical_alignment="center", gap=None):
                if st.button(plain(one.name), type="tertiary", key=f"{key}-{one.assessment}"):
                    go_to("compare", looking.place.cutting(looking.cut.setting("project", (one.project,))))
                show("listed", looking.language, parts=_told(looking, one))
    if len(found) > PAGE:
        _ways(looking, page, len(found), key)


def _told(looking: Looking, one: Point) -> list[str]:
    day = date.fromisoformat(one.day)
    reason = reason_name(looking.named, one.reason) if one.reason else ""
    parts = [reason, one.organisation or "", looking.named.date(day)]
    return [part for part in (*parts, looking.w.gettext("Draft") if one.draft else "") if part]


def _ways(looking: Looking, page: int, number: int, key: str) -> None:
    w, pages = looking.w, -(-number // PAGE)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            w.gettext("The {number} before").format(number=PAGE),
            key=f"{key}-before",
            icon=":material/chevron_left:",
            disabled=page == 0,
            on_click=_turn,
            args=(key, page - 1),
        )
        st.button(
            w.gettext("The next {number}").format(number=PAGE),
            key=f"{key}-after",
            icon=":material/chevron_right:",
            disabled=page + 1 >= pages,
            on_click=_turn,
            args=(key, page + 1),
        )
        show("quiet", looking.language, sentence=w.gettext("Page {page} of {pages}").format(page=page + 1, pages=pages))


def _turn(key: str, page: int) -> None:
    st.session_state[f"{key}-page"] = page


def first_page(key: str) -> None:
    """Begin a list anew."""
    st.session_state.pop(f"{key}-page", None)
