"""What stands on every page: the name, the way to the other pages, the other language, the small print."""

from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from html import escape
from types import MappingProxyType
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessment.ui.languages import Language
from assessment.ui.navigation import ANYWHERE, APART, IN_A_PORTFOLIO, go_to, path_of, titles, ways
from assessment.ui.place import Place
from assessment.ui.shell.switch import address_of_switch
from assessment.words import words

_OTHER: Final[dict[Language, tuple[Language, str]]] = {"en": ("cy", "Cymraeg"), "cy": ("en", "English")}
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_WORDMARK: Final = '<p class="gyda-wordmark"><img src="/gyda/icon.svg" alt="" width="34" height="34" />Gyda</p>'


def masthead(page: StreamlitPage, place: Place) -> None:
    """The name, the pages that are always there and the other language; below, the pages about what is open."""
    other, other_name = _OTHER[place.language]
    address = address_of_switch(other, f"/{page.url_path}", place.query)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="masthead"):
        st.html(_WORDMARK)
        _buttons(page, ANYWHERE, Place(place.language) if place.assessment else place)
        st.html(
            f'<a class="gyda-language" href="{escape(address)}" target="_self" lang="{other}" hreflang="{other}">'
            f"{other_name}</a>",
            width="content",
        )
    if _is_one_of(page, IN_A_PORTFOLIO):
        with st.container(horizontal=True, gap="small", key="ways"):
            _buttons(page, IN_A_PORTFOLIO, place, prefix="of-portfolio", named=_short(words(place.language)))
        return
    # Without a name over them, the pages of the project that was open last would pass for those of any other.
    anywhere, apart = (_is_one_of(page, names) for names in (ANYWHERE, APART))
    if (about := ways(place)) and not apart and not (anywhere and place.assessment):
        with st.container(horizontal=True, gap="small", key="ways"):
            _buttons(page, about, place)


def _short(w: NullTranslations) -> Mapping[str, str]:
    """Pages of a portfolio under a shorter name than their title: so all of them stand in one line."""
    return {
        IN_A_PORTFOLIO[0]: w.gettext("Overview"),
        "learning": w.gettext("Learning"),
        "reach": w.gettext("Not reached"),
        "over_time": w.gettext("Promises"),
    }


def _is_one_of(page: StreamlitPage, names: Sequence[str]) -> bool:
    return page.url_path in map(path_of, names)


def _buttons(
    here: StreamlitPage, names: Sequence[str], place: Place, *, prefix: str = "way", named: Mapping[str, str] = NOTHING
) -> None:
    """A button for each page; the one of this page stands out and leads nowhere. `named`: under another name."""
    every = {**titles(words(place.language)), **named}
    for name in names:
        is_here = path_of(name) == here.url_path
        pressed = st.button(every[name], key=f"{prefix}-{name}", type="secondary" if is_here else "tertiary")
        if pressed and not is_here:
            go_to(name, place)


def footer(place: Place) -> None:
    """What holds on every page, in one line."""
    w = words(place.language)
    st.html(
        '<div class="gyda-footer"><p>'
        + escape(w.gettext("Gyda runs on this computer. What you write stays in its own data and goes nowhere else."))
        + "</p></div>"
    )
