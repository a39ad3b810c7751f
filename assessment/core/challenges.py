"""Friendly questions back to the team (docs/scoring.md, section 7). They change no score.

One rule a function; RULES names it by the code under which the rubric words it. A rule says where
it applies: stages, questions, or None for the project.
"""

from collections.abc import Callable, Iterator, Mapping

from assessment.core.facts import Facts
from assessment.core.parameters import CLOSE
from assessment.core.result import Raised
from assessment.core.standing import GIVEN, lacking
from assessment.core.taking_part import took_part
from assessment.core.terms import (
    Asks,
    Capacity,
    Complexity,
    ConditionAnswer,
    Evidence,
    Outcome,
    Share,
    Standing,
    Status,
)

Places = Iterator[str | None]
HARD_TO_KNOW = frozenset({Complexity.COMPLEX, Complexity.CHAOTIC})
CAME_OF_IT = frozenset({Outcome.CHANGED, Outcome.IN_PART})
UNSUPPORTED = frozenset({ConditionAnswer.NO, ConditionAnswer.DONT_KNOW})
NOT_YET = frozenset({Status.NOT_STARTED, Status.PLANNED})


def challenges(facts: Facts) -> tuple[Raised, ...]:
    """Every challenge that the rubric words and that applies, by code, then by where, the project first."""
    raised = [
        Raised(code, where)
        for code, rule in RULES.items()
        if code in facts.rubric.challenge and (facts.together or code not in ONLY_TOGETHER)
        for where in rule(facts)
    ]
    return tuple(sorted(raised, key=lambda one: (one.code, one.where is not None, one.where or "")))


def _stages(facts: Facts, holds: Callable[[str], bool]) -> Places:
    return (stage for stage in facts.rubric.order if holds(stage))


def reason_incomplete(facts: Facts) -> Places:
    """A reason that may be good, or a barrier, is named, and something it needs is missing."""

    def holds(stage: str) -> bool:
        reason = facts.rubric.reason.get(facts.given(stage).reason or "")
        named = reason is not None and reason.kind in GIVEN and bool(lacking(reason, facts.given(stage)))
        return named and facts.not_with(stage)

    return _stages(facts, holds)


def known_answer_but_complex(facts: Facts) -> Places:
    """The answer is said to be known, and the problem is one where nobody knows it yet."""
    known = facts.rubric.parameters.challenges.known_answer
    return _stages(
        facts,
        lambda s: (
            facts.live(s) and facts.not_with(s) and facts.given(s).reason == known and facts.complexity in HARD_TO_KNOW
        ),
    )


def complex_alone(facts: Facts) -> Places:
    """A complex problem is decided alone, without a reason."""
    return _stages(
        facts,
        lambda s: (
            facts.live(s)
            and facts.complexity == Complexity.COMPLEX
            and facts.stages[s].standing == Standing.OPPORTUNITY
        ),
    )


def shared_in_name(facts: Facts) -> Places:
    """Decided together, with little trust."""
    rules = facts.rubric.parameters.challenges

    def holds(stage: str) -> bool:
        trust = [level for item, level in facts.levels(stage) if item.value == rules.trust]
        return facts.shared(stage) and any(level <= rules.trust_low for level in trust)

    return _stages(facts, lambda s: facts.live(s) and holds(s))


def glossy_consultation(facts: Facts) -> Places:
    """Values strong, and people only consulted."""
    glossy = facts.rubric.parameters.challenges.glossy

    def holds(stage: str) -> bool:
        score = facts.score(stage)
        return (
            facts.marked(stage, Asks.CONSULTS)
            and facts.stages[stage].standing != Standing.REASON_GIVEN
            and score is not None
            and score >= glossy - CLOSE
        )

    return _stages(facts, lambda s: facts.live(s) and holds(s))


def together_without_trace(facts: Facts) -> Places:
    """Decided together, and nothing shows it."""
    return _stages(facts, lambda s: facts.achieved(s) and facts.shared(s) and facts.given(s).decision_evidence.weak)


def with_whom(facts: Facts) -> Places:
    """Decided together, and it is not said with whom."""
    return _stages(
        facts,
        lambda s: (
            facts.achieved(s) and facts.shared(s) and not facts.people_present and not took_part(facts.assessment, s)
        ),
    )


def people_say_otherwise(facts: Facts) -> Places:
    """Most of the people place a stage in another band than the team does."""
    group = facts.voices.get(facts.rubric.parameters.voices.people)

    def holds(stage: str) -> bool:
        band = facts.stages[stage].band
        shares = group.decisions.get(stage, {}) if group else {}
        return band is not None and any(share == Share.MOST and other != band for other, share in shares.items())

    return _stages(facts, lambda s: facts.live(s) and holds(s))


def promise_without_means(facts: Facts) -> Places:
    """People are to be asked, and no action says who, by when and with what."""

    def carried(stage: str) -> bool:
        return any(a.owner.given and a.by and a.needs.given for a in facts.actions_about(stage))

    return _stages(facts, lambda s: facts.planned(s) and facts.marked(s, Asks.ASKS) and not carried(s))


