"""Submitting: what that freezes, who may see it, and what is worth a look before."""

from dataclasses import asdict
from typing import Final

import streamlit as st

from assessment import actions
from assessment.ui.block import block
from assessment.ui.fields import open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import now, the_store
from assessment.ui.projects.told import tell_there
from assessment.ui.report.looks import worth_a_look
from assessment.ui.report.sharing import PORTFOLIO, Shared, ask_who_may_see, take_in
from assessment.words import words

KEY: Final = "submit"


@block
def submitting(id_: str, language: str) -> None:
    """What it does, who may see it, what is worth a look, and one more yes."""
    sheet, w = open_sheet(id_, language), words(language)
    show("submit", language)
    shared = ask_who_may_see(f"may-see-{id_}", language, Shared())
    if looks := list(worth_a_look(sheet)):
        show("looks", language, looks=looks)
    sure = st.checkbox(w.gettext("Yes, submit it as it is now"), key=f"submit-sure-{id_}")
    if st.button(w.gettext("Submit"), icon=":material/lock:", key=KEY, disabled=not sure):
        sheet.attempt(KEY, lambda: submit(id_, shared))
    if sheet.told(KEY):
        tell_there(w.gettext("The assessment has been submitted. Nothing in it changes any more."))
        st.rerun()


def submit(id_: str, shared: Shared) -> str:
    """Freeze what stands in the store now, which may be more than this page has drawn."""
    store = the_store()
    sha256 = actions.submit(store, actions.look(store, id_), at=now(), **asdict(shared))
    if shared.shared_with == PORTFOLIO:
        take_in(store)
    return sha256
