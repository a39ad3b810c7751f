"""Bringing assessments in: the files are read, what is in them is shown, and only then they are taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessment.core.fault import BadInput
from assessment.portfolio import bringing
from assessment.portfolio.bringing import Preview, Taken, Terms
from assessment.portfolio.files import ENDINGS, MOST_BYTES, File, main_rubric
from assessment.ui.attempts import Done, attempt, tell, told, tried
from assessment.ui.block import block
from assessment.ui.check.letting_go import let_go
from assessment.ui.exchange.going import Going
from assessment.ui.exchange.left_out import Brought, brought, tell_left_out
from assessment.ui.exchange.papers import blank_sheet
from assessment.ui.exchange.rows import counts, shown, shown_faults
from assessment.ui.fragment import show
from assessment.ui.keeping import now, the_store
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.widgets import say
from assessment.words import words

#: What a session remembers: how often files were chosen anew, what was read last, and what was brought in last.
NUMBER: Final = "brought-times"
READ: Final = "brought-read"
TAKEN: Final = "brought-in"
JUMP: Final = "brought-jump"
TAKE, BACK, LOOK = "bring-in", "bring-back", "bring-look"
#: So many rows are shown at first, and so many more at each wish.
FIRST, MORE = 20, 100


@dataclass(frozen=True)
class Looked:
    """What was read of which files, in the words of which language."""

    files: tuple[str, ...]
    language: str
    preview: Preview | BadInput


@block
def bring_in(place: Place) -> None:
    """Choose files, see what is in them, and bring them in."""
    w = words(place.language)
    _tell_of_the_last(place)
    number = st.session_state.setdefault(NUMBER, 0)
    files, slot = _chosen(place, number), st.empty()
    if not files:
        st.session_state.pop(READ, None)
        blank_sheet(place.language)
        return
    looked = _looked(files, slot, place)
    if isinstance(looked.preview, BadInput):
        tell(looked.preview, place.language)
        return
    if terms := _preview(looked.preview, place):
        preview = looked.preview.as_drafts() if st.session_state.get("bring-drafts") else looked.preview
        _offer(preview, terms, files, place)
    st.button(w.gettext("Put these files away"), type="tertiary", key="bring-others", on_click=_put_away, args=(files,))


def _chosen(place: Place, number: int) -> list[UploadedFile]:
    """The field for files or for a folder."""
    w = words(place.language)
    names = {"files": w.gettext("Files"), "folder": w.gettext("A whole folder")}
    kind = st.radio(
        w.gettext("What do you bring?"), list(names), format_func=names.__getitem__, horizontal=True, key="bring-kind"
    )
    labels = {"files": w.gettext("Your files, as many as you like"), "folder": w.gettext("Your folder")}
    return st.file_uploader(
        labels[kind],
        type=list(ENDINGS),
        accept_multiple_files=True if kind == "files" else "directory",
        max_upload_size=MOST_BYTES // 1_000_000,
        key=f"bring-{kind}-{number}",
    )


def _looked(files: Sequence[UploadedFile], slot: DeltaGenerator, place: Place) -> Looked:
    """What is in the files: read once, however often the page is drawn."""
    ids = tuple(file.file_id for file in files)
    last: Looked | None = st.session_state.get(READ)
    if last and last.files == ids and last.language == place.language:
        return last
    going = Going(slot, place.language)
    given = [File(file.name, file.getvalue) for file in files]
    done = tried(lambda: bringing.look_at(the_store(), given, going.hear, language=place.language))
    slot.empty()
    looked = Looked(ids, place.language, done.value if isinstance(done, Done) else done)
    st.session_state[READ] = looked
    for key in ("found", "faulty"):
        st.session_state.pop(f"shown-{key}", None)
    return looked


def _preview(preview: Preview, place: Place) -> Terms | None:
    """What is in the files; where something can come in, what holds for all of it."""
    w, language = words(place.language), place.language
    asked = st.session_state.get("bring-drafts", False)
    seen = preview.as_drafts() if asked else preview
    title = w.ngettext("{number} assessment can come in", "{number} assessments can come in", len(seen.coming))
    st.subheader(
        title.format(number=len(seen.coming)) if seen.coming else w.gettext("Nothing here is new"), anchor=False
    )
    show("brought_counts", language, counts=counts(seen, language))
    if seen.faulty:
        rows = list(shown_faults(seen.faulty[: _so_many("faulty")], language))
        show("brought_faults", language, places=rows)
        _offer_more("faulty", len(seen.faulty), place)
    if seen.found:
        rows_ = list(shown(seen.found[: _so_many("found")], language, beside=main_rubric().name))
        show("brought", language, rows=rows_)
        _offer_more("found", len(seen.found), place)
    # With drafts switched on there may be nothing to bring in, and yet the switch has to stay.
    return _terms(place) if preview.coming else None


def _so_many(key: str) -> int:
    return int(st.session_state.get(f"shown-{key}", FIRST))


def _offer_more(key: str, of: int, place: Place) -> None:
    """A way to the next rows of a long list."""
    if (so_many := _so_many(key)) < of:
        w, more = words(place.language), min(MORE, of - so_many)
        st.button(
            w.gettext("Show {number} more of {all}").format(number=more, all=of),
            key=f"more-{key}",
            on_click=st.session_state.__setitem__,
            args=(f"shown-{key}", so_many + MORE),
        )


def _terms(place: Place) -> Terms | None:
    """What holds for all of them: each is off until somebody switches it on. None while a tag cannot be used."""
    w = words(place.language)
    with st.container(key="bring-terms"):
        st.markdown(f"**{w.gettext('For all of these')}**")
        barriers = st.checkbox(w.gettext("The teams let managers read what they say of barriers"), key="bring-barriers")
        named = st.checkbox(w.gettext("The teams let other teams be told about them"), key="bring-named")
        st.checkbox(
            w.gettext("These are drafts"),
            key="bring-drafts",
            help=w.gettext(
                "Drafts are left out of every page unless you ask for them. A submitted report is not a draft."
            ),
        )
        typed = st.text_input(w.gettext("Tags, with a comma between them"), key="bring-tags")
        found: Any = tried(lambda: bringing.tags_in(typed or ""))
        if isinstance(found, BadInput):
            tell(found, place.language)
            return None
    return Terms(barriers, named, found.value)


def _offer(preview: Preview, terms: Terms, files: Sequence[UploadedFile], place: Place) -> None:
    """The one button that keeps something; where there are faults it says what is left out."""
    w, coming = words(place.language), len(preview.coming)
    if not coming:
        return
    label = w.ngettext("Bring in {number} assessment", "Bring in {number} assessments", coming)
    if preview.faulty:
        say(
            w.gettext("Mend what has a fault, and choose the files again. Or bring in the others without it."),
        )
        label = w.ngettext(
            "Leave out what has a fault, and bring in {number} assessment",
            "Leave out what has a fault, and bring in {number} assessments",
            coming,
        )
    slot = st.empty()
    if slot.button(label.format(number=coming), type="primary", icon=":material/login:", key=TAKE):
        going = Going(slot, place.language)

        def take() -> Taken:
            return bringing.take_in(the_store(), preview, terms, at=now(), skip_faulty=True, tell=going.hear)

        if done := attempt(TAKE, take):
            st.session_state[TAKEN] = brought(done.value, preview)
            st.session_state[JUMP] = True
            _put_away(files)
            st.rerun()
    told(TAKE, place.language)


def _put_away(files: Sequence[UploadedFile]) -> None:
    """Let go of the files; the field is empty again."""
    for file in files:
        let_go(file)
    st.session_state.pop(READ, None)
    st.session_state[NUMBER] = st.session_state.get(NUMBER, 0) + 1


def _tell_of_the_last(place: Place) -> None:
    """What was brought in last, with the way to see it and the way back; or that it is out again."""
    w = words(place.language)
    if done := told(BACK, place.language):
        st.session_state.pop(TAKEN, None)
        out = w.ngettext("{number} assessment is out again.", "{number} assessments are out again.", done.value)
        st.success(out.format(number=done.value), icon=":material/undo:")
    last: Brought | None = st.session_state.get(TAKEN)
    if last is None:
        return
    number = len(last.taken.ids)
    told_ = w.ngettext("{number} assessment has come in.", "{number} assessments have come in.", number)
    # The button was far below: the page goes to what is said now, once.
    with st.container(key="told" if st.session_state.pop(JUMP, False) else "bring-told"):
        st.success(told_.format(number=number), icon=":material/check_circle:")
        tell_left_out(last, place.language)
    with st.container(horizontal=True, gap="small", key="bring-done"):
        if st.button(w.gettext("See the overview"), type="primary", icon=":material/arrow_forward:", key="bring-see"):
            st.session_state.pop(TAKEN, None)
            go_to("portfolio", Place(place.language))
        if st.button(w.gettext("Take these out again"), icon=":material/undo:", key=BACK):
            attempt(BACK, lambda: bringing.take_back(the_store(), last.taken))
            st.rerun()
