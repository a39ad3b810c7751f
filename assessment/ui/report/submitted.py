"""A submitted assessment: when, its fingerprint, who may see it, and the way to correct or withdraw it."""

import streamlit as st

from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.projects.state import state_of, what_holds
from assessment.ui.report.sharing import PORTFOLIO, TEAM, Shared, ask_who_may_see, chosen, take_in
from assessment.words import words


def submitted(sheet: Sheet, place: Place) -> None:
    """The whole of it. One that was withdrawn is shared with nobody any more."""
    w, kept = words(place.language), sheet.work.kept
    st.header(state_of(kept, place.language), anchor=False)
    show("submitted", place.language, sha256=kept.sha256 or "", what_holds=what_holds(kept, place.language))
    if not kept.withdrawn:
        sharing(kept.id, place.language)
    label = w.gettext("Correct it") if kept.withdrawn else w.gettext("Correct or withdraw it")
    if st.button(label, key="to-settings"):
        go_to("settings", place)


@block
def sharing(id_: str, language: str) -> None:
    """Who may see it: it can be changed at any time, for it is no answer."""
    sheet, w = open_sheet(id_, language), words(language)
    key, kept = f"share-{id_}", sheet.work.kept
    stands = Shared(kept.shared_with or TEAM, bool(kept.barriers_told), bool(kept.named))
    ask_who_may_see(key, language, stands, on_change=lambda: _share(sheet, key))
    if sheet.told(key):
        show("quiet", language, sentence=w.gettext("Saved. This holds from now on."))


def _share(sheet: Sheet, key: str) -> None:
    shared = chosen(key)
    sheet.attempt(key, lambda: _shared(sheet.work.kept.id, shared))


def _shared(id_: str, shared: Shared) -> str:
    store = the_store()
    store.share(id_, shared.shared_with, barriers_told=shared.barriers_told, named=shared.named)
    if shared.shared_with == PORTFOLIO:
        take_in(store)
    return shared.shared_with
