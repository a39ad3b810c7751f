"""What a portfolio needs: what is shown of an assessment, promises, barriers that were taken on, tags."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

CHANGE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RESULTS = {
    "stage_results": ("stage", "status", "decision", "band", "standing", "score", "answered", "applicable", "evidence"),
    "value_results": ("value", "score", "answered", "applicable"),
    "cell_results": ("cell", "state", "level"),
}

CUT = [
    "rubric", "depth", "made_by", "kind", "level", "complexity",
    "people_answered", "apart", "population", "assessment_id", "stamp",
]  # fmt: skip


def upgrade() -> None:
    """Take the tables one step on."""
    op.add_column("assessments", sa.Column("barriers_told", sa.Boolean(), nullable=True))
    op.add_column("assessments", sa.Column("named", sa.Boolean(), nullable=True))
    results = {name: _taken(name) for name in RESULTS}
    _results()
    for name, rows in results.items():
        if rows:
            op.bulk_insert(sa.table(name, *map(sa.column, ("assessment_id", *RESULTS[name]))), rows)
    _shown()
    _said()


def _taken(name: str) -> list[dict[str, object]]:
    """The rows of a table that is made anew, and the table gone."""
    columns = ", ".join(("assessment_id", *RESULTS[name]))
    rows = [{**row} for row in op.get_bind().execute(sa.text(f"SELECT {columns} FROM {name}")).mappings()]  # noqa: S608 - our own names
    op.drop_table(name)
    return rows


def _of_assessment(name: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    return (
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f(f"fk_{name}_assessment_id"), ondelete="CASCADE"
        ),
    )


def _results() -> None:
    op.create_table(
        "stage_results",
        *_of_assessment("stage_results"),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("band", sa.Text(), nullable=True),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("applicable", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Float(), nullable=True),
        sa.Column("decision_evidence", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("remover", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("assessment_id", "stage", name=op.f("pk_stage_results")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "value_results",
        *_of_assessment("value_results"),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("applicable", sa.Integer(), nullable=False),
        sa.Column("in_spread", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("assessment_id", "value", name=op.f("pk_value_results")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cell_results",
        *_of_assessment("cell_results"),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(length=16), nullable=True),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("assessment_id", "cell", name=op.f("pk_cell_results")),
        sqlite_with_rowid=False,
    )


def _shown() -> None:
    op.create_table(
        "shown",
        *_of_assessment("shown"),
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("match_key", sa.String(length=32), nullable=False),
        sa.Column("rubric", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("depth", sa.String(length=16), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("latest_with_drafts", sa.Boolean(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("complexity", sa.Text(), nullable=True),
        sa.Column("made_by", sa.String(length=16), nullable=False),
        sa.Column("people_answered", sa.Boolean(), nullable=False),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.Column("population", sa.Boolean(), nullable=False),
        *(
            sa.Column(f"actions_{status}", sa.Integer(), nullable=False)
            for status in ("open", "under_way", "done", "dropped")
        ),
        sa.Column("barriers_told", sa.Boolean(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("record", sa.String(length=64), nullable=True),
        sa.Column("stamp", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_shown_project_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_shown")),
    )
    for column in ("project_id", "match_key", "content_sha256", "record"):
        op.create_index(op.f(f"ix_shown_{column}"), "shown", [column], unique=False)
    op.create_index(
        "ix_shown_cut",
        "shown",
        CUT,
        unique=False,
        sqlite_where=sa.text("latest = 1 AND draft = 0"),
        postgresql_where=sa.text("latest AND NOT draft"),
    )
    op.create_index(
        "ix_shown_draft",
        "shown",
        ["rubric"],
        unique=False,
        sqlite_where=sa.text("draft = 1"),
        postgresql_where=sa.text("draft"),
    )
    op.create_table(
        "shown_forms",
        *_of_assessment("shown_forms"),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_shown_forms")),
    )
    op.create_table(
        "shown_groups",
        *_of_assessment("shown_groups"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("presence", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "place", name=op.f("pk_shown_groups")),
        sqlite_with_rowid=False,
    )


def _said() -> None:
    op.create_table(
        "promise_results",
        sa.Column("later_id", sa.String(length=32), nullable=False),
        sa.Column("earlier_id", sa.String(length=32), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("promised", sa.Text(), nullable=False),
        sa.Column("now", sa.Text(), nullable=True),
        sa.Column("kept", sa.String(length=16), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], ["assessments.id"], name=op.f(f"fk_promise_results_{column}"), ondelete="CASCADE"
            )
            for column in ("later_id", "earlier_id")
        ),
        sa.PrimaryKeyConstraint("later_id", "earlier_id", "about", name=op.f("pk_promise_results")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_promise_results_earlier_id"), "promise_results", ["earlier_id"], unique=False)
    op.create_table(
        "barrier_marks",
        sa.Column("id", CHANGE, nullable=False),
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_barrier_marks_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barrier_marks")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_barrier_marks_project_id_stage_reason"),
        "barrier_marks",
        ["project_id", "stage", "reason"],
        unique=False,
    )
    op.create_table(
        "project_tags",
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("tag", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_project_tags_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("project_id", "tag", name=op.f("pk_project_tags")),
    )
