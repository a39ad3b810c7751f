"""What a person can do with an assessment that is kept."""

from datetime import UTC, date, datetime

import pytest

from assessment import actions
from assessment.core.entries import typed
from assessment.core.fault import BadInput
from assessment.library import content_hash
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


def test_a_record_is_known_by_its_name_as_it_was_frozen(store):
    """Whoever brings its name gets the record, when it was submitted and what became of it."""
    work = begun(store)
    actions.submit(store, work, shared_with="team", at=AT)
    found = actions.record(store, store.find(work.kept.id).record)
    assert (found.assessment.project.name, found.rubric) == ("Garden", main_rubric())
    assert (found.submitted, found.withdrawn, found.corrected) == (AT, None, None)
    assert actions.record(store, "0" * 64) is None


def test_a_record_tells_that_it_was_corrected_and_withdrawn(store):
    """The correction counts once it is submitted."""
    actions.submit(store, begun(store), shared_with="team", at=AT)
    [kept] = store.all()
    id_ = actions.correct(store, actions.look(store, kept.id), who="a", today=date(2026, 11, 26), at=AT)
    correction = actions.look(store, id_)
    say(store, correction, NOTE, "A garden for everybody.")
    assert actions.record(store, kept.record).corrected is None
    later = AT.replace(hour=16)
    actions.submit(store, actions.look(store, id_), shared_with="team", at=later)
    store.withdraw(kept.id, later)
    found = actions.record(store, kept.record)
    assert (found.corrected, found.withdrawn, found.assessment.project.about.text) == (later, later, "")


def test_a_rubric_is_found_by_its_content_only(store):
    """Today's, or the copy that was kept with an assessment; never one of the same name that says something else."""
    rubric = main_rubric()
    older = rubric.model_copy(update={"version": "1.0"})
    sha256 = content_hash(older)
    assert actions.find_rubric(store, rubric.name, content_hash(rubric)) is rubric
    assert actions.find_rubric(store, rubric.name, sha256) is None
    said = {actions.NAME: "Garden"}
    actions.begin(store, older, said, language="en", today=AT.date(), who="a", at=AT)
    assert actions.find_rubric(store, rubric.name, sha256) == older
    for name, hash_ in (("other/1", sha256), (rubric.name, "\x00" * 64), ("x" * 1000, sha256), (rubric.name, "")):
        assert actions.find_rubric(store, name, hash_) is None
