"""The web application: the Streamlit script, with Gyda's shell around it."""

import streamlit as st

from assessment.ui import shell

shell.refuse_other_addresses()

app = st.App(
    "assessment/ui/main.py",
    routes=shell.ROUTES,
    middleware=shell.MIDDLEWARE,
    lifespan=shell.lifespan,
    on_script_error=shell.tell_of_a_mishap,
)