def asking_without_capacity(facts: Facts) -> Places:
    """People are asked, and nobody can act on what they say."""
    cannot = facts.assessment.context.capacity_to_act == Capacity.NO
    return _stages(
        facts,
        lambda s: (
            cannot and facts.stages[s].status in (Status.PLANNED, Status.UNDER_WAY) and facts.marked(s, Asks.ASKS)
        ),
    )


def nothing_changed_yet(facts: Facts) -> Places:
    """People were consulted, and nothing is said to have changed."""
    changed = any(change.outcome in CAME_OF_IT for change in facts.assessment.changes)
    return _stages(facts, lambda s: facts.achieved(s) and facts.marked(s, Asks.CONSULTS) and not changed)


def stage_left_out(facts: Facts) -> Places:
    """A stage was skipped while a later one has begun."""
    order = facts.rubric.order
    return (
        stage
        for at, stage in enumerate(order)
        if facts.stages[stage].status == Status.NOT_STARTED and any(facts.achieved(later) for later in order[at + 1 :])
    )


def bid_without_people(facts: Facts) -> Places:
    """Later stages are planned, and what to do has not been settled with anybody."""
    order = facts.rubric.order
    first, later = order[:1], order[1:]
    if any(facts.planned(stage) for stage in later):
        yield from (stage for stage in first if facts.stages[stage].status in NOT_YET)


def claim_without_evidence(facts: Facts) -> Places:
    """Several top levels, all of them the team's own view."""
    rules, top = facts.rubric.parameters.challenges, facts.rubric.scale.highest

    def holds(stage: str) -> bool:
        tops = [item for item, level in facts.levels(stage) if level == top]
        return len(tops) >= rules.top_unproven and all(facts.weak(item) for item in tops)

    return _stages(facts, lambda s: facts.achieved(s) and holds(s))


def confirmed_by_whom(facts: Facts) -> Places:
    """Said to be confirmed by the people, and no people are there."""

    def holds(stage: str) -> bool:
        live = facts.live(stage)
        told = live or facts.stages[stage].status == Status.BEFORE_US
        decision = told and facts.given(stage).decision_evidence == Evidence.CONFIRMED
        answers = (facts.assessment.answer(item.id).evidence for item, _ in facts.levels(stage))
        return decision or (live and Evidence.CONFIRMED in answers)

    return _stages(facts, lambda s: not facts.people_present and holds(s))


def not_applicable_often(facts: Facts) -> Places:
    """Several questions, or the one about trust, are said not to apply."""
    rules = facts.rubric.parameters.challenges

    def holds(stage: str) -> bool:
        items = facts.not_applicable(stage)
        return len(items) >= rules.not_applicable or any(item.value == rules.trust for item in items)

    return _stages(facts, lambda s: facts.live(s) and holds(s))


def seen_differently(facts: Facts) -> Places:
    """The team and the people see a question differently."""
    return (gap.cell for gap in facts.gaps)


def all_top(facts: Facts) -> Places:
    """Nearly everything is at the top, on the team's own word."""
    rules, top = facts.rubric.parameters.challenges, facts.rubric.scale.highest
    answered = [one for stage in facts.rubric.order if facts.live(stage) for one in facts.levels(stage)]
    if len(answered) < rules.all_top_answers:
        return
    unproven = sum(level == top and facts.weak(item) for item, level in answered)
    if unproven >= rules.all_top * len(answered):
        yield None


def nobody_asked(facts: Facts) -> Places:
    """Nobody the project is for has answered."""
    if not facts.people_present:
        yield None


def asked_without_support(facts: Facts) -> Places:
    """People are asked, and what they need to take part is not there or not known."""
    asks = any(facts.live(stage) and facts.marked(stage, Asks.ASKS) for stage in facts.rubric.order)
    conditions = facts.assessment.conditions
    support = facts.rubric.parameters.challenges.support
    if asks and any(id_ in conditions and conditions[id_].answer in UNSUPPORTED for id_ in support):
        yield None


ONLY_TOGETHER: Mapping[str, Callable[[Facts], Places]] = {
    "reason_incomplete": reason_incomplete,
    "known_answer_but_complex": known_answer_but_complex,
    "complex_alone": complex_alone,
    "shared_in_name": shared_in_name,
    "glossy_consultation": glossy_consultation,
    "together_without_trace": together_without_trace,
    "with_whom": with_whom,
    "people_say_otherwise": people_say_otherwise,
    "promise_without_means": promise_without_means,
    "asking_without_capacity": asking_without_capacity,
    "nothing_changed_yet": nothing_changed_yet,
}
"""Rules that make sense only where people and organisations work on it together."""

RULES: Mapping[str, Callable[[Facts], Places]] = {
    **ONLY_TOGETHER,
    "stage_left_out": stage_left_out,
    "bid_without_people": bid_without_people,
    "claim_without_evidence": claim_without_evidence,
    "confirmed_by_whom": confirmed_by_whom,
    "not_applicable_often": not_applicable_often,
    "seen_differently": seen_differently,
    "all_top": all_top,
    "nobody_asked": nobody_asked,
    "asked_without_support": asked_without_support,
}
