"""One's projects as cards: what each is, how far it has come, its latest picture, and the way on."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.projects.answered import with_answers
from assessment.ui.projects.heads import Head
from assessment.ui.projects.mini import grounds, lines
from assessment.ui.projects.moments import written_moment
from assessment.ui.projects.state import state_of
from assessment.words import words

Kind = Literal["primary", "secondary", "tertiary"]
#: Cards that are drawn at once.
MOST = 20


def cards(found: Sequence[Head], title: str, key: str, place: Place, *, stands_out: bool) -> None:
    """A group of projects under its title; the first one's button stands out if nothing else on the page does."""
    w = words(place.language)
    st.header(title, anchor=False)
    shown = st.session_state.setdefault(f"{key}-shown", MOST)
    answered = with_answers([head.kept.project for head in found[:shown]])
    for number, head in enumerate(found[:shown]):
        card(head, place, primary=stands_out and number == 0, answered=head.kept.project in answered)
    if len(found) > shown and st.button(w.gettext("Show more"), key=f"{key}-more"):
        st.session_state[f"{key}-shown"] += MOST
        st.rerun()


def card(head: Head, place: Place, *, primary: bool, answered: bool) -> None:
    """One project; `answered`: a manager has said something of a barrier in it."""
    w, id_ = words(place.language), head.kept.id
    news = [w.gettext("A manager answered about a barrier")] if answered else []
    picture = lines(head.rubric, head.values, place.language)
    with st.container(key=f"project-{id_}"):
        show(
            "card",
            place.language,
            name=head.name,
            organisation=head.organisation,
            changed=w.gettext("last changed {when}").format(when=written_moment(head.kept.changed, place.language)),
            state=state_of(head.kept, place.language),
            told=" · ".join(part for part in (how_far(head, place.language), *news) if part),
            lines=picture if any(line.known for line in picture) else [],
            grounds=grounds(head.rubric),
        )
        with st.container(horizontal=True, gap="small"):
            if head.draft and st.button(
                w.gettext("Go on"), type="primary" if primary else "secondary", key=f"go-on-{id_}"
            ):
                go_to(*head.way_on(place))
            kind: Kind = "tertiary" if head.draft else "secondary"
            if st.button(w.gettext("Where we stand"), type=kind, key=f"stands-{id_}"):
                go_to("results", Place(place.language, assessment=id_))


def how_far(head: Head, language: str) -> str:
    """How much is answered and about how long the rest takes; empty once it is submitted."""
    w, progress = words(language), head.progress
    if not head.draft:
        return ""
    if not progress.total:
        return w.gettext("Nothing answered yet")
    done = w.gettext("{answered} of {total} answered").format(answered=progress.answered, total=progress.total)
    if not progress.minutes:
        return done
    left = w.ngettext("about a minute left", "about {number} minutes left", progress.minutes)
    return f"{done}, {left.format(number=progress.minutes)}"
