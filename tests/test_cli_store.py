"""What is kept, by the command line: list, export, import, backup, restore, while the app runs too."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from assessment import actions, answers_file
from assessment.core.publication import to_json
from assessment.core.score import score
from assessment.plain_tree import writable
from assessment.store import Store, migrating
from assessment.words import words
from tests.test_cli import BUS, CARDIFF, NEUTRAL, ROOT, run

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LEVEL = "answers/co_design.trust/level"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A data folder of the test's own."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "data"


def kept(ask):
    """What the store says, opened for one question."""
    with closing(Store.open()) as store:
        return ask(store)


def imported(*files):
    """The ids under which files were kept."""
    code, out, err = run("import", *files)
    assert (code, err) == (0, "")
    return [line.split("kept as ")[1].split(",")[0] for line in out.splitlines()]


def ids():
    """The ids of everything that is kept."""
    return {one.id for one in kept(lambda store: store.all())}


@pytest.mark.parametrize("file", [BUS, BUS.with_name("evening_bus.cy.yaml"), CARDIFF], ids=lambda file: file.name)
def test_what_is_imported_and_exported_is_the_same_assessment(file, tmp_path):
    """The same answers, and the same score to the last figure; only single voices have become counts."""
    [id_] = imported(file)
    out = tmp_path / "out.yaml"
    assert run("export", id_, "-o", out) == (0, f"{out}: the answers file is written.\n", "")
    before, rubric = answers_file.read(file)
    after, _ = answers_file.read(out)
    counted = {"voices": (), "counted": after.counted}
    assert after == before.model_copy(update=counted)
    assert json.loads(run("score", out, "--format", "json")[1]) == to_json(score(rubric, before), rubric)
    [again] = imported(out)
    assert run("export", again)[1] == out.read_text(encoding="utf-8") == run("export", id_)[1]


def test_an_export_has_no_single_voice_and_no_history(tmp_path):
    """What was typed and taken back is in the history only, and the help says what is left out."""
    [id_] = imported(BUS)

    def change(store):
        work = actions.look(store, id_)
        for note in ("Zzyzx", "Something else"):
            actions.answer(store, work, "answers/co_design.trust/note", note, seen=None, who="x", at=AT)
        return len(store.voices(id_))

    assert kept(change) > 0
    _, out, _ = run("export", id_)
    assert "Something else" in out
    assert "Zzyzx" not in out
    assert "\nvoices:" not in out
    assert "\ncounted:" in out
    for language, told in (("en", "leaves out the history of changes, and single voices"), ("cy", "hanes")):
        assert told in " ".join(run("export", "--help", language=language)[1].split())


TYPED = {
    "pasted from a word processor": "“Smart” ‘quotes’ – a\u00a0space … and\x0ba line\r\nand another\r\n",
    "emoji": "👩🏽‍🦽‍➡️🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "right to left": "שלום ‮abc‬ مرحبا",
    "controls": "a\x00b\x07c\x1b[31md\x7fe\x85f\u2028g\ufeff",
    "markup": "<script>alert(1)</script> &amp; {{ 7*7 }} **bold** ![x](https://elsewhere.example/x)",
    "formula": '=HYPERLINK("http://x")\t@+-',
    "looks like YAML": "- a: &b *c\n  # no\n'\"",
    "long": "Llanfairpwll ŵŷ\n" * 13_000,
    "spaces": "  two  \n  and \t",
    "a number": "007",
}


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
def test_what_was_typed_in_the_app_goes_out_and_in_as_it_was_typed(text, tmp_path):
    """Whatever it is. Control characters, which no file may have, become line ends or a sign that one was there."""
    [id_] = imported(BUS)
    paths = {"project/organisation": text, "answers/co_design.trust/note": {"text": text, "lang": "cy"}}

    def answer(store):
        for path, value in paths.items():
            actions.answer(store, actions.look(store, id_), path, value, seen=None, who="x", at=AT)
        return store.entries(id_)

    found = kept(answer)
    assert {path: found[path].value for path in paths} == paths
    out = tmp_path / "out.yaml"
    assert run("export", id_, "-o", out)[::2] == (0, "")
    [again] = imported(out)
    told = kept(lambda store: store.entries(again))
    assert told["project/organisation"].value == writable(text)
    assert told["answers/co_design.trust/note"].value == {"text": writable(text), "lang": "cy"}


def test_an_assessment_is_found_by_its_projects_name():
    """Whatever the spaces and capitals; where two have it, their ids are told."""
    [first] = imported(BUS)
    name = answers_file.read(BUS)[0].project.name
    assert run("export", f" {name.upper()} ") == run("export", first)
    [second] = imported(BUS)
    code, out, err = run("export", name)
    assert (code, out) == (2, "")
    assert first in err
    assert second in err
    assert "Name one of them by its id." in err


@pytest.mark.parametrize("asked", ["0" * 16, "nobody", "../../etc/passwd", "", "x" * 5000, "\x1b[2J"])
def test_what_is_not_there_cannot_be_exported(asked, tmp_path):
    """It is told with the way to find it, nothing of it steers the terminal, and no file is made."""
    out = tmp_path / "out.yaml"
    for language, told in (("en", "no assessment has this id or name."), ("cy", "does dim asesiad")):
        code, printed, err = run("export", asked, "-o", out, language=language)
        assert (code, printed) == (2, "")
        assert told in err
        assert "python -m assessment list" in err
        assert "\x1b" not in err
        assert len(err) < 300
    assert not out.exists()


def test_an_export_replaces_a_file_only_if_it_is_told_to(tmp_path):
    """A file of the same name stays as it is."""
    [id_] = imported(BUS)
    out = tmp_path / "out.yaml"
    out.write_text("mine", encoding="utf-8")
    code, printed, err = run("export", id_, "-o", out)
    assert (code, printed) == (2, "")
    assert err == f"{out}: there is a file of this name. Name another, or replace it with '--force'.\n"
    assert out.read_text(encoding="utf-8") == "mine"
    assert run("export", id_, "-o", out, "--force")[0] == 0
    assert answers_file.read(out)
    code, printed, err = run("export", id_, "-o", tmp_path / "nowhere" / "out.yaml")
    assert (code, printed) == (2, "")
    assert "this file cannot be written here." in err


def test_every_fault_of_every_file_is_told_and_nothing_is_kept(tmp_path):
    """Files that are in order are not kept either, so that the same line can be typed again."""
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(
        BUS.read_text(encoding="utf-8").replace("co_creation.trust: {level: 1", "co_creation.trust: {level: 7"),
        encoding="utf-8",
    )
    code, out, err = run("import", BUS, wrong, tmp_path / "missing.yaml")
    assert (code, out) == (2, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == [str(wrong), str(tmp_path / "missing.yaml")]
    assert ids() == set()


def test_files_are_kept_all_or_none(monkeypatch):
    """Where the store fails at the second file, the first is not there either."""
    from assessment.store import saving

    keep, calls = saving.add_voices, []

    def fail(*args):
        calls.append(args)
        if len(calls) == 2:
            raise sqlite3.OperationalError("database or disk is full")
        keep(*args)

    monkeypatch.setattr(saving, "add_voices", fail)
    code, out, err = run("import", BUS, CARDIFF)
    assert (code, out) == (2, "")
    assert err
    assert ids() == set()


def test_a_file_may_come_through_standard_input_and_go_out_the_same_way():
    """One program's export is another's import."""
    [id_] = imported(BUS)
    exported = run("export", id_)[1]
    code, out, _ = run("import", "-", given=exported.encode())
    assert (code, out.startswith("-: kept as ")) == (0, True)
    assert len(ids()) == 2


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_is_kept_is_listed(language):
    """Id, date, state in the language, and the project on one line, whatever is in its name."""
    assert run("list", language=language) == (0, words(language).gettext("Nothing is kept yet.") + "\n", "")
    [bus] = imported(BUS)
    said = {actions.NAME: f"\x1b[31mRed\n\u202eword {'long ' * 50}"}
    new = {"language": language, "today": date(2026, 12, 1), "who": "x", "at": AT}
    red = kept(lambda store: actions.begin(store, answers_file.read(BUS)[1], said, **new))
    kept(lambda store: actions.submit(store, actions.look(store, bus), shared_with="team", at=AT))
    code, out, err = run("list", language=language)
    assert (code, err) == (0, "")
    lines = {line.split("  ")[0]: line for line in out.splitlines()}
    assert set(lines) == {bus, red}
    assert words(language).gettext("submitted") in lines[bus]
    assert words(language).gettext("draft") in lines[red]
    assert "2026-10-30" in lines[bus]
    assert "[31mRed word long" in lines[red]
    assert all(line.isprintable() and len(line) < 120 for line in lines.values())


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_backup_is_restored_once_the_word_is_typed(language, tmp_path):
    """It says what is in it and what it replaces; what was there is kept, and where is said."""
    [bus] = imported(BUS)
    file, say = tmp_path / "all.db", words(language).gettext
    assert run("backup", file, language=language) == (
        0,
        say("{file}: the backup is written. Projects: {projects}. Assessments: {assessments}.").format(
            file=file, projects=1, assessments=1
        )
        + "\n",
        "",
    )
    [more] = imported(CARDIFF)
    word = {"cy": "adfer", "en": "restore"}[language]
    code, out, err = run("restore", file, language=language, given=f"{word}\n")
    assert (code, err) == (0, "")
    assert f"{file}: " in out
    for told in (
        "{file}: a backup. Projects: {projects}. Assessments: {assessments}.",
        "It replaces all that is kept now. Projects: {projects}. Assessments: {assessments}.",
    ):
        number = 2 if "now" in told else 1
        assert say(told).format(file=file, projects=number, assessments=number) in out
    assert ids() == {bus}
    before = next(part for part in out.split() if "before-restore" in part).rstrip(".") + ("")
    before = before if before.endswith(".db") else f"{before}.db"
    assert run("restore", before, "--yes")[0] == 0
    assert ids() == {bus, more}


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "no\n"])
def test_a_restore_that_is_not_confirmed_changes_nothing(typed, tmp_path):
    """Anything but the word leaves everything as it is, and no copy lies about."""
    imported(BUS)
    run("backup", tmp_path / "all.db")
    imported(CARDIFF)
    before = ids()
    code, _, err = run("restore", tmp_path / "all.db", given=typed)
    assert (code, err.startswith("This is not the word, so nothing has been changed.")) == (2, True)
    assert ids() == before
    assert [path.name for path in (tmp_path / "data").iterdir() if "restore" in path.name] == []


def test_a_backup_replaces_a_file_only_if_it_is_told_to(tmp_path):
    """Another file of that name is not lost by a slip of the hand."""
    imported(BUS)
    file = tmp_path / "all.db"
    file.write_text("mine", encoding="utf-8")
    assert run("backup", file)[0] == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("backup", file, "--force")[0] == 0
    assert run("restore", file, "--yes")[0] == 0


@pytest.mark.parametrize("where", ["data/gyda.db", ".", "file/all.db"])
def test_a_place_for_no_backup_is_told_with_its_name(where, tmp_path):
    """The data themselves, a folder, something below a file."""
    [id_] = imported(BUS)
    (tmp_path / "file").touch()
    code, out, err = run("backup", tmp_path / where, "--force")
    assert (code, out) == (2, "")
    assert err.startswith(f"{tmp_path / where}: ")
    assert len(err.splitlines()) == 1
    assert ids() == {id_}


@pytest.mark.parametrize("content", [None, b"", b"words", b"SQLite format 3\x00" + b"\xff" * 9000])
def test_what_is_no_backup_is_not_restored(content, tmp_path):
    """A missing, empty or broken file is told with its name, before anything is asked."""
    [id_] = imported(BUS)
    if content is not None:
        (tmp_path / "all.db").write_bytes(content)
    code, out, err = run("restore", tmp_path / "all.db", "--yes")
    assert (code, out) == (2, "")
    assert err.startswith(f"{tmp_path / 'all.db'}: This file is not a backup from Gyda")
    assert ids() == {id_}


COMMANDS = [["list"], ["export", "x"], ["import", BUS], ["backup", "b.db"], ["restore", "b.db", "--yes"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_newer_database_is_refused_and_left_untouched(command, language, folder, tmp_path, monkeypatch):
    """Each command says so, in the language, and not a byte of it changes."""
    imported(CARDIFF)
    monkeypatch.chdir(tmp_path)
    run("backup", "b.db")
    with closing(sqlite3.connect(folder / "gyda.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
        connection.commit()
    if command[0] == "backup":
        (tmp_path / "b.db").unlink()
    before = (folder / "gyda.db").read_bytes()
    code, out, err = run(*command, language=language)
    assert (code, out) == (2, "")
    assert err.startswith({"en": "The data was saved by a newer version", "cy": "Cafodd"}[language]) or language == "cy"
    assert words(language).gettext("Use that version, or a newer one.") in err
    assert (folder / "gyda.db").read_bytes() == before
    assert (tmp_path / "b.db").exists() is (command[0] != "backup")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_step_that_fails_leaves_the_database_as_it_was(language, folder, monkeypatch):
    """An older database that cannot be brought up to date is told of in one line, and not a byte of it changes."""
    imported(BUS)
    before = (folder / "gyda.db").read_bytes()
    monkeypatch.setattr(migrating, "HEAD", "0003")
    monkeypatch.setattr(migrating, "known_steps", lambda: {"0001", "0002", "0003"})
    code, out, err = run("list", language=language)
    assert (code, out) == (2, "")
    assert (
        err
        == words(language).gettext(
            "The data could not be brought up to this version of Gyda, so it has been left as it was."
        )
        + " "
        + words(language).gettext("Use the version of Gyda you had before. The log says more.")
        + "\n"
    )
    assert (folder / "gyda.db").read_bytes() == before


def test_a_damaged_data_file_is_put_aside_by_a_restore(folder, tmp_path):
    """It is kept as it is, and what was in the backup is there again."""
    [id_] = imported(BUS)
    run("backup", tmp_path / "all.db")
    (folder / "gyda.db").write_bytes(b"not a database at all" * 400)
    assert run("list")[0] == 2
    code, out, err = run("restore", tmp_path / "all.db", "--yes")
    assert (code, err) == (0, "")
    assert "which is damaged" in out
    [aside] = folder.glob("damaged-*.db")
    assert str(aside) in out
    assert aside.read_bytes().startswith(b"not a database")
    assert ids() == {id_}


WRITER = """
import sys
from datetime import UTC, datetime
from assessment.store import Change, Store
store, id_, number = Store.open(), sys.argv[1], 0
print("ready", flush=True)
while sys.stdin.readable():
    number += 1
    store.save(id_, [Change(f"actions/w{number}/text", str(number), None)], who="w", at=datetime.now(UTC))
    print(number, flush=True)
