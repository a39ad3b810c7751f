"""Whether the people saw it before it was sent: when, how, and what they said."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.written import day_at, notes_at
from assessment.words import words

PATH = "assessment/shown_to_people"


@block
def ask(id_: str, language: str, line: DeltaGenerator) -> None:
    """The boxes, while it can still be said."""
    sheet, w = open_sheet(id_, language), words(language)
    show("guard", language)
    with st.container(key="shown-on"):
        sheet.day(f"{PATH}/date", w.gettext("When did the people see it?"))
    sheet.note(f"{PATH}/how", w.gettext("How was it shown to them?"), guard=False)
    sheet.note(f"{PATH}/said", w.gettext("What did they say?"), guard=False)
    fill(line, id_, language)


def tell(sheet: Sheet) -> None:
    """What was said of it; that nothing was said is told too."""
    w = words(sheet.language)
    names = {"how": w.gettext("How it was shown"), "said": w.gettext("What they said")}
    facts, day = notes_at(sheet, PATH, names), day_at(sheet, f"{PATH}/date")
    if day:
        show("quiet", sheet.language, sentence=w.gettext("The people saw it on {day}.").format(day=day))
    if facts:
        show("facts", sheet.language, facts=facts)
    if not (day or facts):
        told = w.gettext("Nothing says that the people saw this before it was sent.")
        show("quiet", sheet.language, sentence=told)
