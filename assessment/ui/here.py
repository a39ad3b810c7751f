"""The assessment that is being answered here, or why there is none."""

import streamlit as st

from assessment import actions
from assessment.store import Kept, NotThere
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.files import why_not_found
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.projects.state import state_of, what_holds
from assessment.words import words


def tell_its_state(kept: Kept, language: str) -> None:
    """That it was submitted or withdrawn, and what follows from that."""
    st.info(f"{state_of(kept, language)}. {what_holds(kept, language)}")


def sheet_or_told(place: Place, *, named: bool = True) -> Sheet | None:
    """The fields of what is being answered here, beneath its name; if there is nothing, that is told, with a way on.

    Where it has been submitted, that is told too: its fields are shown and not asked.
    """
    try:
        if place.assessment:
            sheet = open_sheet(place.assessment, place.language)
            if named:
                show("open", place.language, name=sheet.text(actions.NAME))
            if not sheet.open:
                tell_its_state(sheet.work.kept, place.language)
            return sheet
    except NotThere:
        pass
    st.title(words(place.language).gettext("Nothing to answer here"), anchor=False)
    st.info(why_not_found(place), icon=":material/search_off:")
    if st.button(words(place.language).gettext("Go to my projects"), type="primary", key="to-start"):
        go_to("start", Place(place.language))
    return None
