"""Making the report: what goes in, and the file."""

from functools import partial
from typing import Final, Literal

import streamlit as st

from assessment.ui.attempts import attempt, told
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.place import Place
from assessment.ui.report.choosing import choices
from assessment.ui.reporting import file_name, made_report, report_of_now
from assessment.ui.wiring import find_source, opened
from assessment.words import words
from reports.choice import Choice

#: What a session remembers: of what, and by which choices, it made a report last.
MADE: Final = "report-made"
KEY: Final = "make-report"


@block
def making(place: Place, *, stands_out: bool) -> None:
    """The choices, and the report once it has been made by them."""
    w, source = words(place.language), find_source(place)
    choice = choices(opened(source, place.language), place)
    wanted = (place.assessment, place.example, choice)
    if st.session_state.get(MADE) == wanted:
        offer(place, choice)
        return
    kind: Literal["primary", "secondary"] = "primary" if stands_out else "secondary"
    if st.button(w.gettext("Make the report"), type=kind, icon=":material/description:", key=KEY):
        with st.spinner(w.gettext("Making the report …"), show_time=False):
            done = attempt(KEY, lambda: made_report(source, choice))
        if done:
            st.session_state[MADE] = wanted
            st.rerun(scope="fragment")
    told(KEY, place.language)


def offer(place: Place, choice: Choice) -> None:
    """The finished file. It is asked for when the button is pressed, so that it says what stands there then."""
    w, one = words(place.language), opened(find_source(place), place.language)
    told_ready = w.gettext("Your report is ready. If you change an answer, the file will have it too.")
    show("follows", place.language, name=w.gettext("Ready"), meaning=told_ready)
    st.download_button(
        w.gettext("Download the report (PDF)"),
        data=partial(report_of_now, place, choice),
        file_name=file_name(one, choice.language),
        mime="application/pdf",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key="download",
    )
