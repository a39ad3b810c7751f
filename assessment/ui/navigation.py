"""The pages, and moving between them."""

from gettext import NullTranslations
from typing import Final, NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessment.ui.attempts import forget_attempts
from assessment.ui.place import Place, kept_cut, remember
from assessment.words import words

#: The ways from everywhere, from a project that is being answered, and from answers that are only shown.
ANYWHERE: Final = ("start", "portfolio", "about")
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


def pages(w: NullTranslations) -> dict[str, StreamlitPage]:
    """Every page by name, with its title in the person's language."""
    return {
        "start": st.Page("screens/start.py", title=w.gettext("My projects"), default=True),
        "new": st.Page("screens/new.py", title=w.gettext("A new project"), url_path="new"),
        "who": st.Page("screens/who.py", title=w.gettext("Who and what"), url_path="who"),
        "stage": st.Page("screens/stage.py", title=w.gettext("Stages"), url_path="stage"),
        "results": st.Page("screens/results.py", title=w.gettext("Where we stand"), url_path="results"),
        "plan": st.Page("screens/plan.py", title=w.gettext("Our plan"), url_path="plan"),
        "report": st.Page("screens/report.py", title=w.gettext("Report"), url_path="report"),
        "settings": st.Page("screens/settings.py", title=w.gettext("Settings"), url_path="settings"),
        "check": st.Page("screens/check.py", title=w.gettext("Check a report"), url_path="check"),
        "portfolio": st.Page("screens/portfolio.py", title=w.gettext("Portfolio"), url_path="portfolio"),
        "projects": st.Page("screens/projects.py", title=w.gettext("Projects"), url_path="projects"),
        "compare": st.Page("screens/compare.py", title=w.gettext("Compare"), url_path="compare"),
        "barriers": st.Page("screens/barriers.py", title=w.gettext("Barriers"), url_path="barriers"),
        "learning": st.Page("screens/learning.py", title=w.gettext("Who could learn"), url_path="learning"),
        "reach": st.Page("screens/reach.py", title=w.gettext("Who is not reached"), url_path="reach"),
        "over_time": st.Page("screens/over_time.py", title=w.gettext("Promises and change"), url_path="over_time"),
        "exchange": st.Page("screens/exchange.py", title=w.gettext("In and out"), url_path="exchange"),
        "about": st.Page("screens/about.py", title=w.gettext("About"), url_path="about"),
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
