"""The conditions of taking part: asked and shown, never scored."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.terms import ConditionAnswer
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import open_sheet
from assessment.words import words


@block
def condition(id_: str, condition_id: str, language: str, line: DeltaGenerator) -> None:
    """One condition: its question in full, the answers, and a note that is folded while it is empty."""
    sheet, w = open_sheet(id_, language), words(language)
    rubric = sheet.work.rubric
    asked, path = rubric.condition[condition_id], f"conditions/{condition_id}"
    names = {one.value: rubric.label("condition", one.value, language) for one in ConditionAnswer}
    with st.container(key=f"condition-{condition_id}"):
        st.subheader(asked.name.in_(language), anchor=False)
        sheet.segments(f"{path}/answer", asked.question.in_(language), names)
        with st.expander(w.gettext("Note"), expanded=bool(sheet.text(f"{path}/note")), type="compact"):
            sheet.note(f"{path}/note", w.gettext("What is behind this answer?"))
    fill(line, id_, language)
