"""Where assessments are kept: SQLite in the data folder, or PostgreSQL. The only code that knows SQL."""

from assessment.store.records import (
    Change,
    Entry,
    Kept,
    Overtaken,
    Past,
    ResultRows,
    RubricCopy,
    Saved,
    Value,
)
from assessment.store.store import Store
from assessment.store.troubles import (
    Busy,
    Closed,
    Damaged,
    FailedMigration,
    Full,
    NotSubmitted,
    NotThere,
    ReadOnly,
    StoreTrouble,
    TooNew,
    Unreachable,
)

__all__ = [
    "Busy",
    "Change",
    "Closed",
    "Damaged",
    "Entry",
    "FailedMigration",
    "Full",
    "Kept",
    "NotSubmitted",
    "NotThere",
    "Overtaken",
    "Past",
    "ReadOnly",
    "ResultRows",
    "RubricCopy",
    "Saved",
    "Store",
    "StoreTrouble",
    "TooNew",
    "Unreachable",
    "Value",
]
