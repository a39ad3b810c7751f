"""One question: its statement, the sentences to choose from, what helps to choose, and a note."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.fields import DONT_KNOW, NOT_APPLICABLE
from assessment.core.progress import progress_of
from assessment.core.rubric import Item, Rubric
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.settings.history import Reader, row
from assessment.words import words

#: How many earlier answers are listed beside a question; all of them are in the settings.
EARLIER = 8


@block
def question(id_: str, question_id: str, language: str, line: DeltaGenerator) -> None:
    """One question as a block of its own, so that an answer draws nothing else anew."""
    sheet, w = open_sheet(id_, language), words(language)
    rubric = sheet.work.rubric
    item = rubric.item[question_id]
    asked, path = item.question, f"answers/{question_id}"
    with st.container(key=f"question-{question_id.replace('.', '-')}"):
        st.header(rubric.value[item.value].name.in_(language), anchor=False)
        with st.container(key=f"level-{question_id.replace('.', '-')}"):
            level = sheet.choose(f"{path}/level", asked.statement.in_(language), sentences(rubric, item, language))
        if level == NOT_APPLICABLE:
            if not sheet.text(f"{path}/why").strip():
                show("quiet", language, sentence=w.gettext("It counts as not applicable once you say why."))
            sheet.note(f"{path}/why", w.gettext("Why does it not apply?"))
        with st.container(key=f"folds-{question_id.replace('.', '-')}"):
            show("more", language, hint=asked.hint, example=asked.example, inside=language)
            with st.expander(w.gettext("Note"), expanded=bool(sheet.text(f"{path}/note")), type="compact"):
                sheet.note(f"{path}/note", w.gettext("What is behind this answer?"))
            earlier(sheet, path, question_id)
    name = rubric.stages[item.stage].name.in_(language)
    fill(line, id_, language, progress_of(rubric, sheet.work.values, item.stage), name)


def sentences(rubric: Rubric, item: Item, language: str) -> dict[int | str, str]:
    """The answers of a question: a sentence for each level, don't know, not applicable."""
    names: dict[int | str, str] = {level: item.question.levels[level].in_(language) for level in rubric.scale.levels}
    for other in (DONT_KNOW, NOT_APPLICABLE):
        names[other] = rubric.label("state", other, language)
    return names


def earlier(sheet: Sheet, path: str, question_id: str) -> None:
    """What stood here before, each with a way back to it; asked for only when somebody wants to see it."""
    if f"{path}/level" not in sheet.work.entries:
        return
    key = f"earlier:{sheet.work.kept.id}:{question_id}"
    fold = st.expander(words(sheet.language).gettext("Earlier answers"), key=key, type="compact", on_change="rerun")
    if fold.open:
        with fold:
            reader = Reader(sheet)
            for past in the_store().history(sheet.work.kept.id, f"{path}/level")[:EARLIER]:
                row(reader, past, named=False)
