"""What was said at a path of an assessment, in the person's words."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from assessment.core.entries import Value, is_nothing
from assessment.core.fields import DONT_KNOW
from assessment.core.next_steps import DECISION
from assessment.core.rubric import Rubric
from assessment.days import written_day
from assessment.ui.fields import text_of
from assessment.ui.settings.asked import ends, in_brief
from assessment.words import words

#: Under which of the rubric's labels a value stands, by the first part of its path and the last.
LABELLED: Final[Mapping[tuple[str, str], str]] = {
    ("project", "made_by"): "made_by",
    ("assessment", "depth"): "depth",
    ("context", "capacity_to_act"): "capacity",
    ("stages", "status"): "status",
    ("stages", "decision_evidence"): "evidence",
    ("answers", "level"): "state",
    ("answers", "evidence"): "evidence",
    ("conditions", "answer"): "condition",
    ("changes", "outcome"): "outcome",
    ("actions", "status"): "action_status",
}
#: The same for every entry under a first part, or under a path's beginning.
LABELLED_UNDER: Final[Mapping[str, str]] = {"taking_part/": "presence", "context/complexity/": "yes_no"}
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def said(rubric: Rubric, path: str, value: Value, language: str) -> str:
    """A value in words; "nothing" for nothing."""
    w = words(language)
    if is_nothing(value):
        return w.gettext("nothing")
    if isinstance(value, bool):
        return w.gettext("yes") if value else w.gettext("no")
    if isinstance(value, dict):
        return in_brief(text_of(value)) or w.gettext("The team has kept this to itself.")
    return _chosen(rubric, path, value, language) or _label(rubric, path, value, language) or _plain(value, language)


def _chosen(rubric: Rubric, path: str, value: str | int | None, language: str) -> str:
    """The name of what was chosen from a list of the rubric's; empty if it was not."""
    names = _LISTS.get(ends(path))
    return names(rubric, path, language).get(value, "") if names else ""


def _label(rubric: Rubric, path: str, value: str | int | None, language: str) -> str:
    under = next((kind for begin, kind in LABELLED_UNDER.items() if path.startswith(begin)), "")
    label = rubric.labels.get(LABELLED.get(ends(path), under), {}).get(str(value))
    return label.in_(language) if label else ""


def _plain(value: str | int | None, language: str) -> str:
    text = str(value)
    return written_day(date.fromisoformat(text), language) if _DAY.fullmatch(text) else in_brief(text)


Names = Mapping[str | int | None, str]


def _steps(rubric: Rubric, _path: str, language: str) -> Names:
    names: dict[str | int | None, str] = {step.id: step.name.in_(language) for step in rubric.steps}
    return {**names, DONT_KNOW: rubric.label("state", DONT_KNOW, language)}


def _reasons(rubric: Rubric, _path: str, language: str) -> Names:
    return {reason.id: reason.name.in_(language) for reason in rubric.reasons}


def _kinds(rubric: Rubric, _path: str, language: str) -> Names:
    return {kind.id: kind.name.in_(language) for kind in rubric.kinds}


def _nearness(rubric: Rubric, _path: str, language: str) -> Names:
    return {level.id: level.name.in_(language) for level in rubric.context.levels} if rubric.context else {}


def _levels(rubric: Rubric, path: str, language: str) -> Names:
    item = rubric.item.get(path.split("/")[1])
    return {level: text.in_(language) for level, text in item.question.levels.items()} if item else {}


def _abouts(rubric: Rubric, _path: str, language: str) -> Names:
    """What an action can be about: a stage, who decides in it, a question."""
    decides = words(language).gettext("Who decides")
    names: dict[str | int | None, str] = {}
    for id_, stage in rubric.stages.items():
        names[id_] = stage.name.in_(language)
        names[f"{id_}.{DECISION}"] = f"{names[id_]} · {decides}"
    for item in rubric.items:
        value = rubric.value[item.value].name.in_(language)
        names[item.id] = f"{names[item.stage]} · {value}" if item.stage else value
    return names


def _languages(_rubric: Rubric, _path: str, _language: str) -> Names:
    return {"cy": "Cymraeg", "en": "English"}


_LISTS: Final[Mapping[tuple[str, str], Callable[[Rubric, str, str], Names]]] = {
    ("stages", "decision"): _steps,
    ("stages", "reason"): _reasons,
    ("language", "language"): _languages,
    ("actions", "about"): _abouts,
    ("project", "kind"): _kinds,
    ("context", "level"): _nearness,
    ("answers", "level"): _levels,
}
"""The rubric's own lists, by the first part of a path and the last."""
