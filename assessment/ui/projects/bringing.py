"""Bringing answers in: an answers file of one's own, or a copy of an example to try things on."""

import streamlit as st

from assessment import actions, answers_file
from assessment.core.fault import BadInput
from assessment.store import StoreTrouble
from assessment.ui.attempts import Mishap, attempt, forget_attempts, tell, told
from assessment.ui.files import blank_file, read, shipped
from assessment.ui.keeping import now, the_store
from assessment.ui.navigation import go_to
from assessment.ui.person import current_person
from assessment.ui.place import Place
from assessment.ui.projects.told import tell_there
from assessment.ui.widgets import tell_faults
from assessment.words import words

OWN = "own-file"
#: Megabytes: an answers file is a few kilobytes, and one megabyte is the smallest limit there is.
MOST = 1


def copy_of(example: str, language: str) -> bytes:
    """A shipped example as an answers file whose name says that it is a copy."""
    assessment, _rubric = read(shipped(example, language))
    name = words(language).gettext("{name} (a copy to try)").format(name=assessment.project.name)
    project = assessment.project.model_copy(update={"name": name})
    return answers_file.dump(assessment.model_copy(update={"project": project})).encode()


def offer_a_copy(example: str, place: Place) -> None:
    """A button that keeps a copy of an example as a project of one's own, and goes there."""
    key = f"copy-{example}"
    if st.button(words(place.language).gettext("Make a copy to try"), type="tertiary", key=key):
        attempt(key, lambda: _bring_in(copy_of(example, place.language)))
    if done := told(key, place.language):
        go_to("results", Place(place.language, assessment=done.value))


def open_own(place: Place) -> None:
    """Read one's own answers file: either it becomes a project, or every fault is told and nothing is lost."""
    w = words(place.language)
    st.file_uploader(
        w.gettext("Your answers file (YAML or JSON)"),
        type=["yaml", "yml", "json"],
        key=OWN,
        on_change=_open,
        max_upload_size=MOST,
    )
    if done := told(OWN, place.language, _tell):
        tell_there(w.gettext("Your file is now a project here. The file itself is as it was."))
        go_to("results", Place(place.language, assessment=done.value))


def _open() -> None:
    if uploaded := st.session_state[OWN]:
        attempt(OWN, lambda: _bring_in(uploaded.getvalue()))
    else:
        forget_attempts()


def _bring_in(content: bytes) -> str:
    return actions.bring_in(the_store(), content, who=current_person(), at=now())


def _tell(bad: BadInput, language: str) -> None:
    """Faults of a file as a list; what is wrong with us as a sentence."""
    (tell if isinstance(bad, StoreTrouble | Mishap) else tell_faults)(bad, language)


def offer_blank_file(place: Place) -> None:
    """A file to fill in away from here."""
    w = words(place.language)
    st.download_button(
        w.gettext("Get a blank answers file"),
        data=blank_file(place.language),
        file_name="gyda-atebion.yaml" if place.language == "cy" else "gyda-answers.yaml",
        mime="application/yaml",
        icon=":material/download:",
        on_click="ignore",
        key="blank-file",
    )
