"""What a manager does about a barrier: take it on, tell that it is removed, refuse it with a reason; and undo it."""

from datetime import datetime

from assessment.core.portfolio.barriers import Mark, said
from assessment.store import Store
from assessment.store.portfolio import marking


def answer(
    store: Store, project: str, stage: str, reason: str, mark: Mark, note: str, *, who: str, at: datetime
) -> Mark:
    """Keep what a manager says of a barrier; the team sees it. BadInput if a refusal says no reason."""
    marking.mark(store, project, stage, reason, mark, said(mark, note), who=who, at=at)
    return mark


def take_back(store: Store, project: str, stage: str, reason: str, *, who: str, at: datetime) -> None:
    """Let hold again what was said before the last; that too is kept."""
    found = marking.history(store, project, stage, reason)
    before = found[1] if len(found) > 1 else None
    mark, note = (before.mark, before.note) if before else (Mark.WAITING, None)
    marking.mark(store, project, stage, reason, mark, note, who=who, at=at)
