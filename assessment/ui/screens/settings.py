"""Settings: the project's own words, taking them along, what was changed, and how to end it."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment import actions
from assessment.ui.bar import bar, fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.file_names import plain_name
from assessment.ui.here import sheet_or_told
from assessment.ui.keeping import the_store
from assessment.ui.navigation import go_to
from assessment.ui.place import current_place
from assessment.ui.projects.details import ask_about, ask_kind, ask_made_by, ask_name
from assessment.ui.projects.heads import Head
from assessment.ui.projects.told import told_here
from assessment.ui.settings.ending import correct, delete, withdraw
from assessment.ui.settings.history import history
from assessment.words import words

place = current_place()
w = words(place.language)


@block
def own_words(id_: str, language: str, line: DeltaGenerator) -> None:
    """What the project says of itself."""
    sheet, told = open_sheet(id_, language), words(language)
    ask_name(sheet)
    left, right = st.columns(2)
    with left:
        ask_kind(sheet)
        sheet.line("assessment/title", told.gettext("Title of this assessment"), plain=True)
        sheet.line("project/reference", told.gettext("Reference"), plain=True)
    with right:
        sheet.line("project/place", told.gettext("Place"), plain=True)
        sheet.day("assessment/date", told.gettext("Date of this assessment"))
    ask_about(sheet)
    ask_made_by(sheet)
    fill(line, id_, language)


def export(sheet: Sheet) -> None:
    """Take everything along as an answers file."""
    st.header(w.gettext("Take it along"), anchor=False)
    st.markdown(
        w.gettext(
            "An answers file has everything that was said, notes and names of groups too, so look after it. It leaves "
            "out two things: the history of changes, and single voices, which are only counted in it."
        )
    )
    st.download_button(
        w.gettext("Download the answers file"),
        data=lambda: actions.take_along(the_store(), sheet.work),
        file_name=f"{plain_name(sheet.text(actions.NAME))}.yaml",
        mime="application/yaml",
        icon=":material/download:",
        on_click="ignore",
        key="take-along",
    )


def go_on(sheet: Sheet) -> None:
    """One clear next step: back to what is asked next, or to the picture."""
    head = Head(sheet.work.kept, sheet.work.rubric, sheet.work.values)
    label = w.gettext("Go on") if head.draft else w.gettext("Where we stand")
    if st.button(label, type="primary", key="next-step"):
        go_to(*head.way_on(place))


if sheet := sheet_or_told(place):
    id_ = sheet.work.kept.id
    st.title(w.gettext("Settings"), anchor=False)
    line = bar()
    told_here()
    if not sheet.open:
        correct(sheet, place)
        if sheet.work.kept.state == "submitted":
            withdraw(sheet, place)
        st.header(w.gettext("What it is about"), anchor=False)
    own_words(id_, place.language, line)
    go_on(sheet)
    export(sheet)
    st.header(w.gettext("What was changed"), anchor=False)
    history(id_, place.language)
    delete(sheet, place)
