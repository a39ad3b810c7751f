"""The data dictionary: every column of every export, in Welsh and English."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assessment.core.fault import N_
from assessment.core.rubric import Rubric
from assessment.core.texts import LANGUAGES, Words
from assessment.sheets.columns import Choice, Kind, both
from assessment.sheets.taken import Layout
from assessment.words import words

KINDS = {
    Kind.TEXT: N_("text"),
    Kind.DATE: N_("a date"),
    Kind.NUMBER: N_("a number"),
    Kind.CHOICE: N_("one of a list"),
    Kind.LIST: N_("a list, with semicolons"),
}


@dataclass(frozen=True)
class Entry:
    """One column: its id, heading, kind, meaning, and the answers it knows."""

    id: str
    label: Words
    kind: Words
    meaning: Words
    choices: tuple[Choice, ...]
    read: bool
    """Whether it is read back in."""


def entries(rubric: Rubric) -> tuple[Entry, ...]:
    """Every column of the data, in order."""
    layout = Layout(rubric)
    kinds = {kind: both(name) for kind, name in KINDS.items()}
    asked = (Entry(one.id, one.label, kinds[one.kind], one.meaning, one.choices, True) for one in layout.columns)
    found = (Entry(one.id, one.label, kinds[one.kind], one.meaning, one.choices, False) for one in layout.results)
    return (*asked, *found)


def markdown(rubric: Rubric) -> str:
    """The dictionary as a document, Welsh first."""
    return "\n".join(line for language in LANGUAGES for line in _part(rubric, language))


def _part(rubric: Rubric, language: str) -> Iterator[str]:
    say = words(language).gettext
    every = entries(rubric)
    yield f"# {say(N_('Data dictionary'))}"
    yield ""
    yield say(
        N_(
            "Every column of the sheet “Data” and of the CSV file. The columns of the blank spreadsheet are the same: "
            "a heading may be the id, the Welsh or the English."
        )
    )
    yield ""
    yield say(
        N_(
            "The file for programs (JSON) has the results, and whose they are. It has no answers, so it cannot be "
            "brought in: take the spreadsheet or the CSV for that."
        )
    )
    yield ""
    yield say(N_("Made by `python -m assessment portfolio dictionary` from rubric {rubric}.")).format(
        rubric=f"`{rubric.name}`"
    )
    yield ""
    yield from _table(say(N_("What is answered")), [one for one in every if one.read], language)
    yield from _table(say(N_("What is worked out")), [one for one in every if not one.read], language)


def _table(title: str, rows: list[Entry], language: str) -> Iterator[str]:
    say = words(language).gettext
    heads = [say(one) for one in (N_("Id"), N_("Heading"), N_("What stands in it"), N_("What it means"))]
    yield from (f"## {title}", "", f"| {' | '.join(heads)} |", "|---|---|---|---|")
    for one in rows:
        kind = one.kind.in_(language)
        if one.choices:
            kind = f"{kind}: {choices(one, language)}"
        cells = (f"`{one.id}`", one.label.in_(language), kind, one.meaning.in_(language))
        yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
    yield ""


def choices(entry: Entry, language: str) -> str:
    """The answers of a column, each id with what it is called."""
    told = ((str(one.id), one.label.in_(language)) for one in entry.choices)
    return "; ".join(label if label.startswith(f"{id_}:") else f"{id_} = {label}" for id_, label in told)


def words_in(language: str) -> Callable[[str], str]:
    """What puts a sentence of the program into a language."""
    return words(language).gettext
