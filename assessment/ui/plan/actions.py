"""The team's own actions: who does what, with whom and by when."""

from streamlit.delta_generator import DeltaGenerator

from assessment.core.next_steps import DECISION
from assessment.core.progress import live_stages, status_of
from assessment.core.terms import ActionStatus, Status
from assessment.pictures.forward import action_card
from assessment.pictures.reader import Reader
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.plan.cards import Kind, cards
from assessment.ui.rows import rows
from assessment.ui.wiring import opened
from assessment.words import words

UNDER = "actions"


def actions(sheet: Sheet, line: DeltaGenerator) -> None:
    """The plan; what was dropped stands last."""
    dropped = ActionStatus.DROPPED.value
    label = words(sheet.language).gettext("Add a step of your own: what will you do?")
    cards(sheet, KIND, line, label, lambda row: sheet.value(f"{UNDER}/{row}/status") == dropped)


def reader_of(sheet: Sheet) -> Reader:
    """Reads this assessment to a person."""
    one = opened(sheet.work.kept, sheet.language)
    return Reader(one.rubric, one.assessment, one.result, sheet.language)


def _shown(sheet: Sheet, row: str) -> None:
    reader = reader_of(sheet)
    at = rows(sheet, UNDER).index(row)
    about = sheet.text(f"{UNDER}/{row}/about")
    show(
        "plan_action",
        sheet.language,
        card=action_card(reader, reader.assessment.actions[at]),
        promise=about.split(".")[0] in planned(sheet),
    )


def _asked(sheet: Sheet, path: str) -> None:
    w, rubric, language = words(sheet.language), sheet.work.rubric, sheet.language
    sheet.note(f"{path}/text", w.gettext("What will you do?"), height=68, guard=False)
    sheet.line(f"{path}/owner", w.gettext("Who does it? Name the role, not the person."))
    sheet.line(f"{path}/with_whom", w.gettext("With whom? Which people take part in it?"))
    sheet.day(f"{path}/by", w.gettext("By when?"))
    sheet.note(f"{path}/needs", w.gettext("What does it need? Time, money, somebody's yes."), height=68, guard=False)
    sheet.note(f"{path}/barrier", w.gettext("What stands in the way?"), height=68, guard=False)
    sheet.note(f"{path}/how_we_know", w.gettext("How will you know that it worked?"), height=68, guard=False)
    sheet.pick(f"{path}/about", w.gettext("What is it about?"), places(sheet))
    names = {one.value: rubric.label("action_status", one.value, language) for one in ActionStatus}
    if sheet.segments(f"{path}/status", w.gettext("How far is it?"), names) == ActionStatus.DROPPED.value:
        sheet.note(f"{path}/why", w.gettext("Why was it dropped?"), height=68, guard=False)


def planned(sheet: Sheet) -> list[str]:
    """The stages that are still a plan: an action about one of them is a promise."""
    return [one for one in sheet.work.rubric.order if status_of(sheet.work.values, one) == Status.PLANNED]


def places(sheet: Sheet) -> dict[str, str]:
    """What an action can be about: each stage that has begun or is planned, who decides in it, its questions."""
    reader, rubric, found = reader_of(sheet), sheet.work.rubric, []
    for stage in live_stages(rubric, sheet.work.values):
        found += [stage, f"{stage}.{DECISION}", *(item.id for item in rubric.items if item.stage == stage)]
    # What an action is about already stays, whatever became of the stage.
    kept = [sheet.text(f"{UNDER}/{row}/about") for row in rows(sheet, UNDER)]
    return {about: reader.place(about) for about in dict.fromkeys([*found, *filter(None, kept)])}


KIND = Kind(UNDER, "text", _shown, _asked)
