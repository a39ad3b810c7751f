"""What is there for one project alone: its assessments over time, its tags, and taking it out of the portfolio."""

from typing import Final

import streamlit as st

from assessment.core.portfolio.comparing import Profile
from assessment.core.portfolio.tag import LONGEST
from assessment.core.terms import Depth
from assessment.pictures.portfolio.when import written_day
from assessment.pictures.portfolio.wording import Many
from assessment.store import Store
from assessment.store.portfolio import saying
from assessment.store.portfolio.projects import from_outside, tags_of, take_out
from assessment.ui.compare.picked import PICKED
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.projects.told import tell_there
from assessment.ui.widgets import plain, say
from assessment.words import words

#: What a session remembers: the project and the tag taken off last.
TAKEN_OFF: Final = "tag-taken-off"


def history(profile: Profile, language: str) -> None:
    """Every assessment of the project by its date, the latest first."""
    many, w = Many(profile.rubric, language), words(language)
    st.header(w.gettext("Its assessments over time"), anchor=False)
    rows = [
        {
            "day": written_day(many, one.day),
            "marks": [
                many.label(Depth(one.depth)),
                *([w.gettext("Draft")] if one.draft else []),
                *([w.gettext("Shown here")] if one.shown else []),
                *([w.gettext("Other questions, not comparable")] if one.rubric != profile.rubric.name else []),
            ],
        }
        for one in reversed(profile.history)
    ]
    show("history", language, rows=rows)


def tags(store: Store, project: str, language: str) -> None:
    """The tags: each to take off, one to add, and the one taken off last to put back."""
    w, found = words(language), tags_of(store, project)
    st.header(w.gettext("Tags"), anchor=False)
    say(w.gettext("A tag helps to find projects again: it is in the filter of every page here."))
    with st.container(key="tags"):
        with st.container(horizontal=True, gap="small", key="tags-there"):
            for tag in found:
                label = w.gettext("Take off: {tag}").format(tag=plain(tag))
                st.button(
                    label,
                    icon=":material/close:",
                    key=f"untag-{project}-{tag}",
                    on_click=_untag,
                    args=(store, project, tag),
                )
        gone_from, gone = st.session_state.get(TAKEN_OFF, ("", ""))
        if gone_from == project and gone not in found:
            label = w.gettext("Put back: {tag}").format(tag=plain(gone))
            args = (store, project, gone)
            st.button(label, icon=":material/undo:", type="tertiary", key="tag-back", on_click=_put_back, args=args)
        key = f"tag-new-{project}"
        with st.container(key="tag-new"):
            st.text_input(w.gettext("A new tag"), key=key, max_chars=LONGEST, autocomplete="off")
            st.button(w.gettext("Add this tag"), key="tag-add", on_click=_tag, args=(store, project, key))


def _tag(store: Store, project: str, key: str) -> None:
    if saying.tag(store, project, st.session_state[key]):
        st.session_state[key] = ""


def _put_back(store: Store, project: str, tag: str) -> None:
    saying.tag(store, project, tag)


def _untag(store: Store, project: str, tag: str) -> None:
    saying.untag(store, project, tag)
    st.session_state[TAKEN_OFF] = (project, tag)


def way_out(store: Store, project: str, name: str, place: Place) -> None:
    """Taking a project that came from outside out of the portfolio, asked once more."""
    number = from_outside(store, project)
    if not number:
        return
    w = words(place.language)
    st.header(w.gettext("Take it out of the portfolio"), anchor=False)
    told = w.ngettext(
        "{number} assessment of this project came from outside, from a file or a spreadsheet. It would be erased here. "
        "The file stays as it is, and can be brought in again.",
        "{number} assessments of this project came from outside, from files or a spreadsheet. They would be erased "
        "here. The files stay as they are, and can be brought in again.",
        number,
    )
    say(told.format(number=number))
    sure = st.checkbox(w.gettext("Yes, take this project out"), key=f"out-sure-{project}")
    if st.button(
        w.gettext("Take it out of the portfolio"),
        icon=":material/delete:",
        disabled=not sure,
        key=f"take-out-{project}",
    ):
        take_out(store, project)
        st.session_state[PICKED] = [one for one in st.session_state.get(PICKED, []) if one != project]
        tell_there(w.gettext("{name} is not in the portfolio any more.").format(name=name))
        assert place.cut
        go_to("projects", place.cutting(place.cut.without("project")))
