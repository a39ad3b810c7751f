"""What goes with spreadsheets: a blank one to fill in, and what each column means."""

from functools import cache, partial

import streamlit as st

from assessment.portfolio.files import main_rubric
from assessment.portfolio.taking_out import TYPES, XLSX
from assessment.ui.fragment import show
from assessment.ui.languages import Language
from assessment.words import words


@cache
def blank(language: str) -> bytes:
    """The blank spreadsheet."""
    from assessment.sheets.template import template  # Brings what writes spreadsheets, for whoever asks for one.

    return template(main_rubric(), language)


@cache
def dictionary() -> bytes:
    """What each column means, in both languages."""
    from assessment.sheets.dictionary import markdown

    return markdown(main_rubric()).encode()


def blank_sheet(language: Language) -> None:
    """The blank spreadsheet, for whoever has many assessments on paper or in a list."""
    w = words(language)
    with st.container(key="blank-sheet"):
        told = w.gettext("In the blank spreadsheet each row is one assessment. Fill it in, and bring it in here.")
        show("quiet", language, sentence=told)
        st.download_button(
            w.gettext("Get the blank spreadsheet (XLSX)"),
            data=partial(blank, language),
            file_name="gyda-taenlen.xlsx" if language == "cy" else "gyda-spreadsheet.xlsx",
            mime=TYPES[XLSX],
            icon=":material/download:",
            on_click="ignore",
            key="blank-xlsx",
        )


def what_columns_mean(language: Language) -> None:
    """The data dictionary."""
    w = words(language)
    st.download_button(
        w.gettext("What each column means (in both languages)"),
        data=dictionary,
        file_name="gyda-colofnau-columns.md",
        mime="text/markdown",
        type="tertiary",
        icon=":material/menu_book:",
        on_click="ignore",
        key="columns",
    )
