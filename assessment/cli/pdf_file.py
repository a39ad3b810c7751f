"""Puts a finished report where it was asked for: whole, or not at all."""

from pathlib import Path

from assessment.cli import out_file
from assessment.core.fault import N_, BadInput, Fault, Message

ENDING = ".pdf"


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
            out.suffix.lower() != ENDING and not out_file.is_pipe(out),
            N_("the name does not end in .pdf, and the report is a PDF."),
            N_("Name it so, such as report.pdf."),
        ),
    ):
        if wrong:
            raise BadInput(Fault(str(out), Message(words, {"folder": str(out.parent)}), Message(remedy)))


def write(out: Path, content: bytes) -> None:
    """Write the file in one move. Raises BadInput where that is not allowed."""
    out_file.write(out, content, N_("the report cannot be written here."))
