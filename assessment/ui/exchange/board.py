"""The report over many projects, for a board: made apart, while the page says how far it is."""

from typing import Final

import streamlit as st

from assessment.core.portfolio.cut import Cut
from assessment.portfolio.board import board
from assessment.ui.attempts import attempt, told
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store, today
from assessment.ui.person import current_person
from assessment.ui.portfolio.looking import Looking
from assessment.ui.report.how_far import HowFar
from reports.press import the_press

#: What a session remembers: of which cut, in which language and on which day it made the report last, and the file.
MADE: Final = "board-made"
KEY: Final = "make-board"
_NAMES: Final = {"cy": "adroddiad-portffolio", "en": "portfolio-report"}


@block
def board_report(looking: Looking) -> None:
    """The button that makes it, and the file once it is made."""
    w, language = looking.w, looking.language
    st.subheader(w.gettext("Report for a board (PDF)"), anchor=False)
    purpose = w.gettext(
        "At most twelve pages on the projects that you are looking at, for a board or a scrutiny committee."
    )
    show("quiet", language, sentence=purpose)
    wanted, slot = (looking.cut, language, today()), st.empty()
    made: tuple[object, bytes] | None = st.session_state.get(MADE)
    if made is None or made[0] != wanted:
        label = w.gettext("Make the report for a board")
        if slot.button(label, icon=":material/description:", key=KEY):
            how_far = HowFar(slot, language)
            attempt(KEY, lambda: make(looking.cut, language, how_far))
            slot.empty()
        done = told(KEY, language)
        if done is None:
            return
        made = st.session_state[MADE] = (wanted, done.value)
    with slot.container():
        st.download_button(
            w.gettext("Download the report (PDF)"),
            data=made[1],
            file_name=f"{_NAMES[language]}-{today().isoformat()}.pdf",
            mime="application/pdf",
            icon=":material/download:",
            on_click="ignore",
            key="out-board",
        )


def make(cut: Cut, language: str, how_far: HowFar) -> bytes:
    """The report of what stands in the portfolio now. BadInput, NotMade, StoreTrouble."""
    said = board(the_store(), cut, language, on=today())
    return the_press().make_board(said, person=current_person(), tell=how_far.tell)
