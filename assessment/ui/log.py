"""What the log says of a failure: its kind and its place, and nothing that people wrote."""

import logging
import traceback
from typing import Final

_LOG: Final = logging.getLogger("gyda")


def log_mishap(error: BaseException) -> None:
    """Write down where it failed. The words of an exception may quote what somebody typed; they stay out."""
    places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    _LOG.error("%s\n%s", type(error).__name__, places)
