"""`report` and `verify` on the command line: what they make, what they say, and with which exit code."""

import os
import subprocess
import sys
import time
import zlib
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from reports.finished import Pdf
from tests.reports.reports_made import SUBMITTED, Made, full, made
from tests.reports.test_verify import forgery, saved, with_file
from tests.test_cli import BUS, NEUTRAL, ROOT, run


@cache
def submitted():
    """Two pages for a bid, as they came out of Gyda."""
    return Made(made(full()).assessment, "en", layout="bid", submission=SUBMITTED)


@pytest.fixture
def file(tmp_path):
    """Puts bytes where the command line finds them."""

    def put(data, name="report.pdf"):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return put


@pytest.mark.parametrize("language, pages", [("en", 2), ("cy", 2), ("both", 4)])
def test_two_pages_for_a_bid_are_made_in_each_language(language, pages, tmp_path):
    """And marked as a draft, for nothing was submitted."""
    out, options = tmp_path / "bid.pdf", ["--both"] if language == "both" else []
    code, _, _ = run("report", BUS, "-o", out, "--layout", "bid", *options, language=language.replace("both", "en"))
    found = Pdf(out.read_bytes())
    assert (code, found.pages, found.embedded) == (0, pages, 0)
    assert found.language == ("en" if language == "en" else "cy")
    assert ("Draft" in found.title) == (language != "cy")
    assert ("Drafft" in found.title) == (language != "en")


def test_a_first_look_is_refused_as_a_bid(tmp_path):
    """Before anything is made, with what to do instead."""
    look = tmp_path / "look.yaml"
    look.write_text(BUS.read_text("utf-8").replace("depth: full", "depth: first_look"), "utf-8")
    code, out, err = run("report", look, "-o", tmp_path / "x.pdf", "--layout", "bid", language="en")
    assert (code, out) == (2, "")
    assert "A first look is one page" in err
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    "language, words",
    [
        ("en", ["Nothing in this file has been changed", "submitted on 25 November 2026", "are the same bytes"]),
        ("cy", ["Does dim byd yn y ffeil hon wedi newid", "wedi'i gyflwyno ar 25 Tachwedd 2026", "beit am feit"]),
    ],
)
def test_a_report_as_it_came_is_told_to_be_unchanged(language, words, file):
    """With exit code 0, in the language of the run, and with the fingerprint to compare."""
    code, out, err = run("verify", file(submitted().data), language=language)
    assert (code, err) == (0, "")
    for one in (*words, submitted().enclosed.short):
        assert one in out


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_changed_report_is_told_with_an_exit_code_of_its_own(language, file):
    """1: something was found; on standard output, for it is what was asked."""
    for data in (forgery(hide=True), saved(submitted().data, with_file("answers.json", b"{}"))):
        code, out, err = run("verify", file(data), language=language)
        assert (code, err) == (1, "")
        assert "≠" in out


def bomb():
    """A PDF of a few kilobytes with a page that unpacks to half a gigabyte."""
    packed = zlib.compressobj(9)
    stream = b"".join([*(packed.compress(b" " * (1 << 20)) for _ in range(512)), packed.flush()])
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pdf.make_stream(stream)
    page.Contents.Filter = pikepdf.Name.FlateDecode
    return written(pdf)


def written(pdf):
    """A PDF as bytes, its streams left as they are."""
    out = BytesIO()
    pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def locked():
    """A report that somebody has locked."""
    return saved(submitted().data, encryption=pikepdf.Encryption(owner="x", user=""))


REFUSED = {
    "nothing": lambda: b"",
    "a text": lambda: b"# A project\n",
    "half a report": lambda: submitted().data[:20_000],
    "a bomb": bomb,
    "locked": locked,
    "enormous": lambda: submitted().data + b"\0" * 21_000_000,
    "somebody else's file in it": lambda: saved(submitted().data, with_file("factur-x.xml", b"<x/>")),
}


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_cannot_be_checked_is_refused_in_time_and_in_little_memory(kind, language, file):
    """Within 5 seconds and 300 megabytes, with what to do, nothing on standard output and exit code 2."""
    path, begun = file(REFUSED[kind]()), time.monotonic()
    # Of the process that reads the PDF for it, tests/reports/test_stranger.py measures the memory.
    code = "import re, sys, runpy; sys.argv = ['assessment', 'verify', sys.argv[1]]\n"
    code += "try: runpy.run_module('assessment', run_name='__main__')\n"
    code += "finally: print(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1], file=sys.stderr)"
    found = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        env={**os.environ, **NEUTRAL, "GYDA_LANGUAGE": language},
        capture_output=True,
        text=True,
        timeout=20,
    )
    *told, kilobytes = found.stderr.strip().splitlines()
    assert time.monotonic() - begun < 5
    assert int(kilobytes) < 300_000
    assert (found.returncode, found.stdout) == (2, "")
    assert len(told) == 1
    assert {"en": "Ask for the", "cy": "Gofynnwch am"}[language] in told[0]
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("make", ["missing", "folder"])
def test_a_path_that_is_no_file_is_told(make, tmp_path):
    """In the words of every command."""
    path = tmp_path if make == "folder" else tmp_path / "nowhere.pdf"
    code, out, err = run("verify", path, language="en")
    assert (code, out) == (2, "")
    assert {"folder": "this is a folder.", "missing": "there is no such file."}[make] in err


def test_a_checked_file_is_read_and_not_touched(file):
    """Nothing is written anywhere."""
    path = file(submitted().data)
    before = path.stat().st_mtime_ns
    run("verify", path)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == (before, submitted().data)
    assert [one.name for one in path.parent.iterdir()] == ["report.pdf"]
