"""What the tests of the store keep."""

from datetime import UTC, datetime, timedelta

from assessment.store import Change, ResultRows, RubricCopy

AT = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)
RUBRIC = RubricCopy("a1" * 32, "involvement/1", "1.0", '{"id":"involvement/1"}')
NAME, ORGANISATION, LEVEL = "project/name", "project/organisation", "answers/co_design.trust/level"
ANN, BOB = "ann", "bob"
ROWS = ResultRows(
    stages=(
        {
            "stage": "co_design",
            "status": "done",
            "decision": "with",
            "band": "with",
            "standing": "strong",
            "score": 2.5,
            "answered": 4,
            "applicable": 5,
            "evidence": None,
        },
    ),
    values=({"value": "trust", "score": None, "answered": 1, "applicable": 5},),
    cells=({"cell": "co_design.trust", "state": "answered", "level": 2},),
)


def later(seconds):
    """A time after the tests' own."""
    return AT + timedelta(seconds=seconds)


def draft(store, said=None, **more):
    """A draft of Ann's with a few entries. Its id."""
    entries = {NAME: "Garden", ORGANISATION: "Sir Ddu", LEVEL: 1} if said is None else said
    return store.start(rubric=RUBRIC, entries=entries, who=ANN, at=AT, **more)


def put(store, id_, path, new, *, seen=None, who=ANN, at=AT):
    """Save one value."""
    return store.save(id_, [Change(path, new, seen)], who=who, at=at)


def values(store, id_):
    """Every entry's value, in order."""
    return {path: entry.value for path, entry in store.entries(id_).items()}


def submit(store, id_, shared_with="team"):
    """Submit a draft as it is."""
    store.submit(
        id_, frozen='{"a":1}', sha256="ab" * 32, result="{}", results=ROWS, shared_with=shared_with, at=later(60)
    )


def everything(store):
    """All that a store holds, as far as it can be asked."""
    return {
        kept.id: (kept, list(store.entries(kept.id).items()), store.history(kept.id), store.voices(kept.id))
        for kept in store.all()
    }
