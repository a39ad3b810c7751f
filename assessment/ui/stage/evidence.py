"""Evidence, asked once for the stage: what could you show, and for which of these?"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.entries import Value
from assessment.core.progress import progress_of
from assessment.core.terms import Evidence
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.words import words


@block
def evidence(id_: str, stage: str, language: str, line: DeltaGenerator) -> None:
    """One grade for each question of the stage, or one for all of them at once."""
    sheet, w = open_sheet(id_, language), words(language)
    rubric = sheet.work.rubric
    grades = {grade.value: rubric.label("evidence", grade.value, language) for grade in Evidence}
    items = [item for item in rubric.items if item.stage == stage]
    with st.container(key=f"card-evidence-{stage}"):
        st.header(w.gettext("What could you show, and for which of these?"), anchor=False)
        st.markdown(
            w.gettext(
                "Minutes, photographs, a survey, a message from somebody: say how far each answer rests on such "
                "things. Nothing has to be sent in."
            )
        )
        if sheet.open:
            key = f"all-evidence:{id_}:{stage}"
            st.segmented_control(
                w.gettext("The same for all of them"),
                list(grades),
                format_func=lambda id_: grades[id_],
                key=key,
                on_change=_all,
                args=(sheet, [item.id for item in items], key),
            )
            sheet.told(key)
        for item in items:
            sheet.segments(f"answers/{item.id}/evidence", rubric.value[item.value].name.in_(language), grades)
    name = rubric.stages[stage].name.in_(language)
    fill(line, id_, language, progress_of(rubric, open_sheet(id_, language).work.values, stage), name)


def _all(sheet: Sheet, questions: list[str], key: str) -> None:
    """Give every question of the stage the same grade, and leave the choice open for the next time."""
    grade: Value = st.session_state[key]
    st.session_state[key] = None
    if grade is not None:
        sheet.put(key, {f"answers/{question}/evidence": grade for question in questions})
