"""Whether the people saw it before it was sent."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import open_sheet
from assessment.ui.report.making import no_longer_true
from assessment.words import words


@block
def shown(id_: str, language: str, line: DeltaGenerator) -> None:
    """When, how, and what they said."""
    sheet, w = open_sheet(id_, language), words(language)
    path = "assessment/shown_to_people"
    sheet.day(f"{path}/date", w.gettext("When did the people see it?"))
    sheet.note(f"{path}/how", w.gettext("How did they see it?"), height=68)
    sheet.note(f"{path}/said", w.gettext("What did they say?"), guard=False)
    fill(line, id_, language)
    if no_longer_true(sheet.work.kept):
        # What was typed here stands in the report, so the one above is no longer offered.
        st.rerun()
