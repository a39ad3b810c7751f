"""What a finished PDF tells a reader program: language, title, tags, bookmarks, fonts."""

import io
import logging
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

import reports
from reports import pdf
from reports.letters import FONTS
from tests.reports.reports_made import ALL, EXAMPLES, LANGUAGES, RUBRIC, example, full, made, whole


@pytest.mark.parametrize("name, language", ALL)
def test_every_example_is_a_tagged_pdf_in_its_language(name, language):
    """Language, a title that is shown, PDF/UA-1, bookmarks, and nothing embedded that runs."""
    found = example(name, language).pdf
    assert found.language == language
    assert found.says_ua
    assert found.shows_title
    assert found.title.startswith(example(name, language).assessment.project.name)
    assert len(found.bookmarks) > 5
    assert found.embedded == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_go_down_one_step_at_a_time(language):
    """One first heading, and no level left out below another."""
    levels = whole(language).pdf.headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", [whole, lambda language: example("evening_bus", language)], ids=["full", "example"])
def test_no_table_is_cut_in_two_by_a_page(of, language):
    """As many tables in the PDF as in the HTML, each with a caption and header cells that its cells name."""
    report = of(language)
    tables = report.pdf.tables
    assert len(tables) == len(re.findall(r"<table", report.html)) > 5
    for table in tables:
        kinds = [tag.kind for tag in table.walk()]
        assert "/Caption" in kinds
        assert "/TH" in kinds
        cells = [tag.element for tag in table.walk() if tag.kind == "/TD" and tag.element.get("/K")]
        assert all(len(cell.A.get("/Headers", [])) > 0 for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_says_what_it_shows(language):
    """The text alternative names every stage with what the team said of it."""
    report = whole(language)
    figures = report.pdf.figures
    assert len(figures) == report.html.count("<svg") == 2
    assert figures[0].alt == report.pictures.spectrum.alt
    for stage in report.pictures.spectrum.stages:
        assert stage.name in figures[0].alt
        assert stage.status_label.lower() in figures[0].alt.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_shipped_fonts_are_in_it(language):
    """A machine's own fonts would make another PDF on another machine."""
    shipped = {
        TTFont(path)["name"].getDebugName(16) or TTFont(path)["name"].getDebugName(1) for path in FONTS.glob("*/*.ttf")
    }
    starts = tuple(name.split(" SemiBold")[0].split(" ExtraBold")[0].replace(" ", "-") for name in shipped)
    strange = [font for font in whole(language).pdf.fonts if not font.startswith(starts)]
    assert strange == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_answers_give_the_same_bytes(language):
    """Rendering twice, once in a process of its own, makes one and the same file."""
    script = (
        "import sys; from pathlib import Path; import reports; from assessment import answers_file\n"
        "assessment, rubric = answers_file.read(Path(sys.argv[1]))\n"
        "sys.stdout.buffer.write(reports.render(rubric, assessment, language=sys.argv[2]))"
    )
    path = EXAMPLES / f"pittsburgh_mobility.{language}.yaml"
    found = subprocess.run(
        [sys.executable, "-c", script, str(path), language],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert found.stderr == b""
    assert found.stdout == made(path, language).data == example("pittsburgh_mobility", language).data


@pytest.mark.parametrize("language", LANGUAGES)
def test_rendering_says_nothing(language, caplog, capfd):
    """No line in the log, nothing on standard output or error: WeasyPrint logs every rule it ignores."""
    with caplog.at_level(logging.DEBUG, logger="weasyprint"):
        data = reports.render(RUBRIC, made(full()).assessment, language=language, notes=True)
    assert data.startswith(b"%PDF-")
    loud = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert loud == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("language, words", [("en", "Page 2 of"), ("cy", "Tudalen 2 o")])
def test_every_page_but_the_cover_says_where_it_is(language, words):
    """'Page 2 of 15', in the report's language."""
    report = whole(language)
    assert f"{words} {report.pdf.pages}" in report.text
    assert report.pdf.pages == len(pikepdf.open(io.BytesIO(report.data)).pages) > 8


def test_links_lead_to_the_sources_of_the_language():
    """The law's page in Welsh for a Welsh reader."""
    assert any(address.endswith("/welsh") for address in whole("cy").pdf.addresses)
    assert not any(address.endswith("/welsh") for address in whole("en").pdf.addresses)


def test_a_report_leaves_nothing_behind():
    """No font feature is asked for: WeasyPrint 70 keeps one for good with every line that it sets."""
    assert whole("en").data
    assert pdf._fonts().font_features == {}
