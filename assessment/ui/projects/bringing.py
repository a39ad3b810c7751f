"""Bringing answers in: an answers file of one's own, or a copy of an example to try things on."""

import streamlit as st

from assessment import actions, answers_file
from assessment.core.fault import BadInput
from assessment.ui.files import blank_file, read, shipped
from assessment.ui.keeping import now, the_store
from assessment.ui.navigation import go_to
from assessment.ui.person import current_person
from assessment.ui.place import Place
from assessment.ui.projects.told import tell_there
from assessment.ui.widgets import tell_faults
from assessment.words import words


def copy_of(example: str, language: str) -> bytes:
    """A shipped example as an answers file whose name says that it is a copy."""
    assessment, _rubric = read(shipped(example, language))
    name = words(language).gettext("{name} (a copy to try)").format(name=assessment.project.name)
    project = assessment.project.model_copy(update={"name": name})
    return answers_file.dump(assessment.model_copy(update={"project": project})).encode()


def try_a_copy(example: str, place: Place) -> None:
    """Keep a copy of an example as a project of one's own, and go there."""
    id_ = actions.bring_in(the_store(), copy_of(example, place.language), who=current_person(), at=now())
    go_to("results", Place(place.language, assessment=id_))


def open_own(place: Place) -> None:
    """Read one's own answers file: either it becomes a project, or every fault is told and nothing is lost."""
    w = words(place.language)
    uploaded = st.file_uploader(
        w.gettext("Your answers file (YAML or JSON)"), type=["yaml", "yml", "json"], key="own-file"
    )
    if uploaded is None:
        return
    try:
        id_ = actions.bring_in(the_store(), uploaded.getvalue(), who=current_person(), at=now())
    except BadInput as bad:
        tell_faults(bad, place.language)
    else:
        tell_there(w.gettext("Your file is now a project here. The file itself is as it was."))
        go_to("results", Place(place.language, assessment=id_))


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
