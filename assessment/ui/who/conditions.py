"""The conditions of taking part: asked and shown, never scored."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.terms import OFFERED, ConditionAnswer
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import open_sheet
from assessment.ui.fragment import show
from assessment.words import words


@block
def condition(id_: str, condition_id: str, language: str, line: DeltaGenerator) -> None:
    """One condition: its question in full, the answers, a note that is folded while it is empty, and the cost.

    The cost is asked of what is offered and takes money, and shown wherever it will be printed.
    """
    sheet, w = open_sheet(id_, language), words(language)
    rubric = sheet.work.rubric
    asked, path = rubric.condition[condition_id], f"conditions/{condition_id}"
    names = {one.value: rubric.label("condition", one.value, language) for one in ConditionAnswer}
    with st.container(key=f"condition-{condition_id}"):
        st.subheader(asked.name.in_(language), anchor=False)
        answer = sheet.segments(f"{path}/answer", asked.question.in_(language), names)
        with st.expander(w.gettext("Note"), expanded=bool(sheet.text(f"{path}/note")), type="compact"):
            sheet.note(f"{path}/note", w.gettext("What is behind this answer?"))
        if answer in OFFERED and (asked.costs or sheet.text(f"{path}/cost")):
            label = w.gettext("What it costs, and where it stands in the budget")
            hint = w.gettext("such as £1,200 a year, budget line 4")
            sheet.line(f"{path}/cost", label, placeholder=hint)
            show("quiet", language, sentence=w.gettext("The report prints this, and so do the two pages for a bid."))
    fill(line, id_, language)
