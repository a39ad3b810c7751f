"""What `make run` and `make test` say on a machine that lacks something."""

import platform
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN = ROOT / "requirements.txt"
DEV = ROOT / "requirements-dev.txt"


def pins(path):
    """The pinned requirements of a file, by name."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    found = [Requirement(line) for line in lines if line and not line.startswith(("#", "-r "))]
    return {requirement.name.lower().replace("_", "-"): requirement for requirement in found}


def ask_for(packages, tmp_path, path=""):
    """Ask for packages on a machine with no apt-get, where only the programs under `path` are found."""
    listed = tmp_path / "packages.txt"
    listed.write_text("\n".join(packages), encoding="utf-8")
    command = [sys.executable, str(ROOT / ".ci/packages.py"), str(listed)]
    return subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, timeout=60)


def program(folder, name):
    """Put an empty program of that name into a folder."""
    (folder / name).write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_a_missing_package_stops_with_the_command_to_type(tmp_path):
    """Who may not install is told exactly what to type, and nothing goes on without it."""
    told = ask_for(["chromium", "poppler-utils"], tmp_path)
    assert told.returncode == 1
    assert "sudo apt install chromium poppler-utils\n" in told.stderr
    assert told.stdout == ""


def test_only_what_is_missing_is_named(tmp_path):
    """A package whose program is there, however it came, is not asked for again."""
    program(tmp_path, "chromium")
    told = ask_for(["chromium", "poppler-utils"], tmp_path, path=str(tmp_path))
    assert "sudo apt install poppler-utils\n" in told.stderr


def test_nothing_is_said_when_everything_is_there(tmp_path):
    """A machine that has all it needs sees no word about it."""
    program(tmp_path, "chromium")
    told = ask_for(["chromium", "libpango-1.0-0"], tmp_path, path=str(tmp_path))
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


@pytest.mark.parametrize("system, name", [("debian", "chromium"), ("ubuntu", "chromium-browser")])
def test_each_system_is_told_its_own_name_of_a_package(monkeypatch, system, name):
    """Ubuntu calls Chromium otherwise than Debian."""
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"ID": system})
    script = runpy.run_path(str(ROOT / ".ci/packages.py"))
    assert script["named_here"](["chromium", "poppler-utils"]) == [name, "poppler-utils"]


@pytest.mark.parametrize("listed", ["packages.txt", "packages-test.txt"])
def test_each_listed_package_can_be_checked(listed):
    """The script knows for each package what to look for, and finds it on the machine that runs the tests."""
    command = [sys.executable, str(ROOT / ".ci/packages.py"), str(ROOT / listed)]
    assert subprocess.run(command, timeout=600).returncode == 0


def test_a_python_that_is_too_old_is_told_so(tmp_path):
    """An old Python gets a sentence, not a traceback from inside a library."""
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    told = subprocess.run([ROOT / ".ci/venv", old, tmp_path / "venv"], capture_output=True, text=True, timeout=60)
    assert told.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in told.stderr
    assert not (tmp_path / "venv").exists()


def test_no_python_at_all_says_what_to_install(tmp_path):
    """Without python3 the command to type is printed."""
    command = [ROOT / ".ci/venv", "no-such-python", tmp_path / "venv"]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert told.returncode == 1
    assert "sudo apt install python3 python3-venv" in told.stderr


@pytest.mark.parametrize("path", [RUN, DEV], ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_no_address_is_named(path):
    """Two installs get the same versions, from whatever index the machine uses."""
    text = path.read_text(encoding="utf-8")
    assert [str(pin) for pin in pins(path).values() if [part.operator for part in pin.specifier] != ["=="]] == []
    assert [word for word in ("://", "--index", "--find-links", "file:", " @ ", "/tmp") if word in text] == []


def test_the_tests_are_installed_on_top_of_what_runs_the_app():
    """What is tested is what people run: the first line takes in requirements.txt, and nothing is pinned twice."""
    assert DEV.read_text(encoding="utf-8").splitlines()[0] == "-r requirements.txt"
    assert pins(RUN).keys() & pins(DEV).keys() == set()


def test_each_dependency_is_pinned_within_the_range_it_allows():
    """pyproject.toml and the requirements files do not drift apart."""
    pinned = {**pins(RUN), **pins(DEV)}
    wanted = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]
    versions = {name: next(iter(pin.specifier)).version for name, pin in pinned.items()}
    assert [str(want) for want in wanted if not want.specifier.contains(versions[want.name.lower()])] == []


def test_each_dependency_says_why_it_is_here():
    """A dependency without a reason is the first to go."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line.startswith('  "') and any(mark in line for mark in (">=", "=="))]
    assert len(listed) == len(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"])
    assert [line for line in listed if "  # " not in line] == []
