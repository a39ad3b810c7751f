"""Who decides in a stage, and where it is not decided together, why."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.fields import DONT_KNOW
from assessment.core.progress import asks_why, progress_of
from assessment.ui.bar import fill
from assessment.ui.fields import Sheet, open_sheet
from assessment.words import words


@st.fragment
def decision(id_: str, stage: str, language: str, line: DeltaGenerator) -> None:
    """The place on the spectrum, its note, and the turned-round question."""
    sheet, w = open_sheet(id_, language), words(language)
    rubric = sheet.work.rubric
    told = rubric.stages[stage].decision
    names = {step.id: told.steps[step.id].in_(language) for step in rubric.steps}
    names[DONT_KNOW] = rubric.label("state", DONT_KNOW, language)
    with st.container(key=f"decision-{stage}"):
        sheet.choose(f"stages/{stage}/decision", told.question.in_(language), names)
        sheet.note(f"stages/{stage}/decision_note", w.gettext("Note"))
    if asks_why(rubric, open_sheet(id_, language).work.values, stage):
        reason(sheet, stage)
    fill(line, id_, language, progress_of(rubric, open_sheet(id_, language).work.values, stage))


def reason(sheet: Sheet, stage: str) -> None:
    """The turned-round question: is there a good reason?"""
    rubric, language, w = sheet.work.rubric, sheet.language, words(sheet.language)
    if rubric.turned_round is None:
        return
    names = {reason.id: reason.name.in_(language) for reason in rubric.reasons}
    sheet.choose(f"stages/{stage}/reason", rubric.turned_round.question.in_(language), names)
    sheet.note(f"stages/{stage}/reason_note", w.gettext("The reason, in your own words"))
