"""The words the engine itself knows: statuses, standings, evidence, answers that are no level.

A rubric may name its own stages, values, steps, reasons and groups; these few terms are the method's
and the same in every rubric, which gives each of them a label in each language.
"""

from enum import StrEnum


class Term(StrEnum):
    """A closed list of ids, in the order in which people are shown them."""


class Status(Term):
    """How far a stage has come."""

    NOT_STARTED = "not_started"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    BEFORE_US = "before_us"


ACHIEVED = frozenset({Status.UNDER_WAY, Status.DONE})
LIVE = ACHIEVED | {Status.PLANNED}


class Evidence(Term):
    """What a claim rests on, weakest first; the place in the list is its strength, 0 to 3."""

    NONE = "none"
    OWN_VIEW = "own_view"
    DOCUMENTED = "documented"
    CONFIRMED = "confirmed"

    @property
    def strength(self) -> int:
        """0 (nothing) to 3 (confirmed by the people involved)."""
        return STRENGTHS[self]

    @property
    def weak(self) -> bool:
        """Whether the claim is only the team's own."""
        return self.strength < Evidence.DOCUMENTED.strength


STRENGTHS = {evidence: at for at, evidence in enumerate(Evidence)}


class Standing(Term):
    """What can be said of who decides in a stage (docs/scoring.md, section 3)."""

    WITH = "with"
    REASON_GIVEN = "reason_given"
    BARRIER = "barrier"
    OPPORTUNITY = "opportunity"
    UNKNOWN = "unknown"
    NOT_STARTED = "not_started"
    COMMUNITY_LED = "community_led"
    PARTNERSHIP = "partnership"


class ReasonKind(Term):
    """What a reason for not deciding together is: possibly good, somebody else's to lift, or ours."""

    POSSIBLY_GOOD = "possibly_good"
    BARRIER = "barrier"
    OURS = "ours"
    NONE = "none"


class Need(Term):
    """What a reason must come with before it counts."""

    NOTE = "note"
    BACK_BY = "back_by"
    EVIDENCE = "evidence"
    WHO_COULD_REMOVE_IT = "who_could_remove_it"


class MadeBy(Term):
    """Who works on the project."""

    BOTH = "both"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"


class Depth(Term):
    """A whole assessment, or one stage in one sitting, which carries no score."""

    FULL = "full"
    FIRST_LOOK = "first_look"


class State(Term):
    """What became of one question."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    BLANK = "blank"
    NOT_COUNTED = "not_counted"


class Complexity(Term):
    """What kind of problem it is (Cynefin)."""

    SIMPLE = "simple"
    COMPLICATED = "complicated"
    COMPLEX = "complex"
    CHAOTIC = "chaotic"


class Share(Term):
    """How many of a group, in words that no single answer can be read from."""

    FEW = "few"
    SOME = "some"
    MOST = "most"


class Agreement(Term):
    """Whether the levels of a group lie near each other."""

    CLOSE = "close"
    SPREAD = "spread"


class Direction(Term):
    """Who sees more of a value: the team or the people."""

    TEAM_HIGHER = "team_higher"
    PEOPLE_HIGHER = "people_higher"


class Presence(Term):
    """Whether a group of people was part of a stage."""

    TOOK_PART = "took_part"
    ASKED = "asked"
    NOT_REACHED = "not_reached"
    DONT_KNOW = "dont_know"


class ConditionAnswer(Term):
    """The answer about one condition of taking part; never scored."""

    YES = "yes"
    IN_PART = "in_part"
    NO = "no"
    NOT_NEEDED = "not_needed"
    DONT_KNOW = "dont_know"


OFFERED = frozenset({ConditionAnswer.YES, ConditionAnswer.IN_PART})


class YesNo(Term):
    """An answer about the kind of problem."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


class Capacity(Term):
    """Whether the team can act on what it will hear."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Outcome(Term):
    """What came of something that was heard."""

    CHANGED = "changed"
    IN_PART = "in_part"
    COULD_NOT = "could_not"


class ActionStatus(Term):
    """Where an action of the plan is."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class Effort(Term):
    """How much a next step asks of a team."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Asks(Term):
    """A mark of a spectrum step: whether people are asked at all, and whether only asked."""

    ASKS = "asks"
    CONSULTS = "consults"


class Where(Term):
    """What a challenge is about."""

    PROJECT = "project"
    STAGE = "stage"
    QUESTION = "question"


LABELLED: dict[str, type[Term]] = {
    "status": Status,
    "evidence": Evidence,
    "standing": Standing,
    "reason_kind": ReasonKind,
    "made_by": MadeBy,
    "depth": Depth,
    "state": State,
    "complexity": Complexity,
    "share": Share,
    "agreement": Agreement,
    "direction": Direction,
    "presence": Presence,
    "condition": ConditionAnswer,
    "yes_no": YesNo,
    "capacity": Capacity,
    "outcome": Outcome,
    "action_status": ActionStatus,
    "effort": Effort,
}
"""Every list whose ids people are shown: a rubric gives each id a label in each language."""
