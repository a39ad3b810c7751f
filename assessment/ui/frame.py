"""What stands on every page: the name, the way to the other pages, the other language, the small print."""

from html import escape
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessment.ui.languages import Language
from assessment.ui.navigation import go_to, pages
from assessment.ui.place import Place
from assessment.ui.shell.switch import address_of_switch
from assessment.words import words

_OTHER: Final[dict[Language, tuple[Language, str]]] = {"en": ("cy", "Cymraeg"), "cy": ("en", "English")}
#: Pages that need something open.
_ABOUT_SOMETHING: Final = ("results", "report")


def masthead(page: StreamlitPage, place: Place) -> None:
    """The name, the other language, and a button for each page that can be opened now."""
    w = words(place.language)
    other, name = _OTHER[place.language]
    address = address_of_switch(other, f"/{page.url_path}", place.query)
    st.html(
        '<div class="gyda-masthead">'
        '<p class="gyda-wordmark"><img src="/gyda/icon.svg" alt="" width="34" height="34" />Gyda</p>'
        f'<a class="gyda-language" href="{escape(address)}" target="_self" lang="{other}" hreflang="{other}">'
        f"{name}</a></div>"
    )
    with st.container(horizontal=True, gap="small", key="ways"):
        for key, there in pages(w).items():
            if key in _ABOUT_SOMETHING and not place.anything_open:
                continue
            here = there.url_path == page.url_path
            if st.button(there.title, key=f"way-{key}", type="secondary" if here else "tertiary") and not here:
                go_to(key, place)


def footer(place: Place) -> None:
    """What holds on every page, in one line."""
    w = words(place.language)
    st.html(
        '<div class="gyda-footer"><p>'
        + escape(w.gettext("Gyda runs on this computer. Nothing that you open leaves it."))
        + "</p></div>"
    )
