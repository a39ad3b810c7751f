"""HTML -> PDF with WeasyPrint; the one place that calls `write_pdf`.

Nothing is fetched but files of this package, by a scheme of its own, so that no text a person typed can
reach a file or a network. Only the fonts shipped here are known: a machine's own would make another PDF.
"""

import atexit
import gc
import os
import warnings
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.score import score
from assessment.pictures import colours
from reports.choice import Choice
from reports.context import report
from reports.page import page
from reports.submission import DRAFT, Submission

with warnings.catch_warnings():
    # On a machine without any font WeasyPrint warns at import; ours are shipped.
    warnings.simplefilter("ignore")
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

HERE = Path(__file__).parent
SCHEME = "gyda:"
PACKAGED = {".ttf": "font/ttf", ".css": "text/css", ".svg": "image/svg+xml"}
_one_at_a_time = Lock()


class Packaged(URLFetcher):  # type: ignore[misc]
    """Gives files of this package, as `gyda:fonts/…`; anything else is refused and nothing is asked for."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The packaged file of that name; ValueError for every other address."""
        path = (HERE / url.removeprefix(SCHEME)).resolve()
        if not url.startswith(SCHEME) or not path.is_relative_to(HERE) or path.suffix not in PACKAGED:
            raise ValueError("a report loads nothing but its own files")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": PACKAGED[path.suffix]})


def render(
    rubric: Rubric,
    assessment: Assessment,
    *,
    language: str,
    notes: bool = False,
    law: bool = False,
    leave_out: Collection[str] = (),
    layout: str = "full",
    submission: Submission = DRAFT,
    result: Result | None = None,
) -> bytes:
    """The report of an assessment as a tagged PDF (PDF/UA-1), in `cy` or `en`.

    Notes are printed only when asked for, and so is the page of the law for those whom it does not
    bind. `leave_out` names parts of `reports.choice.LEAVABLE`; ValueError for any other. `result` may be
    passed where it is known already. The same input gives the same bytes.
    """
    choice = Choice(language, notes, law, frozenset(leave_out), layout)
    found = result if result is not None else score(rubric, assessment)
    return write(page(report(rubric, assessment, found, choice)))


def write(html: str) -> bytes:
    """A finished page of HTML as a PDF."""
    # Pango's font map is not made for two threads at once.
    with _one_at_a_time, _collecting_later():
        pdf = HTML(string=html, url_fetcher=Packaged(), media_type="print").write_pdf(
            stylesheets=[_stylesheet()],
            font_config=_fonts(),
            pdf_variant="pdf/ua-1",
        )
    assert isinstance(pdf, bytes)
    return pdf


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Python looks for garbage after the report and not a dozen times during it: a fifth of the time.

    Everything that was made meanwhile is young, and goes at the next look.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@cache
def _stylesheet() -> CSS:
    """The stylesheet, parsed once a process, with the palette in front of it."""
    bands = "".join(
        f"--band-{at}:{colour};--ground-{at}:{ground};"
        for at, (colour, ground) in enumerate(zip(colours.BANDS, colours.BAND_GROUNDS, strict=True))
    )
    palette = (
        f":root{{--ink:{colours.INK};--quiet:{colours.QUIET};--line:{colours.LINE};--sand:{colours.SAND};{bands}}}"
    )
    css = (HERE / "styles" / "report.css").read_text("utf-8")
    return CSS(string=palette + css, font_config=_fonts(), url_fetcher=Packaged(), media_type="print")


@cache
def _fonts() -> FontConfiguration:
    """The fonts of this package and no others, once a process."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(HERE / "fonts" / "fonts.conf")
    try:
        # It keeps copies of the fonts in a folder of its own, which goes with it.
        atexit.register(_fonts.cache_clear)
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
