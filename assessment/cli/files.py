"""Answers files named on the command line: all of them, or every fault in all of them."""

import sys
from collections.abc import Sequence
from pathlib import Path

from assessment import answers_file
from assessment.cli.program import Stop
from assessment.core.assessment import Assessment
from assessment.core.fault import BadInput, Fault
from assessment.core.rubric import Rubric
from assessment.plain_tree import MOST_BYTES

STANDARD_INPUT = "-"


def read_all(names: Sequence[str]) -> list[tuple[Assessment, Rubric]]:
    """Every file with its rubric, in order; `-` is standard input. Stop if any has a fault."""
    found: list[tuple[Assessment, Rubric]] = []
    faults: list[tuple[str, Fault]] = []
    for name in names:
        try:
            found.append(answers_file.read(_given(name)))
        except BadInput as error:
            faults += [(name, fault) for fault in error.faults]
    if faults:
        raise Stop(faults)
    return found


def _given(name: str) -> Path | bytes:
    return sys.stdin.buffer.read(MOST_BYTES + 1) if name == STANDARD_INPUT else Path(name)
