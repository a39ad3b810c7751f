"""What kind of problem a project works on (docs/scoring.md, section 4)."""

from assessment.core.assessment import Assessment
from assessment.core.rubric import Rubric
from assessment.core.terms import Complexity, YesNo


def complexity(rubric: Rubric, assessment: Assessment) -> Complexity | None:
    """Chaotic, complex, complicated or simple; None while the answers do not say."""
    rules, answers = rubric.parameters.complexity, assessment.context.complexity
    if any(answers.get(id_) == YesNo.YES for id_ in rules.chaotic):
        return Complexity.CHAOTIC
    if any(answers.get(id_) == YesNo.YES for id_ in rules.complex):
        return Complexity.COMPLEX
    settling = (*rules.chaotic, *rules.complex)
    if not settling or any(answers.get(id_) != YesNo.NO for id_ in settling):
        return None
    if any(answers.get(id_) == YesNo.YES for id_ in rules.complicated):
        return Complexity.COMPLICATED
    return Complexity.SIMPLE
