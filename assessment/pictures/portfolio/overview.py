"""Many projects at once in words: where their stages stand, how each value is spread, who answered, who was missed.

`overview(rubric, found, language)` gives all of it, for the screen and for the report over many projects alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.core.fault import N_
from assessment.core.portfolio.overview import Overview, StageCounts
from assessment.core.portfolio.spread import Spread
from assessment.core.rubric import Rubric
from assessment.core.terms import Standing
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Table

ORDER: Final = (
    Standing.WITH,
    Standing.REASON_GIVEN,
    Standing.BARRIER,
    Standing.OPPORTUNITY,
    Standing.COMMUNITY_LED,
    Standing.PARTNERSHIP,
    Standing.UNKNOWN,
    Standing.NOT_STARTED,
)
"""In which order standings are told: those that are told apart come last, and none of them is better or worse."""
_MEANINGS: Final[Mapping[Standing, str]] = {
    Standing.REASON_GIVEN: N_("{standing}: the team says why people do not decide, and that may be a good reason."),
    Standing.BARRIER: N_("{standing}: something stands in the way, and the team says who could remove it."),
    Standing.OPPORTUNITY: N_("{standing}: to decide with people could be the next step here."),
}
ENOUGH: Final = 5
"""Of fewer projects a quartile tells nothing that the points themselves do not."""


@dataclass(frozen=True, slots=True)
class StandingCount:
    """How many projects stand somewhere in one stage, and how many more only plan to."""

    standing: str
    label: str
    now: int
    promised: int


@dataclass(frozen=True, slots=True)
class StageStandings:
    """One stage: where it stands in how many projects, in the order of all of them."""

    stage: str
    name: str
    counts: tuple[StandingCount, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Standings:
    """Where the stages of all projects stand. Only standings that some project has are in it."""

    title: str
    lead: str
    meanings: str
    """What it means where people do not decide, of each standing that some project has."""
    stages: tuple[StageStandings, ...]
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class ValueSpread:
    """One value over all projects: how many have which mean; `words` tell the middle and where half of them lie."""

    value: str
    name: str
    meaning: str
    counts: tuple[tuple[float, int], ...]
    known: int
    counted: str
    lower: float | None
    median: float | None
    upper: float | None
    words: str


@dataclass(frozen=True, slots=True)
class ValueSpreads:
    """How each value is spread."""

    title: str
    lead: str
    lowest: int
    highest: int
    rows: tuple[ValueSpread, ...]
    beside: str
    """What enters no spread, counted; empty where there is nothing."""
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class Answering:
    """How many answered enough, value by value, and in how many people with lived experience answered."""

    title: str
    people: str
    table: Table


@dataclass(frozen=True, slots=True)
class Reaching:
    """The groups that most projects did not reach; `lines` are a group and in how many projects."""

    title: str
    lead: str
    lines: tuple[tuple[str, str], ...]
    table: Table


@dataclass(frozen=True, slots=True)
class OverviewPicture:
    """Everything that the overview says. `standings` is None for a rubric without stages."""

    rule: str
    """How to read it: the rubric's reading rule; empty if it has none."""
    standings: Standings | None
    spreads: ValueSpreads
    answering: Answering
    reaching: Reaching


def overview(rubric: Rubric, found: Overview, language: str, *, beside: str = "") -> OverviewPicture:
    """The overview in `cy` or `en`. `beside` is the sentence on who is counted beside (`looked_at`)."""
    many = Many(rubric, language)
    return OverviewPicture(
        rule=many.text(rubric.reading_rule),
        standings=_standings(many, found) if rubric.order else None,
        spreads=_spreads(many, found, beside),
        answering=_answering(many, found),
        reaching=_reaching(many, found),
    )


def _standings(many: Many, found: Overview) -> Standings:
    there = [one for one in ORDER if any(_has(stage, one) for stage in found.stages)]
    stages = tuple(_stage(many, stage, there) for stage in found.stages)
    title = many.say("Where the stages stand")
    return Standings(
        title=title,
        lead=many.say(
            "Each number is how many projects stand there. After a plus, and hollow, are those that only plan it: "
            "that is a promise."
        ),
        meanings=many.joined(many.say(_MEANINGS[one], standing=many.label(one)) for one in there if one in _MEANINGS),
        stages=stages,
        alt=many.joined(one.words for one in stages),
        table=Table(
            caption=title,
            head=(many.say("Standing"), *(one.name for one in stages)),
            rows=tuple(
                (many.label(standing), *(_cell(many, one.counts[place]) for one in stages))
                for place, standing in enumerate(there)
            ),
        ),
    )


def _has(stage: StageCounts, standing: Standing) -> bool:
    return bool(stage.now.get(standing.value) or stage.promised.get(standing.value))


