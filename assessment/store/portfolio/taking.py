"""What is taken out of a cut: each assessment that stands for its project, as it was shown, and what hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.listing import folded
from assessment.store import tables
from assessment.store.batches import batches
from assessment.store.engine import reading
from assessment.store.portfolio.cutting import s, within
from assessment.store.portfolio.marking import last_marks
from assessment.store.store import Store

_f, _t, _p = tables.shown_forms.c, tables.project_tags.c, tables.promise_results.c
AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Taken:
    """One assessment of a cut: whose it is, and its shared form and result as the JSON that is stored."""

    project: str
    name: str
    organisation: str | None
    day: str
    draft: bool
    record: str | None
    tags: tuple[str, ...]
    form: str
    result: str


@dataclass(frozen=True, slots=True)
class TakenPromise:
    """What became of one promise of a project in the cut: said on one day, looked at on a later one."""

    project: str
    name: str
    organisation: str | None
    about: str
    promised: str
    now: str | None
    kept: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class TakenMark:
    """What was last said of a barrier by a manager."""

    mark: str
    note: str | None


def rubrics(store: Store, cut: Cut) -> list[str]:
    """The rubrics, by name and major version, on which the assessments of a cut were made."""
    with reading(store.engine) as connection:
        return sorted(connection.scalars(select(s.rubric).where(within(cut)).distinct()))


def size(store: Store, cut: Cut) -> int:
    """How many assessments a cut has."""
    with reading(store.engine) as connection:
        return int(connection.scalar(select(func.count()).select_from(tables.shown).where(within(cut))) or 0)


def taken(store: Store, cut: Cut) -> Iterator[Taken]:
    """The assessments of a cut by organisation and project, some at once: never all of them in memory."""
    head = select(
        s.assessment_id.label("id"), s.project_id.label("project"), s.name, s.organisation, s.day, s.draft, s.record
    )
    with reading(store.engine) as connection:
        heads = list(connection.execute(head.where(within(cut))))
        heads.sort(key=lambda one: (folded(one.organisation or ""), folded(one.name), one.day, one.id))
        tags: dict[str, tuple[str, ...]] = {}
        projects = select(s.project_id).where(within(cut))
        wanted = select(_t.project_id, _t.tag).where(_t.project_id.in_(projects)).order_by(_t.tag)
        for project, tag in connection.execute(wanted):
            tags[project] = (*tags.get(project, ()), tag)
        forms = select(_f.assessment_id, _f.form, _f.result)
        for some in batches(heads, AT_ONCE):
            ids = [one.id for one in some]
            found = {id_: said for id_, *said in connection.execute(forms.where(_f.assessment_id.in_(ids)))}
            for id_, project, name, organisation, day, draft, record in some:
                form, result = found[id_]
                yield Taken(project, name, organisation, day, draft, record, tags.get(project, ()), form, result)


def promises(store: Store, cut: Cut) -> list[TakenPromise]:
    """What became of the promises of the projects in a cut, as the assessments that stand for them say."""
    earlier = tables.shown.alias("earlier").c
    wanted = (
        select(s.project_id, s.name, s.organisation, _p.about, _p.promised, _p.now, _p.kept, earlier.day, s.day)
        .join_from(tables.promise_results, tables.shown, _p.later_id == s.assessment_id)
        .join(earlier.assessment_id.table, earlier.assessment_id == _p.earlier_id)
        .where(within(cut))
    )
    with reading(store.engine) as connection:
        found = [TakenPromise(*row) for row in connection.execute(wanted)]
    return sorted(found, key=_place)


def marks(store: Store, cut: Cut) -> dict[tuple[str, str, str], TakenMark]:
    """What managers last said of each barrier, by project, stage and reason."""
    last = last_marks().c
    projects = select(s.project_id).where(within(cut))
    wanted = select(last.project_id, last.stage, last.reason, last.mark, last.note).where(last.project_id.in_(projects))
    with reading(store.engine) as connection:
        return {
            (project, stage, reason): TakenMark(*said) for project, stage, reason, *said in connection.execute(wanted)
        }


def _place(one: TakenPromise) -> tuple[Any, ...]:
    return folded(one.organisation or ""), folded(one.name), one.project, one.later, one.earlier, one.about
