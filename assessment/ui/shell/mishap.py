"""What happens when the script fails: plain words for the person, details for the log."""

import logging
import traceback
from typing import Final

import streamlit as st

from assessment.ui.language import current_language
from assessment.words import words

_LOG: Final = logging.getLogger("gyda")


def keep_messages_out_of_the_log() -> None:
    """Stop Streamlit's own line about an error: it quotes the message, and so what somebody typed."""
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.msg != "Uncaught app execution")


def tell_of_a_mishap(error: Exception) -> bool:
    """Log where it failed, without what people wrote, and say in their language what to do."""
    places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    # The message of an exception may quote what somebody typed; its kind and place do not.
    _LOG.error("%s\n%s", type(error).__name__, places)
    w = words(current_language())
    st.error(
        w.gettext(
            "Load the page again. If it happens again, open the answers file again from the start page. "
            "Your own file is untouched."
        ),
        title=w.gettext("Something went wrong in Gyda"),
        icon=":material/error:",
    )
    return True
