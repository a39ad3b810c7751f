"""The report: choose its language, and download it."""

import streamlit as st

from assessment.ui.files import find_file
from assessment.ui.heading import project_heading
from assessment.ui.languages import LANGUAGES
from assessment.ui.opening import opened_or_told
from assessment.ui.place import current_place
from assessment.ui.reporting import file_name, made_report
from assessment.words import words

NAMES = {"cy": "Cymraeg", "en": "English"}

place = current_place()
w = words(place.language)
st.title(w.gettext("Report"), anchor=False)

if opened := opened_or_told(place):
    project_heading(opened, place.language)
    st.markdown(
        w.gettext(
            "A PDF to print or to attach: who decides, how people are treated, what is open and what is fixed, "
            "what to do next. It can be read aloud by a screen reader."
        )
    )
    language = st.radio(
        w.gettext("Language of the report"),
        LANGUAGES,
        index=LANGUAGES.index(place.language),
        format_func=NAMES.__getitem__,
        horizontal=True,
        key="report-language",
    )
    notes = st.checkbox(
        w.gettext("Print the team's notes too"),
        key="report-notes",
        help=w.gettext("Notes are the team's own working record. Look through them before you print them."),
    )
    with st.spinner(w.gettext("Making the report …"), show_time=False):
        report = made_report(find_file(place), language, notes=notes)
    st.download_button(
        w.gettext("Download the report (PDF)"),
        data=report,
        file_name=file_name(opened, language),
        mime="application/pdf",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key="download",
    )
