"""What was answered and when, with a way back; and a way to erase what should never have been typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment import actions
from assessment.core.entries import is_nothing
from assessment.store import Past
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.person import current_person
from assessment.ui.projects.moments import written_moment
from assessment.ui.settings.asked import Asked
from assessment.ui.settings.said import said
from assessment.words import words

#: Changes that are shown at first, and with every "show more".
FEW: Final = 10
MORE: Final = 40
ALL, WHOLE, UNDO = "all", "whole", "undo-last"


@dataclass(frozen=True)
class Reader:
    """Reads changes of one assessment to a person."""

    sheet: Sheet

    @property
    def asked(self) -> Asked:
        """Reads their paths."""
        return Asked(self.sheet.work.rubric, self.sheet.work.values, self.sheet.language)

    def name(self, path: str) -> str:
        """A path in one line."""
        return ": ".join(part for part in (self.asked.where(path), self.asked.what(path)) if part)

    def who(self, past: Past) -> str:
        """Whose browser it was; there are no accounts yet."""
        w = words(self.sheet.language)
        return w.gettext("this browser") if past.who == current_person() else w.gettext("another browser")

    def can_go_back(self, past: Past) -> bool:
        """Whether there is something to put back: not what was erased, not what stands there anyway."""
        now = self.sheet.value(past.path)
        same = now == past.old or (is_nothing(now) and is_nothing(past.old))
        needed = past.path in (actions.NAME, actions.DATE) and is_nothing(past.old)
        return self.sheet.open and not (past.forgotten or same or needed)


@block
def history(id_: str, language: str) -> None:
    """The changes, newest first, of the whole assessment or of one stage."""
    sheet, w = open_sheet(id_, language), words(language)
    reader = Reader(sheet)
    changes = [past for past in the_store().history(id_) if past.path != actions.LANGUAGE]
    undo_the_last(reader, changes)
    stages = {stage: sheet.work.rubric.stages[stage].name.in_(language) for stage in sheet.work.rubric.order}
    names = {ALL: w.gettext("Everything"), **stages, WHOLE: w.gettext("The whole project")}
    chosen = st.selectbox(w.gettext("Show changes of"), list(names), format_func=names.__getitem__, key="history-of")
    found = [past for past in changes if chosen in (ALL, reader.asked.stage(past.path) or WHOLE)]
    most = st.session_state.setdefault("history-shown", FEW)
    for past in found[:most]:
        row(reader, past)
    if not found:
        st.markdown(w.gettext("Nothing has changed here yet."))
    if len(found) > most and st.button(w.gettext("Show more"), key="history-more"):
        st.session_state["history-shown"] = most + MORE
        st.rerun(scope="fragment")
    erase(reader, changes)


def undo_the_last(reader: Reader, changes: Sequence[Past]) -> None:
    """One button for the commonest case."""
    w = words(reader.sheet.language)
    if changes and reader.can_go_back(changes[0]):
        label = w.gettext("Undo the last change")
        st.button(label, icon=":material/undo:", key=UNDO, on_click=reader.sheet.undo, args=(UNDO, changes[0]))
    undone(reader, UNDO)


def row(reader: Reader, past: Past, *, named: bool = True) -> None:
    """One change: where and what (unless the place says it), from what to what, when and by whom, and a way back."""
    w, language = words(reader.sheet.language), reader.sheet.language
    rubric = reader.sheet.work.rubric
    with st.container(key=f"past-{past.change}", horizontal=True, vertical_alignment="center"):
        show(
            "past",
            language,
            where=reader.asked.where(past.path) if named else "",
            what=reader.asked.what(past.path),
            old=said(rubric, past.path, past.old, language),
            new=said(rubric, past.path, past.new, language),
            forgotten=past.forgotten,
            when=written_moment(past.at, language),
            who=reader.who(past),
        )
        key = f"undo-{past.change}"
        if reader.can_go_back(past):
            st.button(w.gettext("Undo"), type="tertiary", key=key, on_click=reader.sheet.undo, args=(key, past))
    undone(reader, key)


def undone(reader: Reader, key: str) -> None:
    """Once it is undone, draw the whole page anew: the fields above show it too."""
    if reader.sheet.told(key):
        st.rerun()


def erase(reader: Reader, changes: Sequence[Past]) -> None:
    """Blank what the history says of one answer, for a name that was typed by mistake."""
    w, sheet = words(reader.sheet.language), reader.sheet
    paths = list(dict.fromkeys(past.path for past in changes if not past.forgotten))
    if not paths:
        return
    with st.expander(w.gettext("A name was typed by mistake"), icon=":material/ink_eraser:", type="compact"):
        st.markdown(
            w.gettext(
                "First take the name out of the answer itself. Then choose the answer here. What the history says of "
                "it is erased, and cannot be undone; the answer as it stands now stays."
            )
        )
        path = st.selectbox(
            w.gettext("Which answer?"),
            paths,
            index=None,
            format_func=reader.name,
            placeholder=w.gettext("Choose"),
            key="erase-which",
        )
        if st.button(w.gettext("Erase its history"), key="erase", disabled=path is None) and path:
            sheet.attempt("erase", lambda: the_store().forget(sheet.work.kept.id, path))
        if sheet.told("erase"):
            st.rerun(scope="fragment")
