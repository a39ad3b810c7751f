"""Over time."""

import streamlit as st

from assessment.ui.place import current_place
from assessment.words import words

place = current_place()
w = words(place.language)
st.title(w.gettext("Over time"), anchor=False)
