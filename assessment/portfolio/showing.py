"""Putting assessments into the portfolio: what their teams share, and what comes from outside."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, groupby
from operator import attrgetter
from typing import Any

from assessment import actions, answers_file
from assessment.core.assessment import Assessment
from assessment.core.portfolio.portrait import Portrait, portraits
from assessment.core.promises import delivered
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.score import score_all
from assessment.core.shared import shared_form, silent_stages
from assessment.core.terms import Depth
from assessment.store import Portrayed, PromiseRows, Received, ResultRows, ShownForm, Store
from assessment.store.portfolio import showing


@dataclass(frozen=True)
class Offered:
    """An assessment from outside that is to come into the portfolio, with its rubric and what is said of it there."""

    assessment: Assessment
    rubric: Rubric
    at: datetime
    """When it was submitted, or brought in where nobody knows."""
    draft: bool = False
    barriers_told: bool = False
    named: bool = False
    tags: tuple[str, ...] = ()
    record: str | None = None
    """The record that its report names."""


def catch_up(store: Store) -> int:
    """Take in what teams have shared since. How many that were."""
    waiting = showing.waiting(store)
    for kept in waiting:
        rubric = actions.rubric_of(store, kept)
        assessment = actions.assessment_of(store, actions.Work(kept, rubric, {}))
        offered = Offered(
            assessment,
            rubric,
            kept.submitted or kept.changed,
            barriers_told=bool(kept.barriers_told),
            named=bool(kept.named),
            record=kept.record,
        )
        [portrait] = _portrayed(rubric, [offered])
        project = showing.show(store, kept.id, portrait)
        settle_promises(store, [project])
    return len(waiting)


def show_draft(store: Store, work: actions.Work, *, at: datetime, barriers_told: bool, named: bool) -> None:
    """Show a draft in the portfolio as it stands now, marked as a draft."""
    offered = Offered(actions.assessment_of(store, work), work.rubric, at, True, barriers_told, named)
    [portrait] = _portrayed(work.rubric, [offered])
    showing.show(store, work.kept.id, portrait)


def offer_all(store: Store, offered: Sequence[Offered], *, at: datetime) -> list[str]:
    """Take assessments from outside in, all or none. Their ids, in their order."""
    placed = showing.receive(store, list(receivable(offered)), at=at)
    settle_promises(store, {project for _, project in placed})
    return [id_ for id_, _ in placed]


def receivable(offered: Sequence[Offered]) -> Iterator[Received]:
    """The same as the store takes them, scored: those on one rubric beside each other at once."""
    for _, some in groupby(offered, key=lambda one: id(one.rubric)):
        same = list(some)
        copy = actions.rubric_copy(same[0].rubric)
        for one, portrait in zip(same, _portrayed(same[0].rubric, same), strict=True):
            yield Received(copy, portrait, one.tags)


def content_sha256(rubric: Rubric, assessment: Assessment, result: Result) -> str:
    """By what an assessment is known again, whichever way it comes: the SHA-256 of its shared form."""
    return _hash(actions.canonical(answers_file.plain(shared_form(assessment, result, rubric))))


def settle_promises(store: Store, projects: Iterable[str]) -> None:
    """Keep what became of the promises of these projects, between each two of their full assessments."""
    several = showing.several(store, list(projects))
    forms = groupby(showing.forms(store, projects=several), key=attrgetter("project"))
    if kept := {project: list(_kept(store, list(found))) for project, found in forms}:
        showing.promise_all(store, kept)


def _kept(store: Store, forms: Sequence[ShownForm]) -> Iterator[PromiseRows]:
    full = [form for form in forms if form.depth == Depth.FULL.value and not form.draft]
    read_ = {form.id: read_form(store, form) for form in full}
    for earlier, later in combinations(full, 2):
        if earlier.rubric == later.rubric:
            rubric, after = read_[later.id]
            found = delivered(rubric, read_[earlier.id][1], after)
            rows = tuple(
                {
                    "about": one.about,
                    "promised": str(one.promised),
                    "now": None if one.now is None else str(one.now),
                    "kept": one.kept.value,
                }
                for one in found
            )
            yield PromiseRows(earlier.id, later.id, rows)


def read_form(store: Store, form: ShownForm) -> tuple[Rubric, Assessment]:
    """A shared form with the rubric it was made with."""
    rubric = actions.find_rubric(store, form.rubric, form.rubric_hash)
    assert rubric  # The store keeps the rubric of all it keeps.
    return rubric, read(json.loads(form.form), rubric)


def _portrayed(rubric: Rubric, offered: Sequence[Offered]) -> Iterator[Portrayed]:
    assessments = [one.assessment for one in offered]
    results = list(score_all(rubric, assessments))
    made = portraits(rubric, assessments, results, barriers=[one.barriers_told for one in offered])
    for one, result, portrait in zip(offered, results, made, strict=True):
        yield _one(rubric, one, result, portrait)


def _one(rubric: Rubric, offered: Offered, result: Result, portrait: Portrait) -> Portrayed:
    tree = answers_file.plain(portrait.form)
    form = actions.canonical(tree)
    quiet = _without_barriers(tree, rubric, offered.assessment) if offered.barriers_told else form
    return Portrayed(
        head=portrait.head,
        results=ResultRows(portrait.stages, portrait.values, portrait.cells),
        groups=portrait.groups,
        form=form,
        result=actions.canonical(to_json(result, rubric)),
        content_sha256=_hash(quiet),
        at=offered.at,
        draft=offered.draft,
        barriers_told=offered.barriers_told,
        named=offered.named,
        record=offered.record,
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _without_barriers(tree: dict[str, Any], rubric: Rubric, assessment: Assessment) -> str:
    """A shared form that tells of barriers as one that does not: nothing but its stages differs."""
    stages = answers_file.plain(silent_stages(assessment, rubric, barriers=False))
    return actions.canonical({**tree, "stages": stages} if stages else tree)
