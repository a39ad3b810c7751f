"""My projects: what is under way and what was submitted; for a newcomer, what Gyda is and where to begin."""

import streamlit as st

from assessment.ui.check.way import way_to_check
from assessment.ui.files import Example, NotFound, examples, find_file, main_rubric, why_not_found
from assessment.ui.fragment import show
from assessment.ui.keeping import the_store
from assessment.ui.navigation import go_to
from assessment.ui.place import Place, current_place
from assessment.ui.projects.beginning import ask_for_a_new_one
from assessment.ui.projects.bringing import offer_a_copy, offer_blank_file, open_own
from assessment.ui.projects.cards import cards
from assessment.ui.projects.heads import Head, heads
from assessment.ui.projects.told import told_here
from assessment.ui.widgets import plain
from assessment.words import words

place = current_place()
w = words(place.language)


def tell_of_a_wrong_address() -> None:
    """Of an example that is not here, say so; of an unknown path Streamlit tells in a window of its own."""
    if place.example:
        try:
            find_file(place)
        except NotFound:
            st.info(why_not_found(place), icon=":material/search_off:")


def start_a_project(*, stands_out: bool) -> None:
    """The way to a new project."""
    label = w.gettext("Start a new project")
    if st.button(label, type="primary" if stands_out else "secondary", icon=":material/add:", key="start-new"):
        ask_for_a_new_one()
        go_to("new", Place(place.language))


def welcome() -> None:
    """What Gyda is, for somebody who has no project yet."""
    st.title(w.gettext("Decided for people, or with them?"), anchor=False)
    told_here()
    text = w.gettext(
        "Gyda helps a team and the people a project is for to see who decides, and how people are treated, "
        "stage by stage. What comes out is a picture to talk about, next steps to start on, and a report to attach."
    )
    show("lead", place.language, text=text)
    show("bands", place.language, bands=main_rubric().bands, language=place.language)
    start_a_project(stands_out=True)
    told = w.gettext("It takes a minute, and you can stop and go on whenever you like.")
    show("quiet", place.language, sentence=told)


def my_projects(found: list[Head]) -> None:
    """What is under way first, then what was submitted."""
    st.title(w.gettext("My projects"), anchor=False)
    told_here()
    start_a_project(stands_out=False)
    drafts = [head for head in found if head.draft]
    if drafts:
        cards(drafts, w.gettext("Being answered"), "drafts", place, stands_out=True)
    if done := [head for head in found if not head.draft]:
        cards(done, w.gettext("Submitted"), "submitted", place, stands_out=False)


def offer(example: Example) -> None:
    """An example as a card: to look at, or to try things on."""
    with st.container(key=f"example-{example.name}"):
        show("example", place.language, example=example)
        with st.container(horizontal=True, gap="small"):
            if st.button(
                w.gettext("Open: {name}").format(name=plain(example.project.text)), key=f"open-{example.name}"
            ):
                go_to("results", Place(place.language, example=example.name))
            offer_a_copy(example.name, place)


def offer_examples() -> None:
    """The examples as cards."""
    for example in examples(place.language):
        offer(example)


def offer_file() -> None:
    """An answers file of one's own, or a blank one."""
    st.markdown(
        w.gettext(
            "An answers file has a whole assessment in it. Bring one in and it becomes a project here, kept on this "
            "computer. Or fill in a blank one in any text editor."
        )
    )
    open_own(place)
    offer_blank_file(place)


def other_ways_in(*, folded: bool) -> None:
    """Examples, and a file of one's own; folded away for somebody who has projects."""
    for title, offered in (
        (w.gettext("Look at an example"), offer_examples),
        (w.gettext("Open an answers file"), offer_file),
    ):
        if folded:
            with st.expander(title):
                offered()
        else:
            st.header(title, anchor=False)
            offered()


tell_of_a_wrong_address()
if found := heads(the_store()):
    my_projects(found)
else:
    welcome()
other_ways_in(folded=bool(found))
way_to_check(place.language)
