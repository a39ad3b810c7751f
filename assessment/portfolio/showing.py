"""Putting assessments into the portfolio: what their teams share, and what comes from outside."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeAlias

from assessment import actions, answers_file
from assessment.core.assessment import Assessment
from assessment.core.portfolio.portrait import Portrait, portraits
from assessment.core.promises import delivered
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.score import score_all
from assessment.core.shared import has_voices, shared_form, silent_stages
from assessment.garbage import collected_later
from assessment.store import Closed, NotThere, Portrayed, PromiseRows, Received, ResultRows, ShownForm, Store, Time
from assessment.store.batches import batches
from assessment.store.portfolio import showing
from assessment.store.portfolio.rows import Count, nobody

AT_ONCE = 1000
EVERY = 100
Read: TypeAlias = tuple[Rubric, Assessment]


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
    form: str = ""
    """Its form as `quiet_forms` gives it, where somebody has it already."""


def catch_up(store: Store) -> int:
    """Take in what teams have shared since. How many that were."""
    taken = 0
    for kept in showing.waiting(store):
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
        with suppress(NotThere, Closed):  # Who shares it otherwise by now is heard the next time.
            settle_promises(store, [showing.show(store, kept.id, portrait)])
            taken += 1
    return taken


def show_draft(store: Store, work: actions.Work, *, at: datetime, barriers_told: bool, named: bool) -> None:
    """Show a draft in the portfolio as it stands now, marked as a draft. Closed if it is one no more."""
    offered = Offered(actions.assessment_of(store, work), work.rubric, at, True, barriers_told, named)
    [portrait] = _portrayed(work.rubric, [offered])
    showing.show(store, work.kept.id, portrait)


@collected_later()
def offer_all(
    store: Store, offered: Sequence[Offered], *, at: datetime, scored: Count = nobody, kept: Count = nobody
) -> list[str]:
    """Take assessments from outside in, all or none. Their ids, in their order.

    `scored` and `kept` hear how many have come so far.
    """
    placed = showing.receive(store, receivable(offered, scored), at=at, kept=kept)
    ids = [id_ for id_, _ in placed]
    in_hand = {id_: (one.rubric, one.assessment) for id_, one in zip(ids, offered, strict=True)}
    settle_promises(store, {project for _, project in placed}, in_hand)
    return ids


def receivable(offered: Sequence[Offered], scored: Count = nobody) -> list[Received]:
    """The same as the store takes them, scored: all of one rubric at once."""
    by_rubric: dict[int, list[int]] = {}
    for place, one in enumerate(offered):
        by_rubric.setdefault(id(one.rubric), []).append(place)
    found: dict[int, Received] = {}
    for places in by_rubric.values():
        same = [offered[place] for place in places]
        copy = actions.rubric_copy(same[0].rubric)
        for place, one, portrait in zip(places, same, _portrayed(same[0].rubric, same), strict=True):
            found[place] = Received(copy, portrait, one.tags)
            if len(found) % EVERY == 0:
                scored(len(found))
    return [found[place] for place in range(len(offered))]


def quiet_forms(rubric: Rubric, assessments: Sequence[Assessment]) -> list[str]:
    """The shared form of each as canonical JSON, without what is told of barriers.

    Only what is published of voices hangs on a result, so only those with voices are scored.
    """
    spoken = [one for one in assessments if has_voices(one)]
    results = iter(score_all(rubric, spoken)) if spoken else iter(())
    return [_form(shared_form(one, next(results) if has_voices(one) else None, rubric)) for one in assessments]


def content_sha256(quiet_form: str) -> str:
    """By what an assessment is known again, whichever way it comes."""
    return hashlib.sha256(quiet_form.encode()).hexdigest()


def settle_promises(store: Store, projects: Iterable[str], in_hand: Mapping[str, Read] = MappingProxyType({})) -> None:
    """Keep what became of the promises of these projects, between each two of their full assessments.

    `in_hand`: assessments by id that need not be read from the store again.
    """
    for some in batches(showing.several(store, projects)):
        times = showing.times(store, some)
        missing = [time.id for time in times if time.id not in in_hand]
        read_ = {**in_hand, **{form.id: read_form(store, form) for form in showing.forms(store, ids=missing)}}
        kept: dict[str, list[PromiseRows]] = {}
        for (project, _), same in groupby(times, key=attrgetter("project", "rubric")):
            kept.setdefault(project, []).extend(_kept(list(same), read_))
        showing.promise_all(store, kept)


def _kept(times: Iterable[Time], read_: Mapping[str, Read]) -> Iterator[PromiseRows]:
    """What became of the promises between each two assessments of a project on one rubric, the earliest first."""
    for earlier, later in combinations([time.id for time in times], 2):
        rubric, after = read_[later]
        found = delivered(rubric, read_[earlier][1], after)
        rows = tuple(
            {
                "about": one.about,
                "promised": str(one.promised),
                "now": None if one.now is None else str(one.now),
                "kept": one.kept.value,
            }
            for one in found
        )
        yield PromiseRows(earlier, later, rows)


def read_form(store: Store, form: ShownForm) -> Read:
    """A shared form with the rubric it was made with."""
    rubric = actions.find_rubric(store, form.rubric, form.rubric_hash)
    assert rubric  # The store keeps the rubric of all it keeps.
    return rubric, read(json.loads(form.form), rubric)


def _portrayed(rubric: Rubric, offered: Sequence[Offered]) -> Iterator[Portrayed]:
    # A thousand whole results at a time: they are large, and nobody needs them once they are written down.
    for some in batches(offered, AT_ONCE):
        assessments = [one.assessment for one in some]
        results = list(score_all(rubric, assessments))
        made = portraits(rubric, assessments, results)
        for one, result, portrait in zip(some, results, made, strict=True):
            yield _one(rubric, one, result, portrait)


def _one(rubric: Rubric, offered: Offered, result: Result, portrait: Portrait) -> Portrayed:
    if offered.barriers_told:
        tree = answers_file.plain(shared_form(offered.assessment, result, rubric, barriers=True))
        form, quiet = actions.canonical(tree), offered.form or _without_barriers(tree, rubric, offered.assessment)
    else:
        form = quiet = offered.form or _form(shared_form(offered.assessment, result, rubric))
    return Portrayed(
        head=portrait.head,
        results=ResultRows(portrait.stages, portrait.values, portrait.cells),
        groups=portrait.groups,
        form=form,
        result=actions.canonical(to_json(result, rubric)),
        content_sha256=content_sha256(quiet),
        at=offered.at,
        draft=offered.draft,
        barriers_told=offered.barriers_told,
        named=offered.named,
        record=offered.record,
    )


def _form(form: Assessment) -> str:
    return actions.canonical(answers_file.plain(form))


def _without_barriers(tree: dict[str, Any], rubric: Rubric, assessment: Assessment) -> str:
    """A shared form that tells of barriers as one that does not: nothing but its stages differs."""
    stages = answers_file.plain(silent_stages(assessment, rubric, barriers=False))
    return actions.canonical({**tree, "stages": stages} if stages else tree)
