"""The barriers of a cut: counted, and one by one."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, null, select

from assessment.core.fields import NOTHING, Note
from assessment.core.portfolio.barriers import Barrier, Barriers, Mark, Marked, Sort, Wanted
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.listing import folded
from assessment.core.portfolio.overview import Point
from assessment.core.shared import NOTE_WITHHELD
from assessment.core.terms import Standing
from assessment.store import tables
from assessment.store.engine import reading
from assessment.store.portfolio.cutting import compared, s
from assessment.store.portfolio.marking import last_marks
from assessment.store.store import Store

_r, _f = tables.stage_results.c, tables.shown_forms.c
_IN_THE_WAY = _r.standing == Standing.BARRIER.value


def barriers(store: Store, cut: Cut, reasons: Collection[str]) -> Barriers:
    """How many barriers of which sort; `reasons` are those of the rubric that somebody else could remove."""
    last = last_marks().c
    with reading(store.engine) as connection:
        projects = connection.scalar(select(func.count()).select_from(tables.shown).where(compared(cut))) or 0
        blocked = _joined(select(func.count(func.distinct(s.project_id))), and_(compared(cut), _IN_THE_WAY))
        sort = (_r.reason, _r.stage, _r.remover, last.mark)
        counted = _marked(select(*sort, func.count()), and_(compared(cut), _IN_THE_WAY), last).group_by(*sort)
        incomplete = _joined(select(_r.reason, func.count()), _only_named(cut, reasons)).group_by(_r.reason)
        return Barriers(
            projects=projects,
            blocked=connection.scalar(blocked) or 0,
            sorts=tuple(
                Sort(reason, stage, remover or "", Mark(mark or Mark.WAITING), number)
                for reason, stage, remover, mark, number in connection.execute(counted)
            ),
            incomplete={row[0]: row[1] for row in connection.execute(incomplete)},
        )


def only_named(store: Store, cut: Cut, reasons: Collection[str]) -> list[Point]:
    """The projects that name a barrier without all that it must come with, by name."""
    head = (s.project_id, s.assessment_id, s.name, s.organisation, s.day, s.draft)
    with reading(store.engine) as connection:
        found = connection.execute(_joined(select(*head).distinct(), _only_named(cut, reasons)))
        return sorted(
            (Point(*row) for row in found),
            key=lambda one: (folded(one.name), folded(one.organisation or ""), one.project),
        )


def one_by_one(store: Store, cut: Cut, wanted: Wanted, *, first: int = 0, most: int = 20) -> tuple[int, list[Barrier]]:
    """How many barriers are asked for, and some of them from `first` on: by project, never by what they are like."""
    last = last_marks().c
    head = (s.project_id, s.assessment_id, s.name, s.organisation, s.day, s.draft, s.barriers_told)
    said = (last.mark, last.note, last.who, last.at)
    with reading(store.engine) as connection:
        found = _in_order(connection, cut, wanted)
        some = found[first : first + most]
        these = and_(s.assessment_id.in_({id_ for id_, _ in some}), _IN_THE_WAY)
        rows: dict[tuple[str, str], Any] = {
            (row.assessment_id, row.stage): row
            for row in connection.execute(
                _marked(select(*head, _r.stage, _r.reason, _r.remover, *said), these, last),
            )
        }
        told = {row.assessment_id for row in rows.values() if row.barriers_told}
        wanted_forms = select(_f.assessment_id, _f.form).where(_f.assessment_id.in_(told))
        forms = {id_: json.loads(form) for id_, form in connection.execute(wanted_forms)}
    # Whatever its team takes out between the two questions is left out.
    return len(found), [_barrier(rows[one], forms.get(one[0])) for one in some if one in rows]


def _in_order(connection: Connection, cut: Cut, wanted: Wanted) -> list[tuple[str, str]]:
    """The assessment and the stage of each barrier that is asked for; no more is read of those that are not shown."""
    last = last_marks().c
    asked = [compared(cut), _IN_THE_WAY]
    asked += [_r.reason == wanted.reason] if wanted.reason else []
    asked += [_r.stage == wanted.stage] if wanted.stage else []
    if wanted.mark:
        asked.append(func.coalesce(last.mark, Mark.WAITING.value) == wanted.mark.value)
    remover = _r.remover if wanted.remover is not None else null()
    each = select(s.assessment_id, _r.stage, s.project_id, s.name, s.organisation, remover)
    joined = _marked(each, and_(*asked), last) if wanted.mark else _joined(each, and_(*asked))
    found = [
        (folded(name), folded(organisation or ""), project, stage, id_)
        for id_, stage, project, name, organisation, remover in connection.execute(joined)
        if wanted.remover is None or folded(remover or "") == wanted.remover
    ]
    return [(id_, stage) for *_, stage, id_ in sorted(found)]


def _only_named(cut: Cut, reasons: Collection[str]) -> ColumnElement[bool]:
    """Only where people and organisations work together: elsewhere a stage has a standing of another kind."""
    return and_(compared(cut), _r.standing == Standing.OPPORTUNITY.value, _r.reason.in_(reasons))


def _barrier(row: Any, form: Any) -> Barrier:
    return Barrier(
        project=row.project_id,
        assessment=row.assessment_id,
        name=row.name,
        organisation=row.organisation,
        day=row.day,
        draft=row.draft,
        stage=row.stage,
        reason=row.reason,
        remover=row.remover,
        note=_note(form, row.stage) if form else NOTE_WITHHELD,
        marked=Marked(Mark(row.mark), row.note, row.who, row.at) if row.mark else None,
    )


def _note(form: Any, stage: str) -> Note:
    """A note as the shared form has it; one without a language of its own is in that of the whole."""
    said = form.get("stages", {}).get(stage, {}).get("reason_note")
    if not said:
        return NOTHING
    note = Note.model_validate(said)
    own = note.lang or form.get("language")
    return note if note.withheld else Note(text=note.text, lang=own)


def _joined(wanted: Select[Any], where: ColumnElement[bool]) -> Select[Any]:
    return wanted.join_from(tables.shown, tables.stage_results, _r.assessment_id == s.assessment_id).where(where)


def _marked(wanted: Select[Any], where: ColumnElement[bool], last: Any) -> Select[Any]:
    """With what was last said of each."""
    of_it = and_(last.project_id == s.project_id, last.stage == _r.stage, last.reason == _r.reason)
    joined = wanted.select_from(tables.shown).join(tables.stage_results, _r.assessment_id == s.assessment_id)
    return joined.outerjoin(last.mark.table, of_it).where(where)
