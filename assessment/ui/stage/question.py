"""One question: its statement, the sentences to choose from, and a note."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.fields import DONT_KNOW, NOT_APPLICABLE
from assessment.core.progress import progress_of
from assessment.core.rubric import Item, Rubric
from assessment.ui.bar import fill
from assessment.ui.fields import open_sheet
from assessment.words import words


@st.fragment
def question(id_: str, question_id: str, language: str, line: DeltaGenerator) -> None:
    """One question as a block of its own, so that an answer draws nothing else anew."""
    sheet, w = open_sheet(id_, language), words(language)
    rubric = sheet.work.rubric
    item = rubric.item[question_id]
    with st.container(key=f"question-{question_id.replace('.', '-')}"):
        st.subheader(rubric.value[item.value].name.in_(language), anchor=False)
        level = sheet.choose(
            f"answers/{question_id}/level", item.question.statement.in_(language), sentences(rubric, item, language)
        )
        if level == NOT_APPLICABLE:
            sheet.note(f"answers/{question_id}/why", w.gettext("Why does it not apply?"))
        with st.expander(w.gettext("Note"), expanded=bool(sheet.text(f"answers/{question_id}/note"))):
            sheet.note(f"answers/{question_id}/note", w.gettext("Note"))
    values = open_sheet(id_, language).work.values
    fill(line, id_, language, progress_of(rubric, values, item.stage))


def sentences(rubric: Rubric, item: Item, language: str) -> dict[int | str, str]:
    """The answers of a question: a sentence for each level, don't know, not applicable."""
    levels = {level: item.question.levels[level].in_(language) for level in rubric.scale.levels}
    return {
        **levels,
        DONT_KNOW: rubric.label("state", DONT_KNOW, language),
        NOT_APPLICABLE: rubric.label("state", NOT_APPLICABLE, language),
    }
