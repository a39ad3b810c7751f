"""An assessment -> its result: the one scorer (docs/scoring.md)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assessment.core.assessment import Assessment
from assessment.core.challenges import challenges
from assessment.core.complexity import complexity
from assessment.core.facts import Facts
from assessment.core.fields import DONT_KNOW, NOT_APPLICABLE
from assessment.core.next_steps import next_steps
from assessment.core.result import Cell, Mean, Promised, Result, StageMean, StageResult, TotalResult
from assessment.core.rubric import Item, Rubric
from assessment.core.scores import rows, score_table, tabulate
from assessment.core.standing import band, decision, standing
from assessment.core.taking_part import missing
from assessment.core.terms import LIVE, State, Status
from assessment.core.voices import gaps, publish

Row = Mapping[tuple[str, str, str, str], float]


def score(rubric: Rubric, assessment: Assessment, *, publish_from: int = 0) -> Result:
    """Everything that follows from one assessment. For many use `score_all`: a table costs as much for one.

    `publish_from` raises the smallest group of voices that is published; it cannot lower it.
    """
    return next(score_all(rubric, [assessment], publish_from=publish_from))


def score_all(rubric: Rubric, assessments: Sequence[Assessment], *, publish_from: int = 0) -> Iterator[Result]:
    """The results of many assessments, in their order: means from one table, the rest one by one."""
    means = rows(score_table(rubric, tabulate(rubric, assessments)))
    for assessment, row in zip(assessments, means, strict=True):
        yield result(rubric, assessment, row, publish_from=publish_from)


def result(rubric: Rubric, assessment: Assessment, means: Row, *, publish_from: int = 0) -> Result:
    """Put together one result from its row of `score_table`."""
    stages = {
        stage: StageResult(
            status=assessment.stage(stage).status,
            decision=decision(assessment.stage(stage)),
            band=band(rubric, assessment.stage(stage)),
            standing=standing(rubric, assessment, stage),
            achieved=_stage_mean(means, "achieved", stage),
        )
        for stage in rubric.order
    }
    planned = [stage for stage in rubric.order if stages[stage].status == Status.PLANNED]
    promised = Promised(
        stages={stage: _stage_mean(means, "promised", stage) for stage in planned},
        values={v: _value_mean(means, "promised", v) for v in rubric.columns} if planned else {},
    )
    cells = {item.id: _cell(assessment, item) for item in rubric.items}
    voices = publish(rubric, assessment, publish_from)
    facts = Facts(
        rubric=rubric,
        assessment=assessment,
        complexity=complexity(rubric, assessment),
        stages=stages,
        promised=promised.stages,
        cells=cells,
        voices=voices,
        gaps=gaps(rubric, assessment, voices, cells),
    )
    return Result(
        rubric=assessment.rubric,
        rubric_version=rubric.version,
        depth=assessment.assessment.depth,
        complexity=facts.complexity,
        stages=stages,
        values={value: _value_mean(means, "achieved", value) for value in rubric.columns},
        promised=promised,
        cells=cells,
        missing=missing(rubric, assessment),
        voices=voices,
        gaps=facts.gaps,
        challenges=challenges(facts),
        actions=next_steps(facts),
        total=_total(rubric, cells),
    )


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _stage_mean(means: Row, part: str, stage: str) -> StageMean:
    return StageMean(
        score=_number(means[part, "stage", stage, "score"]),
        answered=int(means[part, "stage", stage, "answered"]),
        applicable=int(means[part, "stage", stage, "applicable"]),
        evidence=_number(means[part, "stage", stage, "evidence"]),
    )


def _value_mean(means: Row, part: str, value: str) -> Mean:
    return Mean(
        score=_number(means[part, "value", value, "score"]),
        answered=int(means[part, "value", value, "answered"]),
        applicable=int(means[part, "value", value, "applicable"]),
    )


OTHER_ANSWERS = {None: State.BLANK, DONT_KNOW: State.DONT_KNOW, NOT_APPLICABLE: State.NOT_APPLICABLE}


def _cell(assessment: Assessment, item: Item) -> Cell:
    """What became of a question; where its stage is not live it is kept and not counted."""
    if item.stage and assessment.stage(item.stage).status not in LIVE:
        return _same(State.NOT_COUNTED, None)
    level = assessment.answer(item.id).level
    if isinstance(level, int):
        return _same(State.ANSWERED, level)
    return _same(OTHER_ANSWERS[level], None)


@lru_cache(maxsize=1_000)
def _same(state: State, level: int | None) -> Cell:
    """One cell for all that say the same: there are few, and twenty in each of thousands of results."""
    return Cell(state, level)


def _total(rubric: Rubric, cells: Mapping[str, Cell]) -> TotalResult | None:
    """The sum of all levels with its named band, once every question is answered."""
    if rubric.total is None:
        return None
    levels = [cell.level for cell in cells.values() if cell.level is not None]
    if len(levels) < len(cells):
        return TotalResult(None, None)
    total = sum(levels)
    reached = [at for at, named in enumerate(rubric.total.bands) if total >= named.from_]
    return TotalResult(total, reached[-1] if reached else None)
