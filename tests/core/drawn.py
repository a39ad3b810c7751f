"""Assessments drawn at random, as trees of an answers file, for the properties of the engine."""

from datetime import date

from hypothesis import strategies as st

from assessment.core.rubric import Rubric
from assessment.core.terms import (
    ActionStatus,
    Capacity,
    ConditionAnswer,
    Evidence,
    MadeBy,
    Outcome,
    Presence,
    Status,
    YesNo,
)

NOTES = st.sampled_from(["", " ", "Said at the gate.", "Dywedodd pobl hyn."])
DAYS = st.dates(date(2025, 1, 1), date(2027, 1, 1)).map(str)


def levels(rubric: Rubric) -> st.SearchStrategy[object]:
    """A level, or an answer that is none."""
    return st.one_of(st.sampled_from(rubric.scale.levels), st.sampled_from([None, "dont_know"]))


def answers(rubric: Rubric) -> st.SearchStrategy[dict]:
    """One answer."""
    evidence = st.sampled_from(list(map(str, Evidence)))
    given = st.fixed_dictionaries({"level": levels(rubric)}, optional={"evidence": evidence, "note": NOTES})
    return st.one_of(given, st.just({"level": "not_applicable", "why": "Nobody is paid here."}))


def stages(rubric: Rubric) -> st.SearchStrategy[dict]:
    """One stage."""
    return st.fixed_dictionaries(
        {"status": st.sampled_from(list(map(str, Status)))},
        optional={
            "decision": st.sampled_from([*rubric.step, "dont_know"]),
            "decision_evidence": st.sampled_from(list(map(str, Evidence))),
            "reason": st.sampled_from(list(rubric.reason)),
            "reason_note": NOTES,
            "who_could_remove_it": NOTES,
            "back_by": DAYS,
        },
    )


def voices(rubric: Rubric, most: int = 12) -> st.SearchStrategy[list[dict]]:
    """Several voices, mostly of the people."""
    groups = rubric.parameters.voices.groups
    one = st.fixed_dictionaries(
        {
            "group": st.sampled_from([groups[0]] * 4 + list(groups)),
            "answers": st.dictionaries(st.sampled_from(list(rubric.item)), levels(rubric), max_size=20),
            "decisions": st.dictionaries(
                st.sampled_from(list(rubric.order)), st.sampled_from([*rubric.step, "dont_know"])
            ),
        }
    )
    return st.lists(one, max_size=most)


def rows(rubric: Rubric) -> st.SearchStrategy[list[dict]]:
    """Who took part."""
    row = st.fixed_dictionaries(
        {"group": st.sampled_from([id_ for id_, group in rubric.group.items() if not group.labelled])},
        optional={stage: st.sampled_from(list(map(str, Presence))) for stage in rubric.order},
    )
    return st.lists(row, max_size=5, unique_by=lambda one: one["group"])


def assessments(rubric: Rubric) -> st.SearchStrategy[dict]:
    """A whole answers file as a tree."""
    about = ["", *rubric.order, *rubric.item]
    return st.fixed_dictionaries(
        {
            "format": st.just("answers/1"),
            "rubric": st.just(rubric.name),
            "project": st.fixed_dictionaries(
                {"name": st.just("Mill Lane"), "made_by": st.sampled_from(["both", "both", *map(str, MadeBy)])}
            ),
            "assessment": st.fixed_dictionaries(
                {"date": st.just("2026-11-22"), "depth": st.sampled_from(["full", "full", "first_look"])},
                optional={
                    "respondents": st.just([{"role": "people", "count": 2}]),
                },
            ),
            "context": st.fixed_dictionaries(
                {},
                optional={
                    "complexity": st.dictionaries(
                        st.sampled_from([q.id for q in rubric.context.complexity]),
                        st.sampled_from(list(map(str, YesNo))),
                    ),
                    "capacity_to_act": st.sampled_from(list(map(str, Capacity))),
                    "people_who_took_part": st.integers(1, 40),
                },
            ),
            "stages": st.fixed_dictionaries({stage: stages(rubric) for stage in rubric.order}),
            "answers": st.dictionaries(st.sampled_from(list(rubric.item)), answers(rubric), max_size=20),
            "conditions": st.dictionaries(
                st.sampled_from(list(rubric.condition)),
                st.fixed_dictionaries(
                    {"answer": st.sampled_from(list(map(str, ConditionAnswer)))},
                    optional={"note": NOTES, "cost": NOTES},
                ),
            ),
            "taking_part": rows(rubric),
            "changes": st.lists(
                st.fixed_dictionaries(
                    {"heard": NOTES, "outcome": st.sampled_from(list(map(str, Outcome))), "may_print": st.booleans()}
                ),
                max_size=3,
            ),
            "voices": voices(rubric),
            "actions": st.lists(
                st.fixed_dictionaries(
                    {"text": st.just("Go to the gate"), "about": st.sampled_from(about)},
                    optional={
                        "owner": NOTES,
                        "by": DAYS,
                        "needs": NOTES,
                        "status": st.sampled_from(list(map(str, ActionStatus))),
                    },
                ),
                max_size=4,
            ),
        }
    )
