"""The report: what goes in, the file, whether the people saw it, and submitting."""

import streamlit as st

from assessment.ui.bar import bar
from assessment.ui.check.way import way_to_check
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.heading import project_heading
from assessment.ui.navigation import go_to
from assessment.ui.opening import opened_or_told
from assessment.ui.place import current_place
from assessment.ui.projects.told import told_here
from assessment.ui.report import shown
from assessment.ui.report.drafted import drafted
from assessment.ui.report.making import making
from assessment.ui.report.submitted import submitted
from assessment.ui.report.submitting import submitting
from assessment.ui.wiring import Opened
from assessment.words import words

place = current_place()
w = words(place.language)


def begin(title: str, purpose: str) -> None:
    """The title of a section, and in a sentence what it is for."""
    st.header(title, anchor=False)
    show("lead", place.language, text=purpose)


def make(opened: Opened) -> None:
    """The report as a file. Where nothing is answered yet, answering comes first."""
    begin(
        w.gettext("Make the report"),
        w.gettext(
            "A PDF to print or to attach: who decides, how people are treated, what is open and what is fixed, "
            "what to do next. It can be read aloud by a screen reader."
        ),
    )
    if not opened.anything_answered:
        told = w.gettext("Nothing is answered yet, so the report would say little. One stage is enough to begin with.")
        show("quiet", place.language, sentence=told)
        if st.button(w.gettext("Answer a stage"), type="primary", key="to-stages"):
            go_to("stage", place)
    making(place, stands_out=opened.anything_answered)


def draft(sheet: Sheet) -> None:
    """What can still be said and done: what the people said, and submitting."""
    id_ = sheet.work.kept.id
    line = bar()
    begin(
        w.gettext("Shown to the people before it was sent"),
        w.gettext("Whoever reads the report sees whether the people know what is said of them, and what they said."),
    )
    shown.ask(id_, place.language, line)
    with st.container(key="submitting"):
        st.header(w.gettext("Submit"), anchor=False)
        submitting(id_, place.language)
        drafted(id_, place.language)


st.title(w.gettext("Report"), anchor=False)

if opened := opened_or_told(place):
    sheet = open_sheet(place.assessment, place.language) if place.assessment else None
    project_heading(opened, place.language)
    told_here()
    if sheet and not sheet.open:
        with st.container(key="submitted"):
            submitted(sheet, place)
    make(opened)
    if sheet and sheet.open:
        draft(sheet)
    elif sheet:
        st.header(w.gettext("Shown to the people before it was sent"), anchor=False)
        shown.tell(sheet)
way_to_check(place.language)
