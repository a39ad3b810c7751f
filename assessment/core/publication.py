"""A result as the JSON that machines read (docs/scoring.md, section 12)."""

import math
from collections.abc import Mapping
from typing import Any

from assessment.core.result import (
    Cell,
    Gap,
    Mean,
    Promised,
    Raised,
    Result,
    StageMean,
    StageResult,
    Suggestion,
    TotalResult,
    VoiceCell,
    VoiceGroup,
)
from assessment.core.rubric import Rubric
from assessment.core.terms import Agreement, Complexity, Depth, Direction, Share, Standing, State, Status

HALF = 0.5 + 1e-9


def to_json(result: Result, rubric: Rubric) -> dict[str, Any]:
    """Plain values of section 12, means and priorities rounded to two decimals; `total` where a rubric adds up."""
    published: dict[str, Any] = {
        "rubric": result.rubric,
        "rubric_version": result.rubric_version,
        "depth": result.depth.value,
        "complexity": result.complexity and result.complexity.value,
        "stages": {
            id_: {
                "status": stage.status.value,
                "decision": stage.decision,
                "band": stage.band,
                "standing": stage.standing.value,
                **_stage(stage.achieved),
            }
            for id_, stage in result.stages.items()
        },
        "values": _means(result.values),
        "promised": {
            "stages": {id_: _stage(mean) for id_, mean in result.promised.stages.items()},
            "values": _means(result.promised.values),
        },
        "cells": {id_: {"state": cell.state.value, "level": cell.level} for id_, cell in result.cells.items()},
        "missing": {stage: list(groups) for stage, groups in result.missing.items()},
        "voices": {
            "groups": {id_: _group(group) for id_, group in result.voices.items()},
            "gaps": [
                {"cell": gap.cell, "team": gap.team, "people": gap.people, "direction": gap.direction.value}
                for gap in result.gaps
            ],
        },
        "challenges": [{"code": one.code, "where": one.where} for one in result.challenges],
        "actions": [
            {"about": step.about, "from": step.from_, "priority": rounded(step.priority)} for step in result.actions
        ],
    }
    if result.total and rubric.total:
        published["total"] = {"score": result.total.score, "band": result.total.band}
    return published


def from_json(published: Mapping[str, Any]) -> Result:
    """A result as it was published, its numbers rounded: for showing again, where nothing is to be scored again."""
    voices, total = published["voices"], published.get("total")
    return Result(
        rubric=published["rubric"],
        rubric_version=published["rubric_version"],
        depth=Depth(published["depth"]),
        complexity=Complexity(published["complexity"]) if published["complexity"] else None,
        stages={
            id_: StageResult(
                Status(one["status"]), one["decision"], one["band"], Standing(one["standing"]), _stage_mean(one)
            )
            for id_, one in published["stages"].items()
        },
        values={id_: _value_mean(one) for id_, one in published["values"].items()},
        promised=Promised(
            {id_: _stage_mean(one) for id_, one in published["promised"]["stages"].items()},
            {id_: _value_mean(one) for id_, one in published["promised"]["values"].items()},
        ),
        cells={id_: Cell(State(one["state"]), one["level"]) for id_, one in published["cells"].items()},
        missing={stage: tuple(groups) for stage, groups in published["missing"].items()},
        voices={id_: _voices(one) for id_, one in voices["groups"].items()},
        gaps=tuple(Gap(one["cell"], one["team"], one["people"], Direction(one["direction"])) for one in voices["gaps"]),
        challenges=tuple(Raised(one["code"], one["where"]) for one in published["challenges"]),
        actions=tuple(Suggestion(one["about"], one["from"], one["priority"]) for one in published["actions"]),
        total=TotalResult(total["score"], total["band"]) if total else None,
    )


def rounded(number: float | None) -> float | None:
    """A number to two decimals, halves away from zero: 1.125 is 1.13."""
    if number is None:
        return None
    return math.copysign(math.floor(abs(number) * 100 + HALF) / 100, number)


def _mean(mean: Mean) -> dict[str, Any]:
    return {"score": rounded(mean.score), "answered": mean.answered, "applicable": mean.applicable}


def _means(means: Mapping[str, Mean]) -> dict[str, Any]:
    return {id_: _mean(mean) for id_, mean in means.items()}


def _stage(mean: StageMean) -> dict[str, Any]:
    return {**_mean(mean), "evidence": rounded(mean.evidence)}


def _group(group: VoiceGroup) -> dict[str, Any]:
    return {
        "published": group.published,
        "n": group.n,
        "cells": {id_: {"median": cell.median, "agreement": cell.agreement.value} for id_, cell in group.cells.items()},
        "decisions": {
            stage: {band: share.value for band, share in shares.items()} for stage, shares in group.decisions.items()
        },
    }


def _value_mean(one: Mapping[str, Any]) -> Mean:
    return Mean(one["score"], one["answered"], one["applicable"])


def _stage_mean(one: Mapping[str, Any]) -> StageMean:
    return StageMean(one["score"], one["answered"], one["applicable"], one["evidence"])


def _voices(one: Mapping[str, Any]) -> VoiceGroup:
    return VoiceGroup(
        published=one["published"],
        n=one["n"],
        cells={id_: VoiceCell(cell["median"], Agreement(cell["agreement"])) for id_, cell in one["cells"].items()},
        decisions={
            stage: {band: Share(share) for band, share in shares.items()} for stage, shares in one["decisions"].items()
        },
    )
