"""Beginning a project: once, however often Streamlit tells of the same name and the same tap."""

from typing import Final

import streamlit as st

from assessment import actions
from assessment.core.entries import Value
from assessment.ui.files import main_rubric
from assessment.ui.keeping import now, the_store, today
from assessment.ui.person import current_person

#: What a session remembers: the projects it has begun since somebody asked for a new one, by their names.
_BEGUN: Final = "projects-begun"


def ask_for_a_new_one() -> None:
    """Somebody wants another project, be its name that of the last."""
    st.session_state.pop(_BEGUN, None)


def begun(name: str, language: str) -> str:
    """The project of this name, begun if it is not yet. Its id; BadInput, StoreTrouble."""
    names: dict[str, str] = st.session_state.setdefault(_BEGUN, {})
    if name not in names:
        said: dict[str, Value] = {actions.NAME: name}
        by = {"language": language, "who": current_person()}
        names[name] = actions.begin(the_store(), main_rubric(), said, today=today(), at=now(), **by)
    return names[name]
