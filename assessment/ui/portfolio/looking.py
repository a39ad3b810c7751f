"""What every page about a portfolio begins with: its title, its filter, and what is compared with what."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations

import streamlit as st

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.mix import Mix
from assessment.core.rubric import Rubric
from assessment.pictures.portfolio.looked_at import LookedAt, left_out, looked_at
from assessment.pictures.portfolio.named import Named
from assessment.portfolio.rubrics import rubric_named
from assessment.portfolio.showing import catch_up
from assessment.store import Store
from assessment.store.portfolio.mixing import drafts, mix
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.place import CUT, Place, current_place, cut_in_address, kept_cut, write_address
from assessment.ui.portfolio.filter import Filter
from assessment.ui.portfolio.told import nothing_fits, nothing_here, tell, tell_of_another
from assessment.words import words


@dataclass(frozen=True)
class Looking:
    """A manager's view of the portfolio: where they are, which projects, and by whose words."""

    place: Place
    cut: Cut
    mix: Mix
    rubric: Rubric
    store: Store
    w: NullTranslations
    everything: Mix
    """All projects on the same rubric, whatever the filter."""

    @property
    def language(self) -> str:
        """The person's language."""
        return self.place.language

    @property
    def named(self) -> Named:
        """The names of what the filter is made of."""
        return Named(self.rubric, self.language)

    @property
    def looked_at(self) -> LookedAt:
        """Which projects these are, in sentences."""
        return looked_at(self.rubric, self.cut, self.mix, self.everything, self.language)


def looking(title: str, purpose: str, *, picking: bool = False) -> Looking | None:
    """Begin a page; None, with a word on what to do, where there is nothing to look at.

    Where projects are being picked, the picked ones are no filter.
    """
    st.title(title, anchor=False)
    show("lead", current_place().language, text=purpose)
    return look_around(picking=picking)


def look_around(*, picking: bool = False, nothing: Callable[[Place], None] = nothing_here) -> Looking | None:
    """The same where a page has begun: which projects, and the filter. `nothing` tells that there are none."""
    place, store = current_place(), the_store()
    catch_up(store)
    submitted = mix(store, Cut())
    every = submitted if submitted.sorts else mix(store, Cut(drafts=True))
    if not every.sorts:
        nothing(place)
        return None
    first = first_cut(every)
    cut, rubric = _readable(store, cut_in_address() or kept_cut() or first, first)
    cut = cut.without("project") if picking else cut
    st.session_state[CUT] = cut
    place = place.cutting(cut)
    write_address(place)
    everything = mix(store, Cut(rubric=cut.rubric, drafts=True)) if cut.drafts else on(every, cut.rubric)
    found = everything if cut.open else mix(store, cut)
    now = Looking(place, cut, found, rubric, store, words(place.language), everything)
    others = {str(name): number for name, number in every.by("rubric").items() if name != cut.rubric}
    unsent = drafts(store, cut)

    def tell_of_others() -> None:
        for name, number in others.items():
            if other := rubric_named(store, name):
                tell_of_another(_called(other, place.language), number, Cut(rubric=name), place.language)

    with st.container(key="looking"):
        with st.container(key="looking-told"):
            apart = 0 if cut.drafts else unsent if cut.open else drafts(store, Cut(rubric=cut.rubric))
            beside = left_out(now.named, everything, others=sum(others.values()), drafts=apart)
            tell(now.looked_at, beside, cut, named=now.named)
        Filter(store, rubric, cut, unsent, place.language).show(Cut(rubric=cut.rubric), also=tell_of_others)
    if not found.sorts:
        nothing_fits(cut, place.language)
        return None
    return now


def first_cut(every: Mix) -> Cut:
    """Like with like, before anybody has chosen: the rubric and the kind of organisation that most projects have."""
    rubric = str(next(iter(every.by("rubric") or {one.rubric: 1 for one in every.sorts})))
    kinds = on(every, rubric).by("kind")
    kind = next((one for one in kinds if one), None)
    drafts = all(one.draft for one in every.sorts)
    return Cut(rubric=rubric, kind=(kind,) if kind and len(kinds) > 1 else (), drafts=drafts)


def on(every: Mix, rubric: str) -> Mix:
    """Those on one rubric."""
    return Mix(tuple(one for one in every.sorts if one.rubric == rubric))


def _readable(store: Store, cut: Cut, first: Cut) -> tuple[Cut, Rubric]:
    """A cut with its rubric; one whose rubric nobody has, or that names none, is read by the one most projects have."""
    if rubric := rubric_named(store, cut.rubric):
        return cut, rubric
    most = rubric_named(store, first.rubric)
    assert most  # The store keeps the rubric of all it keeps.
    return cut.setting("rubric", first.rubric), most


def _called(rubric: Rubric, language: str) -> str:
    return f"{rubric.title.in_(language)} {rubric.version}"
