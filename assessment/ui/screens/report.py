"""The report."""

import streamlit as st

from assessment.ui.language import current_language
from assessment.words import words

w = words(current_language())
st.title(w.gettext("Report"))
