"""A new project: its name, what it is about, and where it stands; begun as soon as it has a name."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.ui.attempts import attempt, told
from assessment.ui.bar import bar, fill
from assessment.ui.block import block
from assessment.ui.fields import open_sheet
from assessment.ui.fragment import show
from assessment.ui.here import sheet_or_told
from assessment.ui.navigation import go_to
from assessment.ui.place import Place, current_place
from assessment.ui.projects.beginning import begun
from assessment.ui.projects.details import ask_about, ask_kind, ask_made_by, ask_name, ask_statuses
from assessment.words import words

place = current_place()
w = words(place.language)


def begin() -> None:
    """Keep the project as soon as it has a name, so that nothing typed after it can be lost."""
    name = st.session_state["new-name"].strip()
    if not name:
        return
    attempt("new", lambda: begun(name, place.language))


def ask_its_name() -> None:
    """The one thing that is needed."""
    st.markdown(w.gettext("All it needs now is a name. The rest can wait, and everything can be changed later."))
    st.text_input(w.gettext("What is your project called?"), key="new-name", autocomplete="off", on_change=begin)
    if done := told("new", place.language):
        go_to("new", Place(place.language, assessment=done.value))
    # A key of its own: a tap that comes with the name would else press the button of the page that follows.
    if st.button(w.gettext("Start"), type="primary", key="start"):
        if st.session_state["new-name"].strip():
            begin()
            st.rerun()
        show("fault", place.language, sentence=w.gettext("Give the project a name first. You can change it later."))
    show("who_sees", place.language)


@block
def ask_the_rest(id_: str, language: str, line: DeltaGenerator) -> None:
    """What else is good to know before the first question; none of it has to be filled in now."""
    sheet, told = open_sheet(id_, language), words(language)
    ask_name(sheet)
    show("who_sees", language)
    ask_about(sheet)
    ask_kind(sheet)
    ask_made_by(sheet)
    st.header(told.gettext("Where it stands"), anchor=False)
    ask_statuses(sheet)
    fill(line, id_, language)


title = w.gettext("A new project")
if not place.assessment:
    st.title(title, anchor=False)
    ask_its_name()
elif sheet := sheet_or_told(place, named=False):
    st.title(title, anchor=False)
    line = bar()
    ask_the_rest(sheet.work.kept.id, place.language, line)
    if st.button(w.gettext("Next: who and what"), type="primary", key="next-step"):
        go_to("who", place)
