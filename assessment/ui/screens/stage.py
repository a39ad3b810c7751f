"""One stage: how far it has come, who decides and why, and the five questions."""

import streamlit as st

from assessment.core.progress import progress_of
from assessment.core.terms import LIVE, Status
from assessment.ui.bar import bar, fill
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.here import sheet_or_told
from assessment.ui.place import current_place
from assessment.ui.stage.decision import decision
from assessment.ui.stage.question import question
from assessment.ui.stage.way import find_stage, next_step, stage_buttons, status
from assessment.words import words

place = current_place()
w = words(place.language)


def answer_stage(sheet: Sheet, stage: str) -> None:
    """Everything that this stage asks, as far as its status goes."""
    language, id_ = place.language, sheet.work.kept.id
    told = sheet.work.rubric.stages[stage]
    st.title(told.name.in_(language), anchor=False)
    line = bar()
    st.markdown(told.asks.in_(language))
    reached = status(sheet, stage)
    if reached in LIVE or reached == Status.BEFORE_US:
        decision(id_, stage, language, line)
    if reached in LIVE:
        for item in (item for item in sheet.work.rubric.items if item.stage == stage):
            question(id_, item.id, language, line)
    fill(line, id_, language, progress_of(sheet.work.rubric, open_sheet(id_, language).work.values, stage))
    next_step(id_, stage, place)


if sheet := sheet_or_told(place):
    stage = find_stage(sheet, place)
    stage_buttons(sheet, stage, place)
    answer_stage(sheet, stage)
