"""The same answer for all the groups that have none yet, and the way back."""

import streamlit as st

from assessment.core.entries import Value, is_nothing
from assessment.core.terms import Presence
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.words import words

THE_REST = Presence.NOT_REACHED.value
#: What the session remembers: the groups that were marked together last.
MARKED = "marked-together"


def mark_the_rest(sheet: Sheet, stage: str) -> None:
    """A button that says of all the others that they were not reached; once pressed, the way back."""
    w, blank = words(sheet.language), blank_paths(sheet, stage)
    answer = sheet.work.rubric.label("presence", THE_REST, sheet.language)
    marked = [path for path in _marked(sheet, stage) if sheet.value(path) == THE_REST]
    if marked:
        told = w.ngettext(
            "{number} group was marked “{answer}”.", "{number} groups were marked “{answer}”.", len(marked)
        )
        with st.container(horizontal=True, vertical_alignment="center", key="marked"):
            show("quiet", sheet.language, sentence=told.format(number=len(marked), answer=answer))
            st.button(w.gettext("Undo"), key="unmark", on_click=_put, args=(sheet, stage, marked, None))
    elif blank and sheet.open:
        label = w.gettext("Mark all the others “{answer}”").format(answer=answer)
        st.button(label, key="mark-the-rest", on_click=_put, args=(sheet, stage, blank, THE_REST))
    sheet.told("mark-the-rest")


def blank_paths(sheet: Sheet, stage: str) -> list[str]:
    """Where nothing is said of a group of the rubric at this stage."""
    groups = (group.id for group in sheet.work.rubric.groups if not group.labelled)
    return [path for one in groups if is_nothing(sheet.value(path := f"taking_part/{one}/{stage}"))]


def _marked(sheet: Sheet, stage: str) -> list[str]:
    marked: list[str] = st.session_state.setdefault(MARKED, {}).get((sheet.work.kept.id, stage), [])
    return marked


def _put(sheet: Sheet, stage: str, paths: list[str], answer: Value) -> None:
    """Keep one answer at all these paths at once, or none of them."""
    st.session_state.setdefault(MARKED, {})[sheet.work.kept.id, stage] = paths if answer else []
    sheet.put("mark-the-rest", dict.fromkeys(paths, answer))
