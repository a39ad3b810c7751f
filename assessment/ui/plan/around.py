"""What stands around the plan: strengths, partners, what success is, looking back. Each folded until it is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.fault import N_
from assessment.pictures.shapes import Typed
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.plan.cards import card, is_open
from assessment.ui.rows import new_row, offer_way_back, rows, take_out_button
from assessment.ui.written import notes_at
from assessment.words import words


@dataclass(frozen=True)
class Part:
    """A part of a row: how it is asked, what it is called when it is read, and whether it needs room."""

    label: str
    name: str = ""
    long: bool = False


LISTS: Final[Mapping[str, Mapping[str, Part]]] = {
    "strengths": {
        "what": Part(N_("What is strong here?"), long=True),
        "whose": Part(N_("Whose strength is it?"), N_("Whose it is")),
    },
    "partners": {"text": Part(N_("A partner"))},
    "success": {
        "who": Part(N_("For whom?")),
        "before": Part(N_("What do they hope to be able to say?"), N_("Said before"), long=True),
        "after": Part(N_("What do they say now?"), N_("Said after"), long=True),
    },
}
"""What is said of each row of a list; the first part is what the row is."""
REFLECTION: Final = {
    "worked": (N_("What worked?"), N_("What worked")),
    "did_not": (N_("What did not work?"), N_("What did not")),
    "learnt": (N_("What did you learn?"), N_("What we learnt")),
}


@dataclass(frozen=True)
class Line:
    """A row as it is read: what it is, and what else is said of it, by name."""

    what: Typed | None
    more: Mapping[str, Typed]


@block
def listed(id_: str, under: str, language: str, line: DeltaGenerator) -> None:
    """A short list as one card."""
    card(open_sheet(id_, language), under, _list_shown, _list_asked)
    fill(line, id_, language)


@block
def looking_back(id_: str, language: str, line: DeltaGenerator) -> None:
    """What worked, what did not, and what was learnt, as one card."""
    card(open_sheet(id_, language), "reflection", _back_shown, _back_asked)
    fill(line, id_, language)


def _list_shown(sheet: Sheet, under: str) -> bool:
    if is_open(sheet, under):
        show("guard", sheet.language)
        return False
    w = words(sheet.language)
    first, *_ = LISTS[under]
    names = {part: w.gettext(one.name) for part, one in LISTS[under].items() if one.name}
    lines = []
    for row in rows(sheet, under):
        more = notes_at(sheet, f"{under}/{row}", names)
        lines.append(Line(sheet.typed(f"{under}/{row}/{first}"), more))
    show("lines", sheet.language, lines=lines)
    return not lines


def _list_asked(sheet: Sheet, under: str) -> None:
    """A box or a few for each row, and empty ones in which typing begins another."""
    w, fresh = words(sheet.language), new_row(sheet, under)
    for row in [*rows(sheet, under), fresh]:
        with st.container(key=f"plan-row-{row}", horizontal=len(LISTS[under]) == 1, vertical_alignment="bottom"):
            for part, one in LISTS[under].items():
                path, label = f"{under}/{row}/{part}", w.gettext(one.label)
                if one.long:
                    sheet.note(path, label, guard=False)
                else:
                    sheet.line(path, label)
            if row != fresh:
                take_out_button(sheet, f"{under}/{row}", w.gettext("Take this out"))
    offer_way_back(sheet, under)


def _back_shown(sheet: Sheet, under: str) -> bool:
    if is_open(sheet, under):
        show("guard", sheet.language)
        return False
    w = words(sheet.language)
    facts = notes_at(sheet, under, {part: w.gettext(name) for part, (_, name) in REFLECTION.items()})
    if facts:
        show("facts", sheet.language, facts=facts)
    else:
        show("lines", sheet.language, lines=[])
    return len(facts) < len(REFLECTION)


def _back_asked(sheet: Sheet, under: str) -> None:
    w = words(sheet.language)
    for part, (label, _) in REFLECTION.items():
        sheet.note(f"{under}/{part}", w.gettext(label), guard=False)
