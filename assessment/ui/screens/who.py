"""Who and what."""

import streamlit as st

from assessment.ui.here import sheet_or_told
from assessment.ui.place import current_place
from assessment.words import words

place = current_place()
if sheet := sheet_or_told(place):
    st.title(words(place.language).gettext("Who and what"), anchor=False)
