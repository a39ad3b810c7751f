"""Elements that several screens use."""

import re
from dataclasses import dataclass
from typing import Final

import streamlit as st

from assessment.core.fault import BadInput
from assessment.days import unbroken
from assessment.ui.fragment import show
from assessment.words import words

_MARKDOWN: Final = re.compile(r"([!-/:-@\[-`{-~])")
#: Streamlit's Markdown makes links of bare addresses, escaped or not; an unseen word joiner keeps them text.
_ADDRESS: Final = re.compile(r"https?:/|www|@", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """A section's title, and its place on the page."""

    title: str
    anchor: str


def section(title: str, anchor: str) -> Heading:
    """Begin a section of a page, with an address of its own."""
    st.header(title, anchor=anchor)
    return Heading(title, anchor)


def say(*sentences: str) -> None:
    """Sentences, each a paragraph; what people typed in them is never taken for Markdown."""
    for sentence in sentences:
        if sentence:
            st.markdown(plain(sentence))


def plain(text: str) -> str:
    """Text so that Markdown leaves it as it is, on one line."""
    unlinked = _ADDRESS.sub("\\g<0>\u2060", unbroken(" ".join(text.split())))
    return _MARKDOWN.sub(r"\\\1", unlinked)


def outlive(key: str) -> None:
    """Let the value of a widget outlive its page: it would die as soon as another page is seen."""
    if key in st.session_state:
        st.session_state[key] = st.session_state[key]


def tell_faults(bad: BadInput, language: str) -> None:
    """Every fault of a file, each with its place and what to do."""
    w = words(language)
    title = w.ngettext("One thing to mend in the file", "{number} things to mend in the file", len(bad.faults))
    st.error(
        w.gettext("Your file is as it was. Mend it in your editor, save it, and open it here again."),
        title=title.format(number=len(bad.faults)),
        icon=":material/edit_note:",
    )
    show(
        "faults",
        language,
        faults=[
            {"place": fault.place, "wrong": fault.wrong.in_(w.gettext), "remedy": fault.remedy.in_(w.gettext)}
            for fault in bad.faults
        ],
    )
