"""When Python looks for garbage: not while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """Python looks for garbage after the work and not a dozen times during it: a fifth of the time.

    Everything that was made meanwhile is young, and goes at the next look.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
