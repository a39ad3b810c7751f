"""Puts a finished file where it was asked for: whole, or not at all."""

import os
from pathlib import Path

from assessment.core.fault import N_, BadInput, Fault, Message

LOOK = N_("Look whether the disk is full and whether you may write in this folder.")
NOT_HERE = N_("this file cannot be written here.")


def is_pipe(out: Path) -> bool:
    """Whether what is written goes on to another program or a device."""
    return out.exists() and not out.is_file()


def keep_what_is_there(out: Path, *, force: bool) -> None:
    """Say before the work begins that there is a file of this name, unless it may be replaced. Raises BadInput."""
    if out.is_file() and not force:
        wrong, remedy = N_("there is a file of this name."), N_("Name another, or replace it with '{option}'.")
        raise BadInput(Fault(str(out), Message(wrong), Message(remedy, {"option": "--force"})))


def write(out: Path, content: bytes, wrong: str = NOT_HERE) -> None:
    """Write the file in one move. Raises BadInput, in the words of `wrong`, where that is not allowed."""
    try:
        if is_pipe(out):
            out.write_bytes(content)
            return
        part = out.with_name(f".{out.name}.{os.getpid()}")
        try:
            part.write_bytes(content)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, ValueError):
        raise not_here(out, wrong) from None


def not_here(out: Path, wrong: str = NOT_HERE) -> BadInput:
    """That a file cannot be written, and where to look."""
    return BadInput(Fault(str(out), Message(wrong), Message(LOOK)))
