"""Who could learn from whom: pairs of projects, and why."""

from functools import partial

import streamlit as st

from assessment.core.next_steps import DECISION
from assessment.core.portfolio.learning import Learning
from assessment.pictures.portfolio.learning import PairCard, learning
from assessment.portfolio.learning import pairs_to_csv, who_could_learn
from assessment.ui.compare.picked import compare
from assessment.ui.fragment import show
from assessment.ui.keeping import today
from assessment.ui.place import current_place
from assessment.ui.portfolio.looking import Looking, looking
from assessment.ui.widgets import outlive, plain, say
from assessment.words import words

AT_ONCE = 20
"""So many pairs are shown at first, and each time more are asked for."""
MORE = "learning-more"
w = words(current_place().language)


def begin_anew() -> None:
    """Show the first pairs again: it is about something else now."""
    st.session_state.pop(MORE, None)


def asked_about(now: Looking) -> tuple[str, str]:
    """The stage and the value that a person is interested in; empty for all of them."""
    rubric = now.rubric
    stages = {"": w.gettext("Every stage")} | {id_: now.named.stage(id_) for id_ in rubric.order}
    decision = {DECISION: w.gettext("Who decides")} if rubric.order else {}
    values = {"": w.gettext("Everything")} | decision | {one.id: one.name.in_(now.language) for one in rubric.values}
    stage = ""
    with st.container(horizontal=True, key="learning-about"):
        if rubric.order:
            stage = _pick(w.gettext("In which stage?"), stages, "learning-stage")
        return stage, _pick(w.gettext("About what?"), values, "learning-value")


def _pick(label: str, names: dict[str, str], key: str) -> str:
    if st.session_state.get(key) not in names:
        st.session_state.pop(key, None)
    outlive(key)
    chosen = st.selectbox(label, list(names), format_func=names.__getitem__, key=key, on_change=begin_anew)
    return chosen or ""


def nothing_yet() -> None:
    """What a pair needs, and how it comes about."""
    st.info(w.gettext("No pair fits yet."), icon=":material/handshake:")
    say(
        w.gettext(
            "A pair needs two projects whose teams let them be named. One would like to know more; the other has "
            "it on record or confirmed, or people who answered agree with the team."
        ),
        w.gettext("A team says yes to being named when it submits. A wider filter can help too."),
    )


def take_along(now: Looking, found: Learning) -> None:
    """All the pairs as a file, shown or not."""
    st.download_button(
        w.gettext("Download the pairs (CSV)"),
        data=partial(pairs_to_csv, now.rubric, found, now.language),
        file_name=f"{w.gettext('pairs')}-{today().isoformat()}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="pairs-csv",
    )


def show_pair(now: Looking, card: PairCard) -> None:
    """One pair, and the way to both beside each other."""
    key = "-".join(card.projects)
    with st.container(key=f"pair-{key}"):
        show("pair", now.language, card=card)
        # Only heard, where every button of the page would else have the same name.
        names = f"*{plain(card.learner.text)}; {plain(card.asked.text)}*"
        label = f"{w.gettext('Compare these')} {names}"
        if st.button(label, icon=":material/compare_arrows:", key=f"compare-{key}"):
            compare(now.place, card.projects)


def show_pairs(now: Looking) -> None:
    """The pairs by subject, and who is in none."""
    stage, about = asked_about(now)
    found = who_could_learn(now.store, now.rubric, now.cut, stage=stage, about=about)
    most = st.session_state.get(MORE, AT_ONCE)
    picture = learning(now.rubric, found, now.language, most=most)
    if found.pairs:
        say(picture.counted)
    else:
        nothing_yet()
    for subject in picture.subjects:
        show("pairs", now.language, subject=subject)
        for card in subject.cards:
            show_pair(now, card)
    with st.container(horizontal=True, key="learning-ways"):
        if len(found.pairs) > most and st.button(w.gettext("Show more"), key="more-pairs"):
            st.session_state[MORE] = most + AT_ONCE
            st.rerun()
        if found.pairs:
            take_along(now, found)
    st.space("small")
    for sentence in picture.beside:
        show("quiet", now.language, sentence=sentence)


now = looking(
    w.gettext("Who could learn"),
    w.gettext(
        "Each pair is a talk that could help: one team could ask, and the other can show how. "
        "It is a suggestion, and never says that a project is better."
    ),
)
if now:
    with st.container(key="learning"):
        show_pairs(now)
