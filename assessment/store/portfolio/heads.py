"""All projects of a portfolio, one line each."""

from dataclasses import dataclass

from sqlalchemy import select

from assessment.store import tables
from assessment.store.engine import reading
from assessment.store.store import Store

_s = tables.shown.c


@dataclass(frozen=True)
class Head:
    """A project by the assessment that stands for it on one rubric."""

    project: str
    day: str
    draft: bool
    rubric: str
    name: str


def heads(store: Store) -> list[Head]:
    """Every project, the last assessed first; one that answered two sets of questions is there for each."""
    wanted = select(_s.project_id.label("project"), _s.day, _s.draft, _s.rubric, _s.name).where(_s.latest_with_drafts)
    with reading(store.engine) as connection:
        rows = connection.execute(wanted.order_by(_s.day.desc(), _s.at.desc(), _s.assessment_id)).mappings()
        return list({(one["project"], one["rubric"]): Head(**one) for one in reversed(list(rows))}.values())[::-1]
