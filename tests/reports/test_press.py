"""Reports made apart: the same bytes, in a process that comes back and goes with the app."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import psutil
import pytest

import reports
from reports.choice import LEAVABLE, Choice
from reports.press import NotMade, Press
from reports.process import ROOT
from reports.progress import Making, Waiting
from tests.reports.reports_made import full, made


@pytest.fixture
def press():
    """A press of the test's own."""
    press = Press()
    yield press
    press.close()


def the_process(press):
    """The process behind a press."""
    return press._worker._process


@pytest.mark.parametrize("leave_out", [frozenset(), frozenset(LEAVABLE)], ids=["whole", "parts left out"])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_report_made_apart_has_the_same_bytes(press, language, leave_out):
    """The press gives what `render` gives, for every choice."""
    one = made(full(), language)
    choice = Choice(language, notes=True, law=True, leave_out=leave_out)
    here = reports.render(one.rubric, one.assessment, language=language, notes=True, law=True, leave_out=leave_out)
    assert press.make(one.rubric, one.assessment, choice) == here


def test_a_process_that_was_killed_is_replaced_in_silence(press, capfd):
    """Where nothing was under way nobody needs to know: another process makes the report."""
    one = made(full())
    press.make(one.rubric, one.assessment, Choice("en"))
    before = the_process(press)
    os.kill(before.pid, signal.SIGKILL)
    assert press.make(one.rubric, one.assessment, Choice("cy")).startswith(b"%PDF")
    assert the_process(press).pid != before.pid
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP], ids=["dies", "hangs"])
def test_a_process_that_dies_or_hangs_in_the_middle_is_replaced_and_the_person_told(blow):
    """Whoever waited hears that it could not be made; if they try again, it is."""
    press, one = Press(silence=6), made(full())

    def strike(news):
        if news == Making(page=1):
            os.kill(the_process(press).pid, blow)

    press.make(one.rubric, one.assessment, Choice("en"))
    before = the_process(press)
    with pytest.raises(NotMade):
        press.make(one.rubric, one.assessment, Choice("cy"), tell=strike)
    assert before.poll() is not None
    assert press.make(one.rubric, one.assessment, Choice("cy")).startswith(b"%PDF")
    press.close()


def test_a_process_that_hangs_before_it_has_begun_is_replaced_in_silence():
    """It reads nothing of what it is asked for, more than a pipe holds; another one does."""
    press, one = Press(silence=6), made(full())
    press.make(one.rubric, one.assessment, Choice("en"))
    before = the_process(press)
    os.kill(before.pid, signal.SIGSTOP)
    assert press.make(one.rubric, one.assessment, Choice("cy")).startswith(b"%PDF")
    assert before.poll() is not None
    press.close()


def test_a_report_is_made_once_for_all_who_ask_for_it(press):
    """Ten people who ask at once get the same bytes of one report; so does who asks later, at once."""
    one = made(full())

    def ask(person):
        return press.make(one.rubric, one.assessment, Choice("en"), person=str(person))

    with ThreadPoolExecutor(10) as people:
        reports = list(people.map(ask, range(10)))
    assert press._worker._made == 1
    assert len({id(report) for report in [*reports, ask("later")]}) == 1


def test_an_answer_that_was_changed_makes_another_report(press):
    """What lies on the shelf is found by everything that the report follows from."""
    one = made(full())
    project = one.assessment.project.model_copy(update={"name": "Another name"})
    changed = one.assessment.model_copy(update={"project": project})
    reports = [press.make(one.rubric, assessment, Choice("en")) for assessment in (one.assessment, changed)]
    assert reports[0] != reports[1]


def test_how_far_it_is_is_told_on_the_way(press):
    """First that it is being made, then pages in their order, then that the file is written."""
    news, one = [], made(full())
    press.make(one.rubric, one.assessment, Choice("en"), tell=news.append)
    pages = [told.page for told in news]
    assert news[0] == Making()
    assert news[-1] == Making(pages[-1], writing=True)
    assert pages == sorted(pages)
    assert pages[-1] > 1
    assert [told.writing for told in news] == sorted(told.writing for told in news)


def test_who_waits_hears_how_many_come_first_and_a_second_order_waits_for_the_first(press):
    """Another tab of the same person waits for their own; another person comes before it."""
    one, begun = made(full()), Event()
    news, done = {"other tab": [], "second person": []}, []

    def ask(who, person, choice):
        press.make(one.rubric, one.assessment, choice, person=person, tell=news[who].append)
        done.append(who)

    with ThreadPoolExecutor(3) as people:
        first = Choice("cy")
        waits = [people.submit(press.make, one.rubric, one.assessment, first, person="a", tell=lambda _: begun.set())]
        assert begun.wait(60)
        waits.append(people.submit(ask, "other tab", "a", Choice("en")))
        while not news["other tab"]:
            time.sleep(0.005)
        waits.append(people.submit(ask, "second person", "b", Choice("en", notes=True)))
        for wait in waits:
            wait.result()
    assert news["other tab"][0] == Waiting(1, own=True)
    assert news["second person"][0] == Waiting(1)
    assert done == ["second person", "other tab"]


def test_who_no_longer_wants_to_wait_goes_at_once(press):
    """What the listener raises ends the waiting; the report that had begun is made, and lies there."""
    one = made(full())

    class Gone(BaseException):
        pass

    def leave(_):
        raise Gone

    with pytest.raises(Gone):
        press.make(one.rubric, one.assessment, Choice("en"), tell=leave)
    news = []
    assert press.make(one.rubric, one.assessment, Choice("en"), tell=news.append).startswith(b"%PDF")
    assert press._worker._made == 1


def test_closing_lets_go_of_everybody_who_waits():
    """The report under way and those behind it are given up at once, and the process ends."""
    press, one, heard = Press(), made(full()), [Event(), Event(), Event()]
    choices = [Choice("en"), Choice("cy"), Choice("en", notes=True)]

    def ask(choice, event):
        return press.make(one.rubric, one.assessment, choice, tell=lambda _: event.set())

    with ThreadPoolExecutor(3) as people:
        waits = [people.submit(ask, choice, event) for choice, event in zip(choices, heard, strict=True)]
        assert all(event.wait(60) for event in heard)
        press.close()
        assert [type(wait.exception()) for wait in waits] == [NotMade] * 3
    assert the_process(press) is None
    assert press.make(one.rubric, one.assessment, Choice("en")).startswith(b"%PDF")
    press.close()


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
    press._worker.patience = 0.2
    with pytest.raises(NotMade):
        press.make(one.rubric, one.assessment, Choice("cy"))
    assert list(tmp_path.iterdir()) == []
    press._worker.patience = 60
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
        "print(press._worker._process.pid, flush=True); time.sleep(60)\n"
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
