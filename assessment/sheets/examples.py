"""The example row of the blank sheet: marked as one, and known again by its name if it is left in."""

from collections.abc import Mapping
from datetime import date

from assessment.core.fault import N_
from assessment.core.rubric import Rubric
from assessment.core.terms import Evidence, Presence, Status
from assessment.core.texts import LANGUAGES
from assessment.sheets.columns import DATE, EXAMPLE, LANGUAGE, NAME, STATE, TAKING_PART, columns
from assessment.words import words

Filled = str | int | date
TITLE = N_("Safer Mill Lane (an example: write over this row, or leave it)")
TEXTS: Mapping[str, str] = {
    NAME: TITLE,
    "project.organisation": N_("Example Council"),
    "project.place": N_("Example Town"),
    "project.about": N_("Making the lane safe for walking to school."),
    "assessment.title": N_("Before we begin"),
}


def example_names() -> frozenset[str]:
    """The name of the example in every language."""
    return frozenset(words(language).gettext(TITLE) for language in LANGUAGES)


def example(rubric: Rubric, language: str) -> dict[str, Filled]:
    """The cells of the example by their column's id, in `cy` or `en`: the project, and its first stage."""
    say = words(language).gettext
    found: dict[str, Filled] = {id_: say(text) for id_, text in TEXTS.items()}
    found |= {"project.reference": "EC-14", DATE: date(2026, 11, 22)}
    by_id = {column.id: column for column in columns(rubric)}

    def choose(column: str, id_: object) -> None:
        chosen = [one.label.in_(language) for one in by_id[column].choices if one.id == id_] if column in by_id else []
        found.update({column: chosen[0]} if chosen else {})

    choose(STATE, EXAMPLE)
    choose(LANGUAGE, language)
    for kind in rubric.kinds[:1]:
        choose("project.kind", kind.id)
    for role in rubric.roles[:2]:
        found[f"assessment.respondents.{role.id}"] = 3
    for stage in rubric.rows[:1]:
        choose(f"{stage}.status", Status.UNDER_WAY.value)
        if rubric.steps:
            choose(f"{stage}.decision", rubric.steps[-1].id)
        choose(f"{stage}.decision_evidence", Evidence.DOCUMENTED.value)
        for group in rubric.groups[:1]:
            found[f"{TAKING_PART}.{stage}.{Presence.TOOK_PART}"] = group.name.in_(language)
    for item in rubric.items:
        if item.stage == rubric.rows[0]:
            choose(f"{item.id}.level", rubric.scale.levels[-2])
            choose(f"{item.id}.evidence", Evidence.DOCUMENTED.value)
    return {id_: value for id_, value in found.items() if id_ in by_id}
