"""Every widget, with Welsh labels, so that any English on the page is Streamlit's own."""

import time

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def last_sent() -> dict[str, str]:
    """What the text area last sent, whichever session sent it."""
    return {"text": ""}


st.title("Popeth")
with st.container(key="narrow"):
    st.text_input("Enw", help="Pa enw?", key="name")
    text = st.text_area("Nodyn", key="note", max_chars=200)
    if text:
        last_sent()["text"] = text
    st.html(f'<p id="sent">{last_sent()["text"]}</p>')
st.radio("Lefel", ["Un", "Dau"], index=None)
st.selectbox("Rhestr", ["Un", "Dau"], index=None, key="list")
st.selectbox("Rhestr agored", ["Un", "Dau"], index=None, accept_new_options=True)
st.multiselect("Sawl un", ["Un", "Dau"], key="several")
st.checkbox("Ie", help="Pam?")
st.toggle("Ymlaen")
st.number_input("Faint", 0, 9)
st.segmented_control("Rhan", ["Un", "Dau"])
st.pills("Darn", ["Un", "Dau"])
st.file_uploader("Ffeil", type=["yaml"], key="file")
st.file_uploader("Ffeiliau", accept_multiple_files=True, type=["yaml"])
st.download_button("Lawrlwytho", data="x", file_name="x.txt")
with st.expander("Rhagor"):
    st.table(pd.DataFrame({"A": ["1"]}, index=["B"]), width=300)
with st.popover("Mwy"):
    st.markdown("Testun")
with st.form("ffurflen"):
    st.text_input("Enw yn y ffurflen", key="in_form")
    st.form_submit_button("Anfon")
st.tabs([f"Tab {number}" for number in range(40)])
st.plotly_chart(go.Figure(layout={"height": 100}), config={"displayModeBar": False}, alt="Siart")
st.progress(0.5, text="Hanner ffordd")
if st.button("Araf"):
    with st.spinner("Wrthi …"):
        time.sleep(2)


@st.dialog("Deialog")
def dialog() -> None:
    """A dialog with a line in it."""
    st.markdown("Testun")


if st.button("Agor deialog"):
    dialog()
if st.button("Torri"):
    raise ValueError("".join(["cyf", "rinach"]))
