"""One barrier on the page: what the team says, and what a manager answers to it."""

import streamlit as st

from assessment.core.portfolio.barriers import Barrier, Mark
from assessment.pictures.portfolio.barriers import BarrierCard
from assessment.portfolio.barriers import answer, take_back
from assessment.ui.attempts import Done, attempt, told
from assessment.ui.fragment import show
from assessment.ui.keeping import now
from assessment.ui.navigation import go_to
from assessment.ui.person import current_person
from assessment.ui.portfolio.looking import Looking
from assessment.ui.widgets import plain


def barrier(looking: Looking, card: BarrierCard) -> None:
    """The card, the way to its project, and the answer."""
    one, w = card.barrier, looking.w
    key = f"barrier-{one.project}-{one.stage}"
    with st.container(key=key):
        show("barrier", looking.language, card=card)
        with st.container(horizontal=True, gap="small"):
            label = w.gettext("Answer") if one.mark == Mark.WAITING else w.gettext("Answer again")
            with st.popover(label, icon=":material/reply:", key=f"{key}-answer", on_change="rerun"):
                done = _answering(looking, card, key)
            back = w.gettext("Take the answer back")
            if one.mark != Mark.WAITING and st.button(back, type="tertiary", key=f"{key}-back"):
                attempt(
                    f"{key}-back",
                    lambda: take_back(
                        looking.store, one.project, one.stage, one.reason, who=current_person(), at=now()
                    ),
                )
            if st.button(w.gettext("Open the project"), type="tertiary", key=f"{key}-open"):
                go_to("compare", looking.place.cutting(looking.cut.setting("project", (one.project,))))
        if told(f"{key}-back", looking.language) or done:
            st.rerun()


def _answering(looking: Looking, card: BarrierCard, key: str) -> Done | None:
    """What is asked. A fault is told above the button: beneath it, it would be out of sight in a low window."""
    one, w = card.barrier, looking.w
    names = {
        Mark.TAKEN_ON: w.gettext("I take it on"),
        Mark.REMOVED: w.gettext("It is removed"),
        Mark.REFUSED: w.gettext("It has to stay, and I say why"),
    }
    st.markdown(f"**{plain(card.name.text)}**")
    st.radio(w.gettext("What do you say to it?"), list(names), format_func=names.__getitem__, key=f"{key}-mark")
    st.text_area(w.gettext("In a sentence (the team reads it)"), key=f"{key}-note", height=90)
    done = told(key, looking.language)
    st.button(w.gettext("Tell the team"), type="primary", key=f"{key}-tell", on_click=_tell, args=(looking, one, key))
    return done


def _tell(looking: Looking, one: Barrier, key: str) -> None:
    """Keep the answer, and close what it was given in; if it could not be kept, that is told in there."""
    mark, note = st.session_state[f"{key}-mark"], st.session_state[f"{key}-note"]
    who, at = current_person(), now()
    if attempt(key, lambda: answer(looking.store, one.project, one.stage, one.reason, mark, note, who=who, at=at)):
        st.session_state[f"{key}-answer"] = False
