"""Withdrawing, correcting and deleting an assessment, each said plainly before it is done."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from assessment import actions
from assessment.core.entries import Value, is_nothing, rows_of
from assessment.core.progress import whole_progress
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import now, the_store, today
from assessment.ui.navigation import go_to
from assessment.ui.person import current_person
from assessment.ui.place import Place
from assessment.ui.projects.told import tell_there
from assessment.words import words

#: The last parts of paths where people write freely.
NOTES: Final = frozenset(
    {"note", "decision_note", "reason_note", "who_could_remove_it", "why", "how", "said", "how_we_know_who_lives_here"}
)


def correct(sheet: Sheet, place: Place) -> None:
    """A new draft that names the submitted one."""
    w = words(place.language)
    st.header(w.gettext("Make a correction"), anchor=False)
    st.markdown(
        w.gettext(
            "A submitted assessment never changes. A correction is a new draft with everything that was said in it, "
            "and it names the one that it corrects. Submit it when it is right."
        )
    )
    if st.button(w.gettext("Make a correction"), key="correct"):
        sheet.attempt(
            "correct",
            lambda: actions.correct(the_store(), sheet.work, who=current_person(), today=today(), at=now()),
        )
    if done := sheet.told("correct"):
        tell_there(w.gettext("This is the correction. Change what was wrong; everything else is as it was."))
        go_to("settings", Place(place.language, assessment=done.value))


def withdraw(sheet: Sheet, place: Place) -> None:
    """Take a submitted assessment back, asked once more."""
    w = words(place.language)
    st.header(w.gettext("Withdraw it"), anchor=False)
    st.markdown(
        w.gettext(
            "A withdrawn assessment no longer counts among the submitted ones. It can still be read here, and it can "
            "be corrected. It cannot be submitted again."
        )
    )
    sure = st.checkbox(w.gettext("Yes, withdraw this assessment"), key="withdraw-sure")
    if st.button(w.gettext("Withdraw"), key="withdraw", disabled=not sure):
        sheet.attempt("withdraw", lambda: the_store().withdraw(sheet.work.kept.id, now()))
    if sheet.told("withdraw"):
        tell_there(w.gettext("The assessment has been withdrawn."))
        st.rerun()


def delete(sheet: Sheet, place: Place) -> None:
    """Erase it, once its name has been typed back."""
    w, id_, name = words(place.language), sheet.work.kept.id, sheet.text(actions.NAME)
    st.header(w.gettext("Delete it"), anchor=False)
    with st.container(key="delete-it"):
        show("loss", place.language, name=name, losses=losses(sheet))
        label = w.gettext("To delete it, type the name of the project")
        typed = st.text_input(label, autocomplete="off", key=f"delete-name-{id_}")
        if st.button(w.gettext("Delete for good"), icon=":material/delete:", key="delete"):
            if same_name(typed, name):
                sheet.attempt("delete", lambda: the_store().delete(id_))
            else:
                told = w.gettext("This is not its name yet. Type it as it stands above.")
                show("fault", place.language, sentence=told)
        if sheet.told("delete"):
            tell_there(w.gettext("{name} has been deleted.").format(name=name))
            go_to("start", Place(place.language))


def losses(sheet: Sheet) -> list[str]:
    """What would be gone, counted."""
    w, values, id_ = words(sheet.language), sheet.work.values, sheet.work.kept.id
    answers = whole_progress(sheet.work.rubric, values).answered
    notes, plan = how_many_notes(values), len(rows_of(values, "actions"))
    heard = len(rows_of(values, "changes"))
    changes, voices = len(the_store().history(id_)), len(the_store().voices(id_))
    counted = (
        (answers, w.ngettext("{number} answer", "{number} answers", answers)),
        (notes, w.ngettext("{number} note", "{number} notes", notes)),
        (plan, w.ngettext("{number} action of the plan", "{number} actions of the plan", plan)),
        (heard, w.ngettext("{number} thing heard from people", "{number} things heard from people", heard)),
        (changes, w.ngettext("{number} change in the history", "{number} changes in the history", changes)),
        (voices, w.ngettext("{number} voice of other people", "{number} voices of other people", voices)),
    )
    return [sentence.format(number=number) for number, sentence in counted if number]


def how_many_notes(values: Mapping[str, Value]) -> int:
    """How many boxes have something written in them."""
    return sum(path.rpartition("/")[2] in NOTES and not is_nothing(value) for path, value in values.items())


def same_name(typed: str, name: str) -> bool:
    """Whether a name was typed back, whatever the spaces."""
    return bool(typed.strip()) and typed.split() == name.split()
