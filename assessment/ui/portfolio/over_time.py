"""The parts of the page about promises and about what has changed: who decides, the values, actions."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

import streamlit as st

from assessment.charts import CONFIG
from assessment.charts.over_time import levels as chart
from assessment.core.promises import Kept
from assessment.pictures.portfolio.over_time import (
    ActionCounts,
    LevelMoves,
    Moves,
    PromiseCounts,
    promised_told,
    told,
)
from assessment.pictures.portfolio.wording import Many
from assessment.portfolio.over_time import carried, promised
from assessment.store.portfolio import over_time as store
from assessment.store.portfolio.saying import tagged
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.portfolio.looking import Looking
from assessment.ui.results.row import Row
from assessment.ui.tables import table_of
from assessment.ui.widgets import outlive, say

#: Promises that are shown at once.
PAGE: Final = 20
#: What a session remembers of the promises that were opened, and of how far in their list a person is.
OPENED, AT = "promises-opened", "promises-page"
#: The promises that are still to come: beside what became of the others.
AHEAD: Final = "ahead"


def moves(looking: Looking, picture: Moves) -> None:
    """Who decided then and decides now, stage by stage."""
    st.header(picture.title, anchor="who-decides")
    say(picture.lead)
    show("moves", looking.language, stages=picture.stages, head=picture.table.head)
    if picture.standings.rows:
        table_of(picture.standings, picture.standings.caption)


def levels(looking: Looking, picture: LevelMoves) -> None:
    """How the values have moved."""
    w = looking.w
    st.header(picture.title, anchor="values")
    say(picture.lead)
    if not picture.rows:
        say(w.gettext("No question has a level in both yet."))
        return
    show("levels_key", looking.language, signs=picture.signs)
    st.plotly_chart(chart(picture), theme=None, config=dict(CONFIG), key="chart-levels", alt=picture.alt)
    table_of(picture.table, w.gettext("How people are treated, as a table"))


@block
def promises(looking: Looking, picture: PromiseCounts) -> None:
    """What was promised and what came of it; each number opens to the promises behind it."""
    w = looking.w
    st.header(picture.title, anchor="promises")
    say(picture.lead)
    if not picture.table.rows:
        say(w.gettext("No stage is planned here, and none that was planned has begun since."))
        return
    show("promise_counts", looking.language, tables=(picture.table, picture.by_stage))
    say(picture.ahead_told)
    numbers = {key: (said, count) for key, said, count in _numbers(looking, picture)}
    if st.session_state.get(OPENED) not in numbers:
        st.session_state[OPENED] = None
    outlive(OPENED)
    chosen = st.selectbox(
        w.gettext("Open a number: which promises are behind it?"),
        list(numbers),
        index=None,
        format_func=lambda one: f"{numbers[one][0]} ({numbers[one][1]})",
        key=OPENED,
        placeholder=w.gettext("Choose one"),
        on_change=_turn,
        args=(0,),
    )
    if chosen and chosen[0] == AHEAD:
        projects = next(one.projects for one in picture.ahead if one.stage == chosen[1])
        _list_ahead(looking, str(chosen[1]), projects)
    elif chosen:
        _list(looking, Kept(chosen[0]), bool(chosen[1]), numbers[chosen][1])


def _numbers(looking: Looking, picture: PromiseCounts) -> Iterator[tuple[tuple[str, str | bool], str, int]]:
    """Every number that is not zero, by what it is of, with its name."""
    w = looking.w
    for one in picture.ahead:
        said = w.gettext("{what}: {stage}").format(what=picture.ahead_label, stage=one.name)
        yield (AHEAD, one.stage), said, one.count
    for kept, label, about, asked in picture.rows:
        if about:
            yield (kept.value, True), w.gettext("{what}, about who decides").format(what=label), about
        if asked:
            yield (kept.value, False), w.gettext("{what}, about how people are treated").format(what=label), asked


def _list(looking: Looking, kept: Kept, decisions: bool, number: int) -> None:
    many, (page, pages) = Many(looking.rubric, looking.language), _page(number)
    found = store.promises(looking.store, looking.cut, kept, decisions=decisions, start=page * PAGE, most=PAGE)
    every = told(many, list(carried(looking.store, found)))
    show("promises", looking.language, projects=[list(some) for _, some in groupby(every, key=lambda one: one.id)])
    _pages(looking, page, pages)


def _list_ahead(looking: Looking, stage: str, number: int) -> None:
    many, (page, pages) = Many(looking.rubric, looking.language), _page(number)
    found = store.ahead(looking.store, looking.rubric, looking.cut, stage, start=page * PAGE, most=PAGE)
    show("promises_ahead", looking.language, projects=promised_told(many, list(promised(looking.store, found))))
    _pages(looking, page, pages)


def _page(number: int) -> tuple[int, int]:
    """On which page of so many a person is."""
    pages = -(-number // PAGE)
    return min(st.session_state.get(AT, 0), pages - 1), pages


def _pages(looking: Looking, page: int, pages: int) -> None:
    w = looking.w
    if pages < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            w.gettext("The {number} before").format(number=PAGE),
            key="promises-before",
            icon=":material/chevron_left:",
            disabled=page == 0,
            on_click=_turn,
            args=(page - 1,),
        )
        st.button(
            w.gettext("The next {number}").format(number=PAGE),
            key="promises-after",
            icon=":material/chevron_right:",
            disabled=page + 1 >= pages,
            on_click=_turn,
            args=(page + 1,),
        )
        sentence = w.gettext("Page {page} of {pages}").format(page=page + 1, pages=pages)
        show("quiet", looking.language, sentence=sentence)


def _turn(page: int) -> None:
    st.session_state[AT] = page


def promised_to(looking: Looking) -> None:
    """How to see the promises made to one fund: the questions do not ask to whom, so a tag has to tell."""
    w = looking.w
    if looking.cut.tag:
        return
    if tagged(looking.store, looking.cut):
        say(
            w.gettext(
                "The questions do not ask to whom a promise was made. If projects have a tag with the name of their "
                "fund, choose it under “Filter” to see the promises made to that fund."
            )
        )
        return
    say(
        w.gettext(
            "The questions do not ask to whom a promise was made. Give each project a tag with the name of its fund, "
            "on the project's own page. Then you can choose one fund under “Filter”."
        )
    )
    if st.button(w.gettext("Go to the projects to give them tags"), icon=":material/sell:", key="to-tags"):
        go_to("projects", looking.place)


def actions(looking: Looking, picture: ActionCounts) -> None:
    """Where the actions are."""
    st.header(picture.title, anchor="actions")
    if not picture.rows:
        say(looking.w.gettext("No plan here has an action yet."))
        return
    say(picture.lead)
    show("rows", looking.language, rows=[Row(label, str(count)) for _, label, count in picture.rows])


def awaited(looking: Looking) -> None:
    """What will be here once a project has a second assessment."""
    w = looking.w
    st.info(
        w.gettext("No project here has more than one full self-assessment yet."),
        icon=":material/hourglass_empty:",
    )
    say(w.gettext("When a team answers the same questions again, a year on perhaps, you will see here:"))
    rows = [
        Row(w.gettext("Who decides"), w.gettext("Stage by stage, who decided then and who decides now.")),
        Row(
            w.gettext("How people are treated"),
            w.gettext("On which values the answers are higher, the same, or lower."),
        ),
        Row(w.gettext("Actions"), w.gettext("How many actions of the plans are done.")),
    ]
    show("rows", looking.language, rows=rows)
