"""What a submitted report carries, and what a reader program is told of it: PDF/A-3a and PDF/UA-1 at once."""

import io
import json
import logging
from datetime import date
from itertools import pairwise

import pikepdf
import pytest

from reports.choice import Choice
from reports.enclosure import shortened, square
from reports.finished import HEADINGS, Tagged
from reports.submission import Submission
from tests.reports import validator
from tests.reports.reports_made import (
    DRAFT,
    IN_LANGUAGES,
    LANGUAGES,
    SUBMITTED,
    WITHDRAWN,
    Made,
    bid,
    first_look,
    full,
    made,
    whole,
)


def submitted(layout, language):
    """The full answers file, submitted."""
    return Made(made(full()).assessment, language, layout=layout, submission=SUBMITTED)


DRAWS = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "EI"}
"""The operators that leave something to be seen."""
ALL = [(layout, language) for layout in ("full", "bid") for language in IN_LANGUAGES]


@pytest.fixture(scope="module", params=ALL, ids=["-".join(each) for each in ALL])
def report(request):
    """Every layout in each language and in both."""
    return submitted(*request.param)


def test_it_says_that_it_is_both_standards(report):
    """Level A of PDF/A-3, which asks for tags, and PDF/UA-1."""
    with pikepdf.open(io.BytesIO(report.data)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFA1"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.trailer.ID
        # What the two places for a title say must agree.
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
        # A PDF/A describes a mark that its own standard does not know.
        assert b"<pdfaSchema:prefix>pdfuaid" in pdf.Root.Metadata.read_bytes()
    assert report.pdf.shows_title
    assert report.pdf.says_ua
    assert validator.complaints(report.data, "3a", "ua1") == []


def test_its_data_hangs_in_it_as_pdf_a_asks(report):
    """Three files, each said to be data of the document, with the day of submission and their type."""
    with pikepdf.open(io.BytesIO(report.data)) as pdf:
        assert len(pdf.Root.AF) == len(pdf.attachments) == 3
        for spec in pdf.Root.AF:
            assert str(spec.AFRelationship) == "/Data"
            file = spec.EF.F
            assert str(file.Subtype) == "/application/json"
            assert str(file.Params.ModDate) == str(file.Params.CreationDate) == "D:20261125000000Z"
            assert file.read_bytes() == report.enclosed.files[str(spec.UF)]


def test_its_data_names_what_it_is(report):
    """Layout, language, the questions with their hash, the record, and the hashes of the other two files."""
    about = json.loads(report.enclosed.about)
    assert about["submission"] == SUBMITTED.plain
    assert about["choice"] == report.choice.plain
    assert about["rubric"]["name"] == "involvement/1"
    assert set(about["files"]) == {"answers.json", "results.json"}
    assert {"weasyprint", "pango", "gyda"} <= set(about["made_with"])


def test_every_header_cell_says_what_it_heads(report):
    """A column in the head of a table, a row in its body."""
    for table in report.pdf.tables:
        for part in table.children:
            for cell in (one for one in part.walk() if one.kind == "/TH"):
                assert str(cell.element.A.Scope) == {"/THead": "/Column", "/TBody": "/Row"}[part.kind]


def test_tables_headings_and_pictures_are_as_in_the_html(report):
    """No table is cut in two, no level of headings is left out, each picture has its words."""
    assert len(report.pdf.tables) == report.html.count("<table")
    levels = report.pdf.headings
    assert levels[0] == 1
    assert levels.count(1) == len(report.choice.languages)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(report.pdf.figures) == report.html.count("<svg")
    assert all(figure.alt.strip() for figure in report.pdf.figures)


def test_only_the_other_language_stands_in_an_article_and_is_marked(report):
    """Of the file's language nothing is marked; all of the other one is, and within it what is in the first again."""
    other = {"cy": "en", "en": "cy"}[report.pdf.language]
    articles = [tag for tag in report.pdf.tags if tag.kind == "/Art"]
    found = [str(tag.element.get("/Lang", "")) for tag in articles]
    assert "" not in found
    if report.language == "both":
        assert report.pdf.language == "cy"
        assert set(found) == {"en"}, "the team wrote in English, and the second half is English"
        half = max(articles, key=lambda tag: sum(1 for _ in tag.walk()))
        assert not [tag for tag in half.walk() if tag.kind == "/Art" and tag is not half]
    else:
        assert set(found) <= {other}


def test_bookmarks_lead_to_every_part(report):
    """In a file of both languages each half has its own."""
    marks = report.pdf.bookmarks
    assert len(marks) > 5
    if report.language == "both":
        assert marks.index("Cymraeg") == 0
        assert abs(marks.index("English") - len(marks) / 2) <= 1


def test_it_runs_nothing_and_leads_nowhere_it_does_not_say(report):
    """No script, nothing that happens on opening; its links go to the sources and to the law only."""
    with pikepdf.open(io.BytesIO(report.data)) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert "/AcroForm" not in pdf.Root
    hosts = {address.split("/")[2] for address in report.pdf.addresses}
    known = {"www.legislation.gov.uk", "caselaw.nationalarchives.gov.uk", "copronet.wales", "doi.org", "gyda.example"}
    assert all(address.startswith("https://") for address in report.pdf.addresses)
    assert report.layout == "full" or not hosts - known


def test_everything_drawn_is_tagged_or_said_to_be_decoration(report):
    """Nothing on a page that a reader program is told nothing of."""
    with pikepdf.open(io.BytesIO(report.data)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            depth = 0
            for _, operator in pikepdf.parse_content_stream(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
                assert depth > 0 or str(operator) not in DRAWS, f"page {number}: {operator}"


def test_every_link_says_where_it_goes(report):
    """In words of the page, and each has its place in the structure."""
    with pikepdf.open(io.BytesIO(report.data)) as pdf:
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        assert len(links) > 5 or report.layout == "bid"
        for link in links:
            assert "/StructParent" in link
            assert len(str(link.Contents)) > 3
            assert f'id="{link.Contents}"' not in report.html


def test_every_font_is_embedded_and_says_which_letters_it_draws(report):
    """So that words can be read out, searched and copied."""
    with pikepdf.open(io.BytesIO(report.data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "/ToUnicode" in font
            assert {"/FontFile2", "/FontFile3"} & set(font.DescendantFonts[0].FontDescriptor.keys())


def test_rendering_it_says_nothing(caplog):
    """Neither a warning of the layout nor of the pass that follows."""
    with caplog.at_level(logging.WARNING):
        assert submitted("bid", "both").data
    assert caplog.records == []


def test_everything_in_a_half_is_in_the_other_too():
    """As many headings, tables and pictures: neither language is a summary of the other."""
    for layout in ("full", "bid"):
        tags = submitted(layout, "both").pdf.tags
        # The second half is an article on each page that it stands on.
        [whole_file] = tags[0].children
        inside = [tag for half in whole_file.children if half.kind == "/Art" for tag in half.walk()]
        for kinds in (HEADINGS, ("/Table",), ("/Figure",)):
            assert 2 * count(inside, kinds) == count(tags, kinds)


def count(tags: list[Tagged] | tuple[Tagged, ...], kinds: tuple[str, ...]) -> int:
    """How many elements are of these kinds."""
    return sum(tag.kind in kinds for tag in tags)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_was_submitted_carries_data(language):
    """A draft, one that was withdrawn and a first look carry none, and are PDF/UA-1 alone."""
    for one in (
        bid("", language, DRAFT),
        bid("", language, WITHDRAWN),
        first_look(language, SUBMITTED),
        whole(language),
    ):
        assert one.enclosed is None
        assert one.pdf.embedded == 0
        assert one.pdf.says_ua


def test_the_fingerprint_stands_on_the_pages_and_in_the_code():
    """Five groups of four digits; the code has the address of this Gyda, or the fingerprint alone."""
    one = submitted("full", "en")
    short = one.enclosed.short
    assert len(short.split()) == 5
    assert {len(group) for group in short.split()} == {4}
    assert one.text.count(short) == 2
    assert short == shortened(one.enclosed.sha256)
    assert f"https://gyda.example/check, {short}" in {figure.alt.split(": ", 1)[1] for figure in one.pdf.figures}
    assert square(one.enclosed, "https://gyda.example") != square(one.enclosed, "")


def test_whatever_changes_in_the_answers_changes_the_fingerprint():
    """So does another layout, another language, another day."""
    one = made(full()).assessment
    fewer = one.model_copy(update={"partners": ()})
    later = Submission("submitted", date(2026, 11, 27), SUBMITTED.record, SUBMITTED.address)
    prints = {
        Made(one, "en", submission=SUBMITTED).enclosed.sha256,
        Made(fewer, "en", submission=SUBMITTED).enclosed.sha256,
        Made(one, "cy", submission=SUBMITTED).enclosed.sha256,
        Made(one, "en", layout="bid", submission=SUBMITTED).enclosed.sha256,
        Made(one, "en", submission=later).enclosed.sha256,
    }
    assert len(prints) == 5


def test_a_state_without_its_day_is_refused():
    """What was submitted was submitted on a day; a draft was not."""
    for state, day in (("submitted", None), ("draft", date(2026, 11, 25)), ("verified", date(2026, 11, 25))):
        with pytest.raises(ValueError, match="day"):
            Submission(state, day)
    with pytest.raises(ValueError, match="layout"):
        Choice("en", layout="poster")
