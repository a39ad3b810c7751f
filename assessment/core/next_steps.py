"""What to do next, the most worth doing first (docs/scoring.md, section 8)."""

from collections.abc import Iterator

from assessment.core.facts import Facts
from assessment.core.parameters import NextStepRules
from assessment.core.result import Suggestion
from assessment.core.rubric import PEOPLE_HIGHER
from assessment.core.terms import Direction, Standing, Status

DECISION = "decision"


def next_steps(facts: Facts) -> tuple[Suggestion, ...]:
    """Suggestions for live stages by priority; equal ones stay in rubric order, the decision first."""
    found = [step for stage in facts.rubric.rows if not stage or facts.live(stage) for step in _of_stage(facts, stage)]
    return tuple(sorted(found, key=lambda step: -step.priority))


def _timing(rules: NextStepRules, status: Status) -> float:
    """First what can still be changed."""
    return {
        Status.PLANNED: rules.planned,
        Status.UNDER_WAY: rules.under_way,
        Status.DONE: rules.done,
    }[status]


def _of_stage(facts: Facts, stage: str) -> Iterator[Suggestion]:
    rules, status = facts.rubric.parameters.next_steps, facts.stages[stage].status if stage else Status.DONE
    timing = _timing(rules, status)
    if stage:
        yield from _decision(facts, stage, timing)
    gaps = {gap.cell: gap for gap in facts.gaps}
    top = facts.rubric.scale.highest
    for item in facts.questions(stage):
        level, gap = facts.cells[item.id].level, gaps.get(item.id)
        if not item.question.next_steps or level is None:
            continue
        if gap and gap.direction == Direction.TEAM_HIGHER:
            yield Suggestion(item.id, gap.people, (top - gap.people) + rules.team_higher + timing)
        elif gap:
            yield Suggestion(item.id, PEOPLE_HIGHER, rules.people_higher + timing)
        elif level < top:
            weak = rules.weak if level == rules.weak_at and facts.weak(item) else 0.0
            yield Suggestion(item.id, level, (top - level) + timing + weak)


def _decision(facts: Facts, stage: str, timing: float) -> Iterator[Suggestion]:
    rules, result = facts.rubric.parameters.next_steps, facts.stages[stage]
    weight = {Standing.OPPORTUNITY: rules.opportunity, Standing.BARRIER: rules.barrier}.get(result.standing)
    if weight is not None and result.decision is not None:
        yield Suggestion(f"{stage}.{DECISION}", result.decision, weight + timing)
