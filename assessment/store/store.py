"""Keeping assessments: every function is one transaction, kept once it returns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from assessment.store import owners, saving, tables
from assessment.store.address import data_folder, url_of
from assessment.store.backup import Restored, back_up, look_into, put_back, set_aside
from assessment.store.copying import Counts
from assessment.store.engine import empty_journal, engine_for, one_at_a_time, reading, writing
from assessment.store.migrating import bring_up_to_date
from assessment.store.owners import ORGANISATION, new_id
from assessment.store.portfolio import rows
from assessment.store.portfolio.counted import Counted
from assessment.store.records import (
    Change,
    Draft,
    Entry,
    Kept,
    Past,
    Recorded,
    ResultRows,
    RubricCopy,
    Saved,
    Value,
    record_name,
)
from assessment.store.troubles import ChangedSince, Closed, NotSubmitted, NotThere

DRAFT, SUBMITTED, WITHDRAWN, RECEIVED = "draft", "submitted", "withdrawn", "received"
"""A received one came from outside into the portfolio, and has no team here that could answer it."""
OWN = (DRAFT, SUBMITTED, WITHDRAWN)
EVERY = (*OWN, RECEIVED)
_ID = re.compile(r"[0-9a-f]{16}")
_t = tables.assessments
_revision = select(func.max(tables.changes.c.id)).where(tables.changes.c.assessment_id == _t.c.id).scalar_subquery()
KEPT = select(
    _t.c.id,
    _t.c.project_id.label("project"),
    _t.c.state,
    _t.c.rubric_hash,
    tables.rubrics.c.name.label("rubric_name"),
    tables.rubrics.c.version.label("rubric_version"),
    *(_t.c[name] for name in ("created", "changed", "submitted", "withdrawn", "corrects")),
    *(_t.c[name] for name in ("shared_with", "barriers_told", "named", "frozen", "sha256")),
    func.coalesce(_revision, 0).label("revision"),
).join_from(_t, tables.rubrics)

_correction = _t.alias("correction")
_CORRECTED = select(func.max(_correction.c.submitted)).where(_correction.c.corrects == _t.c.id).scalar_subquery()
_RECORDED = KEPT.add_columns(_CORRECTED.label("corrected"))
_HASHES = select(_t.c.id, _t.c.sha256).where(_t.c.sha256.is_not(None))

_c = tables.changes.c
_REVISION = select(func.coalesce(func.max(_c.id), 0)).where(_c.assessment_id == bindparam("id"))


class Store:
    """The assessments of one database. Safe to use from many threads and processes at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.counted = Counted()
        """What was counted of the portfolio, for the modules of this package."""

    @classmethod
    def open(cls, address: str | None = None) -> Self:
        """The store at an address, or where DATABASE_URL or GYDA_DATA say; brought up to this version. StoreTrouble."""
        url = url_of(address)
        bring_up_to_date(url)
        return cls(engine_for(url))

    @property
    def engine(self) -> Engine:
        """The database, for the modules of this package."""
        return self._engine

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def rubric(self, hash_: str) -> str | None:
        """The content of a rubric that an assessment was made with."""
        with reading(self._engine) as connection:
            return connection.scalar(select(tables.rubrics.c.content).where(tables.rubrics.c.hash == hash_))

    def start(
        self,
        *,
        rubric: RubricCopy,
        entries: Mapping[str, Value],
        who: str,
        at: datetime,
        project: str | None = None,
        corrects: str | None = None,
        voices: Sequence[Mapping[str, Any]] = (),
    ) -> str:
        """A new draft with its first entries and voices, in a project of its own if none is named. Its id."""
        [id_] = self.start_all([Draft(rubric, entries, voices, project, corrects)], who=who, at=at)
        return id_

    def start_all(self, drafts: Iterable[Draft], *, who: str, at: datetime) -> list[str]:
        """Several new drafts, or none of them. Their ids."""
        with writing(self._engine) as connection:
            one_at_a_time(connection)
            return [self._start(connection, draft, who, at) for draft in drafts]

    def all(self, *, states: Sequence[str] = OWN) -> list[Kept]:
        """The assessments of this store's own teams, or those in some states; the last changed first."""
        wanted = KEPT.where(_t.c.state.in_(states)).order_by(_t.c.changed.desc(), _t.c.id)
        with reading(self._engine) as connection:
            return [Kept(**row) for row in connection.execute(wanted).mappings()]

    def heads(self, paths: Sequence[str]) -> dict[str, dict[str, Value]]:
        """The named entries of every assessment: by its id, then by path; what is not there is left out."""
        e = tables.entries.c
        wanted = select(e.assessment_id, e.path, e.value).where(e.path.in_(paths), e.value.is_not(None))
        found: dict[str, dict[str, Value]] = {}
        with reading(self._engine) as connection:
            for id_, path, value in connection.execute(wanted):
                found.setdefault(id_, {})[path] = value
        return found

    def find(self, id_: str) -> Kept:
        """What is known of an assessment. NotThere."""
        with reading(self._engine) as connection:
            row = connection.execute(KEPT.where(_t.c.id == _known(id_))).mappings().one_or_none()
        if row is None:
            raise NotThere
        return Kept(**row)

    def recorded(self, record: str) -> Recorded | None:
        """The assessment whose report names this record, if it was submitted here."""
        with reading(self._engine) as connection:
            hashes = connection.execute(_HASHES)
            found = next((id_ for id_, sha256 in hashes if sha256 and record_name(id_, sha256) == record), None)
            if found is None:
                return None
            known = dict(connection.execute(_RECORDED.where(_t.c.id == found)).mappings().one())
        corrected = known.pop("corrected")
        return Recorded(Kept(**known), corrected)

    def entries(self, id_: str) -> dict[str, Entry]:
        """Every entry by path, in the order of their first change; cleared ones have the value None."""
        with reading(self._engine) as connection:
            return saving.entries(connection, _known(id_))

    def save(self, id_: str, changes: Sequence[Change], *, who: str, at: datetime) -> Saved:
        """Keep changes of a draft, all or none. Later wins; what was overtaken unseen is told. Closed, NotThere."""
        with writing(self._engine) as connection:
            project = self._draft(connection, id_)
            saved = saving.save(connection, id_, changes, who, at)
            if saved.at is not None:
                connection.execute(update(_t).where(_t.c.id == id_).values(changed=at))
                for change in changes:
                    if change.path == ORGANISATION:
                        owners.belongs_to(connection, project, change.new)
        return saved

    def history(self, id_: str, prefix: str = "") -> list[Past]:
        """The changes of the paths that begin with `prefix`, the newest first."""
        c = tables.changes.c
        wanted = select(c.id.label("change"), c.path, c.old, c.new, c.who, c.at, c.forgotten).order_by(c.id.desc())
        wanted = wanted.where(c.assessment_id == _known(id_), func.substr(c.path, 1, len(prefix)) == prefix)
        with reading(self._engine) as connection:
            return [Past(**row) for row in connection.execute(wanted).mappings()]

    def forget(self, id_: str, path: str) -> None:
        """Blank what the history says of a path, as for a name typed by mistake; what stands now stays."""
        c = tables.changes.c
        with writing(self._engine) as connection:
            self._there(connection, id_)
            blank = update(tables.changes).where(c.assessment_id == id_, c.path == path)
            connection.execute(blank.values(old=None, new=None, forgotten=True))
        self._wipe()

    def voices(self, id_: str) -> list[dict[str, Any]]:
        """The single voices of an assessment, in no order that says anything."""
        v = tables.voices.c
        wanted = select(v.content).where(v.assessment_id == _known(id_)).order_by(v.token)
        with reading(self._engine) as connection:
            return list(connection.scalars(wanted))

    def add_voices(self, id_: str, voices: Sequence[Mapping[str, Any]]) -> None:
        """Keep voices, without author, time or order. Closed if the assessment is no draft."""
        with writing(self._engine) as connection:
            self._draft(connection, id_)
            saving.add_voices(connection, id_, voices)

    def submit(
        self,
        id_: str,
        *,
        frozen: str,
        sha256: str,
        result: str,
        results: ResultRows,
        shared_with: str,
        at: datetime,
        revision: int | None = None,
        barriers_told: bool = False,
        named: bool = False,
    ) -> None:
        """Freeze a draft with its results. Closed if it is none; ChangedSince if it is past the revision read."""
        with writing(self._engine) as connection:
            self._draft(connection, id_)
            if revision is not None and connection.scalar(_REVISION, {"id": id_}) != revision:
                raise ChangedSince
            said: dict[str, Any] = {"frozen": frozen, "sha256": sha256, "result": result, "shared_with": shared_with}
            said |= {"barriers_told": barriers_told, "named": named}
            self._out_of_the_portfolio(connection, id_)
            connection.execute(
                update(_t).where(_t.c.id == id_).values(**said, state=SUBMITTED, submitted=at, changed=at)
            )
            saving.add_results(connection, id_, results)

    def share(self, id_: str, shared_with: str, *, barriers_told: bool = False, named: bool = False) -> None:
        """Say who may see a submitted assessment: `team` or `portfolio`; and there, what of it. NotSubmitted.

        The portfolio takes it in anew: what was not shown to it is not there.
        """
        with writing(self._engine) as connection:
            self._submitted(connection, id_)
            said: dict[str, Any] = {"shared_with": shared_with, "barriers_told": barriers_told, "named": named}
            connection.execute(update(_t).where(_t.c.id == id_).values(**said))
            self._out_of_the_portfolio(connection, id_)

    def withdraw(self, id_: str, at: datetime) -> None:
        """Take a submitted assessment out of the portfolio; it can still be read. NotSubmitted."""
        with writing(self._engine) as connection:
            self._submitted(connection, id_)
            self._out_of_the_portfolio(connection, id_)
            connection.execute(update(_t).where(_t.c.id == id_).values(state=WITHDRAWN, withdrawn=at, changed=at))

    def delete(self, id_: str) -> None:
        """Erase an assessment with its history; its project and organisation too if they have nothing left."""
        with writing(self._engine) as connection:
            project = self._there(connection, id_).project_id
            self._out_of_the_portfolio(connection, id_)
            connection.execute(delete(_t).where(_t.c.id == id_))
            owners.sweep(connection, project)
        self._wipe()

    def backup(self, path: Path) -> Counts:
        """Write everything to a portable file, as it stands at one moment, while others go on working."""
        return back_up(self._engine, path)

    @staticmethod
    def look_into(path: Path) -> Counts:
        """How much a backup holds, with all checks that a restore makes. NotABackup, TooNew."""
        return look_into(path, data_folder())

    def restore(self, path: Path, *, at: datetime) -> Restored:
        """Put a backup in the place of everything. What was there is kept in the data folder. NotABackup, TooNew."""
        return put_back(self._engine, path, data_folder(), at)

    @staticmethod
    def set_aside(at: datetime) -> Path:
        """Move a damaged data file away as it is, so that a new one can take its place. Where it is now."""
        return set_aside(url_of(None), at)

    def _start(self, connection: Connection, draft: Draft, who: str, at: datetime) -> str:
        saving.keep_rubric(connection, draft.rubric)
        place = draft.project or owners.new_project(connection, at)
        id_ = new_id()
        row = {"id": id_, "project_id": place, "rubric_hash": draft.rubric.hash, "corrects": draft.corrects}
        connection.execute(insert(_t).values(**row, state=DRAFT, created=at, changed=at))
        saving.save(connection, id_, [Change(path, value, None) for path, value in draft.entries.items()], who, at)
        saving.add_voices(connection, id_, draft.voices)
        if draft.project is None:
            owners.belongs_to(connection, place, draft.entries.get(ORGANISATION))
        return id_

    def _there(self, connection: Connection, id_: str) -> Any:
        wanted = select(_t.c.state, _t.c.project_id).where(_t.c.id == _known(id_)).with_for_update()
        row = connection.execute(wanted).one_or_none()
        if row is None:
            raise NotThere
        return row

    def _draft(self, connection: Connection, id_: str) -> str:
        row = self._there(connection, id_)
        if row.state != DRAFT:
            raise Closed
        return str(row.project_id)

    def _submitted(self, connection: Connection, id_: str) -> None:
        if self._there(connection, id_).state != SUBMITTED:
            raise NotSubmitted

    def _out_of_the_portfolio(self, connection: Connection, id_: str) -> None:
        project = connection.scalar(select(tables.shown.c.project_id).where(tables.shown.c.assessment_id == id_))
        if project is not None:
            rows.hide(connection, [id_])
            rows.stand_for([project], connection)

    def _wipe(self) -> None:
        """On SQLite what was erased also leaves the journal beside the file."""
        if self._engine.name == "sqlite":
            empty_journal(self._engine)


def _known(id_: str) -> str:
    """An id of the form we give, so that nothing else comes as far as a database."""
    if not _ID.fullmatch(id_):
        raise NotThere
    return id_
