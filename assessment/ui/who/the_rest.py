"""Answers for many groups at once: those of the stage before, or one for all the groups left; and the way back."""

from collections.abc import Mapping

import streamlit as st

from assessment.core.entries import Value, is_nothing, rows_of
from assessment.core.terms import Presence
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.words import words

UNDER = "taking_part"
THE_REST = Presence.NOT_REACHED.value
#: What the session remembers: by assessment and stage, what was filled in together last.
FILLED = "filled-together"


def as_before(sheet: Sheet, stage: str, before: str | None) -> None:
    """A button that takes over what was said of each group in the stage before, where this one says nothing yet."""
    w = words(sheet.language)
    if before is None or not sheet.open:
        return
    said = {f"{UNDER}/{group}/{stage}": sheet.value(f"{UNDER}/{group}/{before}") for group in _groups(sheet)}
    new = {path: value for path, value in said.items() if not is_nothing(value) and is_nothing(sheet.value(path))}
    if new:
        label = w.gettext("The same as for “{stage}”")
        name = sheet.work.rubric.stages[before].name.in_(sheet.language)
        st.button(label.format(stage=name), key="as-before", on_click=_fill, args=(sheet, stage, new))


def mark_the_rest(sheet: Sheet, stage: str) -> None:
    """A button that says of all the others that they were not reached; once many were filled in, the way back."""
    w, blank = words(sheet.language), blank_paths(sheet, stage)
    answer = sheet.work.rubric.label("presence", THE_REST, sheet.language)
    filled = {path: value for path, value in _filled(sheet, stage).items() if sheet.value(path) == value}
    if filled:
        told = w.ngettext("{number} group was filled in.", "{number} groups were filled in.", len(filled))
        with st.container(horizontal=True, vertical_alignment="center", key="marked"):
            show("quiet", sheet.language, sentence=told.format(number=len(filled)))
            st.button(w.gettext("Undo"), key="unmark", on_click=_empty, args=(sheet, stage, filled))
    if blank and sheet.open:
        label = w.gettext("Mark all the others “{answer}”").format(answer=answer)
        rest: dict[str, Value] = dict.fromkeys(blank, THE_REST)
        st.button(label, key="mark-the-rest", on_click=_fill, args=(sheet, stage, rest))
    sheet.told("mark-the-rest")


def blank_paths(sheet: Sheet, stage: str) -> list[str]:
    """Where nothing is said of a group of the rubric at this stage."""
    groups = (group.id for group in sheet.work.rubric.groups if not group.labelled)
    return [path for one in groups if is_nothing(sheet.value(path := f"{UNDER}/{one}/{stage}"))]


def _groups(sheet: Sheet) -> list[str]:
    """Every group of which something is said, those with a name of the team's own too."""
    return rows_of(sheet.work.values, UNDER)


def _filled(sheet: Sheet, stage: str) -> dict[str, Value]:
    filled: dict[str, Value] = st.session_state.setdefault(FILLED, {}).get((sheet.work.kept.id, stage), {})
    return filled


def _fill(sheet: Sheet, stage: str, values: Mapping[str, Value]) -> None:
    """Keep all these answers at once, or none of them, and remember them for the way back."""
    st.session_state.setdefault(FILLED, {})[sheet.work.kept.id, stage] = dict(values)
    sheet.put("mark-the-rest", values)


def _empty(sheet: Sheet, stage: str, values: Mapping[str, Value]) -> None:
    """Take back what was filled in together."""
    st.session_state[FILLED].pop((sheet.work.kept.id, stage), None)
    sheet.put("mark-the-rest", dict.fromkeys(values))
