"""Puts a finished report where it was asked for: whole, or not at all."""

import os
from pathlib import Path

from assessment.core.fault import N_, BadInput, Fault, Message

ENDING = ".pdf"


def _is_pipe(out: Path) -> bool:
    """Whether the report goes on to another program or a device."""
    return out.exists() and not out.is_file()


def check(out: Path, answers: str) -> None:
    """Say before the work begins that a report cannot go to `out`. Raises BadInput."""
    for wrong, words, remedy in (
        (out.is_dir(), N_("this is a folder."), N_("Name the file too, such as report.pdf.")),
        (
            not out.parent.is_dir(),
            N_("there is no folder '{folder}'."),
            N_("Make the folder first, or name another."),
        ),
        (
            out.exists() and Path(answers).exists() and out.samefile(answers),
            N_("this is the answers file itself."),
            N_("Give the report a name of its own."),
        ),
        (
            out.suffix.lower() != ENDING and not _is_pipe(out),
            N_("the name does not end in .pdf, and the report is a PDF."),
            N_("Name it so, such as report.pdf."),
        ),
    ):
        if wrong:
            raise BadInput(Fault(str(out), Message(words, {"folder": str(out.parent)}), Message(remedy)))


def write(out: Path, content: bytes) -> None:
    """Write the file in one move. Raises BadInput where that is not allowed."""
    try:
        if _is_pipe(out):
            out.write_bytes(content)
            return
        part = out.with_name(f".{out.name}.{os.getpid()}")
        try:
            part.write_bytes(content)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    except OSError:
        wrong = Message(N_("the report cannot be written here."))
        remedy = Message(N_("Look whether the disk is full and whether you may write in this folder."))
        raise BadInput(Fault(str(out), wrong, remedy)) from None
