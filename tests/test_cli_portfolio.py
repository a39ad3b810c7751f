"""A portfolio on the command line: files and folders come in, all or none, and are listed."""

import pytest

from assessment.words import words
from tests.test_cli import BUS, CARDIFF, run


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder of the test's own, and a folder of files."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    given = tmp_path / "given"
    given.mkdir()
    for file in (BUS, CARDIFF):
        (given / file.name).write_bytes(file.read_bytes())
    return given


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_folder_is_looked_at_brought_in_and_listed(folder, language):
    """Looking keeps nothing; the second time everything is known."""
    say = words(language).gettext
    code, out, err = run("portfolio", "import", folder, "--check", language=language)
    assert (code, err, len(out.splitlines())) == (0, "", 3)
    assert out.count(say("a new project")) == 2
    assert run("portfolio", "list", language=language)[1] == f"{say('Nothing is in the portfolio yet.')}\n"
    code, out, err = run("portfolio", "import", folder, "--tag", "bus", language=language)
    assert (code, err) == (0, "")
    summary = say("Brought in: {coming}. Left out as known: {left}. Left out with faults: {faulty}.")
    assert out.splitlines()[-1] == summary.format(coming=2, left=0, faulty=0)
    code, out, _ = run("portfolio", "list", language=language)
    assert (code, len(out.splitlines())) == (0, 2)
    assert run("portfolio", "import", BUS, language=language)[1].splitlines()[-1] == summary.format(
        coming=0, left=1, faulty=0
    )


def test_every_fault_is_told_and_nothing_comes_in_unless_it_is_skipped(folder):
    """On standard error, with the file and the row; exit code 2 with nothing on standard output."""
    (folder / "wrong.yaml").write_text(BUS.read_text("utf-8").replace("date: 2026-10-30", "date: 2026-02-30"), "utf-8")
    (folder / "many.csv").write_text("project.name,assessment.date\nOne,no day\n", "utf-8")
    code, out, err = run("portfolio", "import", folder)
    assert (code, out) == (2, "")
    assert f"{folder / 'wrong.yaml'}: " in err
    assert f"{folder / 'many.csv'}, row 2: " in err
    assert run("portfolio", "list")[1] == "Nothing is in the portfolio yet.\n"
    code, out, err = run("portfolio", "import", folder, "--skip-faulty", "--draft")
    assert (code, out.splitlines()[-1]) == (0, "Brought in: 2. Left out as known: 0. Left out with faults: 2.")
    assert f"{folder / 'wrong.yaml'}: " in err
    assert run("portfolio", "list")[1].count("draft") == 2


def test_what_is_no_folder_of_assessments_is_told(tmp_path, folder):
    """An empty folder, a file that is not there, a tag without an end."""
    (tmp_path / "empty").mkdir()
    for given in ([tmp_path / "empty"], [tmp_path / "missing.yaml"], [folder, "--tag", "x" * 61]):
        code, out, err = run("portfolio", "import", *given)
        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1
