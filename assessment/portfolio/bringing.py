"""Bringing assessments into the portfolio: first everything is read and checked, then all is taken in, or none."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property, partial
from time import monotonic

from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.portfolio.portrait import match_key
from assessment.garbage import collected_later
from assessment.portfolio.files import Faulty, File, Held, read_file
from assessment.portfolio.known_rows import known_rows
from assessment.portfolio.showing import Offered, content_sha256, offer_all, quiet_forms
from assessment.store import Store
from assessment.store.batches import batches
from assessment.store.portfolio import arriving

MOST_FILES = 2_000
LONGEST_TAG = 60
AT_ONCE = 250
A_MOMENT = 0.1
"""Seconds between two words on how far it is."""
Tell = Callable[["Step", int, int], None]
"""Hears which step it is, how much of it is done, and of how much."""


class Step(StrEnum):
    """What takes its time."""

    READING = "reading"
    """Files."""
    ROWS = "rows"
    """The rows of one large spreadsheet."""
    COMPARING = "comparing"
    SCORING = "scoring"
    KEEPING = "keeping"


class Becomes(StrEnum):
    """What will become of an assessment."""

    PROJECT = "project"
    """The first of its project."""
    MORE = "more"
    """One more of a project that is known."""
    HERE = "here"
    """The portfolio has it already."""
    TWICE = "twice"
    """It is in these files twice."""


COMING = (Becomes.PROJECT, Becomes.MORE)


@dataclass(frozen=True)
class Found:
    """An assessment that was found in a file, and what will become of it."""

    held: Held
    content: str
    """The SHA-256 of its shared form."""
    key: str
    becomes: Becomes
    same_as: Held | None = None
    """Where else in these files the same is."""
    draft_here: bool = False
    """The portfolio has the same as a draft."""

    @property
    def coming(self) -> bool:
        """Whether it will be taken in."""
        return self.becomes in COMING

    @property
    def answers(self) -> int:
        """How many questions have a level."""
        return sum(isinstance(answer.level, int) for answer in self.held.assessment.answers.values())


@dataclass(frozen=True)
class Preview:
    """Everything that was read, and nothing is kept of it yet."""

    files: int
    found: tuple[Found, ...]
    faulty: tuple[Faulty, ...]

    @cached_property
    def coming(self) -> tuple[Found, ...]:
        """What will be taken in."""
        return tuple(one for one in self.found if one.coming)

    def number(self, becomes: Becomes) -> int:
        """How many will become this."""
        return sum(one.becomes is becomes for one in self.found)

    def as_drafts(self) -> "Preview":
        """The same, with all that are no submitted reports as drafts."""
        return replace(self, found=tuple(one if one.held.report else _as_draft(one) for one in self.found))


@dataclass(frozen=True)
class Terms:
    """What holds for all that is taken in at once."""

    barriers_told: bool = False
    named: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taken:
    """What was taken in, so that it can be taken out again."""

    ids: tuple[str, ...]
    tagged: tuple[tuple[str, str], ...] = ()
    """Tags that projects have got which were here before."""


def nobody(_step: Step, _done: int, _all: int) -> None:
    """Whoever does not want to hear how far it is."""


@dataclass
class Seldom:
    """Tells a person how far it is: every step at its begin and its end, and not more than ten times a second else."""

    tell: Tell
    step: Step | None = None
    last: float = 0.0

    def __call__(self, step: Step, done: int, of: int) -> None:
        """Tell it, or be silent for the moment."""
        now = monotonic()
        if step is self.step and done < of and now - self.last < A_MOMENT:
            return
        self.step, self.last = step, now
        self.tell(step, done, of)


@collected_later()
def look_at(store: Store, files: Sequence[File], tell: Tell = nobody, *, language: str = "en") -> Preview:
    """Read and check everything, and keep nothing. BadInput where there are too many files."""
    if len(files) > MOST_FILES:
        wrong = Message(
            N_("These are {number} files; {most} can come in at once."), {"number": len(files), "most": MOST_FILES}
        )
        raise BadInput(Fault("", wrong, Message(N_("Bring them in a few at a time."))))
    held: list[Held] = []
    faulty: list[Faulty] = []
    tell = Seldom(tell)
    for place, file in enumerate(files):
        tell(Step.READING, place, len(files))
        for one in read_file(store, file, language, partial(tell, Step.ROWS)):
            if isinstance(one, Held):
                held.append(one)
            else:
                faulty.append(one)
    held = _with_forms(held, tell)
    contents = [content_sha256(one.form) for one in held]
    return Preview(len(files), tuple(_found(store, held, contents)), tuple(faulty))


@collected_later()
def take_in(
    store: Store, preview: Preview, terms: Terms, *, at: datetime, skip_faulty: bool = False, tell: Tell = nobody
) -> Taken:
    """Take in what is coming, all or none. BadInput if anything is faulty, unless that is to be left out.

    What has come in since it was looked at, by another hand, is left out too.
    """
    if preview.faulty and not skip_faulty:
        raise BadInput(*(fault for one in preview.faulty for fault in one.faults))
    held = [one.held for one in preview.coming]
    again = _found(store, held, [one.content for one in preview.coming])
    coming = [one for one in again if one.coming]
    if not coming:
        return Taken(())
    tell = Seldom(tell)
    tell(Step.SCORING, 0, len(coming))
    offered = [_offered(one.held, terms, at) for one in coming]
    known = arriving.here(store, contents=(), records=(), keys={one.key for one in coming}).projects
    before = arriving.tags(store, known.values())
    ids = offer_all(
        store,
        offered,
        at=at,
        scored=lambda done: tell(Step.SCORING, done, len(coming)),
        kept=lambda done: tell(Step.KEEPING, done, len(coming)),
    )
    given = {
        (known[one.key], tag) for one, as_ in zip(coming, offered, strict=True) if one.key in known for tag in as_.tags
    }
    return Taken(tuple(ids), tuple(sorted(given - before)))


def take_back(store: Store, taken: Taken) -> int:
    """Take out again what was taken in. How many assessments that was."""
    return arriving.take_back(store, taken.ids, taken.tagged)


def tags_in(typed: str) -> tuple[str, ...]:
    """The tags in a line of text, between commas. BadInput for one that is too long."""
    found = tuple(dict.fromkeys(tag for part in typed.split(",") if (tag := " ".join(part.split()))))
    if long := [tag for tag in found if len(tag) > LONGEST_TAG]:
        wrong = Message(
            N_("This tag is longer than {most} letters: {tag}…"), {"most": LONGEST_TAG, "tag": long[0][:20]}
        )
        raise BadInput(Fault("", wrong, Message(N_("Use a word or two."))))
    return found


def _as_draft(found: Found) -> Found:
    becomes = Becomes.HERE if found.coming and found.draft_here else found.becomes
    return replace(found, held=replace(found.held, draft=True), becomes=becomes)


def _with_forms(held: Sequence[Held], tell: Tell) -> list[Held]:
    """The same, each with what it is known again by; rubric by rubric, and not all in memory at once."""
    found = list(held)
    by_rubric: dict[int, list[int]] = {}
    for place, one in enumerate(held):
        by_rubric.setdefault(id(one.rubric), []).append(place)
    done = 0
    for places in by_rubric.values():
        rubric = held[places[0]].rubric
        for some in batches(places, AT_ONCE):
            tell(Step.COMPARING, done, len(held))
            forms = quiet_forms(rubric, [held[place].assessment for place in some])
            for place, form in zip(some, forms, strict=True):
                found[place] = replace(held[place], form=form)
            done += len(some)
    return found


def _found(store: Store, held: Sequence[Held], contents: Sequence[str]) -> Iterator[Found]:
    """What each will become, seen beside what is here and beside the others."""
    keys = [match_key(one.assessment) for one in held]
    records = {one.report.record for one in held if one.report}
    known = arriving.here(store, contents=set(contents), records=records, keys=set(keys))
    first = _first_of_each(held, contents)
    projects = set(known.projects)
    rows = {
        place: known.projects[key]
        for place, (one, content, key) in enumerate(zip(held, contents, keys, strict=True))
        if one.row is not None and key in known.projects and not _is_here(one, content, known)
    }
    again = frozenset(known_rows(store, held, rows))
    for place, (one, content, key) in enumerate(zip(held, contents, keys, strict=True)):
        if (original := first[place]) != place:
            yield Found(one, content, key, Becomes.TWICE, held[original])
        elif place in again or _is_here(one, content, known):
            yield Found(one, content, key, Becomes.HERE)
        else:
            becomes = Becomes.MORE if key in projects else Becomes.PROJECT
            yield Found(one, content, key, becomes, draft_here=content in known.drafts)
            projects.add(key)


def _is_here(one: Held, content: str, known: arriving.Here) -> bool:
    """A draft may come again as what was submitted, and not the other way round."""
    there = known.submitted | known.drafts if one.draft else known.submitted
    return content in there or (one.report is not None and one.report.record in known.records)


def _first_of_each(held: Sequence[Held], contents: Sequence[str]) -> Mapping[int, int]:
    """For each the one that comes in of those that are the same: with the same content, or of the same record."""
    chosen: dict[str, int] = {}
    first: dict[int, int] = {}
    for place in sorted(range(len(held)), key=lambda at: _rank(held[at])):
        report = held[place].report
        names = [contents[place], *([report.record] if report and report.record else [])]
        first[place] = next((chosen[name] for name in names if name in chosen), place)
        for name in names:
            chosen.setdefault(name, first[place])
    return first


def _rank(one: Held) -> tuple[bool, bool, bool]:
    """Which of several that are the same says most: a report knows its day, and the whole one more than two pages."""
    return one.report is None, one.report is not None and not one.report.whole, one.draft


def _offered(one: Held, terms: Terms, at: datetime) -> Offered:
    report = one.report
    return Offered(
        one.assessment,
        one.rubric,
        report.submitted if report else at,
        draft=one.draft,
        barriers_told=terms.barriers_told,
        named=terms.named,
        tags=tuple(dict.fromkeys((*one.tags, *terms.tags))),
        record=report.record if report else None,
        form=one.form,
    )


def faults_of(faulty: Iterable[Faulty]) -> list[tuple[Faulty, Fault]]:
    """Every fault, with where it is."""
    return [(one, fault) for one in faulty for fault in one.faults]
