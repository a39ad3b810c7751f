"""What changed because of people: what was heard, what came of it, and how people were told."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.terms import Outcome
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.plan.cards import Cards, cards
from assessment.ui.written import day_at, notes_at
from assessment.words import words

UNDER = "changes"
#: Which outcome asks what changed, and which asks why not, or not all.
CHANGED, NOT_ALL = (Outcome.CHANGED, Outcome.IN_PART), (Outcome.IN_PART, Outcome.COULD_NOT)


@block
def changes(id_: str, language: str, line: DeltaGenerator) -> None:
    """Everything that was heard, in the order in which it was written down."""
    sheet, w = open_sheet(id_, language), words(language)
    cards(
        sheet,
        Cards(UNDER, shown, asked, add=w.gettext("Add something you heard"), take_out=w.gettext("Take this out")),
    )
    fill(line, id_, language)


def shown(sheet: Sheet, path: str) -> bool:
    """What was heard and what came of it, and what is not said yet; whether anything is not."""
    w, outcome = words(sheet.language), sheet.text(f"{path}/outcome")
    missing = [] if sheet.value(f"{path}/withheld") else unsaid(sheet, path)
    names = {"changed": w.gettext("What changed"), "why": w.gettext("Why not, or not all")}
    if not sheet.open:
        names |= {"told": w.gettext("How people were told"), "evidence": w.gettext("What shows it")}
    printed = w.gettext("May be printed") if sheet.value(f"{path}/may_print") else w.gettext("Only for the team")
    show(
        "change",
        sheet.language,
        heard=sheet.typed(f"{path}/heard"),
        nothing=w.gettext("The team has kept this to itself.")
        if sheet.value(f"{path}/withheld")
        else w.gettext("Nobody has said yet what was heard."),
        day=day_at(sheet, f"{path}/date"),
        outcome=outcome,
        label=sheet.work.rubric.label("outcome", outcome, sheet.language) if outcome else "",
        printed=printed,
        facts=notes_at(sheet, path, names),
        missing=w.gettext("Not said yet: {parts}.").format(parts=", ".join(missing)) if missing else "",
    )
    return bool(missing)


def asked(sheet: Sheet, path: str) -> None:
    """What was heard; what changed or why not, as the outcome asks; how people know; who may read it."""
    w, rubric = words(sheet.language), sheet.work.rubric
    show("guard", sheet.language)
    sheet.note(f"{path}/heard", w.gettext("What did people say?"), guard=False)
    with st.container(key=f"heard-on-{path.split('/')[-1]}"):
        sheet.day(f"{path}/date", w.gettext("When did you hear it?"))
    names = {one.value: rubric.label("outcome", one.value, sheet.language) for one in Outcome}
    outcome = sheet.segments(f"{path}/outcome", w.gettext("What came of it?"), names)
    if outcome in CHANGED or sheet.typed(f"{path}/changed"):
        sheet.note(f"{path}/changed", w.gettext("What changed?"), guard=False)
    if outcome in NOT_ALL or sheet.typed(f"{path}/why"):
        sheet.note(f"{path}/why", w.gettext("Why not, or not all of it?"), guard=False)
    sheet.note(f"{path}/told", w.gettext("When and how were people told?"), guard=False)
    sheet.line(f"{path}/evidence", w.gettext("What could you show for it?"))
    sheet.tick(f"{path}/may_print", w.gettext("This may be printed in the report"))
    kept_back = w.gettext("Without this tick it stays with the team, and no report prints it.")
    show("quiet", sheet.language, sentence=kept_back)


def unsaid(sheet: Sheet, path: str) -> list[str]:
    """What is not said yet of something that was heard, in words."""
    w, outcome = words(sheet.language), sheet.value(f"{path}/outcome")
    asked_for = {
        "heard": (w.gettext("what you heard"), True),
        "outcome": (w.gettext("what came of it"), True),
        "changed": (w.gettext("what changed"), outcome in CHANGED),
        "why": (w.gettext("why not, or not all"), outcome in NOT_ALL),
        "told": (w.gettext("how people were told"), True),
    }
    return [name for part, (name, due) in asked_for.items() if due and not sheet.typed(f"{path}/{part}")]
