"""In and out: assessments come into the portfolio, and what is looked at is taken out of it."""

import streamlit as st

from assessment.ui.exchange.bringing import bring_in
from assessment.ui.exchange.papers import what_columns_mean
from assessment.ui.exchange.taking_out import ways_out
from assessment.ui.fragment import show
from assessment.ui.place import Place, current_place
from assessment.ui.portfolio.looking import look_around
from assessment.words import words

place = current_place()
w = words(place.language)


def nothing_to_take(there: Place) -> None:
    """That there is nothing to take out yet."""
    told = w.gettext("Nothing is here yet. Once assessments have come in, you can take them out as a file.")
    show("quiet", there.language, sentence=told)


st.title(w.gettext("In and out"), anchor=False)
show("lead", place.language, text=w.gettext("Bring assessments into the portfolio, and take out what you see in it."))
st.header(w.gettext("Bring in"), anchor=False)
st.markdown(
    w.gettext(
        "Bring answers files, reports that a team submitted, or filled-in spreadsheets. You see first what is in them. "
        "Nothing is kept until you say so."
    )
)
bring_in(place)
st.header(w.gettext("Take out"), anchor=False)
if looking := look_around(nothing=nothing_to_take):
    ways_out(looking)
what_columns_mean(place.language)
