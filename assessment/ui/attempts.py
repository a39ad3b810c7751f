"""Doing what a person asked for with a button, and telling beside the button if it could not be done.

A button calls `attempt` with a key of its own; where it stands, `told` says under the same key what
went wrong, with a way to try again, or gives once what came of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Final

import streamlit as st

from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.ui.fragment import show
from assessment.ui.log import log_mishap
from assessment.words import words

#: What the session remembers: the last thing that was attempted, by its key.
_LAST: Final = "last-attempt"


class Mishap(BadInput):
    """Something failed that nobody has foreseen: it is Gyda's fault, and trying again may help."""

    retry: ClassVar[bool] = True

    def __init__(self) -> None:
        wrong = Message(N_("Something went wrong in Gyda, so nothing has been changed."))
        remedy = N_("Try again. If it happens again, copy what you typed to another place, and load the page again.")
        super().__init__(Fault("", wrong, Message(remedy)))


@dataclass(frozen=True)
class Done:
    """What came of it."""

    value: Any


@dataclass(frozen=True)
class _Failed:
    why: BadInput
    action: Callable[[], Any]


def attempt(key: str, action: Callable[[], Any]) -> Done | None:
    """Do it, and remember under this key what came of it. For `on_click`, or where a button was pressed."""
    done = tried(action)
    if isinstance(done, BadInput):
        st.session_state[_LAST] = key, _Failed(done, action)
        return None
    st.session_state[_LAST] = key, done
    return done


def told(
    key: str,
    language: str,
    how: Callable[[BadInput, str], None] | None = None,
    again: Callable[[], None] | None = None,
) -> Done | None:
    """What came of the attempt of this key, once; if it failed, that is told here, with a way to try again.

    `how` tells what is wrong where that is more than a sentence or two. `again` is what the button does where
    the page itself makes the next attempt, because it shows how that goes on.
    """
    last, outcome = st.session_state.get(_LAST, (None, None))
    if last != key:
        return None
    if isinstance(outcome, _Failed):
        (how or tell)(outcome.why, language)
        if can_retry(outcome.why):
            label = words(language).gettext("Try again")
            st.button(label, key=f"again:{key}", on_click=again or partial(_again, key, outcome.action))
        return None
    forget_attempts()
    return Done(outcome.value) if outcome else None


def _again(key: str, action: Callable[[], Any]) -> None:
    attempt(key, action)


def tried(action: Callable[[], Any]) -> Done | BadInput:
    """Do it: what came of it, or what is wrong, whatever it was."""
    try:
        return Done(action())
    except BadInput as bad:
        return bad
    except Exception as error:
        log_mishap(error)
        return Mishap()


def tell(bad: BadInput, language: str) -> None:
    """What is wrong and what to do, beside what caused it."""
    for fault in bad.faults:
        show("fault", language, sentence=fault.in_(words(language).gettext))


def can_retry(bad: BadInput) -> bool:
    """Whether trying the same again may help."""
    return bool(getattr(bad, "retry", False))


def forget_attempts() -> None:
    """On another page nothing is said of what failed on this one."""
    st.session_state.pop(_LAST, None)