"""


@pytest.fixture
def writer():
    """Another process that saves one thing after the other until it is stopped; gives what it has saved."""
    started = []

    def begin(id_):
        command = [sys.executable, "-c", WRITER, id_]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout.readline() == "ready\n"
        assert process.stdout.readline() == "1\n"
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def written(id_):
    """The numbers of what the other process has saved and is still there, in order."""
    return [
        int(path.split("/")[1][1:]) for path in kept(lambda store: store.entries(id_)) if path.startswith("actions/w")
    ]


def cli(*args):
    """The program as a process of its own."""
    command = [sys.executable, "-m", "assessment", *map(str, args)]
    env = {**os.environ, **NEUTRAL}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)


def test_backup_export_and_import_while_others_write(writer, tmp_path):
    """A backup is one moment: a run of saves without a gap; the other process goes on and nothing of it is lost."""
    [id_] = imported(BUS)
    process = writer(id_)
    for number in range(3):
        done = cli("backup", tmp_path / f"{number}.db")
        assert (done.returncode, done.stderr) == (0, "")
    assert cli("export", id_).returncode == 0
    assert cli("import", CARDIFF).returncode == 0
    process.kill()
    said = [int(line) for line in process.communicate()[0].split()]
    assert len(written(id_)) >= (said[-1] if said else 1)
    for number in range(3):
        assert cli("restore", tmp_path / f"{number}.db", "--yes").returncode == 0
        found = written(id_)
        assert found == list(range(1, len(found) + 1))


def test_a_restore_while_another_process_has_the_store_open(writer, tmp_path):
    """What was restored stands, and the other process goes on saving into it."""
    [id_] = imported(BUS)
    run("backup", tmp_path / "all.db")
    process = writer(id_)
    done = cli("restore", tmp_path / "all.db", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    for _ in range(200):
        if len(written(id_)) > 5:
            break
        time.sleep(0.05)
    process.kill()
    process.communicate()
    found = written(id_)
    assert found == list(range(found[0], found[0] + len(found)))
    assert found[0] > 1
    assert kept(lambda store: actions.look(store, id_).value(LEVEL)) is not None


def test_a_correction_has_the_voices_as_they_were_counted():
    """No single voice goes along, and yet the correction comes to the same result, as does one made of it."""
    [id_] = imported(BUS)
    with closing(Store.open()) as store:
        work = actions.look(store, id_)
        before = score(work.rubric, actions.assessment_of(store, work))
        assert any(group.published for group in before.voices.values())
        for _ in range(2):
            actions.submit(store, work, shared_with="team", at=AT)
            work = actions.look(store, work.kept.id)
            new = actions.correct(store, work, who="x", today=date(2026, 12, 1), at=AT)
            work = actions.look(store, new)
            assert store.voices(new) == []
            assert score(work.rubric, actions.assessment_of(store, work)) == before


def test_the_whole_of_a_folder_can_be_thrown_away_and_brought_back(folder, tmp_path):
    """A new machine: one file brings everything there."""
    [id_] = imported(BUS)
    exported = run("export", id_)[1]
    run("backup", tmp_path / "all.db")
    shutil.rmtree(folder)
    assert run("restore", tmp_path / "all.db", "--yes")[0] == 0
    assert run("export", id_)[1] == exported
