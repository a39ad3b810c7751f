"""Every question that can be asked of a cut: found by looking, so that one that is added is asked as well."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from itertools import product

import assessment.portfolio
import assessment.store.portfolio
from assessment.core.fault import BadInput
from assessment.core.portfolio.barriers import Wanted
from assessment.core.portfolio.cut import NOT_SAID
from assessment.core.portfolio.over_time import Since
from assessment.core.portfolio.portrait import bands_apart
from assessment.core.promises import Kept
from assessment.core.terms import Presence, Standing
from assessment.store.portfolio import overview
from tests.portfolio.worlds import RUBRIC

CONDITIONS = {"within", "compared", "in_spread"}
"""What only says which rows are meant."""
SELDOM = {
    "assessment.portfolio.board.board",
    "assessment.portfolio.taking_out.take_out",
    "assessment.store.portfolio.over_time.over_time",
    "assessment.store.portfolio.over_time.promises",
}
"""What takes long to ask: for each filter, and not for each two."""
BEHIND = {
    "assessment.store.portfolio.barriers.one_by_one": [Wanted(), Wanted(stage="co_creation", reason="time")],
    "assessment.store.portfolio.overview.behind": [
        overview.Behind(stage="co_design", standing=Standing.WITH.value),
        overview.Behind(stage="co_creation", standing=Standing.BARRIER.value),
        overview.Behind(stage="co_creation", reasons=("time", NOT_SAID)),
        overview.Behind(value="trust", lowest=0.0, below=2.0),
        overview.Behind(value="networks"),
    ],
}
BY_NAME = {
    "rubric": [RUBRIC],
    "language": ["cy"],
    "since": list(Since),
    "kept": [Kept.KEPT, Kept.NOT_KEPT],
    "decisions": [True, False],
    "stages": [RUBRIC.order],
    "values": [RUBRIC.columns],
    "apart": [bands_apart(RUBRIC)],
    "groups": [99],
    "group": ["refugees", "faith_groups", "rural"],
    "stage": ["co_design"],
    "presence": [Presence.NOT_REACHED, Presence.TOOK_PART],
    "reasons": [[reason.id for reason in RUBRIC.reasons]],
    "kind": ["csv", "json"],
    "on": [date(2026, 11, 25)],
}
"""What each question needs beside the store and the cut. One that needs something else fails until it is here."""


_RECORD = re.compile(rb"[0-9a-f]{64}")


def questions():
    """Every public function of the portfolio that takes a store and a cut, by its whole name."""
    found = {}
    for package in (assessment.store.portfolio, assessment.portfolio):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
                own = function.__module__ == module.name and not name.startswith("_") and name not in CONDITIONS
                if own and {"store", "cut"} <= set(inspect.signature(function).parameters):
                    found[f"{module.name}.{name}"] = function
    return found


def answers(name, function, store, cut):
    """What comes back, for each way of asking."""
    needed = [
        one.name
        for one in inspect.signature(function).parameters.values()
        if one.default is inspect.Parameter.empty and one.name not in ("store", "cut")
    ]
    unknown = [one for one in needed if one not in BY_NAME and (one != "wanted" or name not in BEHIND)]
    assert not unknown, f"{name} needs {unknown}: say in tests/portfolio/asking.py with what it is asked"
    choices = [BEHIND[name] if one == "wanted" else BY_NAME[one] for one in needed]
    return [answer(function, store, cut, dict(zip(needed, those, strict=True))) for those in product(*choices)]


def answer(function, store, cut, asked):
    """What comes back; where there is nothing to tell of, what is said then."""
    try:
        return plain(function(store=store, cut=cut, **asked))
    except BadInput as nothing:
        return nothing.faults


def plain(found):
    """What was found, all of it; without the names of records, each of which is made from an id by chance."""
    if isinstance(found, (Iterator, list)):
        return [replace(one, record=bool(one.record)) if _has_record(one) else one for one in found]
    return _RECORD.sub(b"", found) if isinstance(found, bytes) else found


def _has_record(one):
    return is_dataclass(one) and hasattr(one, "record")
