"""About Gyda: the method, the state of its words, what to do if somebody is hurt, privacy, sources, licence."""

import streamlit as st

from assessment.ui.files import main_rubric
from assessment.ui.fragment import show
from assessment.ui.languages import LANGUAGES
from assessment.ui.navigation import go_to
from assessment.ui.place import current_place
from assessment.ui.widgets import Heading, section
from assessment.words import words

place = current_place()
w = words(place.language)
rubric = main_rubric()


def method() -> Heading:
    """How it works, and how to read what comes out."""
    heading = section(w.gettext("How it works"), "method")
    st.markdown(
        w.gettext(
            "Gyda looks at four stages of a project. For each it asks who decides, on a spectrum from *to* by way of "
            "*for* to *with*; no place on it is bad in itself. For each it asks how people are treated, in five "
            "values. Levels are put in order and never measured, so there is no overall score, no percentage and no "
            "rank."
        )
    )
    if rubric.reading_rule:
        show("rule", place.language, text=rubric.reading_rule.in_(place.language))
    st.markdown(
        w.gettext("This is version {version} of the questions.").format(version=rubric.version)
        + " "
        + w.gettext("The same answers give the same results here, in the report and on the command line.")
    )
    return heading


def state_of_words() -> Heading:
    """Each language's state, and what has not been tried yet."""
    heading = section(w.gettext("The state of the words"), "words")
    names = {"cy": w.gettext("Welsh"), "en": w.gettext("English")}
    drafted = w.gettext("**{language}**: a draft. No professional translator has read it yet.")
    written = w.gettext("**{language}**: not marked as a draft.")
    told = [(drafted if one in rubric.draft else written).format(language=names[one]) for one in LANGUAGES]
    st.markdown("\n".join(f"- {line}" for line in told))
    st.markdown(
        w.gettext(
            "The words have not yet been tested with people with lived experience. If a question reads badly, "
            "or leaves somebody out, that is a fault of Gyda's and not of yours."
        )
    )
    return heading


def safety() -> Heading:
    """What to do; the same words as above every note."""
    heading = section(w.gettext("If somebody is being hurt"), "safety")
    show("safety", place.language)
    return heading


def privacy() -> Heading:
    """What is kept, where, who can see it, and how to erase it."""
    heading = section(w.gettext("Privacy"), "privacy")
    for paragraph in (
        w.gettext(
            "What you write is kept in Gyda's own database. It stands in the folder `data` in Gyda's own folder on "
            "this computer, unless whoever set Gyda up chose another place. Gyda asks nothing of any other site, and "
            "watches nobody."
        ),
        w.gettext(
            "There are no accounts yet: whoever can use Gyda here can read and change everything in it. If you work "
            "for a public body, what you write is one of its records, and people can ask for it under freedom of "
            "information law."
        ),
        w.gettext(
            "Every change is kept, with its time and the mark of the browser that made it, so that it can be undone. "
            "In a project's settings you can erase what the history says of an answer, or delete the project with "
            "all its history. A backup that somebody made before keeps what was in it."
        ),
        w.gettext(
            "The voices of people outside the team are kept apart, with no name, no time and no order. No file and "
            "no report has a single voice in it: they are only counted."
        ),
        w.gettext(
            "Gyda sets three cookies. One keeps the language you chose. One, `gyda_person`, is a mark of this "
            "browser, made by chance, so that the history can tell one browser from another; it says nothing about "
            "you, and you can clear it in your browser. One keeps other sites from sending files in your name."
        ),
    ):
        st.markdown(paragraph)
    return heading


def accessibility() -> Heading:
    """What works for whom, and what has not been tried."""
    heading = section(w.gettext("Accessibility"), "accessibility")
    st.markdown(
        w.gettext(
            "We aim at WCAG 2.2, level AA, and a test looks for faults on every page in both languages. Every chart "
            "says in words what it shows, and can be read as a table. Everything works by keyboard. Gyda needs "
            "JavaScript. It has not yet been tried by people who use a screen reader every day."
        )
    )
    return heading


def sources() -> Heading:
    """Where the questions come from."""
    heading = section(w.gettext("What it rests on"), "sources")
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
    return heading


def licence() -> Heading:
    """What may be done with it."""
    heading = section(w.gettext("Licence"), "licence")
    st.markdown(
        w.gettext(
            "Gyda is free software under the European Union Public Licence, version 1.2. The fonts, Atkinson "
            "Hyperlegible Next and Bricolage Grotesque, are under the SIL Open Font License."
        )
    )
    return heading


st.title(w.gettext("About Gyda"), anchor=False)
show("lead", place.language, text=rubric.about.in_(place.language))
contents = st.container(key="contents")
headings = [part() for part in (method, state_of_words, safety, privacy, accessibility, sources, licence)]
with contents:
    show("contents", place.language, headings=headings)
if st.button(w.gettext("Go to my projects"), type="primary", key="to-start"):
    go_to("start", place)
