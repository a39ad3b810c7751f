"""How far it is with many files or rows: what happens now, how much of it is done, and a bar."""

from collections.abc import Mapping
from typing import Final

import streamlit as st
from babel.numbers import format_decimal
from streamlit.delta_generator import DeltaGenerator

from assessment.core.fault import N_
from assessment.pictures.reader import LOCALES
from assessment.portfolio.bringing import Step
from assessment.ui.languages import Language
from assessment.ui.report.how_far import HowFar
from assessment.words import words

STEPS: Final[Mapping[Step, str]] = {
    Step.READING: N_("Reading the files …"),
    Step.ROWS: N_("Reading the rows …"),
    Step.COMPARING: N_("Looking what is here already …"),
    Step.SCORING: N_("Working out the results …"),
    Step.KEEPING: N_("Bringing them in …"),
}


class Going:
    """Shows it in a slot. The sentence is read aloud when it changes; the numbers and the bar are only seen."""

    def __init__(self, slot: DeltaGenerator, language: Language) -> None:
        with slot.container(gap="small", key="going"):
            self._how_far, self._bar = HowFar(st.empty(), language), st.empty()
        self._language = language

    def hear(self, step: Step, done: int, of: int) -> None:
        """Show what is new."""
        w = words(self._language)
        number = w.gettext("{done} of {all}").format(done=self._number(done), all=self._number(of)) if of > 1 else ""
        self._how_far.say(w.gettext(STEPS[step]), number)
        self._bar.progress(min(done / of, 1.0) if of else 0.0)

    def _number(self, number: int) -> str:
        return str(format_decimal(number, locale=LOCALES[self._language]))
