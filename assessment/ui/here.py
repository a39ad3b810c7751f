"""The assessment that is being answered here, or why there is none."""

import streamlit as st

from assessment.store import NotThere
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.files import why_not_found
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.words import words


def sheet_or_told(place: Place) -> Sheet | None:
    """The fields of the assessment at this place; where there is none, that is told, with a way on."""
    try:
        if place.assessment:
            return open_sheet(place.assessment, place.language)
    except NotThere:
        pass
    st.title(words(place.language).gettext("Nothing to answer here"), anchor=False)
    st.info(why_not_found(place), icon=":material/search_off:")
    if st.button(words(place.language).gettext("Go to my projects"), type="primary", key="to-start"):
        go_to("start", Place(place.language))
    return None
