"""Portfolio: many projects at once, and what to look at next."""

import streamlit as st

from assessment.pictures.portfolio.overview import overview
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import current_place
from assessment.ui.portfolio.looking import Looking, looking
from assessment.ui.portfolio.overview import answering, counted, reaching, spreads, standings
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
    spreads(now, found, picture.spreads)
    answering(now, picture.answering)
    reaching(now, picture.reaching)
    st.space("medium")
    if st.button(w.gettext("See what stands in the way"), type="primary", icon=":material/arrow_forward:", key="next"):
        go_to("barriers", now.place)


if now := looking(
    w.gettext("Portfolio"),
    w.gettext("How involvement goes across projects, what stands in the way, and what can be learnt."),
):
    everything(now)
