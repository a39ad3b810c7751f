"""Groups and stages at once: a table of what was said, beneath the grid that asks one stage at a time."""

from assessment.core.entries import JOINED, rows_of
from assessment.core.terms import Presence
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.who.the_rest import UNDER
from assessment.words import words


def overview(sheet: Sheet, stages: list[str]) -> None:
    """A row for each group of which something is said, a column for each stage that has begun or is planned."""
    rubric, language, w = sheet.work.rubric, sheet.language, words(sheet.language)
    words_of = {one.value: rubric.label("presence", one.value, language) for one in Presence}
    said = rows_of(sheet.work.values, UNDER)
    order = [group.id for group in rubric.groups if group.id in said] + [row for row in said if JOINED in row]
    rows = [(name_of(sheet, row), [sheet.value(f"{UNDER}/{row}/{stage}") for stage in stages]) for row in order]
    if rows:
        show(
            "overview",
            language,
            caption=w.gettext("What was said, stage by stage"),
            stages=[rubric.stages[stage].name.in_(language) for stage in stages],
            rows=rows,
            words_of=words_of,
        )


def name_of(sheet: Sheet, row: str) -> str:
    """The name of a group: the team's own, or the rubric's."""
    own = sheet.text(f"{UNDER}/{row}/label")
    return own or sheet.work.rubric.group[row.split(JOINED)[0]].name.in_(sheet.language)
