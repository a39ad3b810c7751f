"""Checking a report: the file comes in, what was found of it is told, and the file is let go."""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment import actions
from assessment.core.assessment import Assessment
from assessment.core.fault import BadInput
from assessment.core.rubric import Rubric
from assessment.ui.attempts import tried
from assessment.ui.block import block
from assessment.ui.check.known import known
from assessment.ui.check.letting_go import let_go
from assessment.ui.check.told import Told, refused, told_of
from assessment.ui.check.way import TOLD
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.person import current_person
from assessment.ui.report.how_far import HowFar, page_of, sentence_of
from assessment.words import words
from reports.choice import Choice
from reports.press import the_press
from reports.progress import News, Waiting
from reports.stranger import LARGEST, MB
from reports.submission import Submission
from reports.verdict import not_shown
from reports.verify import verify

#: What a session remembers: how many files it has checked. Each goes with its field.
NUMBER: Final = "reports-checked"


@block
def checking(code: str | None, language: str) -> None:
    """Take a file, check it while the person sees what happens, and tell what was found."""
    number = st.session_state.setdefault(NUMBER, 0)
    field = st.empty()
    file = ask(field, number, language)
    show("quiet", language, sentence=words(language).gettext("Gyda does not keep the file."))
    progress, verdict = st.empty(), st.empty()
    if file:
        verdict.empty()
        st.session_state[TOLD] = checked(file, code, language, HowFar(progress, language))
        let_go(file)
        progress.empty()
        st.session_state[NUMBER] = number + 1
        ask(field, number + 1, language)
    told: Told | None = st.session_state.get(TOLD)
    if told and told.language == language:
        with verdict.container():
            # The script of the page brings this into view, and screen readers to it (script.js).
            with st.container(key="told"):
                show("verdict", language, told=told)
            if told.found:
                show("findings", language, told=told)
    else:
        with verdict:
            show("quiet", language, sentence=not_shown(language))


def ask(field: DeltaGenerator, number: int, language: str) -> UploadedFile | None:
    """The field for a file, empty for each one anew."""
    w = words(language)
    label = w.gettext("Another report (PDF)") if number else w.gettext("The report (PDF)")
    return field.file_uploader(label, type=["pdf"], key=f"report-{number}", max_upload_size=LARGEST // MB)


def checked(file: UploadedFile, code: str | None, language: str, how_far: HowFar) -> Told:
    """What is told of a file, whatever it is."""
    how_far.say(words(language).gettext("Reading the file …"))
    found = tried(lambda: told_of_report(file, code, language, how_far))
    if isinstance(found, BadInput):
        return refused(file.name, found, language)
    told: Told = found.value
    return told


def told_of_report(file: UploadedFile, code: str | None, language: str, how_far: HowFar) -> Told:
    """What is told of a report. NotRead, NotOurs, NotMade, StoreTrouble."""
    store, person = the_store(), current_person()

    def tell(news: News) -> None:
        waits = isinstance(news, Waiting)
        making = words(language).gettext("Making the pages again, to compare them …")
        how_far.say(sentence_of(news, language) if waits else making, page_of(news, language))

    def again(rubric: Rubric, assessment: Assessment, choice: Choice, submission: Submission, room: int) -> bytes:
        return the_press().make(rubric, assessment, choice, submission, room=room, person=person, tell=tell)

    verdict = verify(file.getvalue(), lambda name, sha256: actions.find_rubric(store, name, sha256), again)
    return told_of(file.name, verdict, known(verdict), code, language)
