"""About Gyda: the method, its sources, the state of its words, accessibility, privacy, licence."""

import streamlit as st

from assessment.ui.files import main_rubric
from assessment.ui.fragment import show
from assessment.ui.navigation import go_to
from assessment.ui.place import current_place
from assessment.words import words

place = current_place()
w = words(place.language)
rubric = main_rubric()

st.title(w.gettext("About Gyda"), anchor=False)
show("lead", place.language, text=rubric.about.in_(place.language))

st.header(w.gettext("How it works"), anchor=False)
st.markdown(
    w.gettext(
        "Gyda looks at four stages of a project. For each it asks who decides, on a spectrum from *to* by way of "
        "*for* to *with*; no place on it is bad in itself. For each it asks how people are treated, in five values. "
        "Levels are put in order and never measured, so there is no overall score, no percentage and no rank."
    )
)
if rubric.reading_rule:
    show("rule", place.language, text=rubric.reading_rule.in_(place.language))
st.markdown(
    w.gettext("This is version {version} of the questions.").format(version=rubric.version)
    + " "
    + w.gettext("The same answers give the same results here, in the report and on the command line.")
)

st.header(w.gettext("The state of the words"), anchor=False)
if rubric.draft:
    st.markdown(w.gettext("**The Welsh is a draft.** No professional translator has read it yet."))
st.markdown(
    w.gettext(
        "The words have not yet been tested with people with lived experience. If a question reads badly, "
        "or leaves somebody out, that is a fault of Gyda's and not of yours."
    )
)

st.header(w.gettext("Privacy"), anchor=False)
st.markdown(
    w.gettext(
        "Gyda runs on this computer and answers nobody else. It asks nothing of any other site and watches nobody. "
        "It sets two cookies: one keeps the language you chose, the other keeps other sites from sending files in "
        "your name. A file that you open stays in memory until Gyda is stopped; whoever uses this computer meanwhile "
        "can see it, if they have its address."
    )
)

st.header(w.gettext("Accessibility"), anchor=False)
st.markdown(
    w.gettext(
        "We aim at WCAG 2.2, level AA, and a test looks for faults on every page in both languages. Every chart "
        "says in words what it shows, and can be read as a table. Everything works by keyboard. Gyda needs "
        "JavaScript. It has not yet been tried by people who use a screen reader every day."
    )
)

st.header(w.gettext("What it rests on"), anchor=False)
show(
    "links",
    place.language,
    sources=[
        {
            "title": source.title_in(place.language),
            "address": source.address_in(place.language),
            "lang": "en" if place.language == "cy" and not source.title_cy else None,
            "credit": source.credit.in_(place.language) if source.credit else None,
        }
        for source in rubric.sources.values()
    ],
)

st.header(w.gettext("Licence"), anchor=False)
st.markdown(
    w.gettext(
        "Gyda is free software under the European Union Public Licence, version 1.2. The fonts, Atkinson "
        "Hyperlegible Next and Bricolage Grotesque, are under the SIL Open Font License."
    )
)
if st.button(w.gettext("Go to the start page"), type="primary", key="to-start"):
    go_to("start", place)
