"""The way through the stages: which one this is, how far it has come, and what comes next."""

import streamlit as st

from assessment.core.progress import live_stages, next_stage, status_of
from assessment.core.terms import Status
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.words import words


def find_stage(sheet: Sheet, place: Place) -> str:
    """The stage that the address names; else the first with something left to answer, or the first of all."""
    order = sheet.work.rubric.order
    if place.stage in order:
        return str(place.stage)
    return next_stage(sheet.work.rubric, sheet.work.values) or (
        live_stages(sheet.work.rubric, sheet.work.values) or list(order)
    )[0]


def stage_buttons(sheet: Sheet, here: str, place: Place) -> None:
    """A button for each stage."""
    with st.container(horizontal=True, gap="small", key="ways-stages"):
        for stage in sheet.work.rubric.order:
            name = sheet.work.rubric.stages[stage].name.in_(place.language)
            kind = "secondary" if stage == here else "tertiary"
            if st.button(name, key=f"stage-{stage}", type=kind) and stage != here:
                go_to("stage", place.at_stage(stage))


def status(sheet: Sheet, stage: str) -> Status:
    """Ask how far the stage has come."""
    w, rubric = words(sheet.language), sheet.work.rubric
    names = {one.value: rubric.label("status", one.value, sheet.language) for one in Status}
    sheet.choose(f"stages/{stage}/status", w.gettext("How far is this stage?"), names)
    return status_of(sheet.work.values, stage)


def next_step(id_: str, stage: str, place: Place) -> None:
    """One clear next step."""
    w, sheet = words(place.language), open_sheet(id_, place.language)
    order = sheet.work.rubric.order
    after = order[order.index(stage) + 1 :]
    if after:
        name = sheet.work.rubric.stages[after[0]].name.in_(place.language)
        if st.button(w.gettext("Next: {name}").format(name=name), type="primary", key="next-step"):
            go_to("stage", place.at_stage(after[0]))
    elif st.button(w.gettext("See where we stand"), type="primary", key="next-step"):
        go_to("results", place)
