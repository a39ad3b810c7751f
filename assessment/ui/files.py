"""Answers files on hand: the shipped examples, and a blank one.

Nothing here scores, so that the first page need not wait for pandas.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from assessment import answers_file, blank_answers, library
from assessment.core.assessment import Assessment
from assessment.core.fields import Note
from assessment.core.rubric import Rubric
from assessment.pictures.shapes import Typed
from assessment.ui.place import Place
from assessment.words import words

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
#: Where in a recording a fact was told, as "(workshop 11:38:32-11:41:40)": for the results, not for a card.
_RECORDING: Final = re.compile(r"\s*\([^()]*\d{2}:\d{2}:\d{2}[^()]*\)")
_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")
#: About four lines of a card, in letters.
_CARD: Final = 260


@dataclass(frozen=True)
class ShippedFile:
    """An answers file as it is shipped."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Example:
    """A shipped example: its name in the address, and what it is about."""

    name: str
    project: Typed
    about: Typed


class NotFound(Exception):
    """The address names an example that is not here."""


def examples(language: str) -> list[Example]:
    """The shipped examples in this language, the fullest first."""
    found = [(name, read(shipped(name, language))[0]) for name in names()]
    found.sort(key=lambda one: -sum(isinstance(answer.level, int) for answer in one[1].answers.values()))
    return [_example(name, assessment, language) for name, assessment in found]


def names() -> list[str]:
    """The examples' names: what stands before the language in the names of their files."""
    return sorted({path.name.split(".")[0] for path in EXAMPLES.glob("*.yaml")})


@lru_cache(maxsize=64)
def shipped(name: str, language: str) -> ShippedFile:
    """The file of an example in this language; where it has none, in the language it has."""
    paths = sorted(EXAMPLES.glob(f"{name}.*yaml"), key=lambda path: f".{language}." not in path.name)
    return ShippedFile(paths[0].name, paths[0].read_bytes())


def find_file(place: Place) -> ShippedFile:
    """The file of the example at a place. NotFound if there is none."""
    if place.example not in names():
        raise NotFound
    return shipped(place.example, place.language)


def why_not_found(place: Place) -> str:
    """Why a place has nothing to show, in the person's language."""
    w = words(place.language)
    if place.assessment:
        return w.gettext("There is no such assessment here. It may have been deleted, or the address is not whole.")
    if place.example:
        return w.gettext("There is no example of this name. Choose one from the start page.")
    return w.gettext("Nothing is open yet. Choose an example or open your own answers.")


@lru_cache(maxsize=64)
def read(file: ShippedFile) -> tuple[Assessment, Rubric]:
    """What a file says, and the rubric it answers. BadInput with every fault of the file."""
    return answers_file.read(file.content)


def main_rubric() -> Rubric:
    """The rubric that this app is about."""
    return library.load(library.folders()[0])


@cache
def blank_file(language: str) -> bytes:
    """An answers file with the questions as comments and nothing answered."""
    return blank_answers.template(main_rubric(), language).encode()


def _example(name: str, assessment: Assessment, language: str) -> Example:
    project = assessment.project
    about = project.about.model_copy(update={"text": in_short(project.about.text)})
    return Example(name, _typed(Note(text=project.name), assessment, language), _typed(about, assessment, language))


def in_short(text: str) -> str:
    """The first sentences of a text, as many as a card has room for and one at least, without times of a recording."""
    first, *others = _SENTENCE_END.split(_RECORDING.sub("", text).strip())
    for sentence in others:
        if len(first) + 1 + len(sentence) > _CARD:
            break
        first = f"{first} {sentence}"
    return first


def _typed(note: Note, assessment: Assessment, language: str) -> Typed:
    return Typed.on_page(note.text, note.lang or assessment.language, language)
