"""The command line: what it prints, where, in which language, and with which exit code."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment import answers_file
from assessment.cli import main
from assessment.cli.languages import find_language
from assessment.cli.table import table
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.score import score
from assessment.library import SHELF, load

ROOT = Path(__file__).parents[1]
BUS = ROOT / "examples" / "evening_bus.en.yaml"
CARDIFF = ROOT / "examples" / "cardiff_active_travel.en.yaml"
NEUTRAL = {"GYDA_LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "C.UTF-8"}


def run(*args, language="", given=None):
    """One run of the program: exit code, standard output, standard error."""
    # A process reads a rubric once; in these tests it changes between two runs.
    load.cache_clear()
    result = CliRunner().invoke(
        main, [str(arg) for arg in args], input=given, env={**NEUTRAL, "GYDA_LANGUAGE": language}
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def started(*args, given=b"", **environ):
    """The program as a process of its own."""
    env = {**os.environ, **NEUTRAL, **environ}
    command = [sys.executable, "-m", "assessment", *map(str, args)]
    return subprocess.run(command, cwd=ROOT, env=env, input=given, capture_output=True, timeout=60)


@pytest.fixture
def wrong(tmp_path):
    """An answers file with two mistakes in it."""
    path = tmp_path / "wrong.yaml"
    text = BUS.read_text(encoding="utf-8").replace("co_creation.trust: {level: 1", "co_creation.trust: {level: 7")
    path.write_text(text.replace("date: 2026-10-30", "date: 2026-02-30"), encoding="utf-8")
    return path


def expected(path):
    """What the JSON of a file must be."""
    assessment, rubric = answers_file.read(path)
    return to_json(score(rubric, assessment), rubric)


def test_one_file_is_one_object_and_several_are_an_array_in_order():
    """Machines get what they asked for, in the order in which they asked."""
    assert json.loads(run("score", BUS, "--format", "json")[1]) == expected(BUS)
    code, out, err = run("score", CARDIFF, BUS, "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out) == [expected(CARDIFF), expected(BUS)]


def test_a_file_may_come_through_standard_input():
    """`-` stands for it."""
    assert json.loads(run("score", "-", "--format", "json", given=BUS.read_bytes())[1]) == expected(BUS)


@pytest.mark.parametrize("command", [["check"], ["score"], ["score", "--format", "json"], ["report", "-o", "x.pdf"]])
def test_a_wrong_file_gives_no_result_and_every_fault_at_once(command, wrong, tmp_path, monkeypatch):
    """Exit 2; each fault with file, place, what is wrong and what to do; nothing on standard output."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command, wrong)
    assert (code, out) == (2, "")
    assert sorted(err.splitlines()) == [
        f"{wrong}: answers, co_creation.trust, level: 7 is not a level. "
        "Write a whole number from 0 to 3, dont_know or not_applicable.",
        f"{wrong}: assessment, date: there is no day 2026-02-30. Write a real date, such as 2026-11-22.",
    ]
    assert not (tmp_path / "x.pdf").exists()


def test_one_wrong_file_among_several_stops_all(wrong):
    """Nobody takes half an array for a whole one."""
    code, out, err = run("score", BUS, wrong, "missing.yaml", "--format", "json")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 3
    assert "missing.yaml: there is no such file. Look at its name and its folder." in err


def test_faults_are_told_in_welsh(wrong):
    """The same places, Welsh words."""
    code, _, err = run("check", wrong, language="cy")
    assert code == 2
    assert "dydy 7 ddim yn lefel. Ysgrifennwch rif cyfan o 0 i 3" in err
    assert "does dim diwrnod 2026-02-30." in err


HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 10,
    "wrong encoding": "enw: Ynys Môn".encode("cp1252"),
    "UTF-16": BUS.read_text(encoding="utf-8").encode("utf-16"),
    "tag": b'a: !!python/object/apply:os.system ["touch here"]',
    "alias bomb": b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (at, at) for at in range(999)),
    "deep": b"a: " + b"[" * 500_000,
    "deep JSON": b'{"a":' * 500_000,
    "huge": b"a: " + b"x" * 8_000_000,
    "double key": BUS.read_bytes() + b"language: cy\n",
    "unknown id": BUS.read_bytes().replace(b"co_design.trust:", b"co_design.truth:"),
    "out of range": BUS.read_bytes().replace(b"co_design.trust: {level: 2", b"co_design.trust: {level: 4"),
    "NaN": BUS.read_bytes().replace(b"co_design.trust: {level: 2", b"co_design.trust: {level: .nan"),
    "boolean": BUS.read_bytes().replace(b"co_design.trust: {level: 2", b"co_design.trust: {level: true"),
    "impossible date": BUS.read_bytes().replace(b"date: 2026-10-30", b"date: 2026-06-31"),
    "rubric is a path": BUS.read_bytes().replace(b"involvement/1", b"../../../etc/passwd"),
    "list": b"- a\n- b\n",
    "word": b"hello",
    "null": b"null",
    "huge number": BUS.read_bytes().replace(b"co_design.trust: {level: 2", b"co_design.trust: {level: " + b"9" * 9999),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_no_answers_file_is_refused_quickly_and_in_our_words(content, tmp_path):
    """Exit 2 within two seconds, a line or more for a person, no library's words, nothing on standard output."""
    path = tmp_path / "answers.yaml"
    path.write_bytes(content)
    began = time.process_time()
    code, out, err = run("score", path)
    assert time.process_time() - began < 2
    assert (code, out) == (2, "")
    assert all(line.startswith(f"{path}: ") and line.endswith(".") for line in err.splitlines())
    for foreign in ("Traceback", "pydantic", "yaml.", "Error", "while parsing", "input_value", "Errno"):
        assert foreign not in err
    assert max(map(len, err.splitlines())) < 1200


@pytest.mark.parametrize("make", ["missing", "folder"])
def test_a_path_that_is_no_file_is_told(make, tmp_path):
    """A folder, or nothing at all."""
    path = tmp_path / "answers.yaml"
    if make == "folder":
        path.mkdir()
    code, out, err = run("check", path)
    assert (code, out) == (2, "")
    assert (
        err
        == {
            "missing": f"{path}: there is no such file. Look at its name and its folder.\n",
            "folder": f"{path}: this is a folder. Name a file in it.\n",
        }[make]
    )


WRONG_CALLS = {
    "no command": (
        ["grade"],
        "there is no command 'grade'. "
        "Use one of: template, check, score, report, verify, list, export, import, backup, restore, demo, rubric, "
        "portfolio.",
    ),
    "no option": (["score", "--fast", BUS], "there is no option '--fast'."),
    "no file": (["score"], "'FILE…' is missing."),
    "no out": (["report", BUS], "'--out' is missing."),
    "no format": (["score", BUS, "--format"], "something is missing after '--format'."),
    "other format": (["score", BUS, "--format", "xml"], "--format: this is not one of the choices."),
    "other language": (["score", BUS, "--language", "fr"], "--language: this is not one of the choices."),
    "too many": (["report", BUS, BUS, "-o", "x.pdf"], "the command has too many words or too few."),
    "no rubric command": (["rubric", "mend"], "there is no command 'mend'. Use one of: list, check, schema, confirm."),
}


