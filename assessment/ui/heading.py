"""Which project this is, and who answered: the same on every page about it."""

import streamlit as st

from assessment.core.terms import Depth
from assessment.pictures.reader import Reader
from assessment.ui.fragment import show
from assessment.ui.wiring import Opened
from assessment.words import words


def project_heading(opened: Opened, language: str, *, whole: bool = False) -> None:
    """The project's name, organisation, date and respondents; if `whole`, what is open and what is fixed."""
    w, project, sitting = words(language), opened.assessment.project, opened.assessment.assessment
    reader = Reader(opened.rubric, opened.assessment, opened.result, language)
    told = {
        w.gettext("What it is about"): reader.typed(project.about),
        w.gettext("What is open"): reader.typed(project.open),
        w.gettext("What is fixed"): reader.typed(project.fixed),
    }
    show(
        "project",
        language,
        project=reader.typed(project.name),
        parts=[reader.typed(project.organisation), reader.typed(sitting.title)],
        day=reader.date(sitting.date),
        who=who_answered(opened, language) or w.gettext("Nobody is named as having answered."),
        told={name: note for name, note in told.items() if note and whole},
    )
    if sitting.depth == Depth.FIRST_LOOK:
        st.info(w.gettext("This is a first look: one stage in one sitting. It carries no score."))


def who_answered(opened: Opened, language: str) -> str:
    """Roles with their numbers; empty where nobody is named."""
    w = words(language)
    names = {role.id: role.name.in_(language) for role in opened.rubric.roles}
    roles = [f"{names[one.role]} ({one.count})" for one in opened.assessment.assessment.respondents]
    return w.gettext("Who answered: {roles}").format(roles=", ".join(roles)) if roles else ""
