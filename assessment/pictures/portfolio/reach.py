"""Who took part, who was asked and who was not reached, over many projects, in words and as a table.

Every number is a count of projects, out of those in which the stage is live and whose team says who was there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.core.portfolio.reach import Counts, Reach
from assessment.core.terms import Presence
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Table, Typed

TOLD = (Presence.TOOK_PART, Presence.ASKED, Presence.NOT_REACHED)
"""What is said of a group in a box of the picture, in this order; who does not know is in the table."""


@dataclass(frozen=True, slots=True)
class ReachCell:
    """A group in a stage: how many projects say what of it, and out of how many."""

    stage: str
    counts: tuple[tuple[Presence, int], ...]
    """In the order of TOLD, zeros too."""
    unknown: int
    out_of: int
    words: str


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One group over the stages."""

    group: str
    name: str
    cells: tuple[ReachCell, ...]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A group in a team's own words, and stage by stage what is said of it."""

    name: Typed
    stages: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """All of it on one line."""
        return "; ".join(f"{stage}: {words}" for stage, words in self.stages)


@dataclass(frozen=True, slots=True)
class ReachPicture:
    """Groups and stages over many projects."""

    title: str
    told: tuple[str, ...]
    """How many projects it is about; empty where nothing may be said of any group."""
    population: str
    left_out: tuple[str, ...]
    """What is not in it, and what an empty place means."""
    stages: tuple[tuple[str, str, str], ...]
    """Id and name of a stage, and out of how many projects its counts are, in short."""
    rows: tuple[ReachRow, ...]
    signs: tuple[tuple[Presence, str], ...]
    named_title: str
    named_lead: str
    named: tuple[NamedRow, ...]
    named_more: str
    alt: str
    table: Table


def reach(many: Many, found: Reach) -> ReachPicture:
    """Groups and stages over the projects of a cut."""
    title = many.say("Groups of people, stage by stage")
    stages = [stage for stage in many.rubric.order if found.live.get(stage)]
    groups = {group for group, _ in found.counts}
    rows = tuple(
        ReachRow(group.id, many.text(group.name), tuple(_cell(many, found, group.id, stage) for stage in stages))
        for group in many.rubric.groups
        if group.id in groups
    )
    return ReachPicture(
        title=title,
        told=tuple(_told(many, found)),
        population=_population(many, found),
        left_out=(
            many.say(
                "Where fewer than {number} people took part in a project, its rows about some groups are not in these "
                "numbers, so that nobody can be picked out.",
                number=many.rubric.parameters.small_place,
            ),
            many.say(
                "A project that says nothing of a group is not counted for it. That does not mean that the group was "
                "reached, or that it was not."
            ),
        ),
        stages=tuple((stage, many.stage(stage), many.say("of {number}", number=found.live[stage])) for stage in stages),
        rows=rows,
        signs=tuple((one, many.label(one)) for one in TOLD),
        named_title=many.say("Groups that teams named themselves"),
        named_lead=many.say("In the teams' own words, with the number of projects."),
        named=tuple(NamedRow(Typed(one.label), _named(many, one.counts, stages)) for one in found.labels),
        named_more=many.count("and {number} more", "and {number} more", found.more_labels) if found.more_labels else "",
        alt=many.joined(_alt(many, found, rows)),
        table=_table(many, title, rows, found),
    )


def _projects(many: Many, number: int) -> str:
    return many.count("{number} project", "{number} projects", number)


def _told(many: Many, found: Reach) -> Iterator[str]:
    if not found.told:
        return
    yield many.count(
        "{told} of {number} project says which groups took part or were not reached.",
        "{told} of {number} projects say which groups took part or were not reached.",
        found.projects,
        told=found.told,
    )
    yield many.say("Every number here counts projects, out of those of them that have begun or planned the stage.")


def _population(many: Many, found: Reach) -> str:
    """The second limb of the Act: who lives here, and not only which groups a team thought of."""
    return many.count(
        "{known} of {number} project says how it knows who lives in its area.",
        "{known} of {number} projects say how they know who lives in their area.",
        found.projects,
        known=found.population,
    )


def _cell(many: Many, found: Reach, group: str, stage: str) -> ReachCell:
    counts = tuple((one, found.of(group, stage, one)) for one in TOLD)
    unknown = found.of(group, stage, Presence.DONT_KNOW)
    return ReachCell(
        stage=stage,
        counts=counts,
        unknown=unknown,
        out_of=found.live[stage],
        words=_words(many, {**dict(counts), Presence.DONT_KNOW: unknown}),
    )


def _words(many: Many, counts: Counts) -> str:
    """`took part 3, asked 1`; a dash where nothing is said."""
    said = [f"{many.inside(many.label(one))} {counts[one]}" for one in Presence if counts.get(one)]
    return ", ".join(said)


def _named(many: Many, counts: Mapping[str, Counts], stages: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((many.stage(stage), _words(many, counts[stage])) for stage in stages if stage in counts)


def _alt(many: Many, found: Reach, rows: tuple[ReachRow, ...]) -> Iterator[str]:
    """What stands out in no order but the groups' own: where each was not reached."""
    if not rows:
        return
    yield many.say(
        "Each row is a group and each box a stage: how many projects say that it took part, was asked, "
        "or was not reached."
    )
    for row in rows:
        said = [
            many.say("{stage}: {count} of {all}", stage=many.stage(cell.stage), count=count, all=cell.out_of)
            for cell in row.cells
            if (count := dict(cell.counts)[Presence.NOT_REACHED])
        ]
        if said:
            yield many.say("{group}, not reached: {counts}.", group=row.name, counts="; ".join(said))


def _table(many: Many, title: str, rows: tuple[ReachRow, ...], found: Reach) -> Table:
    stages = [stage for stage in many.rubric.order if found.live.get(stage)]
    return Table(
        caption=title,
        head=(
            many.say("Group"),
            *(f"{many.stage(stage)} ({_projects(many, found.live[stage])})" for stage in stages),
        ),
        rows=tuple((row.name, *(cell.words or "–" for cell in row.cells)) for row in rows),
    )
