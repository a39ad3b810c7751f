"""The way to the page that checks a report, from where people may look for it."""

from typing import Final

import streamlit as st

from assessment.ui.languages import Language
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.words import words

#: What the session remembers: what was told of the last file.
TOLD: Final = "told-of-a-report"


def way_to_check(language: Language) -> None:
    """A quiet button. What was told there before is not told again."""
    label = words(language).gettext("Check a report that somebody gave you")
    if st.button(label, type="tertiary", icon=":material/fact_check:", key="to-check"):
        st.session_state.pop(TOLD, None)
        go_to("check", Place(language))
