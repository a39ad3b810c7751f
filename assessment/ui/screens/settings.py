"""Settings: the project's own words, and taking them along."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment import actions
from assessment.ui.bar import bar, fill
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.here import sheet_or_told
from assessment.ui.keeping import the_store
from assessment.ui.place import current_place
from assessment.ui.projects.details import ask_about, ask_kind, ask_made_by, ask_name
from assessment.words import words

place = current_place()
w = words(place.language)


@st.fragment
def own_words(id_: str, language: str, line: DeltaGenerator) -> None:
    """What the project says of itself."""
    sheet, told = open_sheet(id_, language), words(language)
    ask_name(sheet)
    ask_kind(sheet)
    sheet.line("project/place", told.gettext("Place"), plain=True)
    sheet.line("project/reference", told.gettext("Reference"), plain=True)
    sheet.line("assessment/title", told.gettext("Title of this assessment"), plain=True)
    sheet.day("assessment/date", told.gettext("Date of this assessment"))
    ask_about(sheet)
    ask_made_by(sheet)
    fill(line, id_, language)


def export(sheet: Sheet) -> None:
    """Take everything along as an answers file."""
    st.header(w.gettext("Take it along"), anchor=False)
    st.markdown(w.gettext("An answers file has everything but the history and single voices."))
    st.download_button(
        w.gettext("Download the answers file"),
        data=lambda: actions.take_along(the_store(), sheet.work),
        file_name="gyda.yaml",
        mime="application/yaml",
        icon=":material/download:",
        on_click="ignore",
        key="take-along",
    )


if sheet := sheet_or_told(place):
    st.title(w.gettext("Settings"), anchor=False)
    line = bar()
    own_words(sheet.work.kept.id, place.language, line)
    export(sheet)
