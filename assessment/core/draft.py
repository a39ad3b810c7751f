"""A draft while it is being written: what is not finished yet is left out, and said to be left out by the page.

An answers file that lacks a reason beside "not applicable" is wrong. A person who has just chosen "not
applicable" is not: the reason comes next. So a draft's tree is settled before it is read.
"""

from collections.abc import Mapping
from typing import Any

from assessment.core.contradictions import borne_out
from assessment.core.entries import Value, is_nothing, tree_of
from assessment.core.fault import BadInput, Fault
from assessment.core.fields import NOT_APPLICABLE
from assessment.core.reading import read
from assessment.core.rubric import Rubric

FORMAT = "answers/1"
#: What a field is checked with: the least that an answers file must say.
LEAST: Mapping[str, Value] = {"project/name": "–", "assessment/date": "2026-01-01"}


def draft_tree(entries: Mapping[str, Value], rubric: Rubric) -> dict[str, Any]:
    """The tree of a draft, ready to be read: format answers/1, with nothing unfinished in it."""
    return {"format": FORMAT, "rubric": rubric.name, **settled(tree_of(entries), rubric)}


def settled(tree: Mapping[str, Any], rubric: Rubric) -> dict[str, Any]:
    """The tree without what is not finished yet."""
    kept = dict(tree)
    for name, finish in _FINISHING.items():
        if name in kept:
            kept[name] = finish(kept[name], rubric)
    if "counted" in kept:
        kept["counted"] = _counted(kept["counted"], kept.get("answers", {}), rubric)
    return kept


def faults_at(rubric: Rubric, path: str, value: Value) -> tuple[Fault, ...]:
    """What is wrong with a value at a path, as the reader of answers files says it; nothing if all is well."""
    try:
        read(draft_tree({**LEAST, path: value}, rubric), rubric)
    except BadInput as bad:
        return bad.faults
    return ()


def _answers(answers: dict[str, Any], _rubric: Rubric) -> dict[str, Any]:
    return {id_: _answer(answer) for id_, answer in answers.items()}


def _answer(answer: dict[str, Any]) -> dict[str, Any]:
    """Not applicable counts once it is said why; a "why" without it is only kept."""
    if answer.get("level") == NOT_APPLICABLE and _blank(answer.get("why")):
        return {key: value for key, value in answer.items() if key != "level"}
    return answer


def _sitting(sitting: dict[str, Any], _rubric: Rubric) -> dict[str, Any]:
    rows = [row for row in sitting.get("respondents", []) if "count" in row]
    return {**sitting, "respondents": rows}


def _taking_part(rows: list[dict[str, Any]], rubric: Rubric) -> list[dict[str, Any]]:
    """Groups with a name of their own count once they are named, and once only."""
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for number, row in enumerate(rows):
        group = rubric.group.get(row["group"])
        label = str(row.get("label") or "").strip()
        if group is None or not group.labelled:
            kept[row["group"], str(number)] = row
        elif label:
            kept.setdefault((row["group"], label), row)
    return list(kept.values())


def _stages(stages: dict[str, Any], _rubric: Rubric) -> dict[str, Any]:
    return {id_: _with_names(stage, "parts", "what") for id_, stage in stages.items()}


def _with_names(part: dict[str, Any], rows: str, name: str) -> dict[str, Any]:
    return {**part, rows: _named(part[rows], name)} if rows in part else part


def _named(rows: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [{name: "", **row} for row in rows]


_FINISHING: Mapping[str, Any] = {
    "answers": _answers,
    "assessment": _sitting,
    "taking_part": _taking_part,
    "stages": _stages,
    "strengths": lambda rows, _rubric: _named(rows, "what"),
    "success": lambda rows, _rubric: _named(rows, "who"),
}


def _blank(note: Any) -> bool:
    text = note.get("text") if isinstance(note, dict) else note
    withheld = isinstance(note, dict) and note.get("withheld")
    return not withheld and (is_nothing(note) or not str(text or "").strip())


def _counted(counted: dict[str, Any], answers: Mapping[str, Any], rubric: Rubric) -> dict[str, Any]:
    """Counted voices: a direction stands as long as the team's level beside which it was seen."""
    return {
        group: {
            **said,
            "cells": {id_: _cell(cell, answers.get(id_, {})) for id_, cell in said.get("cells", {}).items()},
        }
        for group, said in counted.items()
    }


def _cell(cell: dict[str, Any], answer: Mapping[str, Any]) -> dict[str, Any]:
    level, direction = answer.get("level"), cell.get("direction")
    if direction and not (isinstance(level, int) and borne_out(direction, cell["median"], level)):
        return {key: value for key, value in cell.items() if key != "direction"}
    return cell
