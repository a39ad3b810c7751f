"""A data folder, and what the tests put there as a person would: by the actions of the app."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from assessment import actions
from assessment.core.entries import Value
from assessment.store import Change, Store
from assessment.ui.files import main_rubric, shipped

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
            for kept in store.all():
                store.delete(kept.id)

    def ids(self) -> list[str]:
        """Every assessment that is kept."""
        with self.store() as store:
            return [kept.id for kept in store.all()]
