"""The history: nothing in it changes, and what stood before can be put back from it."""

from sqlalchemy import text

from assessment.store import Change
from tests.store.kept import ANN, AT, BOB, LEVEL, NAME, draft, later, put, values


def test_every_change_is_kept_with_who_and_when(store):
    """The history tells the newest first, with what stood before and after."""
    id_ = draft(store)
    put(store, id_, LEVEL, 2, seen=1, who=BOB, at=later(1))
    put(store, id_, LEVEL, None, seen=2, who=ANN, at=later(2))
    told = [(past.old, past.new, past.who, past.at) for past in store.history(id_, LEVEL)]
    assert told == [(2, None, ANN, later(2)), (1, 2, BOB, later(1)), (None, 1, ANN, AT)]


def test_what_was_told_once_is_told_the_same_ever_after(store):
    """Later changes add to the history and leave its rows as they were."""
    id_ = draft(store)
    for level in (2, 3, 0):
        before = store.history(id_)
        put(store, id_, LEVEL, level)
        assert store.history(id_)[1:] == before
    changes = [past.change for past in store.history(id_)]
    assert changes == sorted(changes, reverse=True)


def test_going_back_step_by_step_reaches_the_beginning(store):
    """Putting back each old value, the newest change first, undoes everything in the order it was done."""
    id_ = draft(store)
    start = values(store, id_)
    for level, name in ((2, "A"), (3, "B"), (None, "C")):
        put(store, id_, LEVEL, level, seen=values(store, id_)[LEVEL])
        put(store, id_, NAME, name, seen=values(store, id_)[NAME])
    for past in store.history(id_)[:6]:
        store.save(id_, [Change(past.path, past.old, past.new)], who=ANN, at=AT)
    assert values(store, id_) == start
    assert len(store.history(id_)) == 3 + 6 + 6


def test_a_prefix_is_taken_letter_by_letter(store):
    """A sign that SQL reads as a wildcard stands for itself, and capitals are others than small letters."""
    id_ = draft(store, said={"a_c/x": 1, "abc/x": 2, "A_c/x": 3, "a%": 4})
    assert [past.path for past in store.history(id_, "a_c/")] == ["a_c/x"]
    assert [past.path for past in store.history(id_, "a%")] == ["a%"]


def test_the_history_of_one_assessment_holds_nothing_of_another(store):
    """Two projects with the same questions do not mix."""
    one, two = draft(store), draft(store)
    put(store, one, LEVEL, 3, seen=1)
    assert [past.new for past in store.history(two, LEVEL)] == [1]


def test_forgetting_blanks_the_history_and_leaves_what_stands(store):
    """A name typed by mistake goes from the history; that something changed, and when, stays."""
    id_ = draft(store, said={"note": "Mair did it", NAME: "Garden"})
    put(store, id_, "note", "Somebody did it", seen="Mair did it")
    store.forget(id_, "note")
    assert values(store, id_) == {"note": "Somebody did it", NAME: "Garden"}
    assert [(past.old, past.new, past.forgotten) for past in store.history(id_, "note")] == [(None, None, True)] * 2
    assert [past.forgotten for past in store.history(id_, NAME)] == [False]


def test_what_changes_after_forgetting_is_remembered_again(store):
    """Forgetting is about the past alone."""
    id_ = draft(store, said={"note": "Mair"})
    store.forget(id_, "note")
    put(store, id_, "note", "Somebody", seen="Mair")
    told = [(past.old, past.new, past.forgotten) for past in store.history(id_, "note")]
    assert told == [("Mair", "Somebody", False), (None, None, True)]


def test_forgotten_text_is_nowhere_in_the_file(file_store, folder):
    """What was forgotten cannot be read from the bytes on the disk either."""
    id_ = draft(file_store, said={"note": "Zzyzx-Mair"})
    put(file_store, id_, "note", "Somebody", seen="Zzyzx-Mair")
    file_store.forget(id_, "note")
    assert b"Zzyzx-Mair" not in b"".join(path.read_bytes() for path in folder.iterdir())


def test_voices_have_no_author_time_or_order(store):
    """A voice is kept by a random token; the table has no other column that could tell whose it is."""
    id_ = draft(store)
    said = [{"level": number} for number in range(40)]
    store.add_voices(id_, said)
    assert sorted(store.voices(id_), key=lambda voice: voice["level"]) == said
    assert store.voices(id_) != said
    with store._engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM voices")).mappings().first()
    assert set(row) == {"token", "assessment_id", "content"}
    assert store.history(id_, "voice") == []
