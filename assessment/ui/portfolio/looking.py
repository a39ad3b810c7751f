"""What every page about a portfolio begins with: its title, its filter, and what is compared with what."""

from dataclasses import dataclass
from gettext import NullTranslations

import streamlit as st

from assessment import library
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.mix import Mix
from assessment.core.rubric import Rubric
from assessment.portfolio.showing import catch_up
from assessment.store import Store
from assessment.store.portfolio.mixing import mix
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.place import CUT, Place, current_place, cut_in_address, write_address
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

    @property
    def language(self) -> str:
        """The person's language."""
        return self.place.language


def looking(title: str, purpose: str) -> Looking | None:
    """Begin a page; None, with a word on what to do, where there is nothing to look at."""
    place, store = current_place(), the_store()
    catch_up(store)
    st.title(title, anchor=False)
    show("lead", place.language, text=purpose)
    every = mix(store, Cut())
    if not every.sorts:
        return None
    cut = cut_in_address() or st.session_state.get(CUT) or first_cut(every)
    st.session_state[CUT] = cut
    place = place.cutting(cut)
    write_address(place)
    return Looking(place, cut, mix(store, cut), library.find(cut.rubric), store, words(place.language))


def first_cut(every: Mix) -> Cut:
    """Like with like, before anybody has chosen: the rubric and the kind of organisation that most projects have."""
    rubric = next(iter(every.by("rubric") or {one.rubric: 1 for one in every.sorts}))
    kinds = Mix(tuple(one for one in every.sorts if one.rubric == rubric)).by("kind")
    kind = next((one for one in kinds if one), None)
    return Cut(rubric=str(rubric), kind=(kind,) if kind and len(kinds) > 1 else ())
