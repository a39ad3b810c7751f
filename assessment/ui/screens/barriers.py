"""Barriers: what stands in the way, who could remove it, and what a manager answers to each."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment.core.portfolio.barriers import Mark, Wanted, barrier_reasons
from assessment.pictures.portfolio.barriers import BarriersPicture, RemoverRow, barriers, card
from assessment.store.portfolio import barriers as store
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.place import current_place
from assessment.ui.portfolio.answering import barrier
from assessment.ui.portfolio.behind import behind
from assessment.ui.portfolio.looking import Looking, looking
from assessment.ui.tables import table_of
from assessment.ui.widgets import outlive, plain, say
from assessment.words import words

AT_ONCE = 10
"""So many barriers are shown at first, and each time more are asked for."""
REMOVERS = 12
"""So many of those who could remove one are named; the list below has every one."""
MORE, JUMP = "barriers-more", "barriers-jump"
FIELDS = REMOVER, STAGE, REASON, MARK = "b-remover", "b-stage", "b-reason", "b-mark"
w = words(current_place().language)


def begin_anew() -> None:
    """Show the first ones again: it is about others now."""
    st.session_state.pop(MORE, None)


def only(remover: str) -> None:
    """Show those that somebody could remove, and nothing else."""
    begin_anew()
    for key in FIELDS:
        st.session_state.pop(key, None)
    st.session_state[REMOVER] = f"={remover}"
    st.session_state[JUMP] = True


def removers(language: str, rows: Sequence[RemoverRow]) -> None:
    """Those who could remove most of them; a name leads to their barriers."""
    with st.container(key="removers"):
        for number, row in enumerate(rows):
            with st.container(key=f"remover-{number}"):
                st.button(
                    plain(row.name.text), type="tertiary", key=f"unblock-{number}", on_click=only, args=(row.key,)
                )
                show("remover", language, row=row)


def summary(now: Looking, picture: BarriersPicture) -> None:
    """How many there are, who could remove them, and which they are."""
    say(picture.told)
    if picture.removers:
        st.header(picture.removers_title, anchor="removers")
        say(w.gettext("As the teams name them. What can you unblock? Choose a name to see its barriers."))
        removers(now.language, picture.removers[:REMOVERS])
        table_of(picture.reasons, w.gettext("Which barriers, and where, as a table"))
    if picture.incomplete:
        show("quiet", now.language, sentence=picture.incomplete)
        named = st.expander(w.gettext("Where they are named"), type="compact", key="only-named", on_change="rerun")
        if named.open:
            with named:
                found = store.only_named(now.store, now.cut, barrier_reasons(now.rubric))
                behind(now, found, w.gettext("Where they are named"), "behind-named")


@block
def one_by_one(now: Looking, picture: BarriersPicture) -> None:
    """Every barrier, by what it is, who could remove it and what was said of it."""
    st.header(w.gettext("Each barrier, to answer"), anchor="each")
    say(picture.answered)
    wanted = asked_for(now, picture)
    most = st.session_state.get(MORE, AT_ONCE)
    number, found = store.one_by_one(now.store, now.cut, wanted, most=most)
    told = w.ngettext("{number} barrier", "{number} barriers", number).format(number=number)
    # Whoever pressed a name further up is brought here (script.js).
    with st.container(key="told" if st.session_state.pop(JUMP, False) else "barriers-told"):
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
    anybody = {"": w.gettext("Anybody")}
    removers = anybody | {f"={row.key}": f"{row.name.text} ({row.count})" for row in picture.removers}
    marks = {"": w.gettext("Any answer")} | {mark.value: f"{label} ({n})" for mark, label, n in picture.marks}
    with st.container(key="barriers-asked"):
        left, right = st.columns(2)
        with left:
            remover = pick(w.gettext("Who could remove it?"), removers, REMOVER)
            stage = pick(w.gettext("In which stage?"), stages, STAGE)
        with right:
            reason = pick(w.gettext("Which barrier?"), reasons, REASON)
            mark = pick(w.gettext("What was answered?"), marks, MARK)
    return Wanted(reason, stage, remover[1:] if remover else None, Mark(mark) if mark else None)


def pick(label: str, names: Mapping[str, str], key: str) -> str:
    """One of a few, by its name; any, where what was chosen is no more."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = ""
    outlive(key)
    return str(st.selectbox(label, list(names), format_func=names.__getitem__, key=key, on_change=begin_anew))


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
