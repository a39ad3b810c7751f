"""The team's actions: who does what, with which people, by when, and how they will know."""

from collections.abc import Mapping
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.plan import ASKED, MEANS
from assessment.core.progress import status_of
from assessment.core.terms import ActionStatus, Status
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.plan.cards import Cards, cards, is_open
from assessment.ui.plan.suggestions import UNDER, in_plan
from assessment.ui.written import day_at, notes_at
from assessment.words import words

Places = Mapping[str, str]
"""What an action can be about, by id, in words."""
#: An action that goes on; of the others nothing is missing.
GOES_ON: Final = (ActionStatus.OPEN, ActionStatus.UNDER_WAY)


@block
def plan(id_: str, language: str, line: DeltaGenerator, places: Places, suggested_beside: frozenset[object]) -> None:
    """Every action, the dropped ones last. If the suggestions above have to change, the whole page is drawn."""
    sheet, w = open_sheet(id_, language), words(language)
    told = Cards(
        under=UNDER,
        shown=lambda sheet, path: shown(sheet, path, places),
        asked=lambda sheet, path: asked(sheet, path, places),
        add=w.gettext("Add a step of your own"),
        take_out=w.gettext("Take this step out"),
    )
    cards(sheet, told, lambda found: sorted(found, key=lambda row: _status(sheet, f"{UNDER}/{row}") == "dropped"))
    fill(line, id_, language)
    if in_plan(sheet) != suggested_beside:
        st.rerun()


def shown(sheet: Sheet, path: str, places: Places) -> bool:
    """What is to be done, who does it and by when, and kindly, what is not said yet; whether anything is not."""
    w, status = words(sheet.language), _status(sheet, path)
    missing = unsaid(sheet, path) if status in GOES_ON else []
    whole = {
        "with_whom": w.gettext("With whom"),
        "needs": w.gettext("What it needs"),
        "barrier": w.gettext("What stands in the way"),
        "how_we_know": w.gettext("How we will know"),
        "why": w.gettext("Why it was dropped"),
    }
    show(
        "action",
        sheet.language,
        text=sheet.typed(f"{path}/text"),
        nothing=w.gettext("Nobody has said yet what this step is."),
        place=places.get(sheet.text(f"{path}/about"), ""),
        status=status,
        label=sheet.work.rubric.label("action_status", status, sheet.language),
        owner=sheet.typed(f"{path}/owner"),
        by=day_at(sheet, f"{path}/by"),
        facts={} if is_open(sheet, path) else notes_at(sheet, path, whole),
        missing=w.gettext("Not said yet: {parts}.").format(parts=", ".join(missing)) if missing else "",
        promise=f"{w.gettext('This is a promise')}. {ahead}" if (ahead := promise(sheet, path)) else "",
    )
    return bool(missing)


def asked(sheet: Sheet, path: str, places: Places) -> None:
    """All that an action can say."""
    w, rubric = words(sheet.language), sheet.work.rubric
    show("guard", sheet.language)
    sheet.note(f"{path}/text", w.gettext("What will you do?"), guard=False)
    if sentence := promise(sheet, path):
        show("follows", sheet.language, name=w.gettext("This is a promise"), meaning=sentence)
    left, right = st.columns(2)
    with left:
        sheet.line(f"{path}/owner", w.gettext("Who does it? Name the role, not the person."))
    with right:
        sheet.line(f"{path}/with_whom", w.gettext("With whom? Which people take part in it?"))
    left, right = st.columns(2)
    with left:
        sheet.day(f"{path}/by", w.gettext("By when?"))
    with right:
        hint = w.gettext("time, money, somebody's yes")
        sheet.note(f"{path}/needs", w.gettext("What does it need?"), placeholder=hint, guard=False)
    sheet.note(f"{path}/barrier", w.gettext("What stands in the way?"), guard=False)
    sheet.note(f"{path}/how_we_know", w.gettext("How will you know that it worked?"), guard=False)
    names = {one.value: rubric.label("action_status", one.value, sheet.language) for one in ActionStatus}
    sheet.segments(f"{path}/status", w.gettext("How far is it?"), names, otherwise=ActionStatus.OPEN.value)
    if _status(sheet, path) == ActionStatus.DROPPED:
        sheet.note(f"{path}/why", w.gettext("Why was it dropped?"), guard=False)
    if places:
        sheet.pick(f"{path}/about", w.gettext("What is it about? Leave it open for the whole project."), places)


def unsaid(sheet: Sheet, path: str) -> list[str]:
    """What an action does not say yet, in words."""
    w = words(sheet.language)
    names = {
        "owner": w.gettext("who does it"),
        "by": w.gettext("by when"),
        "with_whom": w.gettext("with which people"),
        "how_we_know": w.gettext("how we will know"),
    }
    return [names[part] for part in ASKED if not _said(sheet, f"{path}/{part}")]


def promise(sheet: Sheet, path: str) -> str:
    """Where the stage is only planned and people cannot rely on it yet: what a promise needs."""
    stage = sheet.text(f"{path}/about").split(".")[0]
    planned = stage in sheet.work.rubric.stages and status_of(sheet.work.values, stage) == Status.PLANNED
    if not planned or _status(sheet, path) not in GOES_ON or all(_said(sheet, f"{path}/{one}") for one in MEANS):
        return ""
    return words(sheet.language).gettext("The stage is still ahead. Say who does it, by when, and what it needs.")


def _said(sheet: Sheet, path: str) -> bool:
    """Whether it counts as said: a day only once it can be read."""
    value = sheet.value(path)
    return isinstance(value, str) if path.endswith("/by") else sheet.typed(path) is not None


def _status(sheet: Sheet, path: str) -> str:
    return sheet.text(f"{path}/status") or ActionStatus.OPEN.value
