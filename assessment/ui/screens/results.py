"""Where we stand: everything that follows from the answers, to read and to talk about."""

import streamlit as st

from assessment.ui.fragment import show
from assessment.ui.heading import project_heading
from assessment.ui.navigation import go_to
from assessment.ui.opening import opened_or_told
from assessment.ui.place import current_place
from assessment.ui.sections import SECTIONS
from assessment.words import words

place = current_place()
w = words(place.language)


def offer_report(key: str) -> None:
    """The button to the next screen; it stands twice, for on a phone this page is long."""
    if st.button(w.gettext("Make the report"), type="primary", icon=":material/description:", key=key):
        go_to("report", place)


st.title(w.gettext("Where we stand"), anchor=False)

if opened := opened_or_told(place):
    project_heading(opened, place.language, whole=True)
    if opened.rubric.reading_rule:
        show("rule", place.language, text=opened.rubric.reading_rule.in_(place.language))
    if note := opened.rubric.made_by_notes.get(opened.assessment.project.made_by):
        st.info(note.in_(place.language))
    contents = st.container(key="contents")
    headings = [heading for section in SECTIONS if (heading := section(opened, place.language))]
    with contents:
        show("contents", place.language, headings=headings)
        offer_report("to-report-early")
    st.space("medium")
    offer_report("to-report")
