"""Submitting: what that freezes, who may see it, and what is worth a look before."""

from collections.abc import Iterator
from typing import Final

import streamlit as st

from assessment import actions
from assessment.core.entries import is_typed, rows_of
from assessment.core.progress import whole_progress
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import now, the_store
from assessment.ui.projects.moments import written_day_of
from assessment.ui.projects.told import tell_there
from assessment.ui.settings.history import Reader
from assessment.words import words

TEAM, PORTFOLIO = "team", "portfolio"
KEY: Final = "submit"


@block
def submitting(id_: str, language: str) -> None:
    """What is worth a look, who may see it, and one more yes."""
    sheet, w = open_sheet(id_, language), words(language)
    show("submit", language, looks=list(worth_a_look(sheet)))
    shared_with = st.radio(
        w.gettext("Who may see it?"),
        list(who_may_see(language)),
        format_func=who_may_see(language).__getitem__,
        key=f"share:{id_}",
    )
    sure = st.checkbox(w.gettext("Yes, submit it as it is now"), key=f"submit-sure:{id_}")
    if st.button(w.gettext("Submit"), icon=":material/lock:", key="submit", disabled=not sure):
        sheet.attempt(KEY, lambda: submit(id_, shared_with))
    if sheet.told(KEY):
        tell_there(w.gettext("The assessment has been submitted. Nothing in it changes any more."))
        st.rerun()


def submit(id_: str, shared_with: str) -> str:
    """Freeze what stands in the store now, which may be more than this page has drawn."""
    store = the_store()
    return actions.submit(store, actions.look(store, id_), shared_with=shared_with, at=now())


def who_may_see(language: str) -> dict[str, str]:
    """The choices, the narrower first."""
    w = words(language)
    return {
        TEAM: w.gettext("Only us"),
        PORTFOLIO: w.gettext("The portfolio too: whoever compares projects in this Gyda"),
    }


def worth_a_look(sheet: Sheet) -> Iterator[str]:
    """What a team may want to see to before; none of it stands in the way."""
    w, rubric, values = words(sheet.language), sheet.work.rubric, sheet.work.values
    progress = whole_progress(rubric, values)
    if left := progress.total - progress.answered:
        sentence = w.ngettext("{number} question is not answered.", "{number} questions are not answered.", left)
        yield sentence.format(number=left)
    if not progress.total:
        yield w.gettext("No stage has begun or is planned yet, so there is nothing to see in it.")
    if not rows_of(values, "assessment/respondents"):
        yield w.gettext("Nobody is named as having answered.")
    if not rows_of(values, "assessment/shown_to_people"):
        yield w.gettext("The people have not seen it yet, or it is not said when.")
    reader = Reader(sheet)
    for path, value in values.items():
        if is_typed(value):
            yield w.gettext("This cannot be read yet, so it will be left out: {what}.").format(what=reader.name(path))


@block
def submitted(id_: str, language: str) -> None:
    """When it was submitted, its fingerprint, and who may see it."""
    sheet, w = open_sheet(id_, language), words(language)
    kept = sheet.work.kept
    day = written_day_of(kept.submitted, language) if kept.submitted else ""
    withdrawn = written_day_of(kept.withdrawn, language) if kept.withdrawn else ""
    show("submitted", language, day=day, withdrawn=withdrawn, sha256=kept.sha256 or "")
    if kept.withdrawn:
        return
    names, key = who_may_see(language), f"share:{id_}"
    st.session_state[key] = kept.shared_with
    st.radio(
        w.gettext("Who may see it?"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=_share,
        args=(sheet, key),
    )
    sheet.told(key)


def _share(sheet: Sheet, key: str) -> None:
    shared_with = st.session_state[key]
    sheet.attempt(key, lambda: the_store().share(sheet.work.kept.id, shared_with))
