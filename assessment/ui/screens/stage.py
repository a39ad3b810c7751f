"""One stage: how far it has come, who decides and why, the five questions, and what they rest on."""

import streamlit as st

from assessment.core.progress import progress_of
from assessment.core.terms import LIVE, Status
from assessment.ui.bar import bar, fill
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.here import sheet_or_told
from assessment.ui.place import current_place
from assessment.ui.stage.decision import decision
from assessment.ui.stage.evidence import evidence
from assessment.ui.stage.question import question
from assessment.ui.stage.way import find_stage, next_step, stage_buttons, status

place = current_place()


def answer_stage(sheet: Sheet, stage: str) -> None:
    """Everything that this stage asks, as far as its status goes."""
    language, id_, rubric = place.language, sheet.work.kept.id, sheet.work.rubric
    told = rubric.stages[stage]
    st.title(told.name.in_(language), anchor=False)
    show("lead", language, text=told.asks.in_(language))
    line = bar()
    reached = status(sheet, stage)
    if reached in LIVE or reached == Status.BEFORE_US:
        decision(id_, stage, language, line)
    if reached in LIVE:
        show("rule", language, text=rubric.scale.rule.in_(language))
        for item in (item for item in rubric.items if item.stage == stage):
            question(id_, item.id, language, line)
        evidence(id_, stage, language, line)
    fill(line, id_, language, progress_of(rubric, sheet.work.values, stage), told.name.in_(language))
    next_step(id_, stage, place)


if sheet := sheet_or_told(place):
    here = find_stage(sheet, place)
    stage_buttons(sheet, here, place)
    answer_stage(sheet, here)
