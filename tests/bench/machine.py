"""The machine and the versions that a table was measured with."""

import platform
from importlib.metadata import version
from pathlib import Path

import psutil

LIBRARIES = ("streamlit", "pandas", "numpy", "weasyprint", "plotly")


def processor() -> str:
    """The processor's own name, where the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def described() -> str:
    """The machine in one sentence, the versions in another."""
    cores = psutil.cpu_count()
    memory = psutil.virtual_memory().total / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{cores} cores of {processor()}, {memory:.0f} GiB, {system}, Python {platform.python_version()}.\n{versions}."
    )
