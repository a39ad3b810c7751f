"""What was found in files, as the rows that a page shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from babel.dates import format_date

from assessment.core.fault import N_
from assessment.core.terms import Depth
from assessment.pictures.reader import LOCALES
from assessment.portfolio.bringing import Becomes, Found, Preview
from assessment.portfolio.files import Faulty, Held
from assessment.ui.languages import Language
from assessment.words import words

BECOMES = {
    Becomes.PROJECT: N_("New project"),
    Becomes.MORE: N_("One more of a project that is here"),
    Becomes.HERE: N_("Already here"),
    Becomes.TWICE: N_("Twice in these files"),
}


@dataclass(frozen=True)
class Shown:
    """One assessment that was found. `said` are smaller things about it."""

    name: str
    said: tuple[str, ...]
    day: str
    answers: str
    becomes: str
    same: str
    coming: bool
    marks: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class ShownFault:
    """Everything that is wrong in one place."""

    place: str
    faults: tuple[tuple[str, str, str], ...]
    """For each: the column or question, what is wrong, what to do."""


def shown(found: Sequence[Found], language: Language, *, beside: str) -> Iterator[Shown]:
    """The rows of what was found. `beside`: the rubric that needs no mention."""
    w = words(language)
    for one in found:
        held, rubric = one.held, one.held.rubric
        project, sitting = held.assessment.project, held.assessment.assessment
        kind = next((one.name.in_(language) for one in rubric.kinds if one.id == project.kind), "")
        questions = f"{rubric.title.in_(language)} {rubric.version}" if rubric.name != beside else ""
        marks = [w.gettext("Draft")] if held.draft else []
        marks += [w.gettext("First look")] if sitting.depth is Depth.FIRST_LOOK else []
        becomes = w.gettext(BECOMES[one.becomes])
        same = w.gettext("The same as {file}").format(file=place_of(one.same_as, language)) if one.same_as else ""
        told = w.gettext("{given} of {all} answered").format(given=one.answers, all=len(rubric.items))
        yield Shown(
            name=project.name,
            said=tuple(text for text in (project.organisation.strip(), kind, questions) if text),
            day=format_date(sitting.date, "d MMM y", LOCALES[language]),
            answers=told,
            becomes=becomes,
            same=same,
            coming=one.coming,
            marks=tuple(marks),
            place=place_of(held, language),
        )


def shown_faults(faulty: Sequence[Faulty], language: Language) -> Iterator[ShownFault]:
    """The places where something is wrong."""
    say = words(language).gettext
    for one in faulty:
        faults = tuple((fault.place, fault.wrong.in_(say), fault.remedy.in_(say)) for fault in one.faults)
        yield ShownFault(place_of(one, language), faults)


def place_of(one: Held | Faulty, language: Language) -> str:
    """The file and, in a spreadsheet, the row."""
    name = PurePath(one.file).name
    if one.row is None:
        return name
    return words(language).gettext("{file}, row {number}").format(file=name, number=one.row)


def counts(preview: Preview, language: Language) -> list[tuple[str, int]]:
    """How many will become what, and how many have faults."""
    w = words(language)
    names = {
        Becomes.PROJECT: w.gettext("New projects"),
        Becomes.MORE: w.gettext("One more of a project that is here"),
        Becomes.HERE: w.gettext("Already here, left out"),
        Becomes.TWICE: w.gettext("Twice in these files, left out once"),
    }
    told = [(name, preview.number(becomes)) for becomes, name in names.items()]
    return [(name, number) for name, number in (*told, (w.gettext("With faults"), len(preview.faulty))) if number]
