"""Who was not reached, over the projects of a cut."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.overview import Point
from assessment.core.portfolio.reach import LABELS, NamedByTeams, Reach
from assessment.core.terms import LIVE, Presence
from assessment.store import tables
from assessment.store.engine import reading
from assessment.store.portfolio.cutting import compared, s
from assessment.store.store import Store

_g, _r = tables.shown_groups.c, tables.stage_results.c


def reach(store: Store, cut: Cut) -> Reach:
    """Groups and stages over a cut."""
    with reading(store.engine) as connection:
        counts, labels = _counts(connection, cut)
        shown = sorted(labels, key=lambda label: (label.casefold(), label))[:LABELS]
        return Reach(
            projects=_one(connection, _from(cut, func.count())),
            told=_one(connection, _from(cut, func.count()).where(_told())),
            live=_live(connection, cut),
            counts=counts,
            labels=tuple(NamedByTeams(label, labels[label]) for label in shown),
            more_labels=len(labels) - len(shown),
            population=_one(connection, _from(cut, func.count()).where(s.population)),
        )


def behind(store: Store, cut: Cut, group: str, stage: str, presence: Presence) -> list[Point]:
    """The projects that say this of a group in a stage, by name."""
    here = and_(_g.group == group, _g.stage == stage, _g.presence == presence.value)
    columns = (s.project_id, s.assessment_id, s.name, s.organisation, s.day, s.draft)
    with reading(store.engine) as connection:
        found = [Point(*row) for row in connection.execute(_groups(cut, *columns).where(here))]
    return sorted(found, key=lambda one: (one.name.casefold(), one.organisation or "", one.project))


def _from(cut: Cut, *columns: Any) -> Select[Any]:
    return select(*columns).select_from(tables.shown).where(compared(cut))


def _groups(cut: Cut, *columns: Any) -> Select[Any]:
    return _from(cut, *columns).join(tables.shown_groups, _g.assessment_id == s.assessment_id)


def _told() -> ColumnElement[bool]:
    return exists().where(_g.assessment_id == s.assessment_id)


def _one(connection: Connection, wanted: Select[Any]) -> int:
    return int(connection.execute(wanted).scalar_one())


def _live(connection: Connection, cut: Cut) -> dict[str, int]:
    wanted = (
        _from(cut, _r.stage, func.count())
        .join(tables.stage_results, _r.assessment_id == s.assessment_id)
        .where(_told(), _r.status.in_([one.value for one in LIVE]))
        .group_by(_r.stage)
    )
    return {stage: int(count) for stage, count in connection.execute(wanted)}


def _counts(
    connection: Connection, cut: Cut
) -> tuple[dict[tuple[str, str], dict[Presence, int]], dict[str, dict[str, dict[Presence, int]]]]:
    """How many projects say what: by group and stage, and by the teams' own names of groups and stage."""
    key = (_g.group, _g.label, _g.stage, _g.presence)
    groups: dict[tuple[str, str], dict[Presence, int]] = defaultdict(dict)
    labels: dict[str, dict[str, dict[Presence, int]]] = defaultdict(lambda: defaultdict(dict))
    for group, label, stage, presence, count in connection.execute(_groups(cut, *key, func.count()).group_by(*key)):
        found = labels[label][stage] if label else groups[group, stage]
        found[Presence(presence)] = count
    return dict(groups), dict(labels)
