"""What happens when the script fails: plain words for the person, details for the log."""

import logging

import streamlit as st

from assessment.ui.language import current_language
from assessment.ui.log import log_mishap
from assessment.words import words


def keep_messages_out_of_the_log() -> None:
    """Put our line in the place of Streamlit's about an error: that quotes the message, and so what somebody typed."""
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.msg != "Uncaught app execution")
    logging.getLogger("streamlit.runtime.backend_operation_handler").addFilter(_retold)


def _retold(record: logging.LogRecord) -> bool:
    """A file that could not be made when it was asked for: where, and nothing of what was in it."""
    if record.exc_info and record.exc_info[1]:
        log_mishap(record.exc_info[1])
        return False
    return True


def tell_of_a_mishap(error: Exception) -> bool:
    """Log where it failed, without what people wrote, and say in their language what to do."""
    log_mishap(error)
    w = words(current_language())
    st.error(
        w.gettext("Load the page again. What was saved before is still there."),
        title=w.gettext("Something went wrong in Gyda"),
        icon=":material/error:",
    )
    return True
