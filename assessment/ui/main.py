"""The frame of every page: language, navigation, masthead, footer."""

import streamlit as st

from assessment.ui.frame import footer, masthead
from assessment.ui.navigation import pages
from assessment.ui.place import find_place
from assessment.ui.trouble import draw
from assessment.words import words

place = find_place()
w = words(place.language)
page = st.navigation(list(pages(w).values()), position="hidden")
st.set_page_config(page_title=f"{page.title} · Gyda", layout="centered")
masthead(page, place)
draw(page.run, place)
footer(place)