@pytest.mark.parametrize("args,told", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_call_that_cannot_be_meant_is_told_in_our_words(args, told):
    """What is missing or unknown, and what to type to see what there is."""
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err.startswith(told)
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("args", [args for args, _ in WRONG_CALLS.values()], ids=WRONG_CALLS)
def test_a_wrong_call_is_told_in_welsh_too(args):
    """None of the English sentences stands in it."""
    english, welsh = run(*args)[2], run(*args, language="cy")[2]
    assert welsh
    assert welsh.split(". ")[0] != english.split(". ")[0]
    for word in ("there is", "missing", "Use one", "Type ", "choices"):
        assert word not in welsh


COMMANDS = ("template", "check", "score", "report", "list", "export", "import", "backup", "restore")


@pytest.mark.parametrize(
    "args", [[], ["--help"], ["rubric"], ["rubric", "confirm", "--help"], *([name, "--help"] for name in COMMANDS)]
)
def test_help_speaks_both_languages(args):
    """Exit 0; every heading and every sentence in the language asked for."""
    english, welsh = run(*args), run(*args, language="cy")
    assert english[0] == welsh[0] == 0
    assert english[1].startswith("How to use it: python -m assessment")
    assert welsh[1].startswith("Sut i'w ddefnyddio: python -m assessment")
    told = {line.strip() for line in english[1].splitlines() if line.strip().endswith(".")}
    assert told.isdisjoint(line.strip() for line in welsh[1].splitlines())
    assert all(len(line) <= 80 for text in (english[1], welsh[1]) for line in text.splitlines())


@pytest.mark.parametrize(
    "args,environ,language",
    [
        ([], {}, "en"),
        (["--language", "cy"], {"GYDA_LANGUAGE": "en"}, "cy"),
        (["--language=cy"], {}, "cy"),
        (["--language", "fr"], {"GYDA_LANGUAGE": "cy"}, "cy"),
        ([], {"GYDA_LANGUAGE": "cy", "LC_ALL": "en_GB.UTF-8"}, "cy"),
        ([], {"GYDA_LANGUAGE": "en", "LC_ALL": "cy_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "cy_GB.UTF-8"}, "cy"),
        ([], {"LANG": "cy_GB.UTF-8"}, "cy"),
        ([], {"LC_ALL": "en_GB.UTF-8", "LANG": "cy_GB.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "cy", "LANG": "en_GB.UTF-8"}, "cy"),
        ([], {"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_machines(args, environ, language):
    """The option, then our own setting, then the locale, then English."""
    assert find_language(args, environ) == language


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_table_reads_in_a_terminal(language):
    """At most 80 columns; the reading rule; levels as dots and words; no percentage; means called means."""
    code, out, err = run("score", ROOT / "examples" / f"evening_bus.{language}.yaml", "--language", language)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert "%" not in out
    _, rubric = answers_file.read(BUS)
    flat = " ".join(out.split())
    assert rubric.reading_rule.in_(language) in flat
    assert {"en": "(middle answer)", "cy": "(ateb canol)"}[language] in flat
    assert {"en": "●●○ 2 of 3", "cy": "●●○ 2 o 3"}[language] in flat
    assert {"en": "mean 2.4 on the scale from 0 to 3", "cy": "2.4"}[language] in flat
    for stage in rubric.stages.values():
        assert stage.name.in_(language) in flat
    for sentence in (rubric.item["co_design.trust"].question.levels[2], rubric.reason["people_chose"].name):
        assert sentence.in_(language) in flat


def test_the_welsh_table_has_no_english_words_of_its_own():
    """Only what people typed is in their language."""
    _, out, _ = run("score", ROOT / "examples" / "evening_bus.cy.yaml", language="cy")
    words = set(out.lower().replace(":", " ").replace(",", " ").split())
    assert words.isdisjoint({"the", "and", "of", "answered", "mean", "stage", "next", "steps", "people", "not"})


def test_a_first_look_says_that_it_carries_no_score(tmp_path):
    """One stage in one sitting has levels and no means."""
    path = tmp_path / "look.yaml"
    path.write_text(BUS.read_text(encoding="utf-8").replace("depth: full", "depth: first_look"), encoding="utf-8")
    _, out, _ = run("score", path)
    assert "It carries no score." in out
    assert "mean " not in out


def test_a_barrier_says_who_could_remove_it():
    """It is somebody else's to lift, and the table says whose."""
    assert "Who could remove the barrier: The grant panel, by giving three months." in run("score", BUS)[1]


def test_a_rubric_that_adds_up_shows_its_total_with_its_name():
    """One axis, no decisions, and a total in a named band."""
    rubric = load(ROOT / "tests" / "rubrics" / "five_a_side")
    tree = {
        "format": "answers/1",
        "rubric": rubric.name,
        "project": {"name": "The club"},
        "assessment": {"date": "2026-11-22"},
        "answers": {id_: {"level": rubric.scale.highest} for id_ in rubric.item},
    }
    assessment = read(tree, rubric)
    told = table(rubric, assessment, score(rubric, assessment), "cy")
    assert f"Cyfanswm: {rubric.scale.highest * len(rubric.item)}, {rubric.total.bands[-1].name.cy}" in told


def test_several_tables_stand_apart():
    """A line divides two projects."""
    _, out, _ = run("score", BUS, CARDIFF)
    assert out.index("The Evening Bus") < out.index("=" * 80) < out.index("Active travel in Cardiff")


def test_check_says_that_all_is_in_order(tmp_path):
    """And how many questions have a level; one that nobody could answer, or that does not apply, is not one of them."""
    path = tmp_path / "answers.yaml"
    head = "format: answers/1\nrubric: involvement/1\nproject: {name: Mill Lane}\nassessment: {date: 2026-11-22}\n"
    answers = "answers:\n  co_design.trust: {level: 0}\n"
    path.write_text(head + answers, encoding="utf-8")
    assert run("check", path) == (0, f"{path}: all is in order. 1 of 20 questions have an answer.\n", "")
    answers += (
        "  co_creation.trust: {level: dont_know}\n  co_delivery.trust: {level: dont_know}\n"
        "  co_design.strengths: {level: not_applicable, why: None}\n  co_delivery.strengths:\n    level:\n"
    )
    path.write_text(head + answers, encoding="utf-8")
    told = f"{path}: all is in order. 1 of 20 questions have an answer. Don't know: 2. Not applicable: 1.\n"
    assert run("check", path) == (0, told, "")
    told = f"{path}: mae popeth yn iawn. Mae ateb i 1 o'r 20 cwestiwn. Ddim yn gwybod: 2. Ddim yn berthnasol: 1.\n"
    assert run("check", path, language="cy") == (0, told, "")


def test_check_and_score_agree_where_nobody_knows():
    """A file of nothing but "don't know" has no answers in either."""
    assert (
        run("check", CARDIFF)[1] == f"{CARDIFF}: all is in order. 0 of 20 questions have an answer. Don't know: 20.\n"
    )
    assert "0 of 5" in run("score", CARDIFF)[1]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_template_is_the_blank_file_in_the_language(language):
    """Byte for byte, in UTF-8, whatever the terminal speaks."""
    _, rubric = answers_file.read(BUS)
    assert run("template", "--language", language)[1] == answers_file.template(rubric, language)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_in_the_blank_file_no_name_runs_into_its_words(language):
    """A word to copy is the rubric's own, with at least two spaces after it."""
    blank = run("template", "--language", language)[1]
    _, rubric = answers_file.read(BUS)
    for group in rubric.groups:
        assert re.search(rf"^#   {group.id}  +{re.escape(group.name.in_(language)[:20])}", blank, re.MULTILINE)


def test_everything_in_the_blank_file_is_explained():
    """The organisation and the place have a line above them, and yes and no their Welsh beside them."""
    blank = run("template", "--language", "cy")[1]
    assert "  # Y sefydliad sy'n ei redeg.\n  organisation:\n" in blank
    assert "  # Ble mae'n digwydd.\n  place:\n" in blank
    _, rubric = answers_file.read(BUS)
    for id_, name in rubric.labels["yes_no"].items():
        assert re.search(rf"^    #   {id_} +{name.cy}$", blank, re.MULTILINE)


@pytest.mark.parametrize("language,told", [("en", "To keep it: "), ("cy", "I'w chadw: ")])
def test_help_says_how_to_keep_the_blank_file(language, told, tmp_path):
    """The line can be typed as it stands, and writes a file in the language."""
    out = run("template", "--help", language=language)[1]
    (line,) = [line for line in out.splitlines() if line.startswith(told)]
    command, _, name = line.removeprefix(told).strip("`").partition(" > ")
    assert name.endswith(".yaml")
    assert run(*command.split()[3:])[1] == run("template", "--language", language)[1]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_report_is_written_whole(language, tmp_path):
    """A PDF where it was asked for, nothing else beside it, and a word that it is there."""
    out = tmp_path / "report.pdf"
    told = {"en": "the report is written.", "cy": "mae'r adroddiad wedi'i ysgrifennu."}[language]
    assert run("report", BUS, "-o", out, "--language", language) == (0, f"{out}: {told}\n", "")
    assert out.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [out]


def test_a_report_has_notes_only_if_asked(tmp_path):
    """With them it is another file."""
    plain, noted = tmp_path / "plain.pdf", tmp_path / "noted.pdf"
    assert run("report", BUS, "-o", plain)[0] == run("report", BUS, "-o", noted, "--notes")[0] == 0
    assert plain.read_bytes() != noted.read_bytes()


def test_a_report_that_has_nowhere_to_go_is_told_before_the_work(tmp_path):
    """A folder that is not there, a folder itself, the answers file, or a name that is no PDF's."""
    answers = shutil.copy(BUS, tmp_path / "answers.yaml")
    before = answers.read_bytes()
    for out, told in (
        (tmp_path / "nowhere" / "report.pdf", f"there is no folder '{tmp_path / 'nowhere'}'. Make the folder first"),
        (tmp_path, "this is a folder. Name the file too"),
        (answers, "this is the answers file itself. Give the report a name of its own."),
        (tmp_path / "x.txt", "the name does not end in .pdf, and the report is a PDF. Name it so, such as report.pdf."),
    ):
        code, stdout, err = run("report", answers, "-o", out)
        assert (code, stdout) == (2, "")
        assert err.startswith(f"{out}: {told}")
    assert answers.read_bytes() == before
    assert list(tmp_path.iterdir()) == [answers]


def test_a_report_into_a_pipe_is_the_report_alone():
    """Another program reads it, so nothing is said in between."""
    command = f"{sys.executable} -m assessment report {BUS} -o /dev/stdout | cat"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, timeout=60, env={**os.environ, **NEUTRAL})
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")
    assert done.stderr == b""


def test_a_broken_pipe_is_quiet():
    """Whoever reads only the beginning hears no complaint."""
    command = f"{sys.executable} -m assessment template | head -n 1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, timeout=60, env={**os.environ, **NEUTRAL})
    assert done.stdout.startswith(b"# Gyda")
    assert done.stderr == b""


def test_the_program_runs_as_a_module_in_any_locale():
    """Without a locale, and in a terminal that has no dots, it still says everything."""
    done = started("score", BUS, LANG="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"**. 2 of 3" in done.stdout
    assert json.loads(started("score", BUS, "--format", "json", PYTHONIOENCODING="ascii").stdout) == expected(BUS)
    assert (
        started("template", LC_ALL="cy_GB.UTF-8", PYTHONIOENCODING="ascii").stdout.decode().startswith("# Gyda: ffeil")
    )


def test_scoring_imports_no_more_than_it_needs():
    """Neither the app nor the report is loaded to print numbers."""
    code = (
        "import sys; from assessment.cli import main\n"
        f"try: main(['score', {str(BUS)!r}, '--format', 'json'])\n"
        "except SystemExit: print([n for n in ('streamlit', 'weasyprint', 'plotly', 'jinja2', 'babel', 'reports') "
        "if n in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stderr.strip() == "[]"


@pytest.fixture
def folder(tmp_path):
    """A copy of the rubric, with its Welsh confirmed."""
    copied = shutil.copytree(SHELF / "involvement", tmp_path / "involvement")
    assert run("rubric", "confirm", copied)[0] == 0
    return copied


def test_rubrics_are_listed():
    """Name, version and title, in the language asked for."""
    assert run("rubric", "list")[1] == "involvement/1  1.2  Involvement and co-production\n"
    assert run("rubric", "list", language="cy")[1] == "involvement/1  1.2  Cynnwys pobl a chydgynhyrchu\n"


def test_the_schema_describes_a_rubric():
    """An editor that knows JSON Schema can help an author."""
    schema = json.loads(run("rubric", "schema")[1])
    assert {"id", "version", "values"} <= set(schema["required"])


def test_a_confirmed_rubric_is_in_order(folder):
    """Its texts are counted."""
    code, out, err = run("rubric", "check", folder)
    assert (code, err) == (0, "")
    assert out.startswith(f"{folder}: all is in order. ")


def test_the_shipped_rubric_is_in_order():
    """Whoever changes a text reads it in both languages and confirms it before it is shipped."""
    code, out, err = run("rubric", "check")
    assert (code, err) == (0, "")
    assert out.startswith("rubrics/involvement: all is in order. ")


def test_a_rubric_whose_welsh_nobody_confirmed_is_told(folder):
    """One line, not one for each text."""
    (folder / "welsh.lock").unlink()
    code, out, err = run("rubric", "check", folder)
    assert (code, out) == (2, "")
    assert err.startswith(f"{folder / 'welsh.lock'}: nobody has confirmed the Welsh yet.")
    assert len(err.splitlines()) == 1


def test_english_that_changed_needs_review_until_it_is_confirmed(folder):
    """The check names file and text; confirming that text, and only that, sets it right."""
    path = folder / "rubric.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: Involvement and co-production", "en: Involving people", 1), encoding="utf-8")
    code, out, err = run("rubric", "check", folder)
    assert (code, out) == (2, "")
    assert err.startswith("involvement/rubric.yaml, title: needs review: the English has changed.")
    assert len(err.splitlines()) == 1
    assert "angen ei adolygu: mae'r Saesneg wedi newid." in run("rubric", "check", folder, language="cy")[2]
    assert run("rubric", "confirm", folder, "title")[1] == f"{folder}: texts confirmed now: 1.\n"
    assert run("rubric", "check", folder)[0] == 0


def test_an_id_that_names_no_text_confirms_nothing(folder):
    """A slip of the hand is told, and the lock stays as it was."""
    before = (folder / "welsh.lock").read_text(encoding="utf-8")
    code, out, err = run("rubric", "confirm", folder, "trsut")
    assert (code, out) == (2, "")
    assert err.startswith("trsut: no text stands there.")
    assert (folder / "welsh.lock").read_text(encoding="utf-8") == before


def test_every_fault_of_a_rubric_is_told_at_once(folder):
    """In two files, in an author's words."""
    for name, old, new in (
        ("stages/co_design.yaml", "    cy:", "    cymraeg:"),
        ("conditions.yaml", "  - id: payment", "  - id: expenses"),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    code, out, err = run("rubric", "check", folder)
    assert (code, out) == (2, "")
    assert "co_design.yaml" in err
    assert "no Welsh text. Add it under 'cy:'." in err
    assert "Traceback" not in err


@pytest.mark.parametrize("where", ["nowhere", "."])
def test_a_folder_that_holds_no_rubric_is_told(where, tmp_path):
    """What is missing, and an example of what to name."""
    code, out, err = run("rubric", "check", tmp_path / where)
    assert (code, out) == (2, "")
    assert "there is no rubric.yaml in this folder. Name the folder of a rubric, such as rubrics/involvement." in err
