"""The pages, and moving between them."""

from gettext import NullTranslations
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessment.ui.place import Place, remember
from assessment.words import words


def pages(w: NullTranslations) -> dict[str, StreamlitPage]:
    """Every page by name, with its title in the person's language."""
    return {
        "start": st.Page("screens/start.py", title=w.gettext("Start"), default=True),
        "results": st.Page("screens/results.py", title=w.gettext("Where we stand"), url_path="results"),
        "report": st.Page("screens/report.py", title=w.gettext("Report"), url_path="report"),
        "about": st.Page("screens/about.py", title=w.gettext("About"), url_path="about"),
    }


def go_to(name: str, place: Place) -> NoReturn:
    """Open the page of this name at this place."""
    remember(place)
    st.switch_page(pages(words(place.language))[name], query_params=place.query)
