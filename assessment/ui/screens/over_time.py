"""Promises and change: what came of promises, and what has changed between two assessments of a project."""

import streamlit as st

from assessment.core.portfolio.over_time import Since
from assessment.pictures.portfolio.over_time import over_time, since_words
from assessment.pictures.portfolio.wording import Many
from assessment.store.portfolio.over_time import over_time as counted
from assessment.ui.fragment import show
from assessment.ui.place import current_place
from assessment.ui.portfolio.looking import Looking, looking
from assessment.ui.portfolio.over_time import actions, awaited, levels, moves, promised_to, promises
from assessment.ui.widgets import say
from assessment.words import words

w = words(current_place().language)


def switch(now: Looking) -> Since:
    """Beside which of its earlier assessments each project's latest one is seen."""
    many = Many(now.rubric, now.language)
    chosen = st.segmented_control(
        w.gettext("What has changed?"),
        list(Since),
        format_func=lambda one: since_words(many, one),
        key="over-time-since",
        default=Since.LAST,
        required=True,
        label_visibility="collapsed",
    )
    return Since(chosen or Since.LAST)


def everything(now: Looking) -> None:
    """What was promised, and then what has changed; where nobody has answered twice, what will be here of that."""
    since = Since(st.session_state.get("over-time-since") or Since.LAST)
    found = counted(now.store, now.rubric, now.cut, since)
    picture = over_time(Many(now.rubric, now.language), found, now.mix.compared)
    promises(now, picture.promises)
    promised_to(now)
    st.header(w.gettext("What has changed?"), anchor="changes")
    if not found.projects:
        awaited(now)
        return
    say(picture.lead)
    switch(now)
    if now.rubric.order:
        show("rule", now.language, text=picture.none_ranked)
    if picture.moves:
        moves(now, picture.moves)
    levels(now, picture.levels)
    actions(now, picture.actions)


if now := looking(
    w.gettext("Promises and change"),
    w.gettext(
        "What was promised, what came of it, and what has changed in each project since its team answered before."
    ),
):
    everything(now)
