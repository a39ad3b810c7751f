"""Making the report: its language, what goes in, and the file."""

from typing import Final

import streamlit as st

from assessment.ui.attempts import attempt, told
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.languages import LANGUAGES
from assessment.ui.place import Place
from assessment.ui.reporting import MadeReport, made_report
from assessment.ui.wiring import Source, find_source, opened
from assessment.words import words
from reports.choice import LEAVABLE, Choice

NAMES: Final = {"cy": "Cymraeg", "en": "English"}
#: What a session remembers: the report that it offers, and one that is no longer true.
MADE, STALE = "report-made", "report-stale"


@block
def making(place: Place) -> None:
    """The choices, and the report; one that no longer says what stands in the answers is not offered."""
    w, source = words(place.language), find_source(place)
    choice = choices(place)
    made: MadeReport | None = st.session_state.get(MADE)
    if made and (made.source, made.choice) == (source, choice):
        offer(made, place.language)
        return
    before = made or st.session_state.get(STALE)
    again = w.gettext("Make it again") if before else w.gettext("Make the report")
    if st.button(again, type="primary", icon=":material/description:", key="make-report"):
        with st.spinner(w.gettext("Making the report …"), show_time=False):
            done = attempt("make-report", lambda: made_report(source, choice))
        if done:
            st.session_state[MADE] = done.value
            st.rerun(scope="fragment")
    elif before:
        show("quiet", place.language, sentence=w.gettext("Something has changed since you made it."))
    told("make-report", place.language)


def choices(place: Place) -> Choice:
    """What the person wants of the report."""
    w = words(place.language)
    language = st.radio(
        w.gettext("Language of the report"),
        LANGUAGES,
        index=LANGUAGES.index(place.language),
        format_func=NAMES.__getitem__,
        horizontal=True,
        key="report-language",
    )
    notes = st.checkbox(
        w.gettext("Print the team's notes too"),
        key="report-notes",
        help=w.gettext("Notes are the team's own working record. Look through them before you print them."),
    )
    law = offers_law(place) and st.checkbox(
        w.gettext("Print the page of the law too"),
        key="report-law",
        help=w.gettext("The Act does not bind an organisation of your kind. The page says so, and how this compares."),
    )
    with st.expander(w.gettext("Leave parts out"), type="compact"):
        show(
            "quiet",
            place.language,
            sentence=w.gettext("The report says what was left out. Who decides, and who was missing, always stay."),
        )
        parts = {
            "challenges": w.gettext("The questions to talk about"),
            "success": w.gettext("What success is"),
            "reflection": w.gettext("Looking back"),
            "answers": w.gettext("The answers one by one"),
        }
        out = frozenset(part for part in LEAVABLE if st.checkbox(parts[part], key=f"report-without-{part}"))
    return Choice(language, notes, law, out)


def offers_law(place: Place) -> bool:
    """Whether the page of the law is a choice: where the Act binds, it is printed anyway."""
    one = opened(find_source(place), place.language)
    return bool(one.rubric.law and one.assessment.project.kind not in (None, *one.rubric.law.bound))


def offer(made: MadeReport, language: str) -> None:
    """The finished file."""
    w = words(language)
    show("quiet", language, sentence=w.gettext("Your report is ready, as the answers stand now."))
    st.download_button(
        w.gettext("Download the report (PDF)"),
        data=made.pdf,
        file_name=made.file_name,
        mime="application/pdf",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key="download",
    )


def no_longer_true(source: Source) -> bool:
    """Whether a report is offered that was made of other answers; said once, and from then on it is not."""
    made: MadeReport | None = st.session_state.get(MADE)
    if made is None or made.source == source:
        return False
    st.session_state[STALE] = st.session_state.pop(MADE)
    return True
