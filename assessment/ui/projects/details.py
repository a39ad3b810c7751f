"""What a project says of itself: fields that the page of a new project and its settings share."""

import streamlit as st

from assessment.core.terms import MadeBy, Status
from assessment.ui.fields import Sheet
from assessment.words import words


def ask_name(sheet: Sheet) -> None:
    """The project's name, and the organisation behind it."""
    w = words(sheet.language)
    sheet.line("project/name", w.gettext("Name of the project"), plain=True)
    sheet.line("project/organisation", w.gettext("Organisation"), plain=True)


def ask_kind(sheet: Sheet) -> None:
    """What kind of organisation it is."""
    names = {kind.id: kind.name.in_(sheet.language) for kind in sheet.work.rubric.kinds}
    if names:
        sheet.pick("project/kind", words(sheet.language).gettext("Kind of organisation"), names)


def ask_about(sheet: Sheet) -> None:
    """What it is about, what is open and what is fixed."""
    w = words(sheet.language)
    sheet.note("project/about", w.gettext("What it is about, in a paragraph"))
    sheet.note("project/open", w.gettext("What is open: what can people still change?"), guard=False)
    sheet.note("project/fixed", w.gettext("What is fixed: what is settled already, and by whom?"), guard=False)


def ask_made_by(sheet: Sheet) -> None:
    """Who works on it; with what the rubric says to people or organisations on their own."""
    rubric, language = sheet.work.rubric, sheet.language
    names = {one.value: rubric.label("made_by", one.value, language) for one in MadeBy}
    chosen = sheet.choose("project/made_by", words(language).gettext("Who works on it"), names)
    if note := rubric.made_by_notes.get(str(chosen)):
        st.info(note.in_(language))


def ask_statuses(sheet: Sheet) -> None:
    """How far each stage has come, one row a stage."""
    rubric, language = sheet.work.rubric, sheet.language
    names = {one.value: rubric.label("status", one.value, language) for one in Status}
    for stage in rubric.order:
        told = rubric.stages[stage]
        with st.container(key=f"status-{stage}"):
            # No Markdown in it: a screen reader reads the label as it is written.
            label = f"{told.name.in_(language)}. {told.asks.in_(language)}"
            sheet.segments(f"stages/{stage}/status", label, names)
