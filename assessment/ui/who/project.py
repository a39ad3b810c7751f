"""What the project is about, and what kind of project it is."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.complexity import complexity
from assessment.core.rubric import Context
from assessment.core.terms import Capacity, YesNo
from assessment.pictures.shapes import Typed
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import assessment_of
from assessment.ui.projects.details import ask_about, ask_kind, ask_made_by
from assessment.ui.written import notes_at
from assessment.words import words


@block
def project(id_: str, language: str, line: DeltaGenerator, *, folded: bool) -> None:
    """The project in words: what it is about, what is open and what is fixed, who works on it.

    `folded` where it was said before this page was opened: then it stands here to be read, and is not asked again.
    """
    sheet, w = open_sheet(id_, language), words(language)
    asked: DeltaGenerator = st.container()
    if folded:
        with asked:
            show("facts", language, facts=_said(sheet))
        asked = asked.expander(w.gettext("Change what it says"), key="change-about", type="compact")
    with asked:
        ask_about(sheet)
        ask_made_by(sheet)
        ask_kind(sheet)
    fill(line, id_, language)


def _said(sheet: Sheet) -> dict[str, Typed]:
    """What is said of the project, by what it is called."""
    w = words(sheet.language)
    names = {"about": w.gettext("What it is about"), "open": w.gettext("What is open")}
    return notes_at(sheet, "project", {**names, "fixed": w.gettext("What is fixed")})


@block
def nearness(id_: str, language: str, line: DeltaGenerator) -> None:
    """How near it is to people's lives, and whether the team can act on what it hears."""
    sheet = open_sheet(id_, language)
    if context := sheet.work.rubric.context:
        names = {one.id: f"**{one.name.in_(language)}.** {one.meaning.in_(language)}" for one in context.levels}
        sheet.choose("context/level", context.level.question.in_(language), names)
        can = {one.value: sheet.work.rubric.label("capacity", one.value, language) for one in Capacity}
        with st.container(key="capacity"):
            sheet.segments("context/capacity_to_act", context.capacity.question.in_(language), can)
    fill(line, id_, language)


@block
def kind_of_problem(id_: str, language: str, line: DeltaGenerator) -> None:
    """Short questions about the problem; beneath them what follows, once it is known."""
    sheet = open_sheet(id_, language)
    if context := sheet.work.rubric.context:
        names = {one.value: sheet.work.rubric.label("yes_no", one.value, language) for one in YesNo}
        with st.container(key="complexity"):
            for one in context.complexity:
                sheet.segments(f"context/complexity/{one.id}", one.question.in_(language), names)
        _what_follows(sheet, context)
    fill(line, id_, language)


def _what_follows(sheet: Sheet, context: Context) -> None:
    """What this kind of problem means for working with people, or that it is not known yet."""
    rubric, language = sheet.work.rubric, sheet.language
    found = complexity(rubric, assessment_of(sheet.work))
    if found:
        name, meaning = rubric.label("complexity", found.value, language), context.complexity_meaning[found.value]
        show("follows", language, name=name, meaning=meaning.in_(language))
    else:
        awaited = words(language).gettext(
            "Once it is clear what kind of problem this is, you will see here what that means."
        )
        show("quiet", language, sentence=awaited)
