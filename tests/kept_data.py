"""A data folder, and what the tests put there as a person would: by the actions of the app."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf

from assessment import actions
from assessment.core.entries import Value
from assessment.store import EVERY, Change, Store
from assessment.ui.files import main_rubric, shipped
from reports import render
from reports.submission import Submission

FULL = "evening_bus"
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SOMEBODY = "somebody"


@dataclass(frozen=True)
class Data:
    """What is kept in one folder, seen from another process than the app's."""

    folder: Path

    def store(self) -> closing[Store]:
        """The store, to be closed when done."""
        return closing(Store.open(f"sqlite:///{self.folder / 'gyda.db'}"))

    def full(self, language: str, example: str = FULL) -> str:
        """A draft in which everything is answered. Its id."""
        with self.store() as store:
            return actions.bring_in(store, shipped(example, language).content, who=SOMEBODY, at=AT)

    def empty(self, language: str, name: str = "Lôn y Felin", **said: Value) -> str:
        """A project that has a name and nothing else. Its id."""
        with self.store() as store:
            known = {actions.NAME: name}
            begun = date(2026, 11, 23)
            id_ = actions.begin(store, main_rubric(), known, language=language, today=begun, who=SOMEBODY, at=AT)
        if said:
            self.say(id_, said)
        return id_

    def submitted(self, language: str, shared_with: str = "team") -> str:
        """A full assessment that was submitted. Its id."""
        id_ = self.full(language)
        with self.store() as store:
            actions.submit(store, actions.look(store, id_), shared_with=shared_with, at=AT)
        return id_

    def withdrawn(self, language: str) -> str:
        """A submitted assessment that was withdrawn. Its id."""
        id_ = self.submitted(language)
        with self.store() as store:
            store.withdraw(id_, AT)
        return id_

    def report(self, id_: str, language: str, **other: str) -> bytes:
        """The two pages of an assessment that was submitted, as whoever holds them has them."""
        with self.store() as store:
            return report_of(store, id_, language, **other)

    def say(self, id_: str, said: Mapping[str, Value], who: str = "somebody else") -> None:
        """Keep answers, as another person would who has seen what stands there."""
        with self.store() as store:
            work = actions.look(store, id_)
            changes = [Change(path, value, work.value(path)) for path, value in said.items()]
            actions.answer_all(store, work, changes, who=who, at=AT)

    def values(self, id_: str) -> dict[str, Value]:
        """Everything that is kept of an assessment, by path."""
        with self.store() as store:
            return actions.look(store, id_).values

    def clear(self) -> None:
        """Nothing is kept any more."""
        with self.store() as store:
            for kept in store.all(states=EVERY):
                store.delete(kept.id)

    def ids(self) -> list[str]:
        """Every assessment that is kept."""
        with self.store() as store:
            return [kept.id for kept in store.all()]


def report_of(store: Store, id_: str, language: str, **other: str) -> bytes:
    """The two pages of an assessment that was submitted, with their data; with `other`, of another project."""
    kept = store.find(id_)
    assert kept.submitted
    record = actions.record(store, kept.record)
    assert record
    project = record.assessment.project.model_copy(update=other)
    assessment = record.assessment.model_copy(update={"project": project})
    said = Submission("submitted", kept.submitted.date(), kept.record)
    return render(record.rubric, assessment, language=language, layout="bid", submission=said)


def changed(report: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A report in whose data somebody has put something in the place of something else."""
    with pikepdf.open(BytesIO(report)) as pdf:
        stream = pdf.attachments[name].obj.EF.F
        assert old in stream.read_bytes()
        stream.write(stream.read_bytes().replace(old, new))
        pdf.save(out := BytesIO())
    return out.getvalue()


def fingerprint_of(report: bytes) -> str:
    """The whole fingerprint of a report."""
    with pikepdf.open(BytesIO(report)) as pdf:
        return sha256(pdf.attachments["report.json"].get_file().read_bytes()).hexdigest()
