"""Which projects are picked: kept in the session and in the address, whatever page of the list is seen."""

from collections.abc import Sequence
from typing import Final, NoReturn

import streamlit as st

from assessment.core.portfolio.comparing import MOST
from assessment.store import Store
from assessment.store.portfolio.projects import named
from assessment.ui.navigation import go_to
from assessment.ui.place import Place, cut_in_address, write_address
from assessment.ui.widgets import plain, say
from assessment.words import words

PICKED: Final = "portfolio-picked"
#: Fewer cannot be compared.
FEWEST: Final = 2


def picked_here() -> list[str]:
    """The picked projects: those of the session, else those that the address names."""
    if PICKED not in st.session_state:
        cut = cut_in_address()
        st.session_state[PICKED] = list(cut.project) if cut else []
    found: list[str] = st.session_state[PICKED]
    return found


def with_picked(place: Place) -> Place:
    """The same place, with the picked projects in its address."""
    assert place.cut
    return place.cutting(place.cut.setting("project", tuple(picked_here())))


def pick(project: str) -> None:
    """Pick a project, or let it go again."""
    found = picked_here()
    st.session_state[PICKED] = [one for one in found if one != project] if project in found else [*found, project]


def let_go() -> None:
    """Let all of them go."""
    st.session_state[PICKED] = []


def compare(place: Place, projects: Sequence[str]) -> NoReturn:
    """Pick exactly these, and put them beside each other."""
    st.session_state[PICKED] = list(projects)
    go_to("compare", with_picked(place))


def tick(project: str, label: str) -> None:
    """The tick of one project; it shows what is picked, wherever that was changed."""
    key = f"pick-{project}"
    st.session_state[key] = project in picked_here()
    st.checkbox(label, key=key, on_change=pick, args=(project,))


def tell_picked(store: Store, place: Place) -> None:
    """Which are picked, and the way to put them beside each other: at the foot of the window, however long the list."""
    w, names = words(place.language), named(store, picked_here())
    st.session_state[PICKED] = list(names)
    write_address(with_picked(place))
    number = len(names)
    if not number:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="picked"):
        with st.container(gap=None, key="picked-told"):
            told = w.ngettext("{number} project is picked: {names}", "{number} projects are picked: {names}", number)
            say(told.format(number=number, names="; ".join(names.values())))
            if number < FEWEST:
                say(w.gettext("Tick one more to compare."))
            if number > MOST:
                most = w.gettext("Up to {number} can be read side by side. Let some go first.")
                say(most.format(number=MOST))
        with st.container(horizontal=True, gap="small", key="picked-ways"):
            if st.button(
                w.gettext("Compare these"),
                type="primary",
                icon=":material/compare_arrows:",
                disabled=not FEWEST <= number <= MOST,
                key="compare-these",
            ):
                go_to("compare", with_picked(place))
            st.button(w.gettext("Let them all go"), type="tertiary", key="let-go", on_click=let_go)


def open_button(project: str, place: Place) -> None:
    """The way to the profile of one project."""
    w = words(place.language)
    if st.button(plain(w.gettext("Open")), key=f"open-{project}"):
        assert place.cut
        go_to("compare", place.cutting(place.cut.setting("project", (project,))))
