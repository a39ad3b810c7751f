"""Who may see an assessment in the portfolio, and what of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment.store import Store
from assessment.ui.fragment import show
from assessment.words import words

TEAM: Final = "team"
PORTFOLIO: Final = "portfolio"


@dataclass(frozen=True)
class Shared:
    """What a team says of sharing: with whom, whether notes on barriers go too, and whether it may be named."""

    shared_with: str = TEAM
    barriers_told: bool = False
    named: bool = False


def who_may_see(language: str) -> dict[str, str]:
    """The choices, the narrower first."""
    w = words(language)
    return {
        TEAM: w.gettext("No: it stays out of the portfolio"),
        PORTFOLIO: w.gettext("Yes: whoever compares projects in this Gyda sees it"),
    }


def ask_who_may_see(key: str, language: str, stands: Shared, on_change: Callable[[], None] | None = None) -> Shared:
    """Ask with whom it is shared; where with the portfolio, what more of it. `on_change` saves it at once."""
    w, names = words(language), who_may_see(language)
    stand(key, stands, overwrite=on_change is not None)
    shared_with = st.radio(
        w.gettext("Show it in the portfolio?"), list(names), format_func=names.__getitem__, key=key, on_change=on_change
    )
    if shared_with == PORTFOLIO:
        ask_what_more(key, language, on_change)
    show("shared", language)
    return chosen(key)


def ask_what_more(key: str, language: str, on_change: Callable[[], None] | None = None) -> None:
    """Ask what of it the portfolio may see and tell that it would not by itself."""
    w = words(language)
    st.checkbox(w.gettext("Managers may read what we wrote about barriers"), key=f"{key}-barriers", on_change=on_change)
    st.checkbox(
        w.gettext("Other teams may be told our name, so that we can learn from each other"),
        key=f"{key}-named",
        on_change=on_change,
    )


def chosen(key: str) -> Shared:
    """What stands in the fields now."""
    state = st.session_state
    return Shared(str(state.get(key, PORTFOLIO)), bool(state.get(f"{key}-barriers")), bool(state.get(f"{key}-named")))


def take_in(store: Store) -> None:
    """Let the portfolio see at once what was shared."""
    from assessment.portfolio.showing import catch_up  # Brings pandas, which nobody waits for who only answers.

    catch_up(store)


def stand(key: str, stands: Shared, *, overwrite: bool) -> None:
    """Set the fields from what is kept; where nothing is kept yet, only the first time."""
    for name, value in (
        (key, stands.shared_with),
        (f"{key}-barriers", stands.barriers_told),
        (f"{key}-named", stands.named),
    ):
        if overwrite or name not in st.session_state:
            st.session_state[name] = value
