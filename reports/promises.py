"""What is planned, as sentences, apart from what has happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.core.facts import lies_in
from assessment.core.terms import ActionStatus, Status
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import ActionCard


@dataclass(frozen=True, slots=True)
class Promise:
    """One planned stage as sentences: who will decide, what people will be able to say, who sees to it."""

    stage: str
    step: str
    sentence: str
    sentences: tuple[tuple[str, str], ...]
    actions: tuple[ActionCard, ...]


def promises(reader: Reader, plan: Sequence[ActionCard]) -> tuple[Promise, ...]:
    """Planned stages, with the actions of the plan that carry them."""
    planned = (stage for stage in reader.rubric.order if reader.status(stage) is Status.PLANNED)
    return tuple(_promise(reader, plan, stage) for stage in planned)


def _promise(reader: Reader, plan: Sequence[ActionCard], stage: str) -> Promise:
    rubric, decision = reader.rubric, reader.result.stages[stage].decision
    cells = [(item, reader.result.cells[item.id].level) for item in rubric.items if item.stage == stage]
    return Promise(
        stage=reader.stage(stage),
        step=reader.step(decision),
        sentence=reader.text(rubric.stages[stage].decision.steps[decision]) if decision else "",
        sentences=tuple(
            (reader.text(rubric.value[item.value].name), reader.text(item.question.levels[level]))
            for item, level in cells
            if level is not None
        ),
        actions=tuple(card for card in plan if card.status != ActionStatus.DROPPED and lies_in(card.about, stage)),
    )
