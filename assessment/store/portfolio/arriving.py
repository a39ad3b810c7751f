"""What the portfolio has already of what arrives, and taking back what has just come in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from assessment.store import owners, saving, tables
from assessment.store.batches import batches
from assessment.store.engine import empty_journal, one_at_a_time, reading, writing
from assessment.store.portfolio import rows
from assessment.store.store import RECEIVED, Store

_s, _a, _t = tables.shown.c, tables.assessments.c, tables.project_tags.c


@dataclass(frozen=True)
class Here:
    """What the portfolio has: contents that were submitted, contents of drafts, records, and projects by their key."""

    submitted: frozenset[str]
    drafts: frozenset[str]
    records: frozenset[str]
    projects: dict[str, str]


def here(store: Store, *, contents: Collection[str], records: Collection[str], keys: Collection[str]) -> Here:
    """Which of these contents (SHA-256 of shared forms), records and projects the portfolio has already."""
    submitted: set[str] = set()
    drafts: set[str] = set()
    named: set[str] = set()
    projects: dict[str, str] = {}
    with reading(store.engine) as connection:
        for some in batches(contents):
            for content, draft in connection.execute(
                select(_s.content_sha256, _s.draft).where(_s.content_sha256.in_(some))
            ):
                (drafts if draft else submitted).add(content)
        for some in batches(records):
            named |= set(connection.scalars(select(_s.record).where(_s.record.in_(some))))
        for some in batches(keys):
            found = connection.execute(select(_s.match_key, _s.project_id).where(_s.match_key.in_(some)).distinct())
            projects |= {row.match_key: row.project_id for row in found}
    return Here(frozenset(submitted), frozenset(drafts), frozenset(named), projects)


def tags(store: Store, projects: Collection[str]) -> set[tuple[str, str]]:
    """The tags of these projects, each with its project."""
    found: set[tuple[str, str]] = set()
    with reading(store.engine) as connection:
        for some in batches(projects):
            wanted = select(_t.project_id, _t.tag).where(_t.project_id.in_(some))
            found |= {(row.project_id, row.tag) for row in connection.execute(wanted)}
    return found


def take_back(store: Store, ids: Sequence[str], tagged: Collection[tuple[str, str]] = ()) -> int:
    """Erase assessments that came from outside, and projects with nothing left; and tags of others. How many it was.

    What a team of this store answered stays, whoever names it here.
    """
    erased = 0
    with writing(store.engine) as connection:
        one_at_a_time(connection)
        projects: set[str] = set()
        for some in batches(ids):
            wanted = select(_a.id, _a.project_id).where(_a.id.in_(some), _a.state == RECEIVED)
            found = {row.id: row.project_id for row in connection.execute(wanted)}
            projects |= set(found.values())
            rows.hide(connection, list(found))
            saving.drop_results(connection, list(found))
            connection.execute(delete(tables.assessments).where(_a.id.in_(list(found))))
            erased += len(found)
        for project, tag in tagged:
            connection.execute(delete(tables.project_tags).where(_t.project_id == project, _t.tag == tag))
        owners.sweep_all(connection, projects)
        rows.stand_for(projects, connection)
    if store.engine.name == "sqlite":
        empty_journal(store.engine)
    return erased
