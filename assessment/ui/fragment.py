"""Pieces of HTML of our own, filled by Jinja2 with everything escaped."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import jinja2
import streamlit as st

from assessment.days import unbroken
from assessment.words import words

FOLDER: Final = Path(__file__).parent / "templates"


@cache
def _environment(language: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        # Otherwise it looks at the file of a template, and of all that it includes, each time it fills one.
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = words(language).gettext
    return environment


def show(template: str, language: str, /, **values: Any) -> None:
    """Put a fragment on the page."""
    st.html(unbroken(_environment(language).get_template(f"{template}.html").render(**values)))
