"""Which report the person wants, and in which languages."""

from typing import Final

import streamlit as st

from assessment.core.terms import Depth
from assessment.ui.fragment import show
from assessment.ui.languages import LANGUAGES
from assessment.ui.place import Place
from assessment.ui.wiring import Opened
from assessment.words import words
from reports.choice import BOTH, LAYOUTS

FULL: Final = LAYOUTS[0]


def layout(opened: Opened, place: Place) -> str:
    """The layout; of a first look there is one only, which is said."""
    w, own = words(place.language), place.assessment or place.example
    if opened.assessment.assessment.depth is Depth.FIRST_LOOK:
        one_page = w.gettext("A first look is one page to talk about. It cannot go with a bid.")
        show("quiet", place.language, sentence=one_page)
        return FULL
    names = {
        "full": w.gettext("The whole report"),
        "bid": w.gettext("Two pages to attach to a bid"),
    }
    return st.radio(
        w.gettext("Which report?"),
        LAYOUTS,
        format_func=names.__getitem__,
        horizontal=True,
        key=f"report-layout-{own}",
        persist_state="session",
    )


def languages(place: Place) -> str:
    """Welsh, English, or both in one file."""
    w, own = words(place.language), place.assessment or place.example
    names = {"cy": w.gettext("Welsh"), "en": w.gettext("English"), BOTH: w.gettext("Both in one file")}
    return st.radio(
        w.gettext("Language of the report"),
        (*LANGUAGES, BOTH),
        index=LANGUAGES.index(place.language),
        format_func=names.__getitem__,
        horizontal=True,
        key=f"report-language-{own}",
        persist_state="session",
    )
