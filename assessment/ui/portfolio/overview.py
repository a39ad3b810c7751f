"""The parts of the overview: where stages stand, how values are spread, who answered, who was not reached.

A number on a chart and the same number in the list beneath it open the projects behind it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from assessment.charts import CONFIG
from assessment.charts.portfolio import spreads as spreads_chart
from assessment.charts.portfolio import standings as standings_chart
from assessment.core.fault import N_
from assessment.core.portfolio.overview import Overview
from assessment.core.portfolio.portrait import bands_apart
from assessment.pictures.portfolio.overview import Answering, Reaching, Standings, ValueSpread, ValueSpreads
from assessment.store.portfolio import overview as store
from assessment.store.portfolio.overview import Behind
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.portfolio.behind import behind, first_page
from assessment.ui.portfolio.looking import Looking
from assessment.ui.results.row import Row
from assessment.ui.tables import table_of
from assessment.ui.widgets import outlive, say

#: So many groups that were missed are named; the page about them names all.
GROUPS: Final = 5
#: What a session remembers of the numbers that were opened.
STANDING, VALUE = "behind-standing", "behind-value"
#: A number of a spread is compared within this (docs/scoring.md, section 2).
NEAR: Final = 1e-9
_AT: Final = "/="
ON_CHART: Final = N_("Choose one, or press it on the chart")


def counted(looking: Looking) -> Overview:
    """The counts of what is looked at."""
    rubric = looking.rubric
    return store.overview(
        looking.store,
        looking.cut,
        stages=rubric.order,
        values=rubric.columns,
        apart=bands_apart(rubric),
        groups=GROUPS,
    )


@block
def standings(looking: Looking, picture: Standings) -> None:
    """Where the stages stand, as a chart, as a table, and number by number."""
    w = looking.w
    st.header(picture.title, anchor="stages")
    say(picture.lead)
    if picture.meanings:
        say(picture.meanings)
    _chart(standings_chart(picture), "chart-standings", picture.alt, _pick_standing)
    table_of(picture.table, w.gettext("Where the stages stand, as a table"))
    open_number(looking, STANDING, dict(_stands(looking, picture)), w.gettext(ON_CHART))


def _stands(looking: Looking, picture: Standings) -> Iterator[tuple[str, tuple[Behind, str, int]]]:
    """Every number of the picture by its key: what is behind it, what it is called, and how many that is."""
    w = looking.w
    for stage in picture.stages:
        for one in stage.counts:
            label = looking.named.inside(one.label)
            if one.now:
                told = w.gettext("{stage}, {standing}").format(stage=stage.name, standing=label)
                yield (
                    _standing_key(stage.stage, one.standing, False),
                    (Behind(stage=stage.stage, standing=one.standing), told, one.now),
                )
            if one.promised:
                told = w.gettext("{stage}, {standing} (promised)").format(stage=stage.name, standing=label)
                yield (
                    _standing_key(stage.stage, one.standing, True),
                    (Behind(stage=stage.stage, standing=one.standing, planned=True), told, one.promised),
                )


def _standing_key(stage: str, standing: str, planned: bool) -> str:
    return f"{stage}/{standing}/{int(planned)}"


def _pick_standing() -> None:
    if picked := _picked("chart-standings"):
        first_page(STANDING)
        st.session_state[STANDING] = _standing_key(*picked)


@block
def spreads(looking: Looking, found: Overview, picture: ValueSpreads) -> None:
    """How each value is spread, as a chart, as a table, and the projects behind each part of it."""
    w = looking.w
    st.header(picture.title, anchor="values")
    points = store.points(looking.store, looking.cut) if found.pointed else None
    what = (
        w.gettext("Each column counts the projects with the same mean.")
        if points is None
        else w.gettext("Each dot is a project.")
    )
    say(picture.lead, f"{what} {w.gettext('The box holds the middle half of them, and the line is the middle one.')}")
    _chart(spreads_chart(picture, points), "chart-values", picture.alt, _pick_value)
    if picture.beside:
        show("quiet", looking.language, sentence=picture.beside)
    table_of(picture.table, w.gettext("How each value is spread, as a table"))
    open_number(looking, VALUE, dict(_parts(looking, found, picture)), w.gettext(ON_CHART))


def _parts(looking: Looking, found: Overview, picture: ValueSpreads) -> Iterator[tuple[str, tuple[Behind, str, int]]]:
    """Each value cut at the levels, those of whom too little is known, and the one number that was pressed."""
    w, pressed = looking.w, str(st.session_state.get(VALUE) or "")
    for row in picture.rows:
        name = f"{row.value}{_AT}"
        if pressed.startswith(name):
            number = float(pressed.removeprefix(name))
            told = w.gettext("{value}, mean {mean}").format(value=row.name, mean=looking.named.number(number))
            yield pressed, _numbers(row, number - NEAR, number + NEAR, told)
        for low in range(picture.lowest, picture.highest):
            last = low + 1 == picture.highest
            sentence = (
                w.gettext("{value}, from {low} to {high}") if last else w.gettext("{value}, from {low} to under {high}")
            )
            told = sentence.format(value=row.name, low=low, high=low + 1)
            part = _numbers(row, low, low + 1 + NEAR if last else low + 1, told)
            if part[2]:
                yield f"{row.value}/{low}", part
        if number := found.values[row.value].unknown:
            told = w.gettext("{value}, not enough known").format(value=row.name)
            yield f"{row.value}/-", (Behind(value=row.value), told, number)


def _numbers(row: ValueSpread, lowest: float, below: float, told: str) -> tuple[Behind, str, int]:
    number = sum(count for mean, count in row.counts if lowest <= mean < below)
    return Behind(value=row.value, lowest=lowest, below=below), told, number


def _pick_value() -> None:
    if picked := _picked("chart-values"):
        value, number = picked
        first_page(VALUE)
        st.session_state[VALUE] = f"{value}{_AT}{number!r}"


def answering(looking: Looking, picture: Answering) -> None:
    """How many answered enough, and in how many projects people with lived experience did."""
    st.header(picture.title, anchor="answered")
    say(picture.people)
    show("shares", looking.language, rows=picture.table.rows, head=picture.table.head)


def reaching(looking: Looking, picture: Reaching) -> None:
    """The groups that most projects did not reach, and the way to all of them."""
    w = looking.w
    st.header(picture.title, anchor="reach")
    say(picture.lead)
    if picture.lines:
        show("rows", looking.language, rows=[Row(name, number) for name, number in picture.lines])
    if st.button(w.gettext("See every group, stage by stage"), icon=":material/arrow_forward:", key="to-reach"):
        go_to("reach", looking.place)


def _chart(figure: go.Figure, key: str, alt: str, on_select: Any) -> None:
    st.plotly_chart(
        figure, theme=None, config=dict(CONFIG), key=key, alt=alt, on_select=on_select, selection_mode="points"
    )


def _picked(key: str) -> list[Any]:
    """What the mark that was pressed on a chart stands for."""
    points = st.session_state[key]["selection"]["points"]
    return list(points[0]["customdata"]) if points and points[0].get("customdata") else []


def open_number(looking: Looking, key: str, parts: Mapping[str, tuple[Behind, str, int]], hint: str) -> None:
    """A list of all numbers; the projects behind the one that is chosen."""
    w = looking.w
    if st.session_state.get(key) not in parts:
        st.session_state[key] = None
    outlive(key)
    chosen = st.selectbox(
        w.gettext("Open a number: which projects are behind it?"),
        list(parts),
        index=None,
        format_func=lambda one: f"{parts[one][1]} ({parts[one][2]})",
        key=key,
        placeholder=hint,
        on_change=first_page,
        args=(key,),
    )
    if chosen:
        wanted, told, _ = parts[chosen]
        behind(looking, store.behind(looking.store, looking.cut, wanted), told, key)
