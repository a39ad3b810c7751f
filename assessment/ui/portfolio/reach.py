"""The parts of the page about who is not reached. Each number opens to the projects behind it."""

from collections.abc import Iterator
from typing import Final

import streamlit as st

from assessment.charts import CONFIG
from assessment.charts.reach import reach as chart
from assessment.core.terms import Presence
from assessment.pictures.portfolio.reach import ReachPicture
from assessment.store.portfolio.reach import behind as projects_behind
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.portfolio.behind import behind, first_page
from assessment.ui.portfolio.looking import Looking
from assessment.ui.tables import table_of
from assessment.ui.widgets import outlive, say

#: What a session remembers of the number that was opened, and the name of the chart on which it can be pressed.
OPENED: Final = "behind-reach"
CHART: Final = "chart-reach"
Number = tuple[str, str, Presence]
"""A group, a stage, and what is said of it there."""


def population(looking: Looking, picture: ReachPicture) -> None:
    """How many projects know who lives where they work."""
    context, w = looking.rubric.context, looking.w
    if context is None:
        return
    st.header(context.population.name.in_(looking.language), anchor="population")
    say(
        w.gettext("What counts is everybody who lives there, and not only the groups that a team thought of."),
        picture.population,
    )


@block
def groups(looking: Looking, picture: ReachPicture) -> None:
    """Groups and stages, as a chart, as a table, and number by number."""
    w = looking.w
    st.header(picture.title, anchor="groups")
    say(*picture.told)
    show("reach_key", looking.language, signs=dict(picture.signs))
    st.plotly_chart(
        chart(picture),
        theme=None,
        config=dict(CONFIG),
        key=CHART,
        alt=picture.alt,
        on_select=_pick,
        selection_mode="points",
    )
    for sentence in picture.left_out:
        show("quiet", looking.language, sentence=sentence)
    table_of(picture.table, w.gettext("Who took part, as a table"))
    _open(looking, picture)


def named(looking: Looking, picture: ReachPicture) -> None:
    """The groups that teams named in their own words."""
    st.header(picture.named_title, anchor="named")
    say(picture.named_lead)
    show("reach_named", looking.language, rows=picture.named, more=picture.named_more)


def _numbers(looking: Looking, picture: ReachPicture) -> Iterator[tuple[Number, tuple[str, int]]]:
    """Every number that is not zero, with its name: in the order of groups, stages, and what is said."""
    signs = {**dict(picture.signs), Presence.DONT_KNOW: looking.named.label(Presence.DONT_KNOW)}
    for row in picture.rows:
        for (stage, name, _), cell in zip(picture.stages, row.cells, strict=True):
            for presence, count in (*cell.counts, (Presence.DONT_KNOW, cell.unknown)):
                if count:
                    said = looking.named.inside(signs[presence])
                    told = looking.w.gettext("{group}, {stage}: {said}").format(group=row.name, stage=name, said=said)
                    yield (row.group, stage, presence), (told, count)


def _open(looking: Looking, picture: ReachPicture) -> None:
    w, numbers = looking.w, dict(_numbers(looking, picture))
    if st.session_state.get(OPENED) not in numbers:
        st.session_state[OPENED] = None
    outlive(OPENED)
    chosen = st.selectbox(
        w.gettext("Open a number: which projects are behind it?"),
        list(numbers),
        index=None,
        format_func=lambda one: "{} ({})".format(*numbers[one]),
        key=OPENED,
        placeholder=w.gettext("Choose one, or press it on the chart"),
        on_change=first_page,
        args=(OPENED,),
    )
    if chosen:
        found = projects_behind(looking.store, looking.cut, *chosen)
        behind(looking, found, numbers[chosen][0], OPENED)


def _pick() -> None:
    points = st.session_state[CHART]["selection"]["points"]
    if points and points[0].get("customdata"):
        group, stage, presence = points[0]["customdata"]
        first_page(OPENED)
        st.session_state[OPENED] = (group, stage, Presence(presence))
