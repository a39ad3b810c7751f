"""Entries: what is saved, what is not, and who is told of what."""

import pytest

from assessment.store import Change, Closed, NotThere, Overtaken, StoreTrouble
from tests.store.kept import ANN, AT, BOB, LEVEL, NAME, ORGANISATION, RUBRIC, draft, later, put, submit, values


def test_a_new_draft_holds_what_was_said(store):
    """A draft starts with its entries, its rubric and its times."""
    kept = store.find(draft(store))
    assert values(store, kept.id) == {NAME: "Garden", ORGANISATION: "Sir Ddu", LEVEL: 1}
    assert (kept.state, kept.created, kept.changed, kept.revision > 0) == ("draft", AT, AT, True)
    assert (kept.rubric_hash, kept.rubric_name, kept.rubric_version) == (RUBRIC.hash, RUBRIC.name, RUBRIC.version)
    assert store.rubric(RUBRIC.hash) == RUBRIC.content


def test_an_unknown_rubric_is_none(store):
    """Nobody has a rubric that no assessment was made with."""
    assert store.rubric("00") is None


def test_a_draft_may_start_with_nothing(store):
    """An assessment without entries has no revision yet."""
    id_ = draft(store, said={})
    assert (store.entries(id_), store.find(id_).revision) == ({}, 0)


def test_a_draft_comes_with_its_voices_or_not_at_all(store):
    """Voices of a file are kept in the same go; if one cannot be, there is no draft either."""
    assert store.voices(draft(store, voices=[{"a": 1}])) == [{"a": 1}]
    with pytest.raises(StoreTrouble):
        draft(store, voices=[{"a": object()}])
    assert len(store.all()) == 1


def test_entries_stand_in_the_order_of_their_first_change(store):
    """Changing or clearing an entry leaves it at its place."""
    id_ = draft(store, said={"b": 1, "a": 2, "c": 3})
    put(store, id_, "b", 9, seen=1)
    put(store, id_, "a", None, seen=2)
    put(store, id_, "a", 5)
    assert values(store, id_) == {"b": 9, "a": 5, "c": 3}
    assert list(store.entries(id_)) == ["b", "a", "c"]


def test_an_entry_tells_who_changed_it_last_and_when(store):
    """Who and when are those of the last change."""
    id_ = draft(store)
    saved = put(store, id_, LEVEL, 2, seen=1, who=BOB, at=later(5))
    entry = store.entries(id_)[LEVEL]
    assert (entry.value, entry.who, entry.at, entry.change) == (2, BOB, later(5), saved.change)
    assert entry.born < entry.change
    assert store.find(id_).changed == later(5)
    assert store.find(id_).revision == saved.change


def test_a_cleared_entry_stays_with_nothing_in_it(store):
    """What was taken out is None, and so is an empty text."""
    id_ = draft(store)
    put(store, id_, LEVEL, None, seen=1)
    put(store, id_, NAME, "", seen="Garden")
    assert values(store, id_) == {NAME: None, ORGANISATION: "Sir Ddu", LEVEL: None}


@pytest.mark.parametrize("new, seen", [(1, 1), (7, 7), (None, ""), (1, 2)])
def test_what_says_nothing_new_is_not_written(store, new, seen):
    """Neither what this session drew itself nor what stands there already makes a change."""
    id_ = draft(store)
    before = store.find(id_)
    assert put(store, id_, LEVEL, new, seen=seen, who=BOB, at=later(9)).at is None
    assert store.find(id_) == before
    assert len(store.history(id_)) == 3


def test_true_and_one_are_two_values(store):
    """A tick is no number."""
    id_ = draft(store)
    assert put(store, id_, LEVEL, True, seen=1).at == AT
    assert store.entries(id_)[LEVEL].value is True


