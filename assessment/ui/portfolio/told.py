"""What is said before anything else of the projects that are looked at, and where there are none."""

import streamlit as st

from assessment.core.portfolio.cut import Cut
from assessment.pictures.portfolio.looked_at import LookedAt
from assessment.pictures.portfolio.named import Named
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import Place
from assessment.ui.portfolio.cutting import cut_to, start_anew
from assessment.ui.results.row import Row
from assessment.ui.widgets import plain, say
from assessment.words import words


def tell(told: LookedAt, beside: str, cut: Cut, *, named: Named) -> None:
    """Which projects these are and which not, with a way to all of them; and where they are not like each other."""
    w, language = named.w, named.language
    show("looked_at", language, label=w.gettext("Looking at"), projects=told.projects, beside=beside)
    if not cut.open:
        with st.container(horizontal=True, gap="small", key="looking-ways"):
            if cut.kind:
                st.button(w.gettext("Show all kinds"), key="all-kinds", on_click=cut_to, args=(cut.without("kind"),))
            if cut.without("kind", "rubric", "drafts") != Cut():
                whole = Cut(rubric=cut.rubric, drafts=cut.drafts)
                st.button(w.gettext("Show all projects"), key="all-projects", on_click=start_anew, args=(whole,))
    if told.drafts:
        st.info(told.drafts, icon=":material/edit_note:")
    if told.unlike:
        show(
            "unlike",
            language,
            lead=w.gettext("These projects are not all alike. Compare with care."),
            parts=told.unlike,
        )


def tell_of_another(name: str, number: int, cut: Cut, language: str) -> None:
    """Projects that answered other questions: not comparable, left out, and a way to look at them on their own."""
    w = words(language)
    told = w.ngettext(
        "{number} project answered another set of questions ({name}). It cannot be compared with these, "
        "and is left out.",
        "{number} projects answered another set of questions ({name}). They cannot be compared with these, "
        "and are left out.",
        number,
    )
    with st.container(key=f"others-{cut.rubric.replace('/', '-')}"):
        say(told.format(number=number, name=name))
        label = w.gettext("Look at {name} on its own").format(name=name)
        st.button(plain(label), key=f"look-at-{cut.rubric}", on_click=start_anew, args=(cut,))


def nothing_fits(cut: Cut, language: str) -> None:
    """That no project fits the filter, and the way out."""
    w = words(language)
    st.info(w.gettext("No project fits this filter."), icon=":material/search_off:")
    whole = Cut(rubric=cut.rubric, drafts=cut.drafts)
    st.button(w.gettext("Show all projects"), key="nothing-fits", type="primary", on_click=start_anew, args=(whole,))


def nothing_here(place: Place) -> None:
    """What a portfolio is, and the two ways by which assessments come into it."""
    w = words(place.language)
    say(
        w.gettext(
            "A portfolio brings the self-assessments of many projects together. It shows where people are part of "
            "decisions, what stands in the way, and who could learn from whom."
        ),
        w.gettext("It never ranks projects, and it sees only what their teams share. Nothing is in it yet."),
    )
    st.header(w.gettext("Two ways to begin"), anchor=False)
    show(
        "rows",
        place.language,
        rows=[
            Row(
                w.gettext("Teams share"),
                w.gettext(
                    "A team submits its self-assessment on its page “Report”, and chooses to show it in the portfolio."
                ),
            ),
            Row(
                w.gettext("You bring them in"),
                w.gettext("Bring in answers files, reports that Gyda made, or a spreadsheet."),
            ),
        ],
    )
    if st.button(w.gettext("Bring assessments in"), type="primary", icon=":material/arrow_forward:", key="to-exchange"):
        go_to("exchange", place)
