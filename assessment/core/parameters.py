"""Every weight and threshold of the method, and the few ids that a rule looks at."""

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer

from assessment.core.texts import Id, Part


def _fraction(value: object) -> Fraction:
    """A share as authors write it: 3/5, 0.6 or 1."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Fraction):
        raise ValueError("a share, such as 3/5")
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise ValueError("a share, such as 3/5") from None


Share = Annotated[
    Fraction,
    BeforeValidator(_fraction, json_schema_input_type=str | float),
    PlainSerializer(str, return_type=str),
]


CLOSE = 1e-9
"""Thresholds are compared within this. Here and not beside the means, which cost pandas to import."""


class EnoughAnswers(Part):
    """How much must be answered before a mean is given."""

    answered: int
    share: Share


class ComplexityRules(Part):
    """Which answers make which kind of problem."""

    chaotic: tuple[Id, ...] = ()
    complex: tuple[Id, ...] = ()
    complicated: tuple[Id, ...] = ()


class VoiceRules(Part):
    """When voices may be published and how they are put in words."""

    groups: tuple[Id, ...] = ("people",)
    people: Id = "people"
    publish_from: int = Field(default=5, ge=5)
    sizes: tuple[int, ...] = (5, 10, 20)
    most: Share = Fraction(2, 3)
    few: Share = Fraction(1, 3)
    gap: Share = Fraction(2, 3)
    close: int = 1

    @property
    def size_names(self) -> tuple[str, ...]:
        """How the number of voices is told: `5-9`, `10-19`, `20+`."""
        ends = [f"-{above - 1}" for above in self.sizes[1:]] + ["+"]
        return tuple(f"{floor}{end}" for floor, end in zip(self.sizes, ends, strict=True))

    def size_name(self, number: int) -> str:
        """The name of the range that a number of voices lies in."""
        reached = sum(floor <= number for floor in self.sizes)
        return self.size_names[max(reached - 1, 0)]


class ChallengeRules(Part):
    """Thresholds of the challenges, and the ids they look at."""

    known_answer: Id = "known_answer"
    trust: Id = "trust"
    trust_low: int = 1
    glossy: float = 2.25
    top_unproven: int = 2
    not_applicable: int = 2
    all_top_answers: int = 5
    all_top: Share = Fraction(4, 5)
    support: tuple[Id, ...] = ()


class NextStepRules(Part):
    """Weights by which next steps are put in order."""

    planned: float = 1.0
    under_way: float = 0.5
    done: float = 0.0
    team_higher: float = 2.0
    people_higher: float = 1.0
    weak: float = 0.5
    weak_at: int = 2
    opportunity: float = 2.0
    barrier: float = 1.0


class Parameters(Part):
    """Every weight and threshold of the method."""

    stage: EnoughAnswers
    value: EnoughAnswers
    not_applicable_free: int = 1
    small_place: int = 20
    complexity: ComplexityRules = ComplexityRules()
    voices: VoiceRules = VoiceRules()
    challenges: ChallengeRules = ChallengeRules()
    next_steps: NextStepRules = NextStepRules()
