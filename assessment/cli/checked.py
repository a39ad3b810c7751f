"""What `verify` tells of a report."""

from pathlib import Path

from assessment import answers_file, library
from assessment.core.assessment import Assessment
from assessment.core.rubric import Rubric
from assessment.words import words
from reports.choice import Choice
from reports.stranger import LARGEST
from reports.submission import Submission
from reports.verdict import findings, limits, whole
from reports.verify import verify

PATIENCE = 60.0
"""Seconds that the report may take; a real one of a hundred pages takes ten."""
MARKS = {"as_it_was": "=", "changed": "≠", "open": "?", "said": "·"}


def told(path: Path, language: str) -> tuple[list[str], bool]:
    """The findings on a report line by line, and whether nothing was found to be changed. BadInput."""
    verdict = verify(answers_file.content(path, LARGEST), library.unchanged, again)
    lines = [whole(verdict, language), ""]
    lines += [f"{MARKS[one.mark]} {one.sentence}" for one in findings(verdict, language)]
    if verdict.said:
        later = words(language).gettext(
            "Whether it was withdrawn since, only the Gyda can tell in which it was submitted, on its page “Check a "
            "report”."
        )
        return [*lines, "", *limits(verdict, language), later], verdict.intact
    return [*lines, "", *limits(verdict, language)], verdict.intact


def again(rubric: Rubric, assessment: Assessment, choice: Choice, submission: Submission, room: int) -> bytes:
    """The report made again, apart and not for long: the data is a stranger's. NotMade."""
    from reports.press import Press  # only now: what is refused is refused without it

    press = Press(patience=PATIENCE)
    try:
        return press.make(rubric, assessment, choice, submission, room=room)
    finally:
        press.close()
