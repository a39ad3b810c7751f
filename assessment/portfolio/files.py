"""Files that somebody brings: answers files, reports that Gyda made, and spreadsheets, each read for what is in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeAlias

from assessment import actions, answers_file, library
from assessment.core.assessment import Assessment
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.rubric import Rubric
from assessment.portfolio.rubrics import rubric_named
from assessment.sheets.reader import Tell, read_sheet
from assessment.store import Store
from reports.verify import Verdict, verify

ANSWERS, REPORT, SHEETS = (".yaml", ".yml", ".json"), ".pdf", (".xlsx", ".csv")
ENDINGS = (*ANSWERS, REPORT, *SHEETS)
"""How the names of files end that can be brought in."""
MOST_BYTES = 20_000_000
"""Bytes of any file; answers files and spreadsheets have smaller limits of their own."""

ASK = N_("Ask the team for its submitted report, or for its answers file.")
UNKNOWN = Fault(
    "",
    Message(N_("Gyda does not know this kind of file.")),
    Message(N_("Bring in files whose names end in: {known}."), {"known": ", ".join(ENDINGS)}),
)
DRAFT = Fault("", Message(N_("This report is a draft, and a draft carries no data.")), Message(ASK))
WITHDRAWN = Fault(
    "",
    Message(N_("The team has withdrawn this assessment, and no longer stands by it.")),
    Message(N_("Leave it out, or ask the team whether there is a newer one.")),
)
TAKEN_OUT = Fault("", Message(N_("The data that belongs to it has been taken out.")), Message(ASK))
NO_ANSWERS = Fault("", Message(N_("The answers in this report cannot be read.")), Message(ASK))
ONLY_RESULTS = Fault(
    "",
    Message(N_("This is an export for programs: it has results, and no answers that could come in.")),
    Message(N_("Take the same out as a spreadsheet (XLSX) or as a table (CSV), and bring that in.")),
)
_RESULTS = re.compile(rb'\s*\{\s*"format"\s*:\s*"portfolio/')
NO_ROWS = Fault(
    "",
    Message(N_("There is no assessment in this spreadsheet.")),
    Message(N_("Fill in one row for each, below the headings.")),
)


@dataclass(frozen=True)
class File:
    """A file by its name; its bytes are fetched when their turn comes."""

    name: str
    content: Callable[[], bytes]


@dataclass(frozen=True)
class Report:
    """What only a report says of the assessment in it."""

    record: str
    submitted: datetime
    whole: bool
    """Whether it is the whole report, and not the two pages of a bid."""


@dataclass(frozen=True)
class Held:
    """An assessment that a file holds. `row` is its row of a spreadsheet."""

    file: str
    row: int | None
    assessment: Assessment
    rubric: Rubric
    draft: bool = False
    tags: tuple[str, ...] = ()
    report: Report | None = None
    form: str = ""
    """What of it may be shared, once that has been put together."""


@dataclass(frozen=True)
class Faulty:
    """What cannot be brought in: a whole file, or one row of it; and everything that is wrong there."""

    file: str
    row: int | None
    faults: tuple[Fault, ...]


Read: TypeAlias = Held | Faulty


def read_file(store: Store, file: File, language: str, tell: Tell | None = None) -> Iterator[Read]:
    """Every assessment in a file, or what is wrong with it. `language`: by which the columns of a sheet are told.

    `tell` hears now and then how many rows of a sheet are read, and of how many.
    """
    ending = Path(file.name).suffix.lower()
    try:
        if ending not in ENDINGS:
            raise BadInput(UNKNOWN)
        content = file.content()
        if ending == REPORT:
            yield _from_report(store, file.name, content)
        elif ending in SHEETS:
            yield from _from_sheet(store, file.name, content, language, tell)
        elif _RESULTS.match(content):
            raise BadInput(ONLY_RESULTS)
        else:
            yield Held(file.name, None, *answers_file.read(content))
    except BadInput as bad:
        yield Faulty(file.name, None, bad.faults)


def _from_sheet(store: Store, name: str, content: bytes, language: str, tell: Tell | None) -> Iterator[Read]:
    sheet = read_sheet(
        content, name, main_rubric(), language, other=lambda named: rubric_named(store, named), tell=tell
    )
    if not sheet.rows:
        raise BadInput(NO_ROWS)
    for row in sheet.rows:
        if row.assessment is None:
            yield Faulty(name, row.number, row.faults)
        else:
            yield Held(name, row.number, row.assessment, sheet.rubric, row.draft, row.tags)


def _from_report(store: Store, name: str, content: bytes) -> Held:
    """What a submitted report says in its data. Whether its pages show the same is not asked: nothing is read there."""
    verdict = verify(content, lambda rubric, sha256: actions.find_rubric(store, rubric, sha256))
    if faults := tuple(_faults(store, verdict)):
        raise BadInput(*faults)
    assert verdict.said
    assert verdict.rubric
    assert verdict.assessment
    submission = verdict.said.submission
    assert submission.day
    report = Report(submission.record, noon(submission.day), verdict.said.choice.layout == "full")
    return Held(name, None, verdict.assessment, verdict.rubric, report=report)


def _faults(store: Store, verdict: Verdict) -> Iterator[Fault]:
    """Why the data of a report cannot be used, in the words by which a check tells it."""
    said = verdict.said
    if said is None:
        yield {"draft": DRAFT, "withdrawn": WITHDRAWN}.get(verdict.state, TAKEN_OUT)
    elif verdict.changed:
        wrong = N_("The data is not as it was when the report was made: {files}.")
        yield Fault("", Message(wrong, {"files": ", ".join(verdict.changed)}), Message(ASK))
    elif verdict.rubric is None:
        wrong = N_("The questions are those of {title}, version {version}; this Gyda does not have just these.")
        told = {"title": said.rubric, "version": said.version}
        remedy = N_("Ask whoever looks after this Gyda for that version of the questions.")
        yield Fault("", Message(wrong, told), Message(remedy))
    elif verdict.assessment is None:
        yield NO_ANSWERS
    elif verdict.follows is False:
        wrong = N_("The results do not follow from the answers; they were worked out again.")
        yield Fault("", Message(wrong), Message(ASK))
    elif (known := actions.record(store, said.submission.record)) and known.withdrawn:
        yield WITHDRAWN


def noon(day: date) -> datetime:
    """A moment for what has only a day."""
    return datetime.combine(day, time(12), UTC)


def main_rubric() -> Rubric:
    """The rubric by which spreadsheets are read that name no other."""
    return library.load(library.folders()[0])


def in_folder(folder: Path) -> list[Path]:
    """The files below a folder that can be brought in, by name; any others are passed over."""
    every = (path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    return sorted(path for path in every if not _hidden(path.relative_to(folder)))


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)
