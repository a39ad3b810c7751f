"""Showing a draft in the portfolio, as it stands now and marked as a draft; and taking it out again."""

import streamlit as st

from assessment import actions
from assessment.store import Store
from assessment.ui.block import block
from assessment.ui.fields import open_sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import now, the_store
from assessment.ui.projects.moments import written_moment
from assessment.ui.report.sharing import Shared, ask_what_more, chosen, shown_since
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
        ask_what_more(key, language)
        since = shown_since(the_store(), id_)
        label = w.gettext("Bring it up to date there") if since else w.gettext("Show the draft")
        with st.container(horizontal=True, gap="small"):
            if st.button(label, key=f"{key}-show"):
                sheet.attempt(f"{key}-show", lambda: _show(the_store(), id_, chosen(key)))
            if since and st.button(w.gettext("Take it out of the portfolio"), key=f"{key}-hide"):
                sheet.attempt(f"{key}-hide", lambda: _hide(the_store(), id_))
        if sheet.told(f"{key}-show") or sheet.told(f"{key}-hide"):
            since = shown_since(the_store(), id_)
            told = w.gettext("Saved. This holds from now on.")
            show("quiet", language, sentence=told)
        if since:
            told = w.gettext("Shown in the portfolio as it was {when}.").format(when=written_moment(since, language))
            show("quiet", language, sentence=told)


def _show(store: Store, id_: str, shared: Shared) -> str:
    from assessment.portfolio.showing import show_draft  # Brings pandas.

    work = actions.look(store, id_)
    show_draft(store, work, at=now(), barriers_told=shared.barriers_told, named=shared.named)
    return id_


def _hide(store: Store, id_: str) -> str:
    from assessment.store.portfolio.showing import hide

    hide(store, id_)
    return id_
