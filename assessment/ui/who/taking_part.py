"""Who took part and who was not reached: one stage at a time, a row for each group of people."""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.core.entries import JOINED
from assessment.core.progress import status_of
from assessment.core.rubric import Group
from assessment.core.terms import Presence, Status
from assessment.ui.bar import fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.ui.rows import new_row, offer_way_back, rows, take_out_button
from assessment.ui.who.overview import overview
from assessment.ui.who.the_rest import UNDER, as_before, mark_the_rest
from assessment.ui.widgets import plain
from assessment.words import words


def begun(sheet: Sheet) -> list[str]:
    """The stages in which somebody can have taken part: all but those that have not started."""
    return [one for one in sheet.work.rubric.order if status_of(sheet.work.values, one) != Status.NOT_STARTED]


@block
def taking_part(id_: str, language: str, line: DeltaGenerator) -> None:
    """How the team knows who lives here, how many took part, and the groups of the stage that is chosen."""
    sheet, w = open_sheet(id_, language), words(language)
    if context := sheet.work.rubric.context:
        sheet.note("context/how_we_know_who_lives_here", context.population.question.in_(language))
        with st.container(key="how-many"):
            sheet.number("context/people_who_took_part", context.took_part.question.in_(language))
    if small(sheet):
        kept_back = w.gettext(
            "Where fewer than {number} people took part, or nobody knows how many, small groups are not shown, "
            "so that nobody can be picked out."
        )
        marked = w.gettext("Here they are marked “only for the team”.")
        number = sheet.work.rubric.parameters.small_place
        show("small_place", language, sentence=f"{kept_back.format(number=number)} {marked}")
    stages = begun(sheet)
    stage = _chosen_stage(sheet, stages)
    as_before(sheet, stage, next(iter(reversed(stages[: stages.index(stage)])), None))
    _groups(sheet, stage)
    overview(sheet, stages)
    fill(line, id_, language)


def small(sheet: Sheet) -> bool:
    """Whether so few people took part, or nobody knows how many, that sensitive groups are printed nowhere."""
    number = sheet.value("context/people_who_took_part")
    return not isinstance(number, int) or number < sheet.work.rubric.parameters.small_place


def _chosen_stage(sheet: Sheet, stages: list[str]) -> str:
    """The stage whose groups are shown: the first until another is chosen."""
    names = {one: sheet.work.rubric.stages[one].name.in_(sheet.language) for one in stages}
    with st.container(key="groups-stage"):
        chosen = st.segmented_control(
            words(sheet.language).gettext("Which stage?"),
            list(names),
            format_func=lambda one: names[one],
            default=next(iter(names)),
            required=True,
            key=f"groups-stage:{sheet.work.kept.id}",
        )
    return chosen or next(iter(names))


def _groups(sheet: Sheet, stage: str) -> None:
    """Every group with its answer for this stage; then the groups that the team names itself."""
    rubric, w = sheet.work.rubric, words(sheet.language)
    names = {one.value: rubric.label("presence", one.value, sheet.language) for one in Presence}
    hidden = small(sheet)
    with st.container(key="groups"):
        for group in rubric.groups:
            if not group.labelled:
                label = group.name.in_(sheet.language)
                # No markup: it would be read aloud.
                aside = f"{label} ({w.gettext('only for the team')})"
                sheet.segments(f"{UNDER}/{group.id}/{stage}", aside if hidden and group.sensitive else label, names)
    mark_the_rest(sheet, stage)
    for group in rubric.groups:
        if group.labelled:
            _own_groups(sheet, group, stage, names)


def _own_groups(sheet: Sheet, group: Group, stage: str, names: Mapping[str, str]) -> None:
    """Groups with a name of the team's own; a name typed in the empty box begins one."""
    w, begin = words(sheet.language), f"{group.id}{JOINED}"
    for row in (row for row in rows(sheet, UNDER) if row.startswith(begin)):
        path = f"{UNDER}/{row}"
        with st.container(key=f"own-group-{row.removeprefix(begin)}"):
            sheet.line(f"{path}/label", w.gettext("Name of the group"), plain=True)
            name = sheet.text(f"{path}/label") or group.name.in_(sheet.language)
            sheet.segments(f"{path}/{stage}", plain(name), names)
            take_out_button(sheet, path, w.gettext("Take “{name}” out").format(name=plain(name)))
    offer_way_back(sheet, UNDER)
    if sheet.open:
        label = w.gettext("Another group: type its name, such as the people of one street")
        sheet.line(f"{UNDER}/{new_row(sheet, UNDER, begin)}/label", label, plain=True, begins=True)
