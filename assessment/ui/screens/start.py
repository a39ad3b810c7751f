"""Start: what Gyda is, and what to open."""

import streamlit as st

from assessment.core.fault import BadInput
from assessment.ui.files import Example, NotFound, blank_file, examples, find_file, main_rubric, read, why_not_found
from assessment.ui.fragment import show
from assessment.ui.kept import KEPT, KeptFile
from assessment.ui.navigation import go_to
from assessment.ui.place import Place, current_place
from assessment.ui.widgets import plain, tell_faults
from assessment.words import words

place = current_place()
w = words(place.language)


def offer(example: Example, *, first: bool) -> None:
    """An example as a card with one button."""
    with st.container(key=f"example-{example.name}"):
        show("example", place.language, example=example)
        label = w.gettext("Open: {name}").format(name=plain(example.project.text))
        if st.button(label, type="primary" if first else "secondary", key=f"open-{example.name}"):
            go_to("results", Place(place.language, example=example.name))


def open_own() -> None:
    """Read one's own answers file: either it opens, or every fault is told and nothing is lost."""
    uploaded = st.file_uploader(
        w.gettext("Your answers file (YAML or JSON)"), type=["yaml", "yml", "json"], key="own-file"
    )
    if uploaded is None:
        return
    file = KeptFile(uploaded.name, uploaded.getvalue())
    try:
        read(file)
    except BadInput as bad:
        tell_faults(bad, place.language)
    else:
        go_to("results", Place(place.language, file=KEPT.keep(file)))


def tell_of_a_wrong_address() -> None:
    """Of an example or a file that is not here, say so; of an unknown path Streamlit tells in a window of its own."""
    if place.anything_open:
        try:
            find_file(place)
        except NotFound:
            st.info(why_not_found(place), icon=":material/search_off:")


tell_of_a_wrong_address()
st.title(w.gettext("Decided for people, or with them?"), anchor=False)
show(
    "lead",
    place.language,
    text=w.gettext(
        "Gyda helps a team and the people a project is for to see who decides, and how people are treated, "
        "stage by stage. What comes out is a picture to talk about, next steps to start on, and a report to attach."
    ),
)
show("bands", place.language, bands=main_rubric().bands, language=place.language)
st.header(w.gettext("Look at an example"), anchor=False)
for number, example in enumerate(examples(place.language)):
    offer(example, first=number == 0)
st.header(w.gettext("Open your own answers"), anchor=False)
st.markdown(
    w.gettext(
        "Fill in a blank answers file in any text editor, then open it here. It stays in the memory of this "
        "computer while Gyda runs; Gyda writes it nowhere and sends it nowhere."
    )
)
st.download_button(
    w.gettext("Get a blank answers file"),
    data=blank_file(place.language),
    file_name="gyda-atebion.yaml" if place.language == "cy" else "gyda-answers.yaml",
    mime="application/yaml",
    icon=":material/download:",
    on_click="ignore",
    key="blank-file",
)
open_own()
