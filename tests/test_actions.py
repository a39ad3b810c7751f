"""What a person can do with an assessment that is kept."""

from datetime import UTC, date, datetime

import pytest

from assessment import actions
from assessment.core.entries import typed
from assessment.core.fault import BadInput
from assessment.store import ChangedSince, Store
from assessment.ui.files import main_rubric

AT = datetime(2026, 11, 25, 14, 2, tzinfo=UTC)
NOTE = "project/about"


@pytest.fixture
def store(tmp_path):
    """A store of the test's own."""
    store = Store.open(f"sqlite:///{tmp_path / 'gyda.db'}")
    yield store
    store.close()


def begun(store):
    """A project that has begun."""
    said = {actions.NAME: "Garden"}
    id_ = actions.begin(store, main_rubric(), said, language="en", today=date(2026, 11, 25), who="a", at=AT)
    return actions.look(store, id_)


def say(store, work, path, value):
    """Somebody's answer."""
    return actions.answer(store, work, path, value, seen=work.value(path), who="b", at=AT)


def test_the_day_of_an_assessment_is_always_one_that_can_be_read(store):
    """Without its day nothing of an assessment could be shown, so what is no date does not take its place."""
    work = begun(store)
    with pytest.raises(BadInput, match="no date"):
        say(store, work, actions.DATE, typed("some day"))
    assert actions.assessment_of(store, actions.look_again(store, work)).assessment.date == date(2026, 11, 25)


def test_another_day_that_cannot_be_read_yet_is_kept_as_typed(store):
    """Only the day of the assessment itself is needed; another may wait."""
    work = begun(store)
    say(store, work, "assessment/shown_to_people/date", typed("in spring"))
    assert actions.assessment_of(store, actions.look_again(store, work)).assessment.shown_to_people is None


def test_what_is_answered_while_it_is_submitted_is_not_lost(store):
    """An answer that comes between the look and the freezing stops it, and is in what is frozen the next time."""
    work = begun(store)
    say(store, work, NOTE, "A garden for everybody.")
    with pytest.raises(ChangedSince):
        actions.submit(store, work, shared_with="team", at=AT)
    assert store.find(work.kept.id).state == "draft"
    actions.submit(store, actions.look(store, work.kept.id), shared_with="team", at=AT)
    assert "A garden for everybody." in store.find(work.kept.id).frozen
