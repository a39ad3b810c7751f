"""A person at the app: finds things by what they are and what they are called, in their language."""

from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from assessment.ui.files import main_rubric
from assessment.words import words
from tests.browser.looks import settle, whole

RUBRIC = main_rubric()


@dataclass(frozen=True)
class Person:
    """Somebody with a browser and a language. Interface words are given in English, and said in theirs."""

    page: Page
    language: str

    @property
    def words(self) -> NullTranslations:
        """The interface's words."""
        return words(self.language)

    def say(self, english: str, **blanks: str) -> str:
        """A sentence of the interface in their language."""
        return self.words.gettext(english).format(**blanks)

    def label(self, kind: str, id_: str) -> str:
        """A word of the rubric in their language."""
        return RUBRIC.label(kind, id_, self.language)

    def stage(self, id_: str) -> str:
        """The name of a stage."""
        return RUBRIC.stages[id_].name.in_(self.language)

    def press(self, english: str, **blanks: str) -> None:
        """Press the first button of this name, and wait for what comes of it."""
        self.page.get_by_role("button", name=self.say(english, **blanks), exact=True).first.click()
        self.settle()

    def write(self, label: str, text: str, within: Locator | None = None) -> None:
        """Type into the first box of this label, key by key, and go on to the next."""
        box = (within or self.page).get_by_role("textbox", name=label).first
        box.click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")
        self.settle()

    def choose(self, question: str, answer: str) -> None:
        """Choose an answer to a question."""
        expect(self.tap(question, answer)).to_be_checked()

    def tap(self, question: str, answer: str) -> Locator:
        """Tap an answer to a question, whatever comes of it."""
        group = self.page.get_by_role("radiogroup", name=question)
        radio = group.get_by_role("radio", name=answer).first
        radio.locator("xpath=ancestor-or-self::*[self::label or self::button][1]").click()
        self.settle()
        return radio

    def reads(self, title: str) -> None:
        """The page of this title is there, whole."""
        expect(self.page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        whole(self.page)

    def settle(self) -> None:
        """Wait until the page has been drawn anew."""
        settle(self.page)

    def download(self, english: str) -> Path:
        """Press a button that gives a file. The file."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=self.say(english)).click()
        return Path(download.value.path())
