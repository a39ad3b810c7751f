"""Where a person is: what is open, kept in the address so that a reload or the other language finds it."""

import re
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from assessment.core.portfolio.cut import NAMES, Cut, cut_from
from assessment.ui.language import current_language
from assessment.ui.languages import Language

#: What the address can hold beside the language. Of the first two at most one is set.
ASSESSMENT: Final = "assessment"
EXAMPLE: Final = "example"
STAGE: Final = "stage"
OPEN: Final = (ASSESSMENT, EXAMPLE)
#: What a session remembers of the cut, for the pages of the portfolio.
CUT: Final = "portfolio-cut"
#: What the code on a printed report brings along: the beginning of its fingerprint.
FINGERPRINT: Final = "fingerprint"
Query = dict[str, str | list[str]]
"""The query of an address: a filter may name several of a kind."""
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{20}")


@dataclass(frozen=True)
class Place:
    """The language, and what is open: an assessment that is kept, or a shipped example; or a cut of the portfolio."""

    language: Language
    example: str | None = None
    assessment: str | None = None
    stage: str | None = None
    fingerprint: str | None = None
    cut: Cut | None = None

    @property
    def query(self) -> Query:
        """The place as the query of an address."""
        named = {
            "lang": self.language,
            ASSESSMENT: self.assessment,
            STAGE: self.stage,
            EXAMPLE: self.example,
            FINGERPRINT: self.fingerprint,
        }
        return {name: value for name, value in named.items() if value} | (self.cut.query if self.cut else {})

    @property
    def anything_open(self) -> bool:
        """Whether there is something to show results of."""
        return bool(self.assessment or self.example)

    @property
    def on_another_page(self) -> "Place":
        """The same, without what belongs to one page only."""
        return replace(self, fingerprint=None, cut=None)

    def cutting(self, cut: Cut | None) -> "Place":
        """The same, with another cut of the portfolio."""
        return replace(self, cut=cut)

    def at_stage(self, stage: str | None) -> "Place":
        """The same, at one stage."""
        return replace(self, stage=stage)


def find_place() -> Place:
    """The place of this run, from the address and else from the session; written back to both."""
    address = st.query_params
    where = address if any(name in address for name in OPEN) else st.session_state
    found = next((name for name in OPEN if where.get(name)), None)
    opened = {found: where.get(found)} if found else {}
    stage = where.get(STAGE) if ASSESSMENT in opened else None
    language, fingerprint, cut = current_language(), fingerprint_in_address(), cut_in_address()
    place = Place(language, **opened, stage=stage, fingerprint=fingerprint, cut=cut)
    remember(place)
    write_address(place)
    return place


def write_address(place: Place) -> None:
    """Let the address say where a person is: Streamlit's navigation drops it, and a reload would lose the place."""
    address, said = st.query_params, place.query
    wanted = {name: [value] if isinstance(value, str) else value for name, value in said.items()}
    if {name: address.get_all(name) for name in address} != wanted:
        address.from_dict(said)


def cut_in_address() -> Cut | None:
    """The cut of the portfolio that the address names; None where it names none."""
    address = st.query_params
    given = {name: address.get_all(name) for name in NAMES if name in address}
    return cut_from(given) if given else None


def kept_cut() -> Cut | None:
    """The cut that the session remembers."""
    kept: Cut | None = st.session_state.get(CUT)
    return kept


def fingerprint_in_address() -> str | None:
    """The fingerprint that the address names; anything else in its place is as if it were not there."""
    # As somebody types it from paper: with spaces, in capitals.
    named = "".join((st.query_params.get(FINGERPRINT) or "").split()).lower()
    return named if _FINGERPRINT.fullmatch(named) else None


def remember(place: Place) -> None:
    """Keep the place in the session, for the pages that come."""
    st.session_state["language"] = place.language
    for name in (*OPEN, STAGE):
        st.session_state[name] = getattr(place, name)


def current_place() -> Place:
    """The place that main.py found for this run."""
    state = st.session_state
    return Place(current_language(), state.get(EXAMPLE), state.get(ASSESSMENT), state.get(STAGE))
