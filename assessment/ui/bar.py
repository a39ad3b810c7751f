"""The line that stays in sight while a team answers: how far, how long still, and when it was last saved."""

from datetime import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.progress import Progress
from assessment.ui.fields import saved_at
from assessment.ui.fragment import show
from assessment.ui.keeping import here, today, work_of
from assessment.words import words


def bar() -> DeltaGenerator:
    """The place of the line: it is filled anew by every part of the page that changes."""
    with st.container(key="progress-bar"):
        return st.empty()


def fill(place: DeltaGenerator, id_: str, language: str, progress: Progress | None = None, name: str = "") -> None:
    """Write the line: of which part it tells, what is answered, the time left, and when it was saved."""
    w = words(language)
    kept = work_of(id_).kept
    at = saved_at(id_) or kept.changed
    is_today = at.astimezone(here()).date() == today()
    saved = w.gettext("Saved at {time}").format(time=clock(at)) if is_today else w.gettext("Saves by itself")
    done = left = ""
    if progress and progress.total:
        done = w.gettext("{answered} of {total} answered").format(answered=progress.answered, total=progress.total)
        if progress.minutes and kept.state == "draft":
            minutes = w.ngettext("about a minute left", "about {number} minutes left", progress.minutes)
            left = minutes.format(number=progress.minutes)
    with place.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
        if name or done:
            show("bar", language, name=name, done=done, left=left, progress=progress, at=at.isoformat())
        if kept.state == "draft":
            # On its own, so that a screen reader hears it when it changes and not at every answer.
            show("saved", language, saved=saved)


def clock(at: datetime) -> str:
    """The time of day where the person is: "14:02"."""
    return at.astimezone(here()).strftime("%H:%M")
