"""Who decides in a stage: its place on the spectrum, a note, what it rests on, and what was decided differently."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.assessment import MOST_PARTS
from assessment.core.fields import DONT_KNOW
from assessment.core.progress import asks_why, progress_of
from assessment.core.rubric import Rubric
from assessment.core.terms import Evidence
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.rows import new_row, offer_way_back, rows, take_out_button
from assessment.ui.stage.reason import reason
from assessment.words import words


@block
def decision(id_: str, stage: str, language: str, line: DeltaGenerator) -> None:
    """The decision as a block of its own; where it is not shared, the turned-round question follows."""
    sheet, w = open_sheet(id_, language), words(language)
    rubric = sheet.work.rubric
    told = rubric.stages[stage].decision
    with st.container(key=f"card-decision-{stage}"):
        st.header(told.question.in_(language), anchor=False)
        if told.hint:
            st.markdown(told.hint.in_(language))
        show("spectrum", language, **drawing(sheet, stage))
        show("columns", language, key=f"decision-{stage}", columns=columns(rubric))
        with st.container(key=f"decision-{stage}"):
            names = sentences(rubric, stage, language)
            sheet.choose(f"stages/{stage}/decision", told.question.in_(language), names, hide_label=True)
        beside(sheet, stage)
        sheet.note(f"stages/{stage}/decision_note", w.gettext("How do you know? What was decided, and by whom?"))
        grades = {grade.value: rubric.label("evidence", grade.value, language) for grade in Evidence}
        sheet.segments(f"stages/{stage}/decision_evidence", w.gettext("What does this rest on?"), grades)
        others(sheet, stage, language)
    if asks_why(rubric, sheet.work.values, stage):
        reason(sheet, stage)
    fill(line, id_, language, progress_of(rubric, sheet.work.values, stage), rubric.stages[stage].name.in_(language))


def sentences(rubric: Rubric, stage: str, language: str) -> dict[str, str]:
    """The answers: each step's name with its sentence for this stage, and don't know."""
    told = rubric.stages[stage].decision.steps
    steps = {step.id: f"**{step.name.in_(language)}.** {told[step.id].in_(language)}" for step in rubric.steps}
    return {**steps, DONT_KNOW: rubric.label("state", DONT_KNOW, language)}


def columns(rubric: Rubric) -> list[tuple[int, int, int]]:
    """Where each answer stands on a wide window: its number, its band's column, its row in it."""
    bands = list(rubric.band)
    placed: dict[str, int] = {}
    found = []
    for number, step in enumerate(rubric.steps, 1):
        placed[step.band] = placed.get(step.band, 0) + 1
        found.append((number, bands.index(step.band) + 1, placed[step.band]))
    return found


def drawing(sheet: Sheet, stage: str) -> dict[str, object]:
    """The spectrum as it is drawn: bands with their places, and where this stage is."""
    rubric, language, w = sheet.work.rubric, sheet.language, words(sheet.language)
    here = sheet.value(f"stages/{stage}/decision")
    bands = [
        {
            "name": band.name.in_(language),
            "line": band.line.in_(language),
            "places": [step.id == here for step in rubric.steps if step.band == band.id],
        }
        for band in rubric.bands
    ]
    step = rubric.step.get(str(here))
    told = w.gettext("No place is bad in itself. A stage is often a mix: choose what holds for most of it.")
    if step:
        name, band = step.name.in_(language), rubric.band[step.band].name.in_(language)
        return {"bands": bands, "told": told, "now": w.gettext("Now: {step} ({band})").format(step=name, band=band)}
    return {"bands": bands, "told": told, "now": ""}


def beside(sheet: Sheet, stage: str) -> None:
    """What the law says of the step that is chosen, where the rubric has something to say there."""
    step, law = sheet.value(f"stages/{stage}/decision"), sheet.work.rubric.law
    for passage in law.passages if law else ():
        if step in passage.beside:
            show("beside", sheet.language, passage=passage, inside=sheet.language)


def others(sheet: Sheet, stage: str, language: str) -> None:
    """Parts of the stage that were decided differently: shown, never scored."""
    w, rubric = words(language), sheet.work.rubric
    under = f"stages/{stage}/parts"
    found = rows(sheet, under)
    with st.expander(w.gettext("Parts that were decided differently"), expanded=bool(found)):
        names = {step.id: step.name.in_(language) for step in rubric.steps}
        names[DONT_KNOW] = rubric.label("state", DONT_KNOW, language)
        reasons = {one.id: one.name.in_(language) for one in rubric.reasons}
        for row in found:
            sheet.note(f"{under}/{row}/what", w.gettext("Which part"))
            sheet.pick(f"{under}/{row}/decision", w.gettext("Who decided"), names)
            sheet.pick(f"{under}/{row}/reason", w.gettext("Reason, if there was one"), reasons)
            take_out_button(sheet, f"{under}/{row}", w.gettext("Take this part out"))
        offer_way_back(sheet, under)
        if len(found) < MOST_PARTS and sheet.open:
            label = w.gettext("Name a part that was decided differently")
            sheet.line(f"{under}/{new_row(sheet, under)}/what", label, begins=True)
