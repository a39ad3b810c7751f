"""What a portfolio is given of one assessment: what any report of it may show, and nothing else.

Everything that is hidden (voices below the smallest number, sensitive groups in a small place, notes) is
left out here, before anything is counted over projects. So no cut, and no difference of two cuts, can bring it back.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.core.assessment import Assessment
from assessment.core.fields import Note
from assessment.core.result import Mean, Result
from assessment.core.rubric import Rubric
from assessment.core.scores import rows, score_table, tabulate
from assessment.core.taking_part import people_present, printable
from assessment.core.terms import ACHIEVED, LIVE, ActionStatus, Asks, Status

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Portrait:
    """One assessment as the portfolio has it: its head, its results as rows, its groups."""

    head: Row
    stages: tuple[Row, ...]
    values: tuple[Row, ...]
    cells: tuple[Row, ...]
    groups: tuple[Row, ...]


def portraits(rubric: Rubric, assessments: Sequence[Assessment], results: Sequence[Result]) -> Iterator[Portrait]:
    """The portraits of assessments on one rubric."""
    spread = in_spread(rubric, assessments, results)
    for assessment, result, values in zip(assessments, results, spread, strict=True):
        yield Portrait(
            head=_head(rubric, assessment, result),
            stages=stage_rows(assessment, result),
            values=value_rows(result, values),
            cells=cell_rows(rubric, assessment, result),
            groups=tuple(_groups(rubric, assessment)),
        )


def in_spread(
    rubric: Rubric, assessments: Sequence[Assessment], results: Sequence[Result]
) -> list[dict[str, float | None]]:
    """Each value's mean as it enters a spread: over the stages that have happened, less those in a band apart.

    By the same scorer, which is told that those stages were settled before.
    """
    found = [{value: mean.score for value, mean in result.values.items()} for result in results]
    outside = [_outside(rubric, result) for result in results]
    at = [place for place, stages in enumerate(outside) if stages]
    if at:
        inside = [_settled(assessments[place], outside[place]) for place in at]
        for place, means in zip(at, rows(score_table(rubric, tabulate(rubric, inside))), strict=True):
            scores = {value: means["achieved", "value", value, "score"] for value in rubric.columns}
            found[place] = {value: None if score != score else float(score) for value, score in scores.items()}
    return found


def bands_apart(rubric: Rubric) -> frozenset[str]:
    """Bands in which people are not even asked: right in their place, and in no spread."""
    asking = {step.band for step in rubric.steps if Asks.ASKS in step.marks}
    return frozenset(band.id for band in rubric.bands if not band.shared and band.id not in asking)


def _outside(rubric: Rubric, result: Result) -> tuple[str, ...]:
    apart = bands_apart(rubric)
    return tuple(id_ for id_, stage in result.stages.items() if stage.status in ACHIEVED and stage.band in apart)


def _settled(assessment: Assessment, stages: Sequence[str]) -> Assessment:
    settled = {id_: assessment.stage(id_).model_copy(update={"status": Status.BEFORE_US}) for id_ in stages}
    return assessment.model_copy(update={"stages": {**assessment.stages, **settled}})


def stage_rows(assessment: Assessment, result: Result) -> tuple[Row, ...]:
    """A row a stage: its result, what the decision rests on, the reason and who could remove it."""
    return tuple(
        {
            "stage": id_,
            "status": stage.status.value,
            "decision": stage.decision,
            "band": stage.band,
            "standing": stage.standing.value,
            **_mean(stage.achieved),
            "evidence": stage.achieved.evidence,
            "decision_evidence": assessment.stage(id_).decision_evidence.value,
            "reason": assessment.stage(id_).reason,
            "remover": _told(assessment.stage(id_).who_could_remove_it),
        }
        for id_, stage in result.stages.items()
    )


def value_rows(result: Result, spread: Mapping[str, float | None]) -> tuple[Row, ...]:
    """A row a value: its mean, and the one that enters a spread."""
    return tuple({"value": id_, **_mean(mean), "in_spread": spread[id_]} for id_, mean in result.values.items())


def _mean(mean: Mean) -> Row:
    return {"score": mean.score, "answered": mean.answered, "applicable": mean.applicable}


def cell_rows(rubric: Rubric, assessment: Assessment, result: Result) -> tuple[Row, ...]:
    """A row a question: its level, what that rests on, and whether published people agree with it."""
    people = result.voices.get(rubric.parameters.voices.people)
    seen = people.cells if people and people.published else {}
    differs = {gap.cell for gap in result.gaps}
    return tuple(
        {
            "cell": id_,
            "state": cell.state.value,
            "level": cell.level,
            "evidence": assessment.answer(id_).evidence.value,
            "agreed": id_ in seen and id_ not in differs and seen[id_].median == cell.level,
        }
        for id_, cell in result.cells.items()
    )


def match_key(assessment: Assessment) -> str:
    """By what two assessments are of one project: name, organisation and reference, in whatever case."""
    project = assessment.project
    said = (" ".join(text.split()).casefold() for text in (project.name, project.organisation, project.reference))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def _head(rubric: Rubric, assessment: Assessment, result: Result) -> Row:
    project, sitting = assessment.project, assessment.assessment
    actions = [one.status for one in assessment.actions]
    return {
        "match_key": match_key(assessment),
        "rubric": result.rubric,
        "version": result.rubric_version,
        "depth": result.depth.value,
        "day": sitting.date.isoformat(),
        "name": project.name,
        "organisation": project.organisation.strip() or None,
        "kind": project.kind,
        "level": assessment.context.level,
        "complexity": result.complexity.value if result.complexity else None,
        "made_by": project.made_by.value,
        "people_answered": people_present(rubric, assessment, result.voices),
        "apart": bool(_outside(rubric, result)),
        "population": bool(_told(assessment.context.how_we_know_who_lives_here)),
        **{f"actions_{status.value}": actions.count(status) for status in ActionStatus},
    }


def _groups(rubric: Rubric, assessment: Assessment) -> Iterator[Row]:
    """Who was where, of the rows that may leave the team, in live stages."""
    for row in assessment.taking_part:
        if printable(rubric, assessment, row):
            for stage, presence in row.where.items():
                if assessment.stage(stage).status in LIVE:
                    yield {"stage": stage, "group": row.group, "label": row.label or None, "presence": presence.value}


def _told(note: Note) -> str | None:
    """The words of a note that may be read; None where there are none."""
    return " ".join(note.text.split()) or None
