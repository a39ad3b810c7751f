"""A part of a page that is drawn anew on its own, so that an answer draws nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from assessment.ui.trouble import watched

P = ParamSpec("P")


def block(part: Callable[P, None]) -> Callable[P, None]:
    """Streamlit's fragment, but what the store cannot do is told of on the whole page."""

    @wraps(part)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        with watched():
            part(*args, **kwargs)

    return st.fragment(drawn)
