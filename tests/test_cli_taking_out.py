"""What is taken out of a portfolio on the command line: the blank spreadsheet, exports, what the columns mean."""

import csv
import io
import json

import pytest

from assessment.core.texts import LANGUAGES
from assessment.library import find
from assessment.sheets.dictionary import markdown
from assessment.sheets.reader import read_sheet
from tests.test_cli import BUS, CARDIFF, run

RUBRIC = find("involvement/1")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder of the test's own."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_spreadsheet_is_written_in_the_language_of_the_run(folder, language):
    """It can be brought in, and has nothing in it; a file of its name is left alone."""
    out = folder / "blank.xlsx"
    assert run("portfolio", "template", "-o", out, language=language)[0::2] == (0, "")
    assert read_sheet(out.read_bytes(), "blank.xlsx", RUBRIC).examples == 1
    code, _, err = run("portfolio", "template", "-o", out, language=language)
    assert code == 2
    assert "--force" in err


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_what_is_brought_in_can_be_taken_out(folder, ending):
    """As a workbook, a table or results; the number of assessments is told."""
    assert run("portfolio", "import", BUS, CARDIFF)[0] == 0
    out = folder / f"all.{ending}"
    assert run("portfolio", "export", "-o", out) == (0, f"{out}: taken out. Assessments: 2.\n", "")
    content = out.read_bytes()
    if ending == "json":
        assert json.loads(content)["count"] == 2
    else:
        assert len(read_sheet(content, out.name, RUBRIC).rows) == 2


def test_an_export_keeps_to_its_filter(folder):
    """Kinds, days, tags and how far a stage is; what the rubric does not know is told with what it does."""
    assert run("portfolio", "import", BUS, "--tag", "bus")[0] == 0
    assert run("portfolio", "import", CARDIFF)[0] == 0
    out = folder / "some.csv"
    assert run("portfolio", "export", "-o", out, "--tag", "bus")[0] == 0
    [row] = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline=""))
    assert row["tags"] == "bus"
    code, told, err = run("portfolio", "export", "-o", out, "--force", "--since", "1 January 2199")
    assert (code, told) == (2, "")
    assert "no assessment that fits" in err
    code, _, err = run("portfolio", "export", "-o", out, "--force", "--kind", "army", "--status", "co_design:gone")
    assert code == 2
    assert [line.split(":")[0] for line in err.splitlines()] == ["--kind", "--status"]
    code, _, err = run("portfolio", "export", "-o", out, "--force", "--since", "some day")
    assert (code, "'some day' is not a day" in err) == (2, True)


def test_the_name_of_the_file_says_as_what_it_is_taken_out(folder):
    """Another ending is refused before anything is read."""
    code, _, err = run("portfolio", "export", "-o", folder / "all.pdf")
    assert code == 2
    assert ".xlsx, .csv, .json" in err


def test_the_data_dictionary_is_printed():
    """The same that stands in the documents."""
    assert run("portfolio", "dictionary") == (0, markdown(RUBRIC), "")
