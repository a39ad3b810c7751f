"""Barriers: what stands in the way, who could remove it, and what a manager answers to each."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.core.portfolio.barriers import Wanted, barrier_reasons
from assessment.pictures.portfolio.barriers import BarriersPicture, barriers, card
from assessment.store.portfolio import barriers as store
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.place import current_place
from assessment.ui.portfolio.answering import barrier
from assessment.ui.portfolio.looking import Looking, looking
from assessment.ui.tables import table_of
from assessment.ui.widgets import say
from assessment.words import words

AT_ONCE = 10
"""So many barriers are shown at first, and each time more are asked for."""
REMOVERS = 12
"""So many of those who could remove one are named; the list below has every one."""
MORE = "barriers-more"
w = words(current_place().language)


def begin_anew() -> None:
    """Show the first ones again: it is about others now."""
    st.session_state.pop(MORE, None)


def summary(now: Looking, picture: BarriersPicture) -> None:
    """How many there are, who could remove them, and which they are."""
    say(picture.told)
    if picture.removers:
        st.header(picture.removers_title, anchor="removers")
        say(w.gettext("As the teams name them. What can you unblock?"))
        show("removers", now.language, rows=picture.removers[:REMOVERS])
        table_of(picture.reasons, w.gettext("Which barriers, and where, as a table"))
    if picture.incomplete:
        show("quiet", now.language, sentence=picture.incomplete)


@block
def one_by_one(now: Looking, picture: BarriersPicture) -> None:
    """Every barrier, by what it is, who could remove it and what was said of it."""
    st.header(w.gettext("Each barrier, to answer"), anchor="each")
    say(picture.answered)
    wanted = asked_for(now, picture)
    most = st.session_state.get(MORE, AT_ONCE)
    number, found = store.one_by_one(now.store, now.cut, wanted, most=most)
    told = w.ngettext("{number} barrier", "{number} barriers", number).format(number=number)
    show("quiet", now.language, sentence=told)
    for one in found:
        barrier(now, card(now.rubric, one, now.language))
    if number > most and st.button(w.gettext("Show more"), key="more-barriers"):
        st.session_state[MORE] = most + AT_ONCE
        st.rerun(scope="fragment")


def asked_for(now: Looking, picture: BarriersPicture) -> Wanted:
    """Which barriers a manager wants to see."""
    rubric = now.rubric
    names = {reason.id: reason.name.in_(now.language) for reason in rubric.reasons}
    reasons = {"": w.gettext("Any barrier")} | {id_: names[id_] for id_ in barrier_reasons(rubric)}
    stages = {"": w.gettext("Any stage")} | {id_: now.named.stage(id_) for id_ in rubric.order}
    anybody = {None: w.gettext("Anybody")}
    removers = anybody | {row.key: f"{row.name.text} ({row.count})" for row in picture.removers}
    marks = {None: w.gettext("Any answer")} | {mark: f"{label} ({n})" for mark, label, n in picture.marks}
    with st.container(key="barriers-asked"):
        left, right = st.columns(2)
        with left:
            remover = pick(w.gettext("Who could remove it?"), removers, "b-remover")
            stage = pick(w.gettext("In which stage?"), stages, "b-stage")
        with right:
            reason = pick(w.gettext("Which barrier?"), reasons, "b-reason")
            mark = pick(w.gettext("What was answered?"), marks, "b-mark")
    return Wanted(str(reason), str(stage), remover, mark)


def pick(label: str, names: Mapping[Any, str], key: str) -> Any:
    """One of a few, by its name."""
    return st.selectbox(label, list(names), format_func=names.__getitem__, key=key, on_change=begin_anew)


now = looking(
    w.gettext("Barriers"),
    w.gettext("What keeps teams from deciding with people, in their own words, and what you can do about it."),
)
if now:
    counted = store.barriers(now.store, now.cut, barrier_reasons(now.rubric))
    picture = barriers(now.rubric, counted, now.language)
    summary(now, picture)
    if counted.count:
        one_by_one(now, picture)
