"""Where assessments are kept: SQLite in the data folder, or PostgreSQL. The only code that knows SQL."""

from assessment.store.backup import Restored
from assessment.store.copying import Counts
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
    BadAddress,
    Busy,
    Closed,
    Damaged,
    FailedMigration,
    Full,
    InUse,
    NotABackup,
    NotSubmitted,
    NotThere,
    ReadOnly,
    StoreTrouble,
    TooNew,
    Unreachable,
    WrongPlace,
)

__all__ = [
    "BadAddress",
    "Busy",
    "Change",
    "Closed",
    "Counts",
    "Damaged",
    "Entry",
    "FailedMigration",
    "Full",
    "InUse",
    "Kept",
    "NotABackup",
    "NotSubmitted",
    "NotThere",
    "Overtaken",
    "Past",
    "ReadOnly",
    "Restored",
    "ResultRows",
    "RubricCopy",
    "Saved",
    "Store",
    "StoreTrouble",
    "TooNew",
    "Unreachable",
    "Value",
    "WrongPlace",
]