def test_the_later_wins_and_is_told_what_it_replaced(store):
    """Somebody else's value that was not on the screen is handed back."""
    id_ = draft(store)
    put(store, id_, LEVEL, 2, seen=1, who=BOB, at=later(1))
    saved = put(store, id_, LEVEL, 3, seen=1, who=ANN, at=later(2))
    assert saved.overtaken == (Overtaken(LEVEL, 2, BOB, later(1)),)
    assert values(store, id_)[LEVEL] == 3
    assert store.history(id_, LEVEL)[0].old == 2


def test_what_somebody_else_cleared_is_told_too(store):
    """Nothing can be a value of somebody else's."""
    id_ = draft(store)
    put(store, id_, LEVEL, None, seen=1, who=BOB)
    assert [one.theirs for one in put(store, id_, LEVEL, 3, seen=1).overtaken] == [None]


def test_what_was_on_the_screen_is_replaced_in_silence(store):
    """Whoever saw the other's value knows what they replace."""
    id_ = draft(store)
    put(store, id_, LEVEL, 2, seen=1, who=BOB)
    assert put(store, id_, LEVEL, 3, seen=2).overtaken == ()


def test_ones_own_value_from_another_window_is_replaced_in_silence(store):
    """Nobody overtakes themselves."""
    id_ = draft(store)
    put(store, id_, LEVEL, 2, seen=1)
    assert put(store, id_, LEVEL, 3, seen=1).overtaken == ()


def test_several_changes_are_one_save(store):
    """Changed, new and unchanged entries go in together, under one time and the last number."""
    id_ = draft(store)
    changes = [Change(LEVEL, 2, 1), Change("language", "cy", None), Change(NAME, "Garden", "Garden")]
    saved = store.save(id_, changes, who=BOB, at=later(1))
    assert values(store, id_) == {NAME: "Garden", ORGANISATION: "Sir Ddu", LEVEL: 2, "language": "cy"}
    assert [past.path for past in store.history(id_)[:2]] == ["language", LEVEL]
    assert saved.change == store.find(id_).revision


def test_of_two_changes_of_one_entry_the_last_is_kept(store):
    """A save names an entry twice: it has one value afterwards, by one change."""
    id_ = draft(store)
    store.save(id_, [Change("new", 1, None), Change("new", 2, None)], who=ANN, at=AT)
    assert values(store, id_)["new"] == 2
    assert len(store.history(id_, "new")) == 1


def test_a_submitted_assessment_takes_no_more(store):
    """After submitting, every save is refused and changes nothing."""
    id_ = draft(store)
    submit(store, id_)
    before = store.find(id_), store.entries(id_)
    with pytest.raises(Closed):
        put(store, id_, LEVEL, 3, seen=1)
    with pytest.raises(Closed):
        store.add_voices(id_, [{"a": 1}])
    assert (store.find(id_), store.entries(id_)) == before


@pytest.mark.parametrize("id_", ["", "0" * 16, "x" * 16, "1' or '1'='1", "\x00", "\ud800", "../../etc", "0" * 999])
def test_what_is_not_there_is_said_so(store, id_):
    """A forged id is answered like one that was deleted."""
    with pytest.raises(NotThere):
        store.find(id_)
    with pytest.raises(NotThere):
        put(store, id_, LEVEL, 1)
    with pytest.raises(NotThere):
        store.delete(id_)


def test_heads_are_the_named_entries_of_every_assessment(store):
    """One question gives the names of all; what is empty is left out."""
    one, two = draft(store), draft(store, said={NAME: "Pool", LEVEL: 2})
    put(store, one, LEVEL, None, seen=1)
    assert store.heads([NAME, LEVEL]) == {one: {NAME: "Garden"}, two: {NAME: "Pool", LEVEL: 2}}


def test_the_last_changed_comes_first(store):
    """The list begins with what somebody worked on last, and can be asked by state."""
    one, two = draft(store), draft(store)
    put(store, one, LEVEL, 2, seen=1, at=later(1))
    assert [kept.id for kept in store.all()] == [one, two]
    submit(store, two)
    assert [kept.id for kept in store.all()] == [two, one]
    assert [kept.id for kept in store.all(states=["draft"])] == [one]
    assert store.all(states=["withdrawn"]) == []
