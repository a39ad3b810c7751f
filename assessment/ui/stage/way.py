"""The way through the stages: which one this is, how far it has come, and what comes next."""

import streamlit as st

from assessment.core.entries import is_nothing
from assessment.core.progress import live_stages, next_stage, progress_of, status_of
from assessment.core.terms import Status
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.words import words


def find_stage(sheet: Sheet, place: Place) -> str:
    """The stage that the address names; else the first with something left to answer, or the first of all."""
    rubric, values = sheet.work.rubric, sheet.work.values
    if place.stage in rubric.order:
        return str(place.stage)
    return next_stage(rubric, values) or next(iter(live_stages(rubric, values)), rubric.order[0])


def stage_buttons(sheet: Sheet, here: str, place: Place) -> None:
    """A button for each stage, with how much of it is answered; here the line that stays in view counts."""
    rubric, values = sheet.work.rubric, sheet.work.values
    with st.container(horizontal=True, gap="small", key="ways-stages"):
        for stage in rubric.order:
            progress = progress_of(rubric, values, stage)
            name = rubric.stages[stage].name.in_(place.language)
            counted = stage != here and progress.total and not progress.complete
            left = f" {progress.answered}/{progress.total}" if counted else ""
            pressed = st.button(
                f"{name}{left}",
                key=f"stage-{stage}",
                icon=":material/check:" if progress.total and progress.complete else None,
                type="secondary" if stage == here else "tertiary",
            )
            if pressed and stage != here:
                go_to("stage", place.at_stage(stage))


def status(sheet: Sheet, stage: str) -> Status:
    """Ask how far the stage has come, and say what that means for what is asked."""
    w, rubric, language = words(sheet.language), sheet.work.rubric, sheet.language
    names = {one.value: rubric.label("status", one.value, language) for one in Status}
    sheet.segments(f"stages/{stage}/status", w.gettext("How far is this stage?"), names)
    reached = status_of(sheet.work.values, stage)
    told = {
        Status.NOT_STARTED: w.gettext("Nothing is asked here until the stage is planned or has begun."),
        Status.PLANNED: w.gettext("Answer as you plan it. A plan is shown as a promise, never as done."),
        Status.BEFORE_US: w.gettext("Then only one thing is asked: who decided."),
    }
    if reached in told:
        show("quiet", language, sentence=told[reached])
    return reached


def next_step(id_: str, stage: str, place: Place) -> None:
    """One clear next step: the next stage with something left to say, and when nothing is left, the picture."""
    w, sheet = words(place.language), open_sheet(id_, place.language)
    rubric = sheet.work.rubric
    later = rubric.order[rubric.order.index(stage) + 1 :]
    after = [one for one in later if _open(sheet, one)]
    with st.container(horizontal=True, key="next"):
        if after:
            name = rubric.stages[after[0]].name.in_(place.language)
            if st.button(w.gettext("Next: {name}").format(name=name), type="primary", key="next-step"):
                go_to("stage", place.at_stage(after[0]))
        if st.button(w.gettext("See where we stand"), type="secondary" if after else "primary", key="to-results"):
            go_to("results", place)
        if st.button(w.gettext("Make our plan"), key="to-plan"):
            go_to("plan", place)


def _open(sheet: Sheet, stage: str) -> bool:
    """Whether something of a stage is still to be said: an answer, or how far it is at all."""
    unsaid = is_nothing(sheet.value(f"stages/{stage}/status"))
    return unsaid or not progress_of(sheet.work.rubric, sheet.work.values, stage).complete
