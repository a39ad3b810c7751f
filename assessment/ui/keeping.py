"""The store behind the screens, and the assessment that a place names."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from threading import Lock
from zoneinfo import ZoneInfo

import streamlit as st

from assessment import actions
from assessment.actions import Work
from assessment.core.assessment import Assessment
from assessment.store import Kept, Store, StoreTrouble

_OPENING = Lock()


def the_store() -> Store:
    """The store of this machine, opened once. StoreTrouble, told anew at every try, if it cannot be."""
    with _OPENING:
        return _opened(os.environ.get("DATABASE_URL"), os.environ.get("GYDA_DATA"))


@lru_cache(maxsize=1)
def _opened(_address: str | None, _folder: str | None) -> Store:
    return Store.open()


def open_anew() -> None:
    """Let go of the store, so that the next who asks for it opens what is there by then."""
    with _OPENING:
        if _opened.cache_info().currsize:
            with suppress(StoreTrouble):
                _opened(os.environ.get("DATABASE_URL"), os.environ.get("GYDA_DATA")).close()
        _opened.cache_clear()
        # They are kept by their store, and would hold on to the one that was let go.
        _work.cache_clear()
        _assessment.cache_clear()


def work_of(id_: str) -> Work:
    """An assessment as it is kept now. NotThere if there is none of this id."""
    store = the_store()
    return _work(store, store.find(id_))


@lru_cache(maxsize=64)
def _work(store: Store, kept: Kept) -> Work:
    return Work(kept, actions.rubric_of(store, kept), store.entries(kept.id))


@lru_cache(maxsize=64)
def _assessment(store: Store, kept: Kept) -> Assessment:
    return actions.assessment_of(store, _work(store, kept))


def assessment_of(work: Work) -> Assessment:
    """What a kept assessment says, as the scorer takes it."""
    return _assessment(the_store(), work.kept)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day where the person is."""
    return now().astimezone(here()).date()


def here() -> tzinfo | None:
    """The person's own time zone, as their browser tells it; else the machine's (None)."""
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (KeyError, ValueError, OSError):
        return None
