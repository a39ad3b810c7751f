"""Who sits round the table, and when."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import open_sheet
from assessment.ui.fragment import show
from assessment.words import words


@block
def table(id_: str, language: str, line: DeltaGenerator) -> None:
    """How many people of each role answer together, on which day, and that others can answer apart."""
    sheet, w = open_sheet(id_, language), words(language)
    with st.container(key="roles"):
        for role in sheet.work.rubric.roles:
            sheet.number(f"assessment/respondents/{role.id}/count", role.name.in_(language))
    enough = sheet.work.rubric.parameters.voices.publish_from
    apart = w.gettext(
        "People who are not at the table can answer too, each apart, in a file. "
        "Gyda shows how they saw it once {number} of them have answered, and never one person's answers."
    )
    show("quiet", language, sentence=apart.format(number=enough))
    sheet.day("assessment/date", w.gettext("Date of the sitting"))
    sheet.line("assessment/title", w.gettext("A title for this assessment, if you want one"), plain=True)
    fill(line, id_, language)
