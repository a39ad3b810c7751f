"""What the team of an invented project says on a day, as an answers file says it."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from assessment.core.fields import DONT_KNOW, NOT_APPLICABLE
from assessment.core.rubric import Item, Rubric
from assessment.core.terms import (
    ACHIEVED,
    LIVE,
    ActionStatus,
    Capacity,
    Complexity,
    ConditionAnswer,
    Depth,
    Evidence,
    MadeBy,
    Need,
    Outcome,
    Presence,
    Status,
    YesNo,
)
from assessment.portfolio.demo.project import Now, Project

Tree = dict[str, Any]
CLAIMS = {True: (1, 4, 5, 3), False: (5, 4, 1, 0)}
"""How often which evidence comes, the weakest first: of what has happened, and of what is planned."""


def tree_of(project: Project, day: date) -> Tree:
    """The whole file."""
    stages = [stage for stage in project.rubric.order if not project.first_look or _is_seen(project, stage)]
    return {
        "format": "answers/1",
        "rubric": project.rubric.name,
        "language": project.language,
        "project": _head(project),
        "assessment": _sitting(project, day),
        "context": _context(project),
        "stages": {stage: _stage(project, project.stages[stage], day) for stage in stages},
        "answers": dict(_answers(project, stages)),
        "conditions": dict(_conditions(project)),
        "taking_part": list(_taking_part(project)),
        "strengths": [_said(project, one) for one in project.random.sample(project.words.pool("strengths"), 1)],
        "changes": list(_changes(project, day)),
        "reflection": {name: _one(project, name) for name in ("worked", "did_not", "learnt")},
        "voices": list(_voices(project)),
        "actions": list(_actions(project)),
    }


def _is_seen(project: Project, stage: str) -> bool:
    """Whether a first look is at this stage: the one that is under way."""
    return project.stages[stage].status == Status.UNDER_WAY


def _head(project: Project) -> Tree:
    return {
        "name": project.name,
        "organisation": project.organisation,
        "kind": project.kind,
        "reference": project.reference,
        "about": _one(project, "about"),
        "place": project.place,
        "made_by": project.made_by.value,
    }


def _sitting(project: Project, day: date) -> Tree:
    random, people = project.random, project.rubric.parameters.voices.people
    roles = [role.id for role in project.rubric.roles if role.id != people]
    there = [] if project.made_by == MadeBy.PEOPLE else random.sample(roles, min(len(roles), random.randrange(1, 4)))
    if project.made_by == MadeBy.PEOPLE or (project.made_by == MadeBy.BOTH and random.random() < 0.75):
        there.append(people)
    return {
        "date": day.isoformat(),
        "depth": (Depth.FIRST_LOOK if project.first_look else Depth.FULL).value,
        "respondents": [{"role": role, "count": random.randrange(1, 7)} for role in there],
    }


def _context(project: Project) -> Tree:
    return {
        "level": project.level,
        "complexity": _complexity(project.rubric, project.random, project.complexity),
        "capacity_to_act": project.random.choice([*Capacity, Capacity.YES]).value,
        "people_who_took_part": project.people,
        "how_we_know_who_lives_here": project.area,
    }


def _complexity(rubric: Rubric, random: Random, kind: Complexity | None) -> Tree:
    """Answers that make it this kind of problem; that nobody can say, where it is None."""
    if rubric.context is None:
        return {}
    rules = rubric.parameters.complexity
    settling = {
        Complexity.CHAOTIC: rules.chaotic,
        Complexity.COMPLEX: rules.complex,
        Complexity.COMPLICATED: rules.complicated,
        None: (*rules.chaotic, *rules.complex),
    }
    answers = {question.id: YesNo.NO.value for question in rubric.context.complexity}
    if found := settling.get(kind):
        answers[random.choice(found)] = (YesNo.DONT_KNOW if kind is None else YesNo.YES).value
    return answers


def _stage(project: Project, now: Now, day: date) -> Tree:
    if now.status == Status.NOT_STARTED:
        return {"status": now.status.value}
    random, achieved = project.random, now.status in ACHIEVED
    unknown = random.random() < 0.03
    evidence = _evidence(random, achieved=achieved)
    told = {
        "status": now.status.value,
        "decision": DONT_KNOW if unknown else now.step,
        "decision_evidence": evidence.value,
        "decision_note": _one(project, "decisions") if evidence.strength else "",
    }
    return told | _reason(project, now, day) if now.reason and not unknown else told


def _reason(project: Project, now: Now, day: date) -> Tree:
    reason = project.rubric.reason[now.reason or ""]
    said = project.random.choice(project.words.by_id("reasons", reason.id))
    told: Tree = {"reason": reason.id, "reason_note": said["note"][project.language]}
    if not now.complete:
        return told
    if Need.BACK_BY in reason.needs:
        told["back_by"] = (day + timedelta(days=project.random.randrange(30, 150))).isoformat()
    if Need.EVIDENCE in reason.needs:
        told["decision_evidence"] = Evidence.DOCUMENTED.value
    if Need.WHO_COULD_REMOVE_IT in reason.needs:
        told["who_could_remove_it"] = said.get("who", project.words.by_id("reasons", "")[0]["who"])[project.language]
    return told


def _answers(project: Project, stages: list[str]) -> Iterator[tuple[str, Tree]]:
    for item in project.rubric.items:
        status = project.stages[item.stage].status if item.stage in stages else Status.NOT_STARTED
        if (status in LIVE or not item.stage) and project.random.random() < 0.95:
            yield item.id, _answer(project, item, achieved=status in ACHIEVED)


def _answer(project: Project, item: Item, *, achieved: bool) -> Tree:
    random = project.random
    chance = random.random()
    if chance < 0.04:
        return {"level": DONT_KNOW}
    if chance < 0.055:
        return {"level": NOT_APPLICABLE, "why": _one(project, "not_applicable")}
    answer: Tree = {"level": project.levels[item.id], "evidence": _evidence(random, achieved=achieved).value}
    return answer | {"note": _one(project, "notes")} if chance < 0.2 else answer


def _evidence(random: Random, *, achieved: bool) -> Evidence:
    return random.choices(list(Evidence), CLAIMS[achieved])[0]


def _conditions(project: Project) -> Iterator[tuple[str, Tree]]:
    for condition in project.rubric.conditions:
        answer = project.random.choices(list(ConditionAnswer), [5, 3, 2, 1, 1])[0]
        told = {"answer": answer.value}
        if condition.costs and answer == ConditionAnswer.YES:
            told["cost"] = _one(project, "costs")
        yield condition.id, told


def _taking_part(project: Project) -> Iterator[Tree]:
    random = project.random
    for group in project.groups:
        row: Tree = {"group": group.id}
        if group.labelled:
            row["label"] = _one(project, "labels")
        weights = [2 + 6 * project.quality, 3, 3, 0.5]
        for stage in project.rubric.order:
            if project.stages[stage].status in LIVE and random.random() < 0.95:
                row[stage] = random.choices(list(Presence), weights)[0].value
        yield row


def _changes(project: Project, day: date) -> Iterator[Tree]:
    for said in project.random.sample(project.words.pool("changes"), project.random.randrange(3)):
        outcome = project.random.choice(list(Outcome))
        told = {
            "date": (day - timedelta(days=project.random.randrange(20, 200))).isoformat(),
            "heard": said["heard"][project.language],
            "outcome": outcome.value,
            "may_print": project.random.random() < 0.8,
        }
        if outcome != Outcome.COULD_NOT:
            told["changed"] = said["changed"][project.language]
        if outcome != Outcome.CHANGED:
            told["why"] = said["why"][project.language]
        yield told


def _voices(project: Project) -> Iterator[Tree]:
    """People who did not sit at the table. Most of them see a little less than the team does."""
    random, rubric = project.random, project.rubric
    live = [item for item in rubric.items if not item.stage or project.stages[item.stage].status in LIVE]
    steps = [step.id for step in rubric.steps]
    scale = rubric.scale
    for _ in range(0 if project.first_look else project.voices):
        moved = random.choices([0, -1, -2, 1], [5, 3, 1, 1])[0]
        levels = {item.id: project.levels[item.id] + moved for item in live if random.random() < 0.9}
        yield {
            "group": rubric.parameters.voices.people,
            "answers": {id_: min(max(level, scale.lowest), scale.highest) for id_, level in levels.items()},
            "decisions": {
                stage: random.choice(steps) if random.random() < 0.3 else now.step
                for stage, now in project.stages.items()
                if now.status != Status.NOT_STARTED
            },
        }


def _actions(project: Project) -> Iterator[Tree]:
    pool, language = project.words.pool("actions"), project.language
    for one in project.doing:
        said = pool[one.place]
        told = {
            "text": said["text"][language],
            "about": one.about,
            "owner": said["owner"][language],
            "by": one.by.isoformat(),
            "needs": said["needs"][language],
            "how_we_know": said["know"][language],
            "status": one.status.value,
        }
        yield told | {"why": _one(project, "dropped")} if one.status == ActionStatus.DROPPED else told


def _one(project: Project, pool: str) -> str:
    return project.words.one(project.random, pool, project.language)


def _said(project: Project, pairs: Any) -> Tree:
    return {name: pair[project.language] for name, pair in pairs.items()}
