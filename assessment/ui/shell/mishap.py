"""What happens when the script fails: plain words for the person, details for the log."""

import logging

import streamlit as st

from assessment.ui.language import current_language
from assessment.ui.log import log_mishap
from assessment.words import words


def keep_messages_out_of_the_log() -> None:
    """Stop Streamlit's own line about an error: it quotes the message, and so what somebody typed."""
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.msg != "Uncaught app execution")


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
