"""Showing a draft in the portfolio, as it stands now and marked as a draft; and taking it out again."""

import streamlit as st

from assessment import actions
from assessment.store.portfolio import showing
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import now, the_store
from assessment.ui.projects.moments import written_moment
from assessment.ui.report.sharing import PORTFOLIO, Shared, ask_what_more, chosen, stand
from assessment.words import words


@block
def drafted(id_: str, language: str) -> None:
    """Whether a draft is shown, and the way in and out."""
    sheet, w, key = open_sheet(id_, language), words(language), f"draft-{id_}"
    with st.expander(w.gettext("Show this draft in the portfolio"), key=f"{key}-folded"):
        st.markdown(
            w.gettext(
                "Whoever compares projects here sees the draft as it stands now, marked as a draft, and only if they "
                "ask for drafts. What you change later is not seen until you bring it up to date."
            )
        )
        since = showing.as_shown(the_store(), id_)
        more = (since.barriers_told, since.named) if since else (False, False)
        stand(key, Shared(PORTFOLIO, *more), overwrite=False)
        ask_what_more(key, language)
        if since:
            told = w.gettext("Shown in the portfolio as it was {when}.").format(when=written_moment(since.at, language))
            show("quiet", language, sentence=told)
        label = w.gettext("Bring it up to date there") if since else w.gettext("Show the draft")
        with st.container(horizontal=True, gap="small"):
            st.button(label, key=f"{key}-show", on_click=_show, args=(sheet, key))
            if since:
                out = w.gettext("Take it out of the portfolio")
                st.button(out, type="tertiary", key=f"{key}-hide", on_click=_hide, args=(sheet, key))
        if sheet.told(key):
            show("quiet", language, sentence=w.gettext("Saved. This holds from now on."))


def _show(sheet: Sheet, key: str) -> None:
    shared = chosen(key)
    sheet.attempt(key, lambda: _shown(sheet.work.kept.id, shared))


def _shown(id_: str, shared: Shared) -> str:
    from assessment.portfolio.showing import show_draft  # Brings pandas, which nobody waits for who only answers.

    store = the_store()
    work = actions.look(store, id_)
    show_draft(store, work, at=now(), barriers_told=shared.barriers_told, named=shared.named)
    return id_


def _hide(sheet: Sheet, key: str) -> None:
    sheet.attempt(key, lambda: _hidden(sheet.work.kept.id))


def _hidden(id_: str) -> str:
    showing.hide(the_store(), id_)
    return id_
