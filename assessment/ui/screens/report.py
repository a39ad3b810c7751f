"""The report: what goes in, the file, whether the people saw it, and submitting."""

import streamlit as st

from assessment.ui.bar import bar
from assessment.ui.fields import open_sheet
from assessment.ui.fragment import show
from assessment.ui.heading import project_heading
from assessment.ui.navigation import go_to
from assessment.ui.opening import opened_or_told
from assessment.ui.place import current_place
from assessment.ui.projects.told import told_here
from assessment.ui.report.making import making, no_longer_true
from assessment.ui.report.shown import shown
from assessment.ui.report.submitting import submitted, submitting
from assessment.words import words

place = current_place()
w = words(place.language)


def begin(title: str, purpose: str) -> None:
    """The title of a section, and in a sentence what it is for."""
    st.header(title, anchor=False)
    show("lead", place.language, text=purpose)


def what_follows(id_: str) -> None:
    """Of an assessment that is kept: whether the people saw it, and submitting it."""
    sheet = open_sheet(id_, place.language)
    line = bar() if sheet.open else st.empty()
    begin(
        w.gettext("Shown to the people before it was sent"),
        w.gettext("Whoever reads the report sees whether the people know what is said of them, and what they said."),
    )
    shown(id_, place.language, line)
    with st.container(key="submitting"):
        if sheet.open:
            st.header(w.gettext("Submit"), anchor=False)
            submitting(id_, place.language)
        else:
            st.header(w.gettext("Submitted"), anchor=False)
            submitted(id_, place.language)
            if st.button(w.gettext("Correct or withdraw it"), key="to-settings"):
                go_to("settings", place)


st.title(w.gettext("Report"), anchor=False)
told_here()

if opened := opened_or_told(place):
    project_heading(opened, place.language)
    no_longer_true(opened.source)
    begin(
        w.gettext("What goes in"),
        w.gettext(
            "A PDF to print or to attach: who decides, how people are treated, what is open and what is fixed, "
            "what to do next. It can be read aloud by a screen reader."
        ),
    )
    making(place)
    if place.assessment:
        what_follows(place.assessment)
