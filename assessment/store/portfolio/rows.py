"""What of the portfolio is written and taken away inside a transaction."""

from collections.abc import Callable, Iterable, Sequence
from secrets import randbits
from typing import Any, TypeAlias

from sqlalchemy import Connection, and_, case, delete, exists, insert, or_, tuple_, update

from assessment.store import saving, tables
from assessment.store.adding import add_all
from assessment.store.batches import batches
from assessment.store.records import Portrayed

_s = tables.shown.c
Count: TypeAlias = Callable[[int], None]
"""Hears how many have come so far."""


def nobody(_done: int) -> None:
    """Whoever does not want to hear how many have come so far."""


def add(connection: Connection, placed: Sequence[tuple[str, str, Portrayed]], kept: Count = nobody) -> None:
    """Add portraits, each under its assessment's id and with its project's. `kept` hears how many are written."""
    done = 0
    for some in batches(placed):
        kept(done)
        _add(connection, some)
        done += len(some)


def _add(connection: Connection, placed: Sequence[tuple[str, str, Portrayed]]) -> None:
    heads, forms, groups = [], [], []
    results: dict[str, list[dict[str, Any]]] = {"stages": [], "values": [], "cells": []}
    for id_, project, one in placed:
        said = {
            "draft": one.draft,
            "at": one.at,
            "barriers_told": one.barriers_told,
            "named": one.named,
            "content_sha256": one.content_sha256,
            "record": one.record,
            "stamp": randbits(31),
        }
        # Which one stands for its project is known once all of them are there.
        flags = {"latest": False, "latest_with_drafts": False}
        heads.append({"assessment_id": id_, "project_id": project, **flags, **said, **one.head})
        forms.append({"assessment_id": id_, "form": one.form, "result": one.result})
        groups += [{"assessment_id": id_, "place": place, **row} for place, row in enumerate(one.groups)]
        for name, rows in results.items():
            rows += [{"assessment_id": id_, **row} for row in getattr(one.results, name)]
    connection.execute(insert(tables.shown), heads)
    add_all(connection, tables.shown_forms, forms)
    add_all(connection, tables.shown_groups, groups)
    for name, table in saving.RESULTS.items():
        add_all(connection, table, results[name])


def hide(connection: Connection, ids: Sequence[str]) -> None:
    """Take assessments out of what the portfolio sees. The results stay with what was submitted."""
    p = tables.promise_results.c
    connection.execute(delete(tables.promise_results).where(or_(p.later_id.in_(ids), p.earlier_id.in_(ids))))
    for table in (tables.shown, tables.shown_forms, tables.shown_groups):
        connection.execute(delete(table).where(table.c.assessment_id.in_(ids)))


def stand_for(projects: Iterable[str], connection: Connection) -> None:
    """Mark which assessment stands for each project: the latest by its day, then by when it came."""
    other = tables.shown.alias("other").c
    same = and_(other.project_id == _s.project_id, other.rubric == _s.rubric, other.depth == _s.depth)
    after = tuple_(other.day, other.at, other.assessment_id) > tuple_(_s.day, _s.at, _s.assessment_id)
    later, later_submitted = exists().where(same, after), exists().where(same, after, ~other.draft)
    for some in batches(dict.fromkeys(projects)):
        connection.execute(
            update(tables.shown)
            .where(_s.project_id.in_(some))
            .values(latest_with_drafts=~later, latest=case((_s.draft, False), else_=~later_submitted))
        )
