"""Reports made apart: the same bytes, in a process that comes back and goes with the app."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

import reports
from reports.choice import LEAVABLE, Choice
from reports.press import ROOT, NotMade, Press
from tests.reports.reports_made import full, made


@pytest.fixture
def press():
    """A press of the test's own."""
    press = Press()
    yield press
    press.close()


def the_process(press):
    """The process behind a press."""
    return press._process


@pytest.mark.parametrize("leave_out", [frozenset(), frozenset(LEAVABLE)], ids=["whole", "parts left out"])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_report_made_apart_has_the_same_bytes(press, language, leave_out):
    """The press gives what `render` gives, for every choice."""
    one = made(full(), language)
    choice = Choice(language, notes=True, law=True, leave_out=leave_out)
    here = reports.render(one.rubric, one.assessment, language=language, notes=True, law=True, leave_out=leave_out)
    assert press.make(one.rubric, one.assessment, choice) == here


def test_a_press_that_was_killed_comes_back(press):
    """A process that has gone is told of where a report was under way, and another makes the next."""
    one = made(full())
    press.make(one.rubric, one.assessment, Choice("en"))
    before = the_process(press)
    os.kill(before.pid, signal.SIGKILL)
    before.wait()
    assert press.make(one.rubric, one.assessment, Choice("en")).startswith(b"%PDF")
    assert the_process(press).pid != before.pid


def test_a_report_that_takes_too_long_is_given_up():
    """After the time that a report may take the process is ended, and the person is told what to do."""
    press, one = Press(patience=0.01), made(full())
    with pytest.raises(NotMade):
        press.make(one.rubric, one.assessment, Choice("en"))
    press.close()


def test_what_a_process_has_unpacked_goes_with_it(tmp_path, monkeypatch, capfd):
    """Fonts are unpacked into a folder; it is gone when the process is, be it for taking too long, and in silence."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    press, one = Press(), made(full())
    press.make(one.rubric, one.assessment, Choice("en"))
    assert list(tmp_path.iterdir()) != []
    press._patience = 0.2
    with pytest.raises(NotMade):
        press.make(one.rubric, one.assessment, Choice("cy"))
    assert list(tmp_path.iterdir()) == []
    press._patience = 60
    press.make(one.rubric, one.assessment, Choice("en"))
    press.close()
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr().err == ""


def test_a_process_makes_only_so_many_reports():
    """After its number of reports another process takes its place."""
    press, one = Press(life=1), made(full())
    press.make(one.rubric, one.assessment, Choice("en"))
    first = the_process(press).pid
    press.make(one.rubric, one.assessment, Choice("cy"))
    assert the_process(press).pid != first
    press.close()


def test_the_process_ends_with_the_app_however_that_ends():
    """Killed at once, an app leaves no process behind that waits for reports."""
    code = (
        "import time; from reports.press import Press; from reports.choice import Choice\n"
        "from tests.reports.reports_made import full, made\n"
        "one = made(full()); press = Press(); press.make(one.rubric, one.assessment, Choice('en'))\n"
        "print(press._process.pid, flush=True); time.sleep(60)\n"
    )
    app = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    pid = int(app.stdout.readline())
    app.kill()
    app.wait()
    end = time.monotonic() + 10
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < end, "the process is still there"
        time.sleep(0.05)


def test_a_part_that_must_stay_cannot_be_left_out():
    """Who was missing and how it was made are in every report."""
    with pytest.raises(ValueError, match="people"):
        Choice("en", leave_out=frozenset({"people"}))


@pytest.mark.parametrize("part", LEAVABLE)
def test_a_part_that_is_left_out_is_gone_and_named(part):
    """What a team leaves out stands nowhere in the report, and the report says that it was left out."""
    whole, less = made(full()), made(full(), leave_out=frozenset({part}))
    assert len(less.html) < len(whole.html)
    assert "The team has left out of this report" in less.html
    assert "The team has left out of this report" not in whole.html
    if part in ("answers", "challenges"):
        assert f'id="{part}"' in whole.html
        assert f"#{part}" not in less.html
        assert f'id="{part}"' not in less.html
