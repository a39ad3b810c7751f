"""Check a report: for anybody who was given one, whether it has been changed since it was made."""

import streamlit as st

from assessment.ui.check.checking import checking
from assessment.ui.fragment import show
from assessment.ui.place import current_place, fingerprint_in_address
from assessment.words import words
from reports.enclosure import shortened

language = current_place().language
w = words(language)
code = fingerprint_in_address()

st.title(w.gettext("Check a report"), anchor=False)
purpose = w.gettext(
    "Did somebody give you a report that was made with Gyda? Open it here as a PDF file. "
    "You will see whether anything in it has been changed since it was made."
)
show("lead", language, text=purpose)
if code:
    show("code", language, code=shortened(code))
checking(code, language)
