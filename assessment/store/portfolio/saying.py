"""What a manager says of a project: tags."""

from sqlalchemy import delete, exists, insert, select

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.tag import tag_from
from assessment.store.engine import one_at_a_time, reading, writing
from assessment.store.portfolio.cutting import compared, s
from assessment.store.store import Store
from assessment.store.tables import project_tags

_t = project_tags.c


def tag(store: Store, project: str, typed: str) -> str:
    """Put a tag on a project that the portfolio has; once is enough. The tag as it stands; empty if there was none."""
    wanted = tag_from(typed)
    if not wanted:
        return ""
    with writing(store.engine) as connection:
        one_at_a_time(connection)
        there = select(exists().where(_t.project_id == project, _t.tag == wanted))
        if not connection.scalar(select(exists().where(s.project_id == project))):
            return ""
        if not connection.scalar(there):
            connection.execute(insert(project_tags).values(project_id=project, tag=wanted))
    return wanted


def tagged(store: Store, cut: Cut) -> bool:
    """Whether any project of a cut has a tag."""
    wanted = select(exists().where(_t.project_id == s.project_id, compared(cut)))
    with reading(store.engine) as connection:
        return bool(connection.scalar(wanted))


def untag(store: Store, project: str, tag: str) -> None:
    """Take a tag off a project."""
    with writing(store.engine) as connection:
        connection.execute(delete(project_tags).where(_t.project_id == project, _t.tag == tag))
