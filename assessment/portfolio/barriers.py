"""What a manager does about a barrier: take it on, tell that it is removed, refuse it with a reason; and undo it."""

from datetime import datetime

from assessment.core.portfolio.barriers import Mark, held_before, said
from assessment.store import Store
from assessment.store.portfolio import marking


def answer(
    store: Store, project: str, stage: str, reason: str, mark: Mark, note: str, *, who: str, at: datetime
) -> Mark:
    """Keep what a manager says of a barrier; the team sees it. BadInput if a refusal says no reason."""
    marking.mark(store, project, stage, reason, mark, said(mark, note), who=who, at=at)
    return mark


def take_back(store: Store, project: str, stage: str, reason: str, *, who: str, at: datetime) -> None:
    """Let hold again what held before the last answer; that too is kept. Nothing where there is no answer."""
    if before := held_before(reversed(marking.history(store, project, stage, reason))):
        mark, note = before
        marking.mark(store, project, stage, reason, mark, note, who=who, at=at)
