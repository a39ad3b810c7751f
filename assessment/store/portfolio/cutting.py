"""A cut of the portfolio as the condition of a query."""

from sqlalchemy import ColumnElement, and_, or_, select

from assessment.core.portfolio.cut import NOT_SAID, Cut
from assessment.core.terms import Depth, MadeBy
from assessment.store import tables

s = tables.shown.c
_OF_A_LIST = {"kind": s.kind, "level": s.level, "complexity": s.complexity, "organisation": s.organisation}


def within(cut: Cut) -> ColumnElement[bool]:
    """The assessments of a cut that stand for their project, whatever their depth."""
    found = [s.latest_with_drafts if cut.drafts else and_(s.latest, ~s.draft)]
    if cut.rubric:
        found.append(s.rubric == cut.rubric)
    found += [_any(column, getattr(cut, name)) for name, column in _OF_A_LIST.items() if getattr(cut, name)]
    if cut.tag:
        t = tables.project_tags.c
        found.append(s.project_id.in_(select(t.project_id).where(t.tag.in_(cut.tag))))
    if cut.project:
        found.append(s.project_id.in_(cut.project))
    if cut.since:
        found.append(s.day >= cut.since.isoformat())
    if cut.until:
        found.append(s.day <= cut.until.isoformat())
    r = tables.stage_results.c
    for stage, statuses in cut.statuses().items():
        found.append(s.assessment_id.in_(select(r.assessment_id).where(r.stage == stage, r.status.in_(statuses))))
    return and_(*found)


def compared(cut: Cut) -> ColumnElement[bool]:
    """Those of a cut that are compared: full assessments."""
    return and_(within(cut), s.depth == Depth.FULL.value)


def in_spread(cut: Cut) -> ColumnElement[bool]:
    """Those that enter a spread: full, and by people and organisations together."""
    return and_(compared(cut), s.made_by == MadeBy.BOTH.value)


def _any(column: ColumnElement[str], wanted: tuple[str, ...]) -> ColumnElement[bool]:
    said = column.in_([one for one in wanted if one != NOT_SAID])
    return or_(said, column.is_(None)) if NOT_SAID in wanted else said
