"""The assessments that are kept, each with as much of its entries as a card needs: two questions to the store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment import actions
from assessment.core.entries import Value, is_nothing
from assessment.core.progress import Progress, next_stage, whole_progress
from assessment.core.rubric import Rubric
from assessment.store import Kept, Store
from assessment.ui.fields import text_of
from assessment.ui.place import Place

#: What tells that somebody has begun on "who and what", beside the conditions and the people at the table.
WHO = ("context/level", "context/capacity_to_act", "context/people_who_took_part")


@dataclass(frozen=True)
class Head:
    """An assessment in short: what is known of it, its rubric, and the values that a card shows."""

    kept: Kept
    rubric: Rubric
    values: Mapping[str, Value]

    @property
    def name(self) -> str:
        """The project's name."""
        return text_of(self.values.get(actions.NAME))

    @property
    def organisation(self) -> str:
        """The organisation behind it; empty where nobody said."""
        return text_of(self.values.get(actions.ORGANISATION))

    @property
    def draft(self) -> bool:
        """Whether it can still be answered."""
        return self.kept.state == "draft"

    @cached_property
    def progress(self) -> Progress:
        """How far it has come."""
        return whole_progress(self.rubric, self.values)

    def way_on(self, place: Place) -> tuple[str, Place]:
        """The page with the next thing to answer, and where on it: who, then the stages, then the plan."""
        here = Place(place.language, assessment=self.kept.id)
        if not self.draft:
            return "results", here
        if not self.progress.answered and all(is_nothing(self.values.get(path)) for path in who_paths(self.rubric)):
            return "who", here
        if not self.progress.total or not self.progress.complete:
            return "stage", here.at_stage(next_stage(self.rubric, self.values))
        return "plan", here


def heads(store: Store) -> list[Head]:
    """Every assessment, the one changed last first."""
    kept = store.all()
    rubrics = {one.rubric_hash: one for one in kept}
    known = {hash_: actions.rubric_of(store, one) for hash_, one in rubrics.items()}
    values = store.heads(sorted({path for rubric in known.values() for path in card_paths(rubric)}))
    return [Head(one, known[one.rubric_hash], values.get(one.id, {})) for one in kept]


def card_paths(rubric: Rubric) -> Iterable[str]:
    """Where a card's values stand."""
    yield from (actions.NAME, actions.ORGANISATION, *who_paths(rubric))
    for stage in rubric.order:
        yield from (f"stages/{stage}/{name}" for name in ("status", "decision", "reason"))
    yield from (f"answers/{item.id}/{name}" for item in rubric.items for name in ("level", "why"))


def who_paths(rubric: Rubric) -> Iterable[str]:
    """What "who and what" asks first."""
    yield from WHO
    yield from (f"assessment/respondents/{role.id}/count" for role in rubric.roles)
    yield from (f"conditions/{one.id}/answer" for one in rubric.conditions)
