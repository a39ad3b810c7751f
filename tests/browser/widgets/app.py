"""A page with every widget that Gyda uses or will use, inside Gyda's shell: for the tests of the shell."""

from pathlib import Path

import streamlit as st

from assessment.ui import shell

app = st.App(
    Path(__file__).with_name("page.py"),
    routes=shell.ROUTES,
    middleware=shell.MIDDLEWARE,
    lifespan=shell.lifespan,
    on_script_error=shell.tell_of_a_mishap,
)
