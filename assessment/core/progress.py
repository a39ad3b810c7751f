"""How far a draft has come, and about how long the rest takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessment.core.entries import Value, is_nothing
from assessment.core.fields import NOT_APPLICABLE
from assessment.core.rubric import Rubric
from assessment.core.terms import LIVE, Status

#: Minutes that a team of four talks about one thing; our own estimate, to be corrected by trying it.
MINUTES: Final[Mapping[str, float]] = {"decision": 4, "reason": 3, "question": 2.5}


@dataclass(frozen=True)
class Asked:
    """One thing that a stage asks: where its answer stands, what kind it is, and whether it is answered."""

    path: str
    kind: str
    answered: bool


@dataclass(frozen=True)
class Progress:
    """What is asked, what of it is answered, and the minutes that the rest takes."""

    asked: tuple[Asked, ...]

    @property
    def total(self) -> int:
        """How many things are asked."""
        return len(self.asked)

    @property
    def answered(self) -> int:
        """How many of them are answered; "don't know" is an answer."""
        return sum(one.answered for one in self.asked)

    @property
    def minutes(self) -> int:
        """About how long the rest takes, in whole minutes."""
        return round(sum(MINUTES[one.kind] for one in self.asked if not one.answered))

    @property
    def complete(self) -> bool:
        """Whether everything that is asked is answered."""
        return self.answered == self.total


def status_of(values: Mapping[str, Value], stage: str) -> Status:
    """How far a stage has come; one that nobody spoke of has not started."""
    said = values.get(f"stages/{stage}/status")
    return Status(said) if isinstance(said, str) else Status.NOT_STARTED


def live_stages(rubric: Rubric, values: Mapping[str, Value]) -> list[str]:
    """The stages that are planned, under way or done, in order."""
    return [stage for stage in rubric.order if status_of(values, stage) in LIVE]


def asks_why(rubric: Rubric, values: Mapping[str, Value], stage: str) -> bool:
    """Whether the turned-round question is asked: the decision is known, and it is not with people."""
    step = rubric.step.get(str(values.get(f"stages/{stage}/decision")))
    return step is not None and not rubric.band[step.band].shared


def progress_of(rubric: Rubric, values: Mapping[str, Value], stage: str) -> Progress:
    """What one stage asks: nothing before it starts, of one that was settled before us only who decided."""
    status = status_of(values, stage)
    paths = []
    if status in LIVE or status == Status.BEFORE_US:
        paths.append((f"stages/{stage}/decision", "decision"))
        if asks_why(rubric, values, stage):
            paths.append((f"stages/{stage}/reason", "reason"))
    if status in LIVE:
        paths += [(f"answers/{item.id}/level", "question") for item in rubric.items if item.stage == stage]
    return Progress(tuple(Asked(path, kind, _answered(values, path)) for path, kind in paths))


def _answered(values: Mapping[str, Value], path: str) -> bool:
    """Whether something stands there; "not applicable" counts once it is said why."""
    if values.get(path) == NOT_APPLICABLE:
        return not is_nothing(values.get(f"{path.rpartition('/')[0]}/why"))
    return not is_nothing(values.get(path))


def whole_progress(rubric: Rubric, values: Mapping[str, Value]) -> Progress:
    """What all stages ask together."""
    return Progress(tuple(one for stage in rubric.order for one in progress_of(rubric, values, stage).asked))


def next_stage(rubric: Rubric, values: Mapping[str, Value]) -> str | None:
    """The first stage in which something is not answered yet; None where all is."""
    return next((stage for stage in rubric.order if not progress_of(rubric, values, stage).complete), None)
