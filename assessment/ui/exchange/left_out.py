"""What was left out when the rest came in: told afterwards too, with its faults and as a list to keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from gettext import NullTranslations
from pathlib import PurePath

import streamlit as st

from assessment.portfolio.bringing import Preview, Taken
from assessment.portfolio.files import Faulty
from assessment.portfolio.taking_out import CSV, TYPES
from assessment.sheets.flat import texts_to_csv
from assessment.ui.exchange.rows import shown_faults
from assessment.ui.fragment import show
from assessment.ui.languages import Language
from assessment.ui.widgets import plain
from assessment.words import words

#: So many places are shown with their faults; the list has them all.
FIRST = 10
#: So many files are named in the sentence, and so many rows of each.
FILES, ROWS = 3, 5


@dataclass(frozen=True)
class Brought:
    """What was brought in last, and what of the same files was not."""

    taken: Taken
    faulty: tuple[Faulty, ...] = ()
    known: int = 0
    """So many were here already, or twice in the files."""


def brought(taken: Taken, preview: Preview) -> Brought:
    """What came in of what was looked at; all else that was found was here by then, or came twice."""
    return Brought(taken, preview.faulty, len(preview.found) - len(taken.ids))


def tell_left_out(last: Brought, language: Language) -> None:
    """How many were left out, where they are, and what is wrong there."""
    w = words(language)
    if last.known:
        told = w.ngettext(
            "{number} assessment was here already or came twice, and was left out.",
            "{number} assessments were here already or came twice, and were left out.",
            last.known,
        )
        show("quiet", language, sentence=told.format(number=last.known))
    if not last.faulty:
        return
    number = len(last.faulty)
    told = w.ngettext(
        "{number} file or row with a fault was left out: {places}.",
        "{number} files or rows with a fault were left out: {places}.",
        number,
    )
    sentence = told.format(number=number, places=places(last.faulty, language)).replace("….", "…")
    st.warning(plain(sentence), icon=":material/error:")
    with st.expander(w.gettext("See what is wrong there")):
        show("brought_faults", language, places=list(shown_faults(last.faulty[:FIRST], language)))
        if number > FIRST:
            told = w.gettext("These are the first {number}. The list has them all.")
            show("quiet", language, sentence=told.format(number=FIRST))
        st.download_button(
            w.gettext("Get the list of faults (CSV)"),
            data=partial(faults_csv, last.faulty, language),
            file_name="gyda-beiau.csv" if language == "cy" else "gyda-faults.csv",
            mime=TYPES[CSV],
            icon=":material/download:",
            on_click="ignore",
            key="left-out-csv",
        )


def places(faulty: Sequence[Faulty], language: Language) -> str:
    """The first files, those that are spreadsheets with their first rows, and how many files more there are."""
    w = words(language)
    rows: dict[str, list[int]] = {}
    for one in faulty:
        rows.setdefault(PurePath(one.file).name, []).extend([one.row] if one.row else [])
    named = [_place(name, numbers, w) for name, numbers in list(rows.items())[:FILES]]
    more = len(rows) - len(named)
    told = w.ngettext("and {number} more file", "and {number} more files", more).format(number=more)
    return "; ".join([*named, *([told] if more else [])])


def _place(name: str, rows: Sequence[int], w: NullTranslations) -> str:
    if not rows:
        return name
    if len(rows) == 1:
        return w.gettext("{file}, row {number}").format(file=name, number=rows[0])
    numbers = ", ".join(map(str, rows[:ROWS])) + (" …" if len(rows) > ROWS else "")
    return w.gettext("{file}, rows {numbers}").format(file=name, numbers=numbers)


def faults_csv(faulty: Sequence[Faulty], language: Language) -> bytes:
    """Every fault as a row of a table."""
    w = words(language)
    head = [w.gettext("Where"), w.gettext("Heading or question"), w.gettext("What is wrong"), w.gettext("What to do")]
    rows = ([one.place, *(text for text in fault)] for one in shown_faults(faulty, language) for fault in one.faults)
    return texts_to_csv([head, *rows])
