"""As many widgets as a page of Gyda and nothing else: what Streamlit takes for an answer.

Written as anybody would write it; with `?fragments=yes` in as many fragments as Gyda's.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

SHAPE = Path(os.environ["GYDA_DATA"]) / "shape.json"


def draw(widgets):
    """One widget after the other, none of which does anything."""
    for key, kind, answers in widgets:
        if kind == "radio":
            st.radio(key, answers, index=None, key=key)
        elif kind == "button_group":
            st.segmented_control(key, answers, key=key)
        elif kind == "selectbox":
            st.selectbox(key, answers, index=None, key=key)
        elif kind == "text_area":
            st.text_area(key, key=key)
        elif kind == "text_input":
            st.text_input(key, key=key)
        elif kind == "checkbox":
            st.checkbox(key, key=key)
        elif kind == "button":
            st.button(key, key=key)


@st.fragment
def block(widgets, line):
    """A part of the page that is drawn anew on its own."""
    draw(widgets)
    tell(line)


def tell(line):
    """The moment, as Gyda tells when something was saved."""
    line.html(f'<p data-saved="{datetime.now(UTC).isoformat()}"></p>')


in_parts = st.query_params.get("fragments") == "yes"
st.title("Bare")
line = st.empty()
for in_a_fragment, widgets in json.loads(SHAPE.read_text(encoding="utf-8")):
    if in_parts and in_a_fragment:
        block(widgets, line)
    else:
        draw(widgets)
if not in_parts:
    tell(line)
