"""What a person gave is kept to the end, even if they press the next button meanwhile.

A press that arrives while Streamlit 1.67 runs `on_change` breaks that off at its next look into the
session, and neither what was typed nor the press is heard of again. So nothing breaks it off: the
press waits for the few milliseconds of a save.
"""

from typing import Any

from streamlit.runtime.state.safe_session_state import SafeSessionState

_begin = SafeSessionState.on_script_will_rerun


def let_callbacks_finish() -> None:
    """From now on, for every session of this process."""
    SafeSessionState.on_script_will_rerun = _undisturbed  # type: ignore[method-assign, assignment]


def _undisturbed(state: SafeSessionState, *args: Any, **named: Any) -> None:
    interrupt = state._yield_callback
    object.__setattr__(state, "_yield_callback", lambda: None)
    try:
        _begin(state, *args, **named)
    finally:
        object.__setattr__(state, "_yield_callback", interrupt)
