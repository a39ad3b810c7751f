"""`python -m reports.worker`: makes reports until nobody asks any more.

A line of JSON in (the rubric, the assessment and the choices), then out a line of JSON that says how many
bytes follow, and the PDF. It ends when its input does: with the app, however that ends.
"""

import json
import sys
import traceback
from functools import lru_cache
from typing import BinaryIO

from assessment.core.reading import read
from assessment.core.rubric import Rubric
from reports import render


def made(line: bytes) -> bytes:
    """The report that a line asks for."""
    asked = json.loads(line)
    rubric = _rubric(asked.pop("rubric"))
    return render(rubric, read(asked.pop("assessment"), rubric), **asked)


@lru_cache(maxsize=4)
def _rubric(content: str) -> Rubric:
    return Rubric.model_validate_json(content)


def serve(asked: BinaryIO, out: BinaryIO) -> None:
    """Make what is asked for, one report after the other. What fails is told by its kind and place only."""
    for line in asked:
        try:
            pdf, failed = made(line), ""
        except Exception as error:
            places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
            pdf, failed = b"", f"{type(error).__name__}\n{places}"
        out.write(json.dumps({"bytes": len(pdf), "failed": failed}).encode() + b"\n" + pdf)
        out.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
