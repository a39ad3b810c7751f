"""Portfolio: many projects at once, and what to look at next."""

import streamlit as st

from assessment.pictures.portfolio.overview import overview
from assessment.pictures.portfolio.reasons import reasons as why
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import current_place
from assessment.ui.portfolio.looking import Looking, looking
from assessment.ui.portfolio.overview import answering, counted, reaching, spreads, standings
from assessment.ui.portfolio.reasons import reasons
from assessment.words import words

w = words(current_place().language)


def everything(now: Looking) -> None:
    """Every part, with the way on at the end."""
    found = counted(now)
    picture = overview(now.rubric, found, now.language, beside=now.looked_at.beside)
    if picture.rule:
        show("rule", now.language, text=picture.rule)
    if picture.standings:
        standings(now, picture.standings)
    if told := why(now.rubric, found, now.language):
        reasons(now, told)
    spreads(now, found, picture.spreads)
    answering(now, picture.answering)
    reaching(now, picture.reaching)
    ways_on(now)


def ways_on(now: Looking) -> None:
    """From what is so to what can be done about it."""
    icon = ":material/arrow_forward:"
    st.space("small")
    with st.container(horizontal=True, gap="small"):
        if st.button(w.gettext("See what stands in the way"), type="primary", icon=icon, key="to-barriers"):
            go_to("barriers", now.place)
        if st.button(w.gettext("See who could learn from whom"), icon=icon, key="to-learning"):
            go_to("learning", now.place)
        if st.button(w.gettext("See what came of promises"), icon=icon, key="to-promises"):
            go_to("over_time", now.place)


if now := looking(
    w.gettext("Portfolio"),
    w.gettext("How involvement goes across projects, what stands in the way, and what can be learnt."),
):
    everything(now)
