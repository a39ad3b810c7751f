"""What changed because of people: what was heard, what came of it, and how they were told."""

from datetime import date

from streamlit.delta_generator import DeltaGenerator

from assessment.core.terms import Outcome
from assessment.ui.days import written_day
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.plan.cards import Kind, cards
from assessment.words import words

UNDER = "changes"
#: What is asked after what came of it.
SAYS_WHAT, SAYS_WHY = (Outcome.CHANGED, Outcome.IN_PART), (Outcome.IN_PART, Outcome.COULD_NOT)


def changes(sheet: Sheet, line: DeltaGenerator) -> None:
    """Each thing that was heard, as a card."""
    cards(sheet, KIND, line, words(sheet.language).gettext("Add something you heard: what did people say?"))


def _shown(sheet: Sheet, row: str) -> None:
    w, path, rubric = words(sheet.language), f"{UNDER}/{row}", sheet.work.rubric
    outcome, day = sheet.text(f"{path}/outcome"), sheet.value(f"{path}/date")
    missing = [
        name
        for name, there in (
            (w.gettext("what came of it"), outcome),
            (w.gettext("how people were told"), sheet.text(f"{path}/told")),
        )
        if not there
    ]
    show(
        "plan_change",
        sheet.language,
        heard=sheet.typed(f"{path}/heard"),
        outcome=rubric.label("outcome", outcome, sheet.language) if outcome else "",
        day=written_day(date.fromisoformat(day), sheet.language) if isinstance(day, str) else "",
        printed=bool(sheet.value(f"{path}/may_print")),
        missing=missing,
    )


def _asked(sheet: Sheet, path: str) -> None:
    w, language = words(sheet.language), sheet.language
    sheet.day(f"{path}/date", w.gettext("When did you hear it?"))
    sheet.note(f"{path}/heard", w.gettext("What did people say?"), height=68, guard=False)
    names = {one.value: sheet.work.rubric.label("outcome", one.value, language) for one in Outcome}
    outcome = sheet.segments(f"{path}/outcome", w.gettext("What came of it?"), names)
    if outcome in SAYS_WHAT:
        sheet.note(f"{path}/changed", w.gettext("What changed?"), height=68, guard=False)
    if outcome in SAYS_WHY:
        sheet.note(f"{path}/why", w.gettext("Why not, or not all of it?"), height=68, guard=False)
    sheet.note(f"{path}/told", w.gettext("When and how were people told?"), height=68, guard=False)
    sheet.line(f"{path}/evidence", w.gettext("What could you show for it?"))
    sheet.tick(
        f"{path}/may_print",
        w.gettext("This may be printed in the report"),
        help=w.gettext("Without it, the report says only how many changes the team keeps to itself."),
    )


KIND = Kind(UNDER, "heard", _shown, _asked)
