"""What a transaction writes and reads of one assessment: entries and their history, voices, results."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, exists, insert, select, update

from assessment.store import tables
from assessment.store.records import Change, Entry, Overtaken, ResultRows, RubricCopy, Saved, Value
from assessment.store.tables import plain

_e, _c = tables.entries.c, tables.changes.c
_ENTRIES = select(_e.path, _e.value, _e.change_id, _e.born, _c.who, _c.at).join_from(
    tables.entries, tables.changes, _e.change_id == _c.id
)


def entries(connection: Connection, id_: str) -> dict[str, Entry]:
    """Every entry by path, in the order of their first change."""
    return _entries(connection, _ENTRIES.where(_e.assessment_id == id_).order_by(_e.born))


def save(connection: Connection, id_: str, changes: Sequence[Change], who: str, at: datetime) -> Saved:
    """Write what differs both from what was seen and from what stands, with its history."""
    wanted = {change.path: change for change in changes if plain(change.new) != plain(change.seen)}
    present = _present(connection, id_, list(wanted))
    fresh = [one for one in wanted.values() if plain(one.new) != plain(_value(present.get(one.path)))]
    if not fresh:
        return Saved(None, None, ())
    numbers = _add_history(connection, id_, fresh, present, who, at)
    _put(connection, id_, [(one, number) for one, number in zip(fresh, numbers, strict=True)], present)
    theirs = ((one, present[one.path]) for one in fresh if one.path in present)
    overtaken = (
        Overtaken(one.path, now.value, now.who, now.at)
        for one, now in theirs
        if now.who != who and plain(now.value) != plain(one.seen)
    )
    return Saved(at, numbers[-1], tuple(overtaken))


def _present(connection: Connection, id_: str, paths: Sequence[str]) -> dict[str, Entry]:
    return _entries(connection, _ENTRIES.where(_e.assessment_id == id_, _e.path.in_(paths))) if paths else {}


def _entries(connection: Connection, wanted: Select[Any]) -> dict[str, Entry]:
    rows = connection.execute(wanted)
    return {path: Entry(value, change, who, at, born) for path, value, change, born, who, at in rows}


def _value(entry: Entry | None) -> Value:
    return entry.value if entry else None


def _add_history(
    connection: Connection, id_: str, fresh: Sequence[Change], present: Mapping[str, Entry], who: str, at: datetime
) -> list[int]:
    said = {"assessment_id": id_, "who": who, "at": at, "forgotten": False}
    rows = [{**said, "path": one.path, "old": _value(present.get(one.path)), "new": one.new} for one in fresh]
    adding = insert(tables.changes).returning(_c.id, sort_by_parameter_order=True)
    return list(connection.scalars(adding, rows))


def _put(
    connection: Connection, id_: str, numbered: Sequence[tuple[Change, int]], present: Mapping[str, Entry]
) -> None:
    born = [
        {"assessment_id": id_, "path": one.path, "value": one.new, "born": number, "change_id": number}
        for one, number in numbered
        if one.path not in present
    ]
    if born:
        connection.execute(insert(tables.entries), born)
    changed = [
        {"here": one.path, "value": one.new, "change_id": number} for one, number in numbered if one.path in present
    ]
    if changed:
        same = (_e.assessment_id == id_) & (_e.path == bindparam("here"))
        connection.execute(update(tables.entries).where(same), changed)


def keep_rubric(connection: Connection, rubric: RubricCopy) -> None:
    """Keep a rubric, once per content."""
    if not connection.scalar(select(exists().where(tables.rubrics.c.hash == rubric.hash))):
        row = {"hash": rubric.hash, "name": rubric.name, "version": rubric.version, "content": rubric.content}
        connection.execute(insert(tables.rubrics).values(**row))


def add_voices(connection: Connection, id_: str, voices: Sequence[Mapping[str, Any]]) -> None:
    """Keep voices under random tokens, written in the tokens' order."""
    rows = [{"token": secrets.token_hex(16), "assessment_id": id_, "content": dict(voice)} for voice in voices]
    if rows:
        connection.execute(insert(tables.voices), sorted(rows, key=itemgetter("token")))


RESULTS = {"stages": tables.stage_results, "values": tables.value_results, "cells": tables.cell_results}
"""The table of each kind of result row."""


def add_results(connection: Connection, id_: str, rows: ResultRows) -> None:
    """Keep the results of an assessment as rows, instead of those that were kept of it before."""
    drop_results(connection, [id_])
    for name, table in RESULTS.items():
        if found := getattr(rows, name):
            connection.execute(insert(table), [{"assessment_id": id_, **row} for row in found])


def drop_results(connection: Connection, ids: Sequence[str]) -> None:
    """Take away the rows of results of assessments."""
    for table in RESULTS.values():
        connection.execute(delete(table).where(table.c.assessment_id.in_(ids)))
