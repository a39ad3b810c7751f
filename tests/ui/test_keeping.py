"""The store behind the screens."""

import gc
import weakref
from datetime import UTC, date, datetime

from assessment import actions
from assessment.ui.files import main_rubric
from assessment.ui.keeping import assessment_of, open_anew, the_store, work_of


def test_a_store_that_was_let_go_is_held_by_nothing():
    """What was read from a store does not keep it, nor what it holds open, once another takes its place."""
    said = {actions.NAME: "A bus in the evening"}
    id_ = actions.begin(
        the_store(), main_rubric(), said, language="en", today=date(2026, 11, 22), who="x", at=datetime.now(UTC)
    )
    assert assessment_of(work_of(id_)).project.name
    before = weakref.ref(the_store())
    open_anew()
    gc.collect()
    assert before() is None
    assert work_of(id_).value(actions.NAME) == said[actions.NAME]
