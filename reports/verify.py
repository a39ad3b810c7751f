"""Whether a report has been changed since it was made: from the file alone, without trusting a word in it.

It tells what was changed. It proves nobody's claim, and does not say who made the file: whoever has Gyda can
make a report of whatever they like. Only the team, or the Gyda it was submitted in, knows its fingerprint.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Final, Protocol, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

from assessment import strict_json
from assessment.core.assessment import Assessment
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.rubric import Rubric
from assessment.core.score import score
from reports.choice import Choice
from reports.enclosure import ABOUT, ANSWERS, FORMAT, NAMES, RESULTS, sha256
from reports.printed import ROOMS
from reports.stranger import HEAVY, Found, NotRead, read_apart
from reports.submission import State, Submission
from reports.versions import versions

LONGEST_NAME: Final = 40
MOST_BYTES, MOST_PARTS = 1_000_000, 10_000
PARTING: Final = (b",", b"\\", "\x85".encode(), "\u2028".encode(), "\u2029".encode())
"""What one file of the data may have, so that nobody waits for what a stranger made endless: some hundreds of pages.

Rows part at commas. Paragraphs part at the ends of lines, which JSON may write with a backslash, or as they are.
"""
STATES: Final = get_args(State)


class Pages(Enum):
    """What was found of the pages, made again from the data."""

    SAME = "same"
    SAVED_AGAIN = "saved_again"
    """They show the same; another program has written the file anew."""
    OTHER = "other"
    NOT_COMPARED = "not_compared"


class Making(Protocol):
    """Makes the report again. NotMade or ValueError where it cannot be made."""

    def __call__(
        self, rubric: Rubric, assessment: Assessment, choice: Choice, submission: Submission, room: int, /
    ) -> bytes:
        """The report as bytes."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the data says of its report, read without a fault."""

    choice: Choice
    submission: Submission
    room: int
    rubric: str
    version: str
    rubric_sha256: str
    made_with: dict[str, str]
    files: dict[str, str]


@dataclass(frozen=True)
class Verdict:
    """What can be told of a report. Without data (`said` is None) there is only its state."""

    state: str
    fingerprint: str = ""
    changed: tuple[str, ...] = ()
    """The files of the data that are not as they were; with none the data is unchanged."""
    taken_out: bool = False
    """The report had data, and it is gone."""
    said: Said | None = None
    assessment: Assessment | None = None
    rubric: Rubric | None = None
    """The rubric, if this Gyda has just that one."""
    follows: bool | None = None
    """Whether the results follow from the answers; None where that could not be worked out."""
    pages: Pages = Pages.NOT_COMPARED
    other_pages: tuple[int, ...] = ()
    """The numbers of the pages that show something else."""

    @property
    def intact(self) -> bool:
        """Whether nothing was found to be changed."""
        found = (self.taken_out, self.changed, self.follows is False, self.pages is Pages.OTHER)
        return not any(found)


class NotOurs(BadInput):
    """A PDF that is no report of Gyda, or that carries what Gyda did not put there."""

    def __init__(self, names: Collection[str] = ()) -> None:
        remedy = Message(N_("Ask for the file as it came out of Gyda."))
        if names:
            listed = ", ".join(name[:LONGEST_NAME] for name in names)
            wrong = Message(N_("A file hangs in this PDF that Gyda did not put there: {names}."), {"names": listed})
        else:
            wrong = Message(N_("This PDF is not a report of Gyda."))
        super().__init__(Fault("", wrong, remedy))


