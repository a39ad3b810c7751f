"""Our plan: what comes next and who does it, what changed because of people, and what stands around it."""

from typing import Literal

import streamlit as st

from assessment.pictures.reader import Reader
from assessment.ui.bar import bar, fill
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.here import sheet_or_told
from assessment.ui.navigation import go_to
from assessment.ui.opening import opened_or_told
from assessment.ui.place import current_place
from assessment.ui.plan.action import plan
from assessment.ui.plan.around import listed, looking_back
from assessment.ui.plan.change import changes
from assessment.ui.plan.suggestions import in_plan, suggestions
from assessment.ui.widgets import Heading, section
from assessment.ui.wiring import Opened
from assessment.words import words

place = current_place()
w = words(place.language)
SUGGESTED = Heading(w.gettext("Suggested next steps"), "suggested")
ACTIONS = Heading(w.gettext("What we will do"), "actions")
CHANGES = Heading(w.gettext("What changed because of people"), "changes")
STRENGTHS = Heading(w.gettext("What is already strong"), "strengths")
PARTNERS = Heading(w.gettext("Partners"), "partners")
SUCCESS = Heading(w.gettext("What success is"), "success")
BACK = Heading(w.gettext("Looking back"), "looking-back")


def begin(heading: Heading, purpose: str) -> None:
    """The title of a section, and in a sentence or two what it is for."""
    section(heading.title, heading.anchor)
    show("lead", place.language, text=purpose)


def write(sheet: Sheet) -> Opened | None:
    """Every section, those that can change in blocks of their own; what the suggestions were drawn from."""
    id_, language = sheet.work.kept.id, place.language
    show("contents", language, headings=[SUGGESTED, ACTIONS, CHANGES, STRENGTHS, PARTNERS, SUCCESS, BACK])
    line = bar()
    opened = suggest(sheet)
    begin(ACTIONS, w.gettext("Each with somebody who does it, people who take part in it, and a day."))
    plan(id_, language, line, places(opened), in_plan(sheet))
    begin(CHANGES, w.gettext("What you heard, and what came of it. What could not be changed belongs here too."))
    changes(id_, language, line)
    begin(STRENGTHS, w.gettext("What people and places bring with them already."))
    listed(id_, "strengths", language, line)
    begin(PARTNERS, w.gettext("Groups and organisations that work on it with you."))
    listed(id_, "partners", language, line)
    begin(SUCCESS, w.gettext("Different people mean different things by it. Ask before, and ask again after."))
    listed(id_, "success", language, line)
    begin(BACK, w.gettext("For yourselves, and for whoever does this next."))
    looking_back(id_, language, line)
    fill(line, id_, language)
    return opened


def suggest(sheet: Sheet) -> Opened | None:
    """Next steps to choose from; where no answer leads to one yet, where they would come from."""
    section(SUGGESTED.title, SUGGESTED.anchor)
    opened = opened_or_told(place)
    if opened and (found := opened.pictures.next_steps.cards):
        lead = w.gettext("Drawn from your answers, what can still be changed first. Choose few, and do them.")
        if sheet.open:
            show("lead", place.language, text=lead)
        suggestions(sheet, found)
    elif opened and sheet.open:
        nothing_to_suggest(opened)
    elif opened:
        show("lines", place.language, lines=[])
    return opened


def anything_answered(opened: Opened | None) -> bool:
    """Whether a question has a level, from which suggestions follow."""
    return opened is not None and any(cell.level is not None for cell in opened.result.cells.values())


def nothing_to_suggest(opened: Opened) -> None:
    """Why there is no suggestion, and the way to the stages."""
    answered = anything_answered(opened)
    told = (
        w.gettext("Nothing more comes from your answers just now. Add what you think of yourselves.")
        if answered
        else w.gettext("Suggestions come from your answers. Answer a stage first, or add a step of your own below.")
    )
    show("quiet", place.language, sentence=told)
    if st.button(w.gettext("Go to the stages"), type="secondary" if answered else "primary", key="to-stages"):
        go_to("stage", place)


def places(opened: Opened | None) -> dict[str, str]:
    """What an action can be about, in words: each stage, who decides in it, and its questions."""
    if opened is None:
        return {}
    rubric = opened.rubric
    reader = Reader(rubric, opened.assessment, opened.result, place.language)
    ids = [
        id_
        for stage in rubric.order
        for id_ in (stage, f"{stage}.decision", *(item.id for item in rubric.items if item.stage == stage))
    ]
    return {id_: reader.place(id_) for id_ in ids}


if sheet := sheet_or_told(place):
    st.title(w.gettext("Our plan"), anchor=False)
    with st.container(key="plan"):
        opened = write(sheet)
    st.space("medium")
    kind: Literal["primary", "secondary"] = "primary" if anything_answered(opened) else "secondary"
    if st.button(w.gettext("Make the report"), type=kind, icon=":material/description:", key="next-step"):
        go_to("report", place)
