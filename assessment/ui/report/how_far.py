"""How far the report is, in words, while the person waits for it."""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.ui.fragment import show
from assessment.words import words
from reports.progress import Making, News, Waiting

#: The page's own script makes this part one that screen readers listen to.
KEY: Final = "how-far"


class HowFar:
    """Shows it in a slot: a sentence that is read aloud when it changes, and the page, which is only seen.

    What stands there already is not drawn again.
    """

    def __init__(self, slot: DeltaGenerator, language: str) -> None:
        self._slot, self._language = slot, language
        self._parts: tuple[DeltaGenerator, DeltaGenerator] | None = None
        self._sentence = self._page = ""

    def tell(self, news: News) -> None:
        """Show what is new."""
        self.say(sentence_of(news, self._language), page_of(news, self._language))

    def say(self, sentence: str, page: str = "") -> None:
        """Show a sentence, and the page."""
        if self._parts is None:
            with self._slot.container(horizontal=True, vertical_alignment="center", gap="small", key=KEY):
                self._parts = st.empty(), st.empty()
        said, number = self._parts
        if sentence != self._sentence:
            with said:
                show("how_far", self._language, sentence=sentence)
        if page != self._page:
            with number:
                show("page_number", self._language, page=page)
        self._sentence, self._page = sentence, page


def sentence_of(news: News, language: str) -> str:
    """What happens now."""
    w = words(language)
    match news:
        case Waiting(own=True):
            return w.gettext("Your other report comes first.")
        case Waiting(before):
            sentence = w.ngettext("One report is before yours.", "{number} reports are before yours.", before)
            return sentence.format(number=before)
        case Making(writing=True):
            return w.gettext("Writing the file …")
    return w.gettext("Making the report …")


def page_of(news: News, language: str) -> str:
    """The page that is laid out; empty before the first."""
    if isinstance(news, Waiting) or not news.page:
        return ""
    return words(language).gettext("Page {number}").format(number=news.page)