def verify(data: bytes, find_rubric: Callable[[str, str], Rubric | None], make: Making | None = None) -> Verdict:
    """What can be told of a PDF. NotRead or NotOurs. `find_rubric` takes a name and the SHA-256 of the content.

    Without `make` the pages are not compared with the data, for whoever reads only the data.
    """
    found = read_apart(data)
    mark, _, rest = found.keywords.partition(" ")
    state, _, fingerprint = rest.partition(" ")
    if found.creator != "Gyda" or mark != FORMAT or state not in STATES:
        raise NotOurs
    if strange := [name for name in found.files if name not in NAMES]:
        raise NotOurs(strange)
    if any(len(file) > MOST_BYTES or sum(map(file.count, PARTING)) > MOST_PARTS for file in found.files.values()):
        raise NotRead(HEAVY)
    if not found.files:
        return Verdict(state, fingerprint, taken_out=bool(fingerprint))
    said = _said(found.files.get(ABOUT, b""))
    changed = _changed(found, said, fingerprint)
    verdict = Verdict(said.submission.state, sha256(found.files.get(ABOUT, b"")), changed, said=said)
    rubric = find_rubric(said.rubric, said.rubric_sha256)
    if rubric and rubric.version != said.version:
        raise NotOurs
    assessment = _answers(found.files.get(ANSWERS, b""), rubric) if rubric else None
    same = said.made_with == versions()
    if rubric is None or assessment is None:
        # What cannot be read here was not written here.
        return _with(verdict, rubric=rubric, changed=changed or (ANSWERS,) * (rubric is not None and same))
    results = _results(found.files.get(RESULTS, b""))
    verdict = _with(
        verdict, rubric=rubric, assessment=assessment, follows=results == to_json(score(rubric, assessment), rubric)
    )
    if changed or not same or make is None:
        return verdict
    try:
        again = make(rubric, assessment, said.choice, said.submission, said.room)
    except ValueError:
        # A report was never made from this.
        raise NotOurs from None
    return _with(verdict, **_compared(data, found, again))


def _with(verdict: Verdict, **found: Any) -> Verdict:
    return Verdict(**{**verdict.__dict__, **found})


def _changed(found: Found, said: Said, fingerprint: str) -> tuple[str, ...]:
    whole = {**said.files, ABOUT: fingerprint}
    return tuple(name for name in NAMES if sha256(found.files.get(name, b"")) != whole.get(name))


def _compared(data: bytes, found: Found, again: bytes) -> dict[str, Any]:
    """The file beside the one that its data gives: byte for byte, and else by its data and by what each page shows.

    Data that says more than is printed, or the same in another way, gives the same pages.
    """
    if data == again:
        return {"pages": Pages.SAME}
    made = read_apart(again)
    there, here = found.pages, made.pages
    longest = max(len(there), len(here))
    other = tuple(at + 1 for at in range(longest) if there[at : at + 1] != here[at : at + 1])
    return {
        "changed": tuple(name for name in NAMES if found.files.get(name) != made.files.get(name)),
        "pages": Pages.OTHER if other else Pages.SAVED_AGAIN,
        "other_pages": other,
    }


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Choice(_Part):
    language: str
    notes: bool
    law: bool
    leave_out: frozenset[str]
    layout: str


class _Submission(_Part):
    state: str
    day: str
    record: str
    address: str


Printed = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_./]+$", max_length=80)]
"""A name or a number as rubrics have them: it is told to people, and must not pretend to be a line of ours."""


class _Rubric(_Part):
    name: Printed
    version: Printed
    sha256: str


class _About(_Part):
    format: str
    submission: _Submission
    choice: _Choice
    room: int
    rubric: _Rubric
    made_with: dict[str, str]
    files: dict[str, str]


def _said(data: bytes) -> Said:
    """What `report.json` says. NotOurs if it is not one of Gyda's."""
    try:
        about = _About.model_validate(_parsed(data))
        choice, submission = Choice(**about.choice.model_dump()), Submission.of(about.submission.model_dump())
    except (ValueError, BadInput):
        raise NotOurs from None
    if about.format != FORMAT or about.room not in range(len(ROOMS)) or not submission.final:
        raise NotOurs
    rubric = about.rubric
    return Said(
        choice, submission, about.room, rubric.name, rubric.version, rubric.sha256, about.made_with, about.files
    )


def _parsed(data: bytes) -> Any:
    """The values of a JSON file. UnicodeDecodeError, BadInput."""
    return strict_json.load(data.decode("utf-8"))


def _answers(data: bytes, rubric: Rubric) -> Assessment | None:
    """The answers, if they can be read against the rubric."""
    try:
        return read(_parsed(data), rubric)
    except (UnicodeDecodeError, BadInput):
        return None


def _results(data: bytes) -> Any:
    try:
        return _parsed(data)
    except (UnicodeDecodeError, BadInput):
        return None
