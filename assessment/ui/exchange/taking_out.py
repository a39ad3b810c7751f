"""Taking out what is looked at: as a spreadsheet, as CSV or as JSON."""

from functools import partial
from typing import Final

import streamlit as st

from assessment.core.portfolio.cut import Cut
from assessment.portfolio.taking_out import CSV, JSON, TYPES, XLSX, take_out
from assessment.ui.exchange.board import board_report
from assessment.ui.file_names import plain_name
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store, today
from assessment.ui.log import log_mishap
from assessment.ui.portfolio.looking import Looking

_NAMES: Final = {"cy": "portffolio", "en": "portfolio"}


class NotTaken(Exception):
    """A file could not be made; what went wrong is in the log, without anything that was typed."""


def take(cut: Cut, kind: str, language: str) -> bytes:
    """The file, once its button is pressed. Streamlit logs the whole of what it fails with, so nothing gets through."""
    try:
        return take_out(the_store(), cut, kind, language, on=today())
    except Exception as error:
        log_mishap(error)
        raise NotTaken from None


def _filter(cut: Cut, kind: str) -> str:
    """The filter for the name of a table: a CSV has no other place for it that a program would not take for a row."""
    said = " ".join(f"{name} {value}" for name, value in cut.plain.items())
    return f"-{plain_name(said)}" if kind == CSV else ""


def ways_out(looking: Looking) -> None:
    """A button for each kind of file."""
    w, language = looking.w, looking.language
    told = w.gettext(
        "You take out just the projects that you are looking at. The filter stands in the file; of a CSV, in its name."
    )
    show("quiet", language, sentence=told)
    labels = {
        XLSX: w.gettext("Spreadsheet (XLSX)"),
        CSV: w.gettext("Table (CSV)"),
        JSON: w.gettext("For programs (JSON)"),
    }
    with st.container(horizontal=True, gap="small", key="ways-out"):
        for kind, label in labels.items():
            st.download_button(
                label,
                data=partial(take, looking.cut, kind, language),
                file_name=f"{_NAMES[language]}-{today().isoformat()}{_filter(looking.cut, kind)}.{kind}",
                mime=TYPES[kind],
                icon=":material/download:",
                on_click="ignore",
                key=f"out-{kind}",
            )
    board_report(looking)
