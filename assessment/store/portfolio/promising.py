"""What became of the promises of one project."""

from typing import Any

from sqlalchemy import select

from assessment.store.engine import reading
from assessment.store.store import Store
from assessment.store.tables import promise_results

_p = promise_results.c


def kept_at(store: Store, assessment: str) -> list[dict[str, Any]]:
    """What earlier assessments promised, and what this one says came of it: a row a promise."""
    wanted = select(_p.earlier_id, _p.about, _p.promised, _p.now, _p.kept).where(_p.later_id == assessment)
    with reading(store.engine) as connection:
        return [dict(row) for row in connection.execute(wanted).mappings()]
