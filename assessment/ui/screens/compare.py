"""Compare: two to six projects side by side; one alone is its profile."""

from dataclasses import replace

import streamlit as st

from assessment.core.portfolio.comparing import MOST
from assessment.core.portfolio.cut import Cut
from assessment.pictures.portfolio.compare import Comparison, comparison, rubric_called
from assessment.portfolio.comparing import chosen
from assessment.portfolio.rubrics import rubric_named
from assessment.portfolio.showing import catch_up
from assessment.ui.compare.listing import projects_list
from assessment.ui.compare.parts import PARTS, in_words, who_is_who
from assessment.ui.compare.picked import picked_here
from assessment.ui.compare.profile import history, tags, way_out
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.navigation import go_to
from assessment.ui.place import CUT, Place, current_place, cut_in_address, kept_cut, write_address
from assessment.ui.portfolio.looking import looking
from assessment.ui.widgets import Heading, say
from assessment.words import words

place = current_place()
w, language = words(place.language), place.language


def beside(cut: Cut) -> None:
    """The projects that the address names."""
    store = the_store()
    catch_up(store)
    found = chosen(store, cut.project[:MOST], rubric=cut.rubric, drafts=cut.drafts)
    rubric = found.profiles[0].rubric if found.profiles else None
    here = place.cutting(replace(cut, rubric=rubric.name if rubric else cut.rubric))
    st.session_state[CUT] = here.cut.without("project") if here.cut else None
    write_address(here)
    made = comparison(found, language)
    alone = len(cut.project) == 1
    st.title(w.gettext("One project") if alone else w.gettext("Compare"), anchor=False)
    lead = (
        w.gettext("All that its team has shared with the portfolio.")
        if alone
        else w.gettext("Side by side, so that projects can learn from each other. Nobody is ahead of anybody here.")
    )
    show("lead", language, text=lead)
    _ways(here)
    if len(cut.project) > MOST:
        most = w.gettext("Up to {number} projects can be read side by side. These are the first {number}.")
        st.info(most.format(number=MOST), icon=":material/info:")
    _left_out(made)
    if rubric is None:
        st.info(w.gettext("None of these projects can be shown here. Choose others."), icon=":material/search_off:")
        return
    if made.unlike:
        show(
            "unlike",
            language,
            lead=w.gettext("These projects are not all alike. Compare with care."),
            parts=made.unlike,
        )
    who_is_who(made, language)
    contents = st.container(key="contents")
    headings: list[Heading] = [one for one in [in_words(made, language)] if one]
    headings += [heading for part in PARTS if (heading := part(made, rubric, language))]
    with contents:
        show("contents", language, headings=headings)
    if alone:
        [profile] = found.profiles
        history(profile, language)
        tags(store, profile.project, language)
        way_out(store, profile.project, profile.assessment.project.name, here)


def _ways(here: Place) -> None:
    with st.container(horizontal=True, gap="small", key="compare-ways"):
        if st.button(w.gettext("Choose other projects"), icon=":material/arrow_back:", key="choose-others"):
            go_to("projects", here)


def _left_out(made: Comparison) -> None:
    """Projects on another rubric are named, and never mixed in."""
    for name, rubric in made.elsewhere:
        told = w.gettext("{name} answered another set of questions ({rubric}). It is not comparable, and is left out.")
        say(told.format(name=name, rubric=rubric_called(rubric_named(the_store(), rubric), rubric, language)))
    say(made.gone)


wanted = cut_in_address() or kept_cut() or Cut()
wanted = wanted if wanted.project else wanted.setting("project", tuple(picked_here()))
if wanted.project:
    beside(wanted)
else:
    purpose = w.gettext("Choose two to six projects below, and they stand here side by side.")
    if found := looking(w.gettext("Compare"), purpose, picking=True):
        projects_list(found)
