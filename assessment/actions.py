"""What a person can do with an assessment that is kept: begin, answer, undo, submit, correct, take along, withdraw.

Each takes the store first, and the time and the person where they are recorded; each gives core values.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from assessment import answers_file, library
from assessment.core.assessment import Assessment
from assessment.core.draft import draft_tree, faults_at
from assessment.core.entries import Value, entries_of, is_nothing, is_typed
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.shared import without_single_voices
from assessment.store import Change, Draft, Entry, Kept, Past, ResultRows, RubricCopy, Saved, Store

NAME, DATE, LANGUAGE, ORGANISATION = "project/name", "assessment/date", "language", "project/organisation"
MOST_OF_A_NAME = 60
_SHA256 = re.compile(r"[0-9a-f]{64}")
NO_DAY = Fault(
    "", Message(N_("This is no date, and one is needed.")), Message(N_("Write it such as 22 November 2026."))
)


@dataclass(frozen=True)
class Work:
    """An assessment as it is kept: what is said of it, the rubric it was made with, and its entries."""

    kept: Kept
    rubric: Rubric
    entries: Mapping[str, Entry]

    def value(self, path: str) -> Value:
        """What stands at a path; None where nothing does."""
        entry = self.entries.get(path)
        return entry.value if entry else None

    @property
    def values(self) -> dict[str, Value]:
        """Every entry's value."""
        return {path: entry.value for path, entry in self.entries.items()}


@dataclass(frozen=True)
class Record:
    """A record that was submitted here, as it was frozen; and what became of it."""

    assessment: Assessment
    rubric: Rubric
    submitted: datetime
    withdrawn: datetime | None
    corrected: datetime | None
    """When a correction of it was submitted."""


def new_row() -> str:
    """The id of a row that somebody adds to a list."""
    return secrets.token_hex(4)


def begin(
    store: Store, rubric: Rubric, said: Mapping[str, Value], *, language: str, today: date, who: str, at: datetime
) -> str:
    """A new project with its first assessment, and what is known of it so far. Its id; BadInput with every fault."""
    entries = {**said, DATE: today.isoformat(), LANGUAGE: language}
    if faults := [fault for path, value in entries.items() for fault in faults_at(rubric, path, value)]:
        raise BadInput(*faults)
    if NAME not in said:
        raise BadInput(*faults_at(rubric, NAME, ""))
    return store.start(rubric=rubric_copy(rubric), entries=entries, who=who, at=at)


def bring_in(store: Store, content: bytes, *, who: str, at: datetime) -> str:
    """An answers file as a project of its own. Its id; BadInput with every fault of the file."""
    [id_] = bring_in_all(store, [answers_file.read(content)], who=who, at=at)
    return id_


def bring_in_all(store: Store, files: Iterable[tuple[Assessment, Rubric]], *, who: str, at: datetime) -> list[str]:
    """What was read from answers files, each as a project of its own, or none of them. Their ids."""
    return store.start_all([_draft(assessment, rubric) for assessment, rubric in files], who=who, at=at)


def look(store: Store, id_: str) -> Work:
    """What is kept of an assessment. NotThere if there is none."""
    kept = store.find(id_)
    return Work(kept, rubric_of(store, kept), store.entries(id_))


def look_again(store: Store, work: Work) -> Work:
    """The same with what was answered since: one question to the store."""
    return Work(work.kept, work.rubric, store.entries(work.kept.id))


def assessment_of(store: Store, work: Work) -> Assessment:
    """The assessment as the scorer takes it: what was frozen when it was submitted, or the draft as it is."""
    if work.kept.frozen is not None:
        return read(json.loads(work.kept.frozen), work.rubric)
    tree = draft_tree(work.values, work.rubric)
    return read({**tree, "voices": voices} if (voices := store.voices(work.kept.id)) else tree, work.rubric)


def answer(store: Store, work: Work, path: str, new: Value, *, seen: Value, who: str, at: datetime) -> Saved:
    """Keep one answer. `seen` is what the person had before them. BadInput if it cannot stand there."""
    return answer_all(store, work, [Change(path, new, seen)], who=who, at=at)


def answer_all(store: Store, work: Work, changes: Iterable[Change], *, who: str, at: datetime) -> Saved:
    """Keep several answers at once, or none of them. BadInput with every fault."""
    tidy = [Change(one.path, None if is_nothing(one.new) else one.new, one.seen) for one in changes]
    if faults := [fault for one in tidy for fault in _faults(work.rubric, one)]:
        raise BadInput(*faults)
    return store.save(work.kept.id, tidy, who=who, at=at)


def _faults(rubric: Rubric, change: Change) -> tuple[Fault, ...]:
    """Why a value cannot stand where it is to stand. What cannot be read yet may wait, but not the day of it all."""
    if is_typed(change.new):
        return (NO_DAY,) if change.path == DATE else ()
    needed = change.new is not None or change.path in (NAME, DATE)
    return faults_at(rubric, change.path, change.new) if needed else ()


