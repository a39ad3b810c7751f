"""Where we stand: everything that follows from the answers, to read, to talk about and to answer back."""

import streamlit as st

from assessment.ui.fragment import show
from assessment.ui.heading import project_heading
from assessment.ui.here import tell_its_state
from assessment.ui.navigation import go_to
from assessment.ui.opening import opened_or_told
from assessment.ui.place import current_place
from assessment.ui.projects.told import told_here
from assessment.ui.results.awaited import awaited
from assessment.ui.sections import SECTIONS
from assessment.ui.wiring import Opened
from assessment.words import words

place = current_place()
w = words(place.language)


def offer_next(opened: Opened, key: str) -> None:
    """The button to the next screen; it stands twice, for on a phone this page is long."""
    name, label = ("plan", w.gettext("Make our plan")) if opened.draft else ("report", w.gettext("Make the report"))
    if st.button(label, type="primary", icon=":material/arrow_forward:", key=key):
        go_to(name, place)


def nothing_yet(opened: Opened) -> None:
    """What will stand here, and the way there."""
    told = w.gettext("Nothing is answered yet. One stage is enough to begin with, and this is what you will see here.")
    show("lead", place.language, text=told)
    if st.button(w.gettext("Answer a stage"), type="primary", icon=":material/arrow_forward:", key="to-stages"):
        go_to("stage", place)
    show("rows", place.language, rows=awaited(opened.pictures, place.language))


def everything(opened: Opened) -> None:
    """Every section, with the way to each at the top."""
    if opened.rubric.reading_rule:
        show("rule", place.language, text=opened.rubric.reading_rule.in_(place.language))
    if note := opened.rubric.made_by_notes.get(opened.assessment.project.made_by):
        st.info(note.in_(place.language))
    contents = st.container(key="contents")
    headings = [heading for section in SECTIONS if (heading := section(opened, place.language))]
    with contents:
        show("contents", place.language, headings=headings)
        offer_next(opened, "next-early")
    st.space("medium")
    offer_next(opened, "next-step")


st.title(w.gettext("Where we stand"), anchor=False)
told_here()

if opened := opened_or_told(place):
    if opened.ended:
        tell_its_state(opened.ended, place.language)
    project_heading(opened, place.language, whole=True)
    if opened.anything_answered:
        everything(opened)
    else:
        nothing_yet(opened)
