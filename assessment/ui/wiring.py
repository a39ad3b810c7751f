"""From a place to what the screens show: file -> assessment -> result -> pictures, each worked out once."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from assessment import answers_file, blank_answers, library
from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.score import score
from assessment.pictures import pictures
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Pictures, Typed
from assessment.ui.kept import KEPT, KeptFile
from assessment.ui.place import Place

EXAMPLES: Final = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Opened:
    """An answers file that was read without a fault."""

    file: KeptFile
    rubric: Rubric
    assessment: Assessment
    result: Result
    pictures: Pictures


@dataclass(frozen=True)
class Example:
    """A shipped example: its name in the address, and what it is about; `lang` as in Typed."""

    name: str
    project: Typed
    about: Typed | None


class NotFound(Exception):
    """The address names an example or a file that is not here."""


def examples(language: str) -> list[Example]:
    """The shipped examples in this language, the fullest first."""
    found = [(name, opened(shipped(name, language), language)) for name in names()]
    found.sort(key=lambda one: -sum(cell.level is not None for cell in one[1].result.cells.values()))
    return [_example(name, one, language) for name, one in found]


def names() -> list[str]:
    """The examples' names: what stands before the language in the names of their files."""
    return sorted({path.name.split(".")[0] for path in EXAMPLES.glob("*.yaml")})


def open_place(place: Place) -> Opened:
    """What is open at a place. NotFound if nothing is; BadInput with every fault of the file."""
    return opened(find_file(place), place.language)


def find_file(place: Place) -> KeptFile:
    """The file of a place. NotFound if it is not here (any more)."""
    if place.file:
        if kept := KEPT.find(place.file):
            return kept
    elif place.example in names():
        return shipped(place.example, place.language)
    raise NotFound


@lru_cache(maxsize=64)
def opened(file: KeptFile, language: str) -> Opened:
    """Read, score and put into words. BadInput with every fault of the file."""
    rubric, assessment, result = _scored(file)
    return Opened(file, rubric, assessment, result, pictures(rubric, assessment, result, language))


@lru_cache(maxsize=64)
def _scored(file: KeptFile) -> tuple[Rubric, Assessment, Result]:
    assessment, rubric = answers_file.read(file.content)
    return rubric, assessment, score(rubric, assessment)


@lru_cache(maxsize=64)
def shipped(name: str, language: str) -> KeptFile:
    """The file of an example in this language; where it has none, in the language it has."""
    paths = sorted(EXAMPLES.glob(f"{name}.*yaml"), key=lambda path: f".{language}." not in path.name)
    return KeptFile(paths[0].name, paths[0].read_bytes())


def _example(name: str, one: Opened, language: str) -> Example:
    reader = Reader(one.rubric, one.assessment, one.result, language)
    project = one.assessment.project
    return Example(name, reader.typed(project.name) or Typed(name), reader.typed(project.about))


def main_rubric() -> Rubric:
    """The rubric that this app is about."""
    return library.load(library.folders()[0])


def blank_file(language: str) -> bytes:
    """An answers file with the questions as comments and nothing answered."""
    return blank_answers.template(main_rubric(), language).encode()
