"""What a transaction writes and reads of one assessment: entries and their history, voices, results."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, exists, insert, select, update

from assessment.store import tables
from assessment.store.records import Change, Entry, Overtaken, ResultRows, RubricCopy, Saved
from assessment.store.tables import plain

_e, _c = tables.entries.c, tables.changes.c
_ENTRIES = select(_e.path, _e.value, _e.change_id, _e.born, _c.who, _c.at).join_from(
    tables.entries, tables.changes, _e.change_id == _c.id
)


def entries(connection: Connection, id_: str) -> dict[str, Entry]:
    """Every entry by path, in the order of their first change."""
    rows = connection.execute(_ENTRIES.where(_e.assessment_id == id_).order_by(_e.born))
    return {path: Entry(value, change, who, at, born) for path, value, change, born, who, at in rows}


def save(connection: Connection, id_: str, changes: Sequence[Change], who: str, at: datetime) -> Saved:
    """Write what differs both from what was seen and from what stands, with its history."""
    wanted = [change for change in changes if plain(change.new) != plain(change.seen)]
    present = _present(connection, id_, [change.path for change in wanted])
    last, overtaken = None, []
    for change in wanted:
        now = present.get(change.path)
        if plain(now["value"] if now else None) == plain(change.new):
            continue
        if now and now["who"] != who and plain(now["value"]) != plain(change.seen):
            overtaken.append(Overtaken(change.path, now["value"], now["who"], now["at"]))
        last = _write(connection, id_, change, now, who, at)
    return Saved(at if last else None, last, tuple(overtaken))


def _present(connection: Connection, id_: str, paths: list[str]) -> dict[str, RowMapping]:
    if not paths:
        return {}
    rows = connection.execute(_ENTRIES.where(_e.assessment_id == id_, _e.path.in_(paths)))
    return {row["path"]: row for row in rows.mappings()}


def _write(connection: Connection, id_: str, change: Change, now: RowMapping | None, who: str, at: datetime) -> int:
    old = now["value"] if now else None
    row = {"assessment_id": id_, "path": change.path, "old": old, "new": change.new, "who": who, "at": at}
    number = int(
        connection.execute(insert(tables.changes).values(**row, forgotten=False).returning(_c.id)).scalar_one()
    )
    if now:
        same = (_e.assessment_id == id_) & (_e.path == change.path)
        connection.execute(update(tables.entries).where(same).values(value=change.new, change_id=number))
    else:
        fresh = {"assessment_id": id_, "path": change.path, "value": change.new}
        connection.execute(insert(tables.entries).values(**fresh, born=number, change_id=number))
    return number


def keep_rubric(connection: Connection, rubric: RubricCopy) -> None:
    """Keep a rubric, once per content."""
    if not connection.scalar(select(exists().where(tables.rubrics.c.hash == rubric.hash))):
        row = {"hash": rubric.hash, "name": rubric.name, "version": rubric.version, "content": rubric.content}
        connection.execute(insert(tables.rubrics).values(**row))


def add_voices(connection: Connection, id_: str, voices: Sequence[Mapping[str, Any]]) -> None:
    """Keep voices under random tokens, written in the tokens' order."""
    tokens = sorted(secrets.token_hex(16) for _ in voices)
    for token, voice in secrets.SystemRandom().sample(list(zip(tokens, voices, strict=True)), len(voices)):
        connection.execute(insert(tables.voices).values(token=token, assessment_id=id_, content=dict(voice)))


def add_results(connection: Connection, id_: str, rows: ResultRows) -> None:
    """Keep the results of a submitted assessment as rows."""
    kinds = {tables.stage_results: rows.stages, tables.value_results: rows.values, tables.cell_results: rows.cells}
    for table, found in kinds.items():
        if found:
            connection.execute(insert(table), [{"assessment_id": id_, **row} for row in found])
