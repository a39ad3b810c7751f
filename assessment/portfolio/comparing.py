"""A few projects as the portfolio has them, to be read beside each other: never scored again."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from assessment.core.portfolio.comparing import Became, Chosen, Earlier, Profile
from assessment.core.promises import Kept
from assessment.core.publication import from_json
from assessment.core.terms import Depth
from assessment.portfolio.showing import read_form
from assessment.store import ShownForm, Store
from assessment.store.portfolio import promising, showing


def chosen(store: Store, projects: Sequence[str], *, rubric: str, drafts: bool = False) -> Chosen:
    """These projects, each by its latest full assessment on one rubric, else by its latest first look on it.

    A draft stands for its project only where drafts are asked for. Different majors are never mixed: whoever has
    nothing on this rubric is named apart. Where none of them has, it is the one that most of them have.
    """
    forms = [one for one in showing.forms(store, projects=projects) if drafts or not one.draft]
    by_project = {project: list(some) for project, some in groupby(forms, key=attrgetter("project"))}
    on = Counter(name for some in by_project.values() for name in {one.rubric for one in some})
    rubric = rubric if rubric in on or not on else min(on, key=lambda name: (-on[name], name))
    profiles, elsewhere = [], []
    for project in dict.fromkeys(projects):
        history = by_project.get(project, [])
        here = [one for one in history if one.rubric == rubric]
        if here:
            profiles.append(_profile(store, here, history))
        elif history:
            _, assessment = read_form(store, history[-1])
            elsewhere.append((assessment.project.name, history[-1].rubric))
    gone = len(dict.fromkeys(projects)) - len(profiles) - len(elsewhere)
    return Chosen(tuple(profiles), tuple(elsewhere), gone)


def _profile(store: Store, here: Sequence[ShownForm], history: Sequence[ShownForm]) -> Profile:
    full = [one for one in here if one.depth == Depth.FULL.value]
    stands = (full or here)[-1]
    rubric, assessment = read_form(store, stands)
    return Profile(
        project=stands.project,
        rubric=rubric,
        assessment=assessment,
        result=from_json(json.loads(stands.result)),
        draft=stands.draft,
        became=tuple(_became(store, stands, history)),
        history=tuple(
            Earlier(one.id, one.day, one.depth, one.rubric, one.draft, one.id == stands.id) for one in history
        ),
    )


def _became(store: Store, stands: ShownForm, history: Sequence[ShownForm]) -> Iterator[Became]:
    """What became of each promise, by the last assessment that made it."""
    days = {one.id: one.day for one in history}
    rows = promising.kept_at(store, stands.id)
    last = {row["about"]: row for row in sorted(rows, key=lambda row: days.get(row["earlier_id"], ""))}
    for row in last.values():
        day = days.get(row["earlier_id"], "")
        yield Became(day, row["about"], row["promised"], row["now"], Kept(row["kept"]))
