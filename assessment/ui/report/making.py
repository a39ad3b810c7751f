"""Making the report: what goes in, and the file."""

from functools import partial
from typing import Final, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.ui.attempts import attempt, forget_attempts, told
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.person import current_person
from assessment.ui.place import Place
from assessment.ui.report.choosing import choices
from assessment.ui.report.how_far import HowFar
from assessment.ui.reporting import file_name, fingerprint, made_report, report_of_now
from assessment.ui.wiring import find_source, opened
from assessment.words import words
from reports.choice import Choice

#: What a session remembers: of what, and by which choices, it made a report last.
MADE: Final = "report-made"
KEY: Final = "make-report"
AGAIN: Final = "make-report-again"


@block
def making(place: Place, *, stands_out: bool) -> None:
    """The choices, and the report once it has been made by them."""
    source, person = find_source(place), current_person()
    choice = choices(opened(source, place.language), place)
    wanted, slot = (place.assessment, place.example, choice), st.empty()
    if st.session_state.get(MADE) != wanted:
        if st.session_state.pop(AGAIN, False) or pressed(slot, place.language, stands_out=stands_out):
            how_far = HowFar(slot, place.language)
            attempt(KEY, lambda: made_report(source, choice, person, how_far.tell))
            slot.empty()
        if not told(KEY, place.language, again=make_again):
            return
        st.session_state[MADE] = wanted
    with slot.container():
        offer(place, choice)


def make_again() -> None:
    """Let the page that follows make it, and show how far it is."""
    st.session_state[AGAIN] = True
    forget_attempts()


def pressed(slot: DeltaGenerator, language: str, *, stands_out: bool) -> bool:
    """The button that makes it; whether somebody pressed it."""
    kind: Literal["primary", "secondary"] = "primary" if stands_out else "secondary"
    label = words(language).gettext("Make the report")
    return slot.button(label, type=kind, icon=":material/description:", key=KEY)


def offer(place: Place, choice: Choice) -> None:
    """The finished file. It is asked for when the button is pressed, so that it says what stands there then."""
    w, one = words(place.language), opened(find_source(place), place.language)
    fresh = w.gettext("If you change an answer, the file will have it too.") if one.draft else ""
    show("follows", place.language, name=w.gettext("Your report is ready"), meaning=fresh)
    if one.ended and (printed := fingerprint(report_of_now(place, choice, current_person()))):
        show("fingerprint", place.language, printed=printed)
    st.download_button(
        w.gettext("Download the report (PDF)"),
        data=partial(report_of_now, place, choice, current_person()),
        file_name=file_name(one, choice),
        mime="application/pdf",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key="download",
    )
