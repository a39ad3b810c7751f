"""Our plan: what comes next and who does it, what changed because of people, and what stands around it."""

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
ACTIONS = Heading(w.gettext("Our actions"), "actions")
CHANGES = Heading(w.gettext("What changed because of people"), "changes")
STRENGTHS = Heading(w.gettext("What is already strong"), "strengths")
PARTNERS = Heading(w.gettext("Partners"), "partners")
SUCCESS = Heading(w.gettext("What success is"), "success")
BACK = Heading(w.gettext("Looking back"), "looking-back")


def begin(heading: Heading, purpose: str) -> None:
    """The title of a section, and in a sentence or two what it is for."""
    section(heading.title, heading.anchor)
    show("lead", place.language, text=purpose)


def write(sheet: Sheet) -> None:
    """Every section, those that can change in blocks of their own."""
    id_, language = sheet.work.kept.id, place.language
    show("contents", language, headings=[SUGGESTED, ACTIONS, CHANGES, STRENGTHS, PARTNERS, SUCCESS, BACK])
    line = bar()
    opened = suggest(sheet)
    begin(ACTIONS, w.gettext("What you will do, with whom and by when. A few that are done beat many that are not."))
    plan(id_, language, line, places(opened), in_plan(sheet))
    begin(CHANGES, w.gettext("People want to know what came of what they said, also where it could not be done."))
    changes(id_, language, line)
    begin(STRENGTHS, w.gettext("What people, places and groups bring already, and whose it is."))
    listed(id_, "strengths", language, line)
    begin(PARTNERS, w.gettext("Who works on it with you: groups and organisations, not people's names."))
    listed(id_, "partners", language, line)
    begin(SUCCESS, w.gettext("In the words of those it is for: first what they hope for, later what came of it."))
    listed(id_, "success", language, line)
    begin(BACK, w.gettext("For those who do something like this next."))
    looking_back(id_, language, line)
    fill(line, id_, language)


def suggest(sheet: Sheet) -> Opened | None:
    """Next steps to choose from; where no answer leads to one yet, where they would come from."""
    section(SUGGESTED.title, SUGGESTED.anchor)
    opened = opened_or_told(place)
    if opened and (found := opened.pictures.next_steps.cards):
        lead = w.gettext("They follow from your answers, first what can still be changed. Choose a few to begin with.")
        show("lead", place.language, text=lead)
        suggestions(sheet, found)
    elif opened:
        nothing_to_suggest(opened)
    return opened


def nothing_to_suggest(opened: Opened) -> None:
    """Why there is no suggestion, and the way to the stages."""
    answered = any(cell.level is not None for cell in opened.result.cells.values())
    told = (
        w.gettext("Your answers so far leave nothing to suggest. You can still add actions of your own.")
        if answered
        else w.gettext("Suggestions follow from what you answer about the stages. You can add your own actions now.")
    )
    show("quiet", place.language, sentence=told)
    if st.button(w.gettext("Go to the stages"), key="to-stages"):
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
        write(sheet)
    st.space("medium")
    if st.button(w.gettext("Make the report"), type="primary", icon=":material/description:", key="next-step"):
        go_to("report", place)
