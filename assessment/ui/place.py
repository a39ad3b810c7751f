"""Where a person is: what is open, kept in the address so that a reload or the other language finds it."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment.ui.language import current_language
from assessment.ui.languages import Language

#: What the address can hold beside the language; at most one of them is set.
EXAMPLE: Final = "example"
FILE: Final = "file"


@dataclass(frozen=True)
class Place:
    """The language, and what is open: a shipped example by name, or a kept file by its token."""

    language: Language
    example: str | None = None
    file: str | None = None

    @property
    def query(self) -> dict[str, str]:
        """The place as the query of an address."""
        named = {"lang": self.language, EXAMPLE: self.example, FILE: self.file}
        return {name: value for name, value in named.items() if value}

    @property
    def anything_open(self) -> bool:
        """Whether there is something to show results of."""
        return bool(self.example or self.file)


def find_place() -> Place:
    """The place of this run, from the address and else from the session; written back to both."""
    address = st.query_params
    where = address if EXAMPLE in address or FILE in address else st.session_state
    file = where.get(FILE)
    place = Place(current_language(), None if file else where.get(EXAMPLE), file)
    remember(place)
    # Streamlit's navigation drops the query; without this a reload would lose the place.
    if address.to_dict() != place.query:
        address.from_dict(place.query)
    return place


def remember(place: Place) -> None:
    """Keep the place in the session, for the pages that come."""
    st.session_state["language"] = place.language
    st.session_state[EXAMPLE] = place.example
    st.session_state[FILE] = place.file


def current_place() -> Place:
    """The place that main.py found for this run."""
    state = st.session_state
    return Place(current_language(), state.get(EXAMPLE), state.get(FILE))
