"""What a result's pictures show, in words; the screen's charts and the report's both draw from here.

`pictures(rubric, assessment, result, language)` gives all of them; shapes.py says what is in each.
"""

from assessment.core.assessment import Assessment
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.pictures.evidence import evidence
from assessment.pictures.forward import challenges, next_steps, plan
from assessment.pictures.levels import matrix, values
from assessment.pictures.people import conditions, seen, taking_part
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Pictures
from assessment.pictures.spectrum import spectrum


def pictures(rubric: Rubric, assessment: Assessment, result: Result, language: str) -> Pictures:
    """Every picture of a result, with its words in `cy` or `en`."""
    reader = Reader(rubric, assessment, result, language)
    return Pictures(
        spectrum=spectrum(reader),
        values=values(reader),
        matrix=matrix(reader),
        taking_part=taking_part(reader),
        evidence=evidence(reader),
        conditions=conditions(reader),
        seen=seen(reader),
        challenges=challenges(reader),
        next_steps=next_steps(reader),
        plan=plan(reader),
    )
