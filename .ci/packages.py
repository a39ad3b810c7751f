"""Sees to the Debian packages that the named files list: `python3 .ci/packages.py packages.txt …`.

Installs what is missing where it may (root, or sudo without a password), and
otherwise prints the command and stops.
Runs on a bare python3, before there is a virtual environment.
"""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

# How to see that a package's use is there, however it came: not every system is Debian.
LIBRARIES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
    "libatomic1": "libatomic.so.1",  # Playwright's own driver cannot start without it
}
PROGRAMS = {"chromium": "chromium", "poppler-utils": "pdftotext", "postgresql": "initdb"}
# Names that differ where the system is not Debian itself.
ELSEWHERE = {"ubuntu": {"chromium": "chromium-browser"}}
# Debian keeps these out of the path; no server has to be running.
FOLDERS = [("postgresql", "/usr/lib/postgresql", "*/bin/initdb")]
FOR = {
    "chromium": "the browser tests",
    "libatomic1": "the browser tests",
    "poppler-utils": "the tests of the report",
    "postgresql": "the tests of the store",
}


def is_there(package: str) -> bool:
    """Say whether a package's library loads or its program is found."""
    if package in PROGRAMS:
        elsewhere = (Path(folder).glob(pattern) for name, folder, pattern in FOLDERS if name == package)
        return shutil.which(PROGRAMS[package]) is not None or any(map(any, elsewhere))
    try:
        ctypes.CDLL(LIBRARIES[package])
    except OSError:
        return False
    return True


def named_here(packages: list[str]) -> list[str]:
    """Give the packages the names by which this system knows them."""
    try:
        system = platform.freedesktop_os_release().get("ID", "")
    except OSError:
        system = ""
    return [ELSEWHERE.get(system, {}).get(name, name) for name in packages]


def may_install() -> list[str] | None:
    """Give the words to put before apt-get, or None where nobody may install without being asked."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def main(files: list[str]) -> int:
    """Return 0 once every package is there, 1 with a command to type where one is not."""
    wanted = [name for file in files for name in Path(file).read_text(encoding="utf-8").split()]
    missing = [name for name in wanted if not is_there(name)]
    if not missing:
        return 0
    before = may_install()
    if before is not None:
        print(f"Installing {', '.join(missing)} …", flush=True)
        apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
        for command in (["update"], ["install", "-y", "--no-install-recommends", *named_here(missing)]):
            subprocess.run([*apt, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
        missing = [name for name in missing if not is_there(name)]
        if not missing:
            return 0
    purpose = sorted({FOR.get(name, "the PDF reports") for name in missing})
    print(
        f"\nThis machine lacks {', '.join(missing)}, which {' and '.join(purpose)} need. Please type:\n\n"
        f"  sudo apt install {' '.join(named_here(missing))}\n\n"
        "and then the same make command again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
