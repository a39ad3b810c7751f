"""Opening what the address names, or telling why there is nothing to show."""

import streamlit as st

from assessment.core.fault import BadInput
from assessment.store import NotThere, StoreTrouble
from assessment.ui.files import NotFound, why_not_found
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.widgets import tell_faults
from assessment.ui.wiring import Opened, open_place
from assessment.words import words


def opened_or_told(place: Place) -> Opened | None:
    """What is open here; where nothing can be shown, the reason and a way on are shown instead."""
    w = words(place.language)
    try:
        return open_place(place)
    except (NotFound, NotThere):
        st.info(why_not_found(place), icon=":material/search_off:")
    except StoreTrouble:
        raise  # no fault of a file
    except BadInput as bad:
        tell_faults(bad, place.language)
    if st.button(w.gettext("Go to my projects"), type="primary", key="to-start"):
        go_to("start", Place(place.language))
    return None
