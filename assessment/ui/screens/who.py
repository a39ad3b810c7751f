"""Who and what: the project, the table, who took part and who was not reached, the conditions."""

import streamlit as st

from assessment.core.progress import next_stage, status_of
from assessment.core.terms import Status
from assessment.ui.bar import bar, fill
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.here import sheet_or_told
from assessment.ui.navigation import go_to
from assessment.ui.place import current_place
from assessment.ui.who.conditions import condition
from assessment.ui.who.project import kind_of_problem, nearness, project
from assessment.ui.who.table import table
from assessment.ui.who.taking_part import begun, taking_part
from assessment.ui.widgets import Heading, section
from assessment.words import words

place = current_place()
w = words(place.language)


def begin(heading: Heading, purpose: str) -> None:
    """The title of a section, and in one sentence what it is for."""
    section(heading.title, heading.anchor)
    show("lead", place.language, text=purpose)


def ask(sheet: Sheet) -> None:
    """Every section, each in blocks of its own."""
    id_, language, rubric = sheet.work.kept.id, place.language, sheet.work.rubric
    about = Heading(w.gettext("What it is about"), "about")
    round_it = Heading(w.gettext("Who sits round the table"), "table")
    took_part = Heading(w.gettext("Who took part, and who was not reached"), "who-took-part")
    conditions = Heading(w.gettext("Conditions of taking part"), "conditions")
    with st.container(key="contents"):
        show("contents", language, headings=[about, round_it, took_part, conditions])
        # Nothing here has to be filled in before the first question: on a phone the page is long.
        next_step(sheet, "next-early", stands_out=False)
    line = bar()
    begin(about, w.gettext("So that everybody starts from the same picture, and knows what people can still change."))
    project(id_, language, line, folded=bool(sheet.text("project/about")))
    st.subheader(w.gettext("What kind of project this is"), anchor=False)
    nearness(id_, language, line)
    kind_of_problem(id_, language, line)
    begin(round_it, w.gettext("So that whoever reads the answers knows whose view they are."))
    table(id_, language, line)
    begin(took_part, w.gettext("To see whom the project has not met yet. A group left blank says nothing."))
    if begun(sheet):
        taking_part(id_, language, line)
    else:
        no_stage_yet()
    begin(conditions, w.gettext("Asked and shown, never scored."))
    for one in rubric.conditions:
        condition(id_, one.id, language, line)
    fill(line, id_, language)


def no_stage_yet() -> None:
    """Groups take part in stages: the way to say which of them have begun."""
    st.info(w.gettext("No stage has begun or is planned yet. Say first how far each of them is."))
    if st.button(w.gettext("Go to the stages"), key="to-stages"):
        go_to("stage", place)


def next_step(sheet: Sheet, key: str, *, stands_out: bool) -> None:
    """One clear next step: the first stage with something left to answer."""
    rubric, values = sheet.work.rubric, sheet.work.values
    live = [one for one in rubric.order if status_of(values, one) != Status.NOT_STARTED]
    after = next_stage(rubric, values) or next(iter(live or rubric.order), None)
    if after is None:
        return
    name = rubric.stages[after].name.in_(place.language)
    label = w.gettext("Next: {name}").format(name=name)
    if st.button(label, type="primary" if stands_out else "tertiary", key=key):
        go_to("stage", place.at_stage(after))


if sheet := sheet_or_told(place):
    st.title(w.gettext("Who and what"), anchor=False)
    with st.container(key="who"):
        ask(sheet)
    st.space("medium")
    next_step(sheet, "next-step", stands_out=True)