def take_out(store: Store, work: Work, under: str, *, who: str, at: datetime) -> Saved:
    """Take out a row of a list, or all that stands under a path. The history keeps it."""
    gone = [path for path in work.entries if path == under or path.startswith(f"{under}/")]
    return store.save(work.kept.id, [Change(path, None, work.value(path)) for path in gone], who=who, at=at)


def undo(store: Store, work: Work, past: Past, *, who: str, at: datetime) -> Saved:
    """Put back what stood there before a change. That is a change of its own, and can be undone."""
    return store.save(work.kept.id, [Change(past.path, past.old, work.value(past.path))], who=who, at=at)


def take_along(store: Store, work: Work) -> str:
    """An answers file of everything but the history and the single voices, which are counted in it."""
    assessment = assessment_of(store, work)
    return answers_file.dump(without_single_voices(assessment, _result(work, assessment), work.rubric))


def submit(
    store: Store, work: Work, *, shared_with: str, at: datetime, barriers_told: bool = False, named: bool = False
) -> str:
    """Freeze an assessment: answers, rubric and results, with the SHA-256 of its canonical JSON, which is returned.

    `shared_with` is `team` or `portfolio`; there `barriers_told` shows the notes on barriers too, and `named` lets
    other teams be told that they could learn from this one.

    ChangedSince if somebody has answered after `work` was looked at: nothing is left out of what is frozen.
    """
    assessment = assessment_of(store, work)
    result = _result(work, assessment)
    frozen = canonical(answers_file.plain(without_single_voices(assessment, result, work.rubric)))
    sha256 = hashlib.sha256(frozen.encode()).hexdigest()
    store.submit(
        work.kept.id,
        frozen=frozen,
        sha256=sha256,
        result=canonical(to_json(result, work.rubric)),
        results=_rows(work, assessment, result),
        shared_with=shared_with,
        at=at,
        revision=work.kept.revision,
        barriers_told=barriers_told,
        named=named,
    )
    return sha256


def record(store: Store, name: str) -> Record | None:
    """The record that a report names, if it was submitted here. Whoever has its name holds a report of it."""
    found = store.recorded(name)
    if found is None:
        return None
    kept, rubric = found.kept, rubric_of(store, found.kept)
    assert kept.submitted
    assessment = assessment_of(store, Work(kept, rubric, {}))
    return Record(assessment, rubric, kept.submitted, kept.withdrawn, found.corrected)


def correct(store: Store, work: Work, *, who: str, today: date, at: datetime) -> str:
    """A new draft of the same project that names the submitted one; everything said there is in it. Its id.

    Voices come as they were counted when it was submitted: their round is closed.
    """
    entries = {**_entries(assessment_of(store, work)), DATE: today.isoformat()}
    kept = work.kept
    return store.start(
        rubric=rubric_copy(work.rubric), entries=entries, who=who, at=at, project=kept.project, corrects=kept.id
    )


def _result(work: Work, assessment: Assessment) -> Result:
    from assessment.core.score import score  # Brings pandas, which nobody waits for who only answers.

    return score(work.rubric, assessment)


def canonical(tree: Any) -> str:
    """The one way to write a tree as JSON, so that the same answers have the same hash."""
    return _CANONICAL.encode(tree)


# A tree of plain values has no circles, and to look for them takes its time.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def rubric_of(store: Store, kept: Kept) -> Rubric:
    """The rubric an assessment was made with: today's if it still says the same, else the copy that was kept."""
    today = library.unchanged(kept.rubric_name, kept.rubric_hash)
    return today or _kept_rubric(store.rubric(kept.rubric_hash) or "")


def find_rubric(store: Store, name: str, content_sha256: str) -> Rubric | None:
    """The rubric with this content: today's, or a copy that is kept with an assessment. None if there is neither."""
    if not _SHA256.fullmatch(content_sha256) or len(name) > MOST_OF_A_NAME:
        return None
    if today := library.unchanged(name, content_sha256):
        return today
    content = store.rubric(content_sha256)
    kept = _kept_rubric(content) if content else None
    return kept if kept and kept.name == name else None


@lru_cache(maxsize=16)
def _kept_rubric(content: str) -> Rubric:
    return Rubric.model_validate_json(content)


def rubric_copy(rubric: Rubric) -> RubricCopy:
    """A rubric as the store keeps it with what was made by it."""
    return RubricCopy(library.content_hash(rubric), rubric.name, rubric.version, library.whole(rubric))


def _draft(assessment: Assessment, rubric: Rubric) -> Draft:
    voices = [answers_file.plain(voice) for voice in assessment.voices]
    return Draft(rubric_copy(rubric), _entries(assessment), voices)


def _entries(assessment: Assessment) -> dict[str, Value]:
    tree = answers_file.plain(assessment)
    return entries_of({key: part for key, part in tree.items() if key not in ("format", "rubric")}, new_row)


def _rows(work: Work, assessment: Assessment, result: Result) -> ResultRows:
    from assessment.core.portfolio import portrait

    [spread] = portrait.in_spread(work.rubric, [assessment], [result])
    return ResultRows(
        stages=portrait.stage_rows(assessment, result),
        values=portrait.value_rows(result, spread),
        cells=portrait.cell_rows(work.rubric, assessment, result),
    )
