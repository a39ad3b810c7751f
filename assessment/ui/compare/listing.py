"""The list of projects: searched by name, sorted by name or date, fifty on a page."""

from typing import Final

import streamlit as st

from assessment.core.portfolio.listing import PAGE, Listed, Listing
from assessment.core.rubric import Rubric
from assessment.core.terms import Depth, Standing, Status
from assessment.pictures.portfolio.when import written_day
from assessment.pictures.portfolio.wording import Many
from assessment.store.portfolio.projects import Order, listed
from assessment.ui.compare.picked import open_button, tell_picked, tick
from assessment.ui.fragment import show
from assessment.ui.portfolio.looking import Looking
from assessment.ui.widgets import outlive, plain, say
from assessment.words import words

#: What a session remembers of the list.
SEARCH: Final = "projects-search"
ORDER: Final = "projects-order"
PAGE_SEEN: Final = "projects-page"


def projects_list(looking: Looking) -> None:
    """Search and order, what is picked, and the projects of the page that is seen."""
    w = looking.w
    search, order = _asked(looking)
    page = int(st.session_state.get(PAGE_SEEN, 0))
    found = listed(looking.store, looking.cut, search=search, order=order, first=page * PAGE)
    if page and page >= found.pages:
        st.session_state[PAGE_SEEN] = 0
        found = listed(looking.store, looking.cut, search=search, order=order)
    say(w.gettext("Tick two to six projects, and put them side by side."))
    st.header(_how_many(found, looking.language), anchor=False)
    if not found.total:
        st.info(w.gettext("No name has this in it. Try a shorter part of it."), icon=":material/search_off:")
    with st.container(key="found"):
        for one in found.rows:
            _row(one, looking)
    _turn(found, looking.language)
    tell_picked(looking.store, looking.place)


def _asked(looking: Looking) -> tuple[str, Order]:
    """What is searched for, and in which order."""
    w = looking.w
    orders: dict[Order, str] = {"date": w.gettext("By date, the latest first"), "name": w.gettext("By name")}
    for key in (SEARCH, ORDER):
        outlive(key)
    with st.container(key="asked"):
        search = st.text_input(
            w.gettext("Find by name"), key=SEARCH, autocomplete="off", icon=":material/search:", on_change=_from_start
        )
        order = st.selectbox(
            w.gettext("In which order"),
            list(orders),
            format_func=lambda one: orders[one],
            key=ORDER,
            on_change=_from_start,
        )
    return search or "", order


def _from_start() -> None:
    st.session_state[PAGE_SEEN] = 0


def _how_many(found: Listing, language: str) -> str:
    w = words(language)
    told = w.ngettext("{number} project found", "{number} projects found", found.total)
    return told.format(number=found.total)


def _row(one: Listed, looking: Looking) -> None:
    """One project: a tick, what it is, where its stages stand, and the way to all of it."""
    with st.container(key=f"found-{one.project}"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"found-head-{one.project}"):
            tick(one.project, plain(one.name))
            open_button(one.project, looking.place)
        show("found", looking.language, **listed_words(one, looking.rubric, looking.language))


def listed_words(one: Listed, rubric: Rubric, language: str) -> dict[str, object]:
    """What a row says."""
    many = Many(rubric, language)
    kinds = {kind.id: kind.name.in_(language) for kind in rubric.kinds}
    levels = {level.id: level.name.in_(language) for level in rubric.context.levels} if rubric.context else {}
    times = many.count("{number} assessment over time", "{number} assessments over time", one.times)
    return {
        "organisation": one.organisation,
        "facts": [
            said
            for said in (kinds.get(one.kind or ""), levels.get(one.level or ""), written_day(many, one.day))
            if said
        ],
        "marks": [
            mark
            for mark, holds in (
                (many.say("Draft"), one.draft),
                (many.label(Depth.FIRST_LOOK), one.depth == Depth.FIRST_LOOK.value),
                (times, one.times > 1),
            )
            if holds
        ],
        "tags": one.tags,
        "tag": many.say("Tag"),
        "stages": [_stage(many, stage, one) for stage in rubric.order if stage in one.stages],
    }


def _stage(many: Many, stage: str, one: Listed) -> dict[str, object]:
    found, rubric = one.stages[stage], many.rubric
    status, standing = Status(found.status), Standing(found.standing)
    told = [many.label(status), many.label(standing)]
    return {
        "name": many.stage(stage),
        "band": list(rubric.band).index(found.band) + 1 if found.band in rubric.band else 0,
        "promised": status == Status.PLANNED,
        "step": many.step(found.decision),
        "words": list(dict.fromkeys(told)),
    }


def _turn(found: Listing, language: str) -> None:
    """The ways to the pages before and after."""
    if found.pages < 2:
        return
    w, page = words(language), found.first // PAGE
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="turn"):
        st.button(w.gettext("Earlier page"), key="page-before", disabled=page == 0, on_click=_turn_to, args=(page - 1,))
        told = w.gettext("Page {page} of {pages}").format(page=page + 1, pages=found.pages)
        show("quiet", language, sentence=told)
        st.button(
            w.gettext("Next page"),
            key="page-after",
            disabled=page + 1 >= found.pages,
            on_click=_turn_to,
            args=(page + 1,),
        )


def _turn_to(page: int) -> None:
    st.session_state[PAGE_SEEN] = page
