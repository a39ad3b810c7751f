"""What the person wants of the report: its layout and language, and what goes in."""

import streamlit as st

from assessment.core.terms import Depth, State
from assessment.ui.fragment import show
from assessment.ui.place import Place
from assessment.ui.report.layout import FULL, languages, layout
from assessment.ui.wiring import Opened
from assessment.words import words
from reports.choice import LEAVABLE, Choice


def choices(opened: Opened, place: Place) -> Choice:
    """The choices of this page; a session keeps them, each assessment its own."""
    w, own = words(place.language), place.assessment or place.example
    wanted, language = layout(opened, place), languages(place)
    if opened.draft:
        marked = w.gettext("Until it is submitted, every page says that it is a draft.")
        show("quiet", place.language, sentence=marked)
    if wanted != FULL:
        chosen = w.gettext(
            "The two pages say who decides and why, what changed, what you promise, who was missing, and what taking "
            "part costs. They have no score and no notes, and shorten what is long."
        )
        show("quiet", place.language, sentence=chosen)
        return Choice(language, layout=wanted)
    st.subheader(w.gettext("What goes in"), anchor=False)
    stays = w.gettext("Who decides, who was missing and what comes next are always in. What you leave out is named.")
    show("quiet", place.language, sentence=stays)
    with st.container(key="report-parts"):
        kept = parts(opened, place.language, str(own))
        notes = st.checkbox(
            w.gettext("The team's notes"),
            key=f"report-notes-{own}",
            help=w.gettext("Notes are the team's own working record. Look through them before you print them."),
            persist_state="session",
        )
        law = offers_law(opened) and st.checkbox(
            w.gettext("The page of the law"),
            key=f"report-law-{own}",
            help=w.gettext(
                "The Act does not bind an organisation of your kind. The page says so, and how this compares."
            ),
            persist_state="session",
        )
    return Choice(language, notes, law, frozenset(LEAVABLE) - kept)


def parts(opened: Opened, language: str, own: str) -> frozenset[str]:
    """The parts that go in, of those that can be left out; one that has nothing to say is not asked."""
    w, there = words(language), said(opened)
    names = {
        "challenges": w.gettext("The questions to talk about"),
        "success": w.gettext("What success is"),
        "reflection": w.gettext("Looking back"),
        "answers": w.gettext("The answers one by one"),
    }
    kept = set(LEAVABLE) - there
    for part in LEAVABLE:
        if part in there and st.checkbox(
            names[part], value=True, key=f"report-with-{part}-{own}", persist_state="session"
        ):
            kept.add(part)
    return frozenset(kept)


def said(opened: Opened) -> frozenset[str]:
    """The parts that can be left out and have something to say here."""
    given = opened.assessment
    back, whole = given.reflection, given.assessment.depth is not Depth.FIRST_LOOK
    unsaid = (State.BLANK, State.NOT_COUNTED)
    there = {
        "challenges": bool(opened.pictures.challenges.cards),
        "success": whole and bool(given.success),
        "reflection": whole and (back.worked.given or back.did_not.given or back.learnt.given),
        "answers": any(cell.state not in unsaid for cell in opened.result.cells.values()),
    }
    return frozenset(part for part, is_there in there.items() if is_there)


def offers_law(opened: Opened) -> bool:
    """Whether the page of the law is a choice: where the Act binds, it is printed anyway."""
    law, kind = opened.rubric.law, opened.assessment.project.kind
    return law is not None and kind is not None and kind not in law.bound
