"""Which projects have news of a manager."""

from collections.abc import Collection

from assessment.store.portfolio.marking import marks_of_all
from assessment.ui.keeping import the_store


def with_answers(projects: Collection[str]) -> frozenset[str]:
    """Which of these projects have an answer about a barrier."""
    found = marks_of_all(the_store(), projects)
    return frozenset(project for (project, _, _), marked in found.items() if marked.answered)