def _stage(many: Many, stage: StageCounts, there: Sequence[Standing]) -> StageStandings:
    counts = tuple(
        StandingCount(one.value, many.label(one), stage.now.get(one.value, 0), stage.promised.get(one.value, 0))
        for one in there
    )
    name = many.stage(stage.stage)
    now = [f"{many.inside(one.label)}: {one.now}" for one in counts if one.now]
    promised = [f"{many.inside(one.label)}: {one.promised}" for one in counts if one.promised]
    told = many.say("{stage}: {parts}.", stage=name, parts="; ".join(now)) if now else ""
    planned = many.say("Promised in {stage}: {parts}.", stage=name, parts="; ".join(promised)) if promised else ""
    return StageStandings(stage.stage, name, counts, many.joined([told, planned]))


def _cell(many: Many, count: StandingCount) -> str:
    if not count.promised:
        return str(count.now)
    return many.say("{number}, and {promised} promised", number=count.now, promised=count.promised)


def _spreads(many: Many, found: Overview, beside: str) -> ValueSpreads:
    rows = tuple(_spread(many, value, spread) for value, spread in found.values.items())
    scale, title = many.rubric.scale, many.say("How each value is spread")
    return ValueSpreads(
        title=title,
        lead=many.say(
            "Each project has one number for each value, from {lowest} to {highest}: the mean of its answers in "
            "the stages that have begun. The number only helps to compare. What it means is in the "
            "sentences the team chose.",
            lowest=scale.lowest,
            highest=scale.highest,
        ),
        lowest=scale.lowest,
        highest=scale.highest,
        rows=rows,
        beside=many.joined([beside, _outside(many, found.apart)]),
        alt=many.joined(f"{row.name}: {row.words}" for row in rows),
        table=Table(
            caption=title,
            head=(
                many.say("Value"),
                many.say("Projects with enough answers"),
                many.say("Not enough answers"),
                many.say("Lower quartile"),
                many.say("Median"),
                many.say("Upper quartile"),
            ),
            rows=tuple(
                (row.name, str(row.known), str(found.values[row.value].unknown), *_quartiles(many, row)) for row in rows
            ),
        ),
    )


def _outside(many: Many, number: int) -> str:
    if not number:
        return ""
    return many.count(
        "In {number} project a stage was decided without asking people. Such a stage is not in these charts.",
        "In {number} projects a stage was decided without asking people. Such stages are not in these charts.",
        number,
    )


def _spread(many: Many, value: str, spread: Spread) -> ValueSpread:
    enough = spread.known >= ENOUGH
    lower, median, upper = (spread.lower, spread.median, spread.upper) if enough else (None, None, None)
    row = many.rubric.value[value]
    return ValueSpread(
        value=value,
        name=many.text(row.name),
        meaning=many.text(row.meaning),
        counts=tuple(spread.counts.items()),
        known=spread.known,
        counted=many.count("{number} project", "{number} projects", spread.known),
        lower=lower,
        median=median,
        upper=upper,
        words=many.joined(_told(many, spread, lower, median, upper)),
    )


def _told(many: Many, spread: Spread, lower: float | None, median: float | None, upper: float | None) -> Iterator[str]:
    if lower is not None and median is not None and upper is not None:
        yield many.say(
            "The project in the middle has {median}; half of them lie between {lower} and {upper}.",
            median=many.number(median),
            lower=many.number(lower),
            upper=many.number(upper),
        )
    elif spread.known:
        each = [f"{many.number(number)} ({count})" for number, count in spread.counts.items()]
        yield many.say("Too few projects for a middle. Their means: {each}.", each=many.listed(each))
    if spread.unknown:
        yield many.count(
            "Of {number} project not enough is known.", "Of {number} projects not enough is known.", spread.unknown
        )


def _quartiles(many: Many, row: ValueSpread) -> tuple[str, str, str]:
    few = many.say("too few projects")
    lower, median, upper = (few if one is None else many.number(one) for one in (row.lower, row.median, row.upper))
    return lower, median, upper


def _answering(many: Many, found: Overview) -> Answering:
    title = many.say("How many answered")
    return Answering(
        title=title,
        people=many.count(
            "People with lived experience are among those who answered in {people} of {number} project.",
            "People with lived experience are among those who answered in {people} of {number} projects.",
            found.projects,
            people=found.people_answered,
        ),
        table=Table(
            caption=title,
            head=(many.say("Value"), many.say("Projects with enough answers"), many.say("Not enough answers")),
            rows=tuple(
                (many.text(many.rubric.value[value].name), str(one.known), str(one.unknown))
                for value, one in found.values.items()
            ),
        ),
    )


def _reaching(many: Many, found: Overview) -> Reaching:
    names: Mapping[str, str] = {id_: many.text(group.name) for id_, group in many.rubric.group.items()}
    lines = tuple(
        (
            names.get(one.group, one.group),
            many.count("{number} project", "{number} projects", one.not_reached),
        )
        for one in found.missed
    )
    title = many.say("Who was not reached")
    return Reaching(
        title=title,
        lead=many.say("The groups that projects most often did not reach, in at least one stage.")
        if lines
        else many.say("No project names a group that it did not reach. That need not mean that all were reached."),
        lines=lines,
        table=Table(caption=title, head=(many.say("Group"), many.say("Not reached in")), rows=lines),
    )
