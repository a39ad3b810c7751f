"""The tables, the same on SQLite and PostgreSQL. A change here needs a migration beside it."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    and_,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class Plain(TypeDecorator[Any]):
    """A value as ASCII JSON text: PostgreSQL takes neither NUL nor half a character in a text. Nothing is NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return plain(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Moment(TypeDecorator[datetime]):
    """A time in UTC, which SQLite keeps without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def plain(value: Any) -> str | None:
    """A value's one text, by which two values are the same or not; None and an empty text are nothing."""
    return None if value is None or value == "" else json.dumps(value, sort_keys=True, separators=(",", ":"))


_Id = String(32)
_Change = BigInteger().with_variant(Integer, "sqlite")


def _assessment() -> Column[str]:
    return Column("assessment_id", _Id, ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)


organisations = Table(
    "organisations",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("name", Plain, nullable=False),
)
projects = Table(
    "projects",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("organisation_id", _Id, ForeignKey("organisations.id"), index=True),
    Column("created", Moment, nullable=False),
)
rubrics = Table(
    "rubrics",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("content", Text, nullable=False),
)
assessments = Table(
    "assessments",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("project_id", _Id, ForeignKey("projects.id"), nullable=False, index=True),
    Column("rubric_hash", String(64), ForeignKey("rubrics.hash"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("submitted", Moment),
    Column("withdrawn", Moment),
    Column("corrects", _Id, ForeignKey("assessments.id", ondelete="SET NULL"), index=True),
    Column("shared_with", String(16)),
    Column("barriers_told", Boolean),
    Column("named", Boolean),
    Column("frozen", Text),
    Column("sha256", String(64)),
    Column("result", Text),
)
changes = Table(
    "changes",
    metadata,
    Column("id", _Change, primary_key=True),
    Column("assessment_id", _Id, ForeignKey("assessments.id", ondelete="CASCADE"), nullable=False),
    Column("path", Text, nullable=False),
    Column("old", Plain),
    Column("new", Plain),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("forgotten", Boolean, nullable=False),
    Index(None, "assessment_id", "id"),
    sqlite_autoincrement=True,
)
"""The history: rows are added, and only erasing what was said touches one again."""
entries = Table(
    "entries",
    metadata,
    _assessment(),
    Column("path", Text, primary_key=True),
    Column("value", Plain),
    Column("born", _Change, nullable=False),
    Column("change_id", _Change, nullable=False),
)
"""What stands now. A cleared entry stays, so that its row keeps its place."""
voices = Table(
    "voices",
    metadata,
    Column("token", _Id, primary_key=True),
    Column("assessment_id", _Id, ForeignKey("assessments.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("content", Plain, nullable=False),
    sqlite_with_rowid=False,
)
"""By a random token and nothing else: a row number would tell their order."""
stage_results = Table(
    "stage_results",
    metadata,
    _assessment(),
    Column("stage", Text, primary_key=True),
    Column("status", Text, nullable=False),
    Column("decision", Text),
    Column("band", Text),
    Column("standing", Text, nullable=False),
    Column("score", Float),
    Column("answered", Integer, nullable=False),
    Column("applicable", Integer, nullable=False),
    Column("evidence", Float),
    Column("decision_evidence", String(16)),
    Column("reason", Text),
    Column("remover", Plain),
    sqlite_with_rowid=False,
)
"""Results lie in the order of their assessment, so that those of a portfolio are read in one go."""
value_results = Table(
    "value_results",
    metadata,
    _assessment(),
    Column("value", Text, primary_key=True),
    Column("score", Float),
    Column("answered", Integer, nullable=False),
    Column("applicable", Integer, nullable=False),
    Column("in_spread", Float),
    sqlite_with_rowid=False,
)
cell_results = Table(
    "cell_results",
    metadata,
    _assessment(),
    Column("cell", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("level", Integer),
    Column("evidence", String(16)),
    Column("agreed", Boolean),
    sqlite_with_rowid=False,
)
shown = Table(
    "shown",
    metadata,
    _assessment(),
    Column("project_id", _Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("match_key", String(32), nullable=False, index=True),
    Column("rubric", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("depth", String(16), nullable=False),
    Column("draft", Boolean, nullable=False),
    Column("latest", Boolean, nullable=False),
    Column("latest_with_drafts", Boolean, nullable=False),
    Column("day", String(10), nullable=False),
    Column("at", Moment, nullable=False),
    Column("name", Plain, nullable=False),
    Column("organisation", Plain),
    Column("kind", Text),
    Column("level", Text),
    Column("complexity", Text),
    Column("made_by", String(16), nullable=False),
    Column("people_answered", Boolean, nullable=False),
    Column("apart", Boolean, nullable=False),
    Column("population", Boolean, nullable=False),
    *(Column(f"actions_{status}", Integer, nullable=False) for status in ("open", "under_way", "done", "dropped")),
    Column("barriers_told", Boolean, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("content_sha256", String(64), nullable=False, index=True),
    Column("record", String(64), index=True),
    Column("stamp", Integer, nullable=False),
)
"""What the portfolio may see, a row an assessment. It reads from this and what hangs on it, and from nowhere else.

`latest`: whether it stands for its project, among those on its rubric and of its depth. `apart`: whether a stage of it
has happened in a band that enters no spread. `population`: whether it says how the team knows who lives there.
`stamp`: a number by chance, another one whenever it is shown anew, so that a sum tells whether anything has changed.
"""
Index(
    "ix_shown_cut",
    *(
        shown.c[name]
        for name in (
            "rubric", "depth", "made_by", "kind", "level", "complexity",
            "people_answered", "apart", "population", "assessment_id", "stamp",
        )
    ),
    sqlite_where=and_(shown.c.latest, ~shown.c.draft),
    postgresql_where=and_(shown.c.latest, ~shown.c.draft),
)  # fmt: skip
"""All that is counted of what stands for its project: nobody reads past names who only counts.

Of the others there is nothing in it. SQLite would look for the earlier assessments of a project here, by rubric and
depth, and so among those of all projects.
"""
Index("ix_shown_draft", shown.c.rubric, sqlite_where=shown.c.draft, postgresql_where=shown.c.draft)
"""How many drafts there are is asked for every page, and there are few."""
shown_forms = Table(
    "shown_forms",
    metadata,
    _assessment(),
    Column("form", Text, nullable=False),
    Column("result", Text, nullable=False),
)
"""Its shared form and its result, as JSON: apart, so that nobody reads past them who only counts."""
shown_groups = Table(
    "shown_groups",
    metadata,
    _assessment(),
    Column("place", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("group", Text, nullable=False),
    Column("label", Plain),
    Column("presence", String(16), nullable=False),
    sqlite_with_rowid=False,
)
promise_results = Table(
    "promise_results",
    metadata,
    Column("later_id", _Id, ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True),
    Column("earlier_id", _Id, ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("about", Text, primary_key=True),
    Column("promised", Text, nullable=False),
    Column("now", Text),
    Column("kept", String(16), nullable=False),
    sqlite_with_rowid=False,
)
barrier_marks = Table(
    "barrier_marks",
    metadata,
    Column("id", _Change, primary_key=True),
    Column("project_id", _Id, ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("mark", String(16), nullable=False),
    Column("note", Plain),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "project_id", "stage", "reason"),
    sqlite_autoincrement=True,
)
"""What managers said of a barrier, row by row; the last one holds."""
project_tags = Table(
    "project_tags",
    metadata,
    Column("project_id", _Id, ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", String(60), primary_key=True),
)
