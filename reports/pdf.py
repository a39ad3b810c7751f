"""HTML -> PDF with WeasyPrint; the one place that calls `write_pdf`.

Nothing is fetched but files of this package, by a scheme of its own, so that no text a person typed can
reach a file or a network. Only the fonts shipped here are known: a machine's own would make another PDF.
"""

import atexit
import os
import re
import warnings
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.score import score
from assessment.garbage import collected_later
from assessment.pictures import colours
from reports.archive import archived
from reports.board import Board
from reports.choice import FIRST_LOOK, Choice
from reports.context import document
from reports.enclosure import Enclosure, enclosure
from reports.page import board_page, page
from reports.printed import ROOMS, classes, printed_forms
from reports.submission import DRAFT, Submission
from reports.tags import complete

with warnings.catch_warnings():
    # On a machine without any font WeasyPrint warns at import; ours are shipped.
    warnings.simplefilter("ignore")
    from weasyprint import CSS, HTML, Attachment
    from weasyprint import Document as Pages
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

HERE = Path(__file__).parent
SCHEME = "gyda:"
PACKAGED = {".ttf": "font/ttf", ".css": "text/css", ".svg": "image/svg+xml"}
TAGS = re.compile("<[^>]*>")
HALF = "half"
"""How the anchors begin that tell which pages are of which language."""
BID_PAGES = 2
"""Pages that a bid has in each language."""
BOARD_PAGES = 12
"""Pages that a report over many projects has at most."""
APPENDIX = "by-project"
"""The anchor of its appendix."""
MOST_ENTRIES = 120
"""Projects that its appendix has at most."""
MOST_SAYINGS = (12, 6, 2, 0)
"""Sayings that a section of it has at most, the most first, until it has no more pages than that."""
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
    room: int | None = None,
    result: Result | None = None,
) -> bytes:
    """The report of an assessment as a tagged PDF (PDF/UA-1), in `cy`, in `en`, or in `both`.

    `layout` is `full` or `bid`; a first look has a page of its own, and cannot be a bid. Notes are printed only
    when asked for, and so is the page of the law for those whom it does not bind. `leave_out` names parts of
    `reports.choice.LEAVABLE`; ValueError for any other. What was submitted carries its data (PDF/A-3a). `room`, of
    `reports.printed.ROOMS`, and `result` may be passed where they are known already. The same input gives the same
    bytes.
    """
    choice = Choice(language, notes, law, frozenset(leave_out), layout)
    return written(fitting(rubric, assessment, choice, submission, room, result), submission)


@dataclass(frozen=True)
class Laid:
    """A report laid out on paper: its HTML, its pages, and the data that is to go with them."""

    html: str
    pages: Pages
    enclosed: Enclosure | None


def fitting(
    rubric: Rubric,
    assessment: Assessment,
    choice: Choice,
    submission: Submission = DRAFT,
    room: int | None = None,
    result: Result | None = None,
) -> Laid:
    """A report laid out; of a bid, with as much room for what people typed as its pages have."""
    found = result if result is not None else score(rubric, assessment)
    bid = choice.layout_of(assessment) == "bid"
    texts, letters = None, 0
    for form, at in printed_forms(rubric, assessment, found, choice, room):
        # Nothing is laid out of which experience says that it does not fit, nor put on a page to count it anew.
        may_skip = bid and room is None and at < len(ROOMS) - 1
        if may_skip and texts == ROOMS[at].texts and letters > ROOMS[at].holds:
            continue
        html, enclosed = _said(rubric, form, choice, submission, at)
        texts, letters = ROOMS[at].texts, _letters(html) // len(choice.languages)
        if may_skip and letters > ROOMS[at].holds:
            continue
        laid = Laid(html, lay_out(html), enclosed)
        if not bid or _fits(laid.pages):
            break
    return laid


def _letters(html: str) -> int:
    """How many characters a page of HTML shows."""
    return len(" ".join(TAGS.sub("", html).split()))


def _said(
    rubric: Rubric, printed: Assessment, choice: Choice, submission: Submission, room: int
) -> tuple[str, Enclosure | None]:
    """A printed form as HTML, and the data that is to go with it."""
    result = score(rubric, printed)
    carries = submission.final and choice.layout_of(printed) != FIRST_LOOK
    enclosed = enclosure(rubric, printed, result, choice, submission, room) if carries else None
    return page(document(rubric, printed, result, choice, submission, enclosed, classes(room))), enclosed


def _fits(pages: Pages) -> bool:
    """Whether each language has no more pages than a bid may have."""
    halves = Counter(name for one in pages.pages for name in one.anchors if name.startswith(HALF))
    return all(number <= BID_PAGES for number in halves.values())


def render_board(board: Board) -> bytes:
    """The report over many projects as a tagged PDF (PDF/UA-1) of at most BOARD_PAGES pages.

    Its appendix has as many projects as those leave room for. The same input gives the same bytes.
    """
    for sayings in MOST_SAYINGS:
        entries = MOST_ENTRIES
        laid = _board(board, entries, sayings)
        while len(laid.pages.pages) > BOARD_PAGES and entries:
            entries = _entries_that_fit(laid.pages, min(entries, len(board.entries)))
            laid = _board(board, entries, sayings)
        if len(laid.pages.pages) <= BOARD_PAGES:
            break
    return written(laid, DRAFT)


def _board(board: Board, entries: int, sayings: int) -> Laid:
    html = board_page(board.with_room_for(entries, sayings))
    return Laid(html, lay_out(html), None)


def _entries_that_fit(pages: Pages, entries: int) -> int:
    """Fewer projects than were laid out: as many as their own pages show that there is room for."""
    before = next((at for at, one in enumerate(pages.pages) if APPENDIX in one.anchors), len(pages.pages))
    own = max(len(pages.pages) - before, 1)
    return max(min(entries * max(BOARD_PAGES - before, 0) // own, entries - 1), 0)


def write(html: str) -> bytes:
    """A finished page of HTML as a PDF without data."""
    return written(Laid(html, lay_out(html), None), DRAFT)


def lay_out(html: str) -> Pages:
    """A finished page of HTML, laid out on paper."""
    # Pango's font map is not made for two threads at once.
    with _one_at_a_time, collected_later():
        return HTML(string=html, url_fetcher=Packaged(), media_type="print").render(
            stylesheets=[_stylesheet()], font_config=_fonts()
        )


def written(laid: Laid, submission: Submission) -> bytes:
    """A report as a PDF; with its data in it, where it has any."""
    with _one_at_a_time, collected_later():
        if laid.enclosed is None:
            pdf = laid.pages.write_pdf(finisher=complete, pdf_variant="pdf/ua-1")
        else:
            pdf = laid.pages.write_pdf(
                finisher=complete, pdf_variant="pdf/a-3a", attachments=_attachments(laid.enclosed, submission)
            )
    assert isinstance(pdf, bytes)
    return pdf if laid.enclosed is None else archived(pdf)


def _attachments(enclosed: Enclosure, submission: Submission) -> list[Attachment]:
    assert submission.day
    day = datetime.combine(submission.day, time(), UTC)
    return [
        Attachment(string=data, name=name, created=day, modified=day, relationship="Data")
        for name, data in enclosed.files.items()
    ]


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
