"""The pages, and moving between them."""

from gettext import NullTranslations
from typing import Final, NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessment.ui.attempts import forget_attempts
from assessment.ui.place import Place, kept_cut, remember
from assessment.words import words

FIRST: Final = "start"
#: The ways from everywhere, from a project that is being answered, and from answers that are only shown.
ANYWHERE: Final = (FIRST, "portfolio", "about")
IN_A_PROJECT: Final = ("who", "stage", "results", "plan", "report", "settings")
IN_A_FILE: Final = ("results", "report")
#: The ways from a portfolio; its cut goes along.
IN_A_PORTFOLIO: Final = (
    "portfolio",
    "projects",
    "compare",
    "barriers",
    "learning",
    "reach",
    "over_time",
    "exchange",
)
#: Pages on which projects are picked or shown one by one; on the others the picked ones would be all that counts.
ON_PICKED: Final = ("projects", "compare")
#: Pages that are about nothing that is open.
APART: Final = ("check",)


def titles(w: NullTranslations) -> dict[str, str]:
    """What every page is called, by its name."""
    return {
        "start": w.gettext("My projects"),
        "new": w.gettext("A new project"),
        "who": w.gettext("Who and what"),
        "stage": w.gettext("Stages"),
        "results": w.gettext("Where we stand"),
        "plan": w.gettext("Our plan"),
        "report": w.gettext("Report"),
        "settings": w.gettext("Settings"),
        "check": w.gettext("Check a report"),
        "portfolio": w.gettext("Portfolio"),
        "projects": w.gettext("Projects"),
        "compare": w.gettext("Compare"),
        "barriers": w.gettext("Barriers"),
        "learning": w.gettext("Who could learn"),
        "reach": w.gettext("Who is not reached"),
        "over_time": w.gettext("Promises and change"),
        "exchange": w.gettext("In and out"),
        "about": w.gettext("About"),
    }


def path_of(name: str) -> str:
    """Where a page stands in the address: the first one at its root."""
    return "" if name == FIRST else name


def pages(w: NullTranslations) -> dict[str, StreamlitPage]:
    """Every page by name. Streamlit looks for the file of each, so they are made once for what is drawn."""
    return {
        name: st.Page(f"screens/{name}.py", title=title, url_path=path_of(name) or None, default=name == FIRST)
        for name, title in titles(w).items()
    }


def ways(place: Place) -> tuple[str, ...]:
    """The pages about what is open here."""
    if place.assessment:
        return IN_A_PROJECT
    return IN_A_FILE if place.anything_open else ()


def go_to(name: str, place: Place) -> NoReturn:
    """Open the page of this name at this place."""
    remember(place)
    forget_attempts()
    there = place.cutting(place.cut or kept_cut()) if name in IN_A_PORTFOLIO else place.on_another_page
    if there.cut and name not in ON_PICKED:
        there = there.cutting(there.cut.without("project"))
    st.switch_page(pages(words(place.language))[name], query_params=there.query)
