"""What has changed in each project between two assessments, in words, as tables, and for charts.

Every number is a count of projects, questions, promises or actions. A place on the spectrum is neither above nor
below another, so a move on it has no direction; levels are ordered, so a question can be higher, the same or lower.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.core.assessment import Action
from assessment.core.fault import N_
from assessment.core.fields import Note
from assessment.core.next_steps import DECISION
from assessment.core.portfolio.over_time import Ahead, Carried, Levels, OverTime, Promised, Since, about_decision
from assessment.core.promises import Kept
from assessment.core.terms import ActionStatus, Standing
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Table, Typed

KEPT: Mapping[Kept, str] = {
    Kept.KEPT: N_("Kept"),
    Kept.PARTLY: N_("Nearly kept"),
    Kept.CHANGED: N_("Changed, with a reason given"),
    Kept.NOT_KEPT: N_("Not kept"),
    Kept.UNKNOWN: N_("Not known"),
}


@dataclass(frozen=True, slots=True)
class Square:
    """How many projects were in one band and are in one now; `stayed` where both are the same."""

    count: int
    stayed: bool


@dataclass(frozen=True, slots=True)
class StageMoves:
    """One stage: who decided and decides now, in how many projects."""

    stage: str
    name: str
    compared: int
    lead: str
    short: str
    """In how many of them it is as it was."""
    bands: tuple[str, ...]
    squares: tuple[tuple[str, tuple[Square, ...]], ...]
    """A row a band as it was, a column a band as it is now."""
    sentences: tuple[str, ...]
    begun: str


@dataclass(frozen=True, slots=True)
class Moves:
    """Who decides, then and now, stage by stage; and how that stands."""

    title: str
    lead: str
    stages: tuple[StageMoves, ...]
    table: Table
    standings: Table


@dataclass(frozen=True, slots=True)
class ValueMoves:
    """One value: of its questions with a level in both, how many are higher, the same and lower now."""

    value: str
    name: str
    higher: int
    same: int
    lower: int
    counted: str
    words: str


@dataclass(frozen=True, slots=True)
class LevelMoves:
    """The values, then and now. `signs` name higher, same and lower."""

    title: str
    lead: str
    signs: tuple[str, str, str]
    rows: tuple[ValueMoves, ...]
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class PromisedAhead:
    """Promises for one stage that are still to come: how many, in how many projects, and both in words."""

    stage: str
    name: str
    count: int
    projects: int
    words: str


@dataclass(frozen=True, slots=True)
class PromiseCounts:
    """What became of promises; `rows` are what it is, about who decides, and about the questions."""

    title: str
    lead: str
    rows: tuple[tuple[Kept, str, int, int], ...]
    ahead_label: str
    ahead: tuple[PromisedAhead, ...]
    ahead_told: str
    """Where promises are still to come, in one sentence; empty where none are."""
    table: Table
    by_stage: Table


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """Where the actions of the latest plans are."""

    title: str
    lead: str
    rows: tuple[tuple[ActionStatus, str, int], ...]
    table: Table


@dataclass(frozen=True, slots=True)
class OverTimePicture:
    """Everything that has changed."""

    lead: str
    none_ranked: str
    moves: Moves | None
    levels: LevelMoves
    promises: PromiseCounts
    actions: ActionCounts

    @property
    def tables(self) -> tuple[Table, ...]:
        """All of it as tables, in the order of the page; empty ones left out."""
        moves = (self.moves.table, self.moves.standings) if self.moves else ()
        found = (self.promises.table, self.promises.by_stage, *moves, self.levels.table, self.actions.table)
        return tuple(table for table in found if table.rows)


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """One promise as sentences, with who was to see to it, by when, and what it needed."""

    id: str
    """Of the project."""
    project: Typed
    organisation: Typed | None
    about: str
    kept: str
    sentences: tuple[str, ...]
    action: Typed | None
    carried: tuple[tuple[str, Typed], ...]
    """Owner, date and need, where the earlier plan has them, each with its name."""
    missing: str
    """That the earlier plan says nothing of it; empty where it does."""


@dataclass(frozen=True, slots=True)
class ActionTold:
    """What a project is going to do about a promise: by whom, by when, with what, and how far it is."""

    text: Typed | None
    parts: tuple[tuple[str, Typed], ...]


@dataclass(frozen=True, slots=True)
class PromisedTold:
    """What a project promises for a stage ahead: its sentences, each with what it is about, and the actions for it."""

    id: str
    """Of the project."""
    project: Typed
    organisation: Typed | None
    day: str
    lines: tuple[tuple[str, str], ...]
    actions: tuple[ActionTold, ...]
    missing: str
    """That the plan says nothing of it; empty where it does."""

    @property
    def in_short(self) -> str:
        """All of it in one line, with who sees to it and by when."""
        parts = [f"{name}: {note.text}" for action in self.actions for name, note in action.parts]
        return " ".join((self.day, *(f"{name}: {words}" for name, words in self.lines), "; ".join(parts))).strip()


def over_time(many: Many, found: OverTime, of: int) -> OverTimePicture:
    """What has changed in the projects that have more than one full assessment, of all that are compared."""
    return OverTimePicture(
        lead=many.count(
            "{more} of {number} project has more than one full self-assessment. It is compared with itself only.",
            "{more} of {number} projects have more than one full self-assessment. Each is compared with itself only.",
            of,
            more=found.projects,
        ),
        none_ranked=many.say(
            "No place on the spectrum is higher or lower than another, so no project moves up or down."
        ),
        moves=_moves(many, found) if many.rubric.order else None,
        levels=_level_moves(many, found),
        promises=_promises(many, found),
        actions=_actions(many, found),
    )


def since_words(many: Many, since: Since) -> str:
    """With what a project's latest assessment is compared."""
    return many.say("Since the last time") if since == Since.LAST else many.say("Since the first time")


def _projects(many: Many, number: int) -> str:
    return many.count("{number} project", "{number} projects", number)


def _band(many: Many, band: str | None) -> str:
    return many.text(many.rubric.band[band].name) if band in many.rubric.band else many.label(Standing.UNKNOWN)


def _moves(many: Many, found: OverTime) -> Moves:
    title = many.say("Who decides, then and now")
    stages = tuple(
        _stage(many, found, stage) for stage in many.rubric.order if found.bands(stage) or found.begun.get(stage)
    )
    head = (many.say("Stage"), many.say("Then"), many.say("Now"), many.say("Projects"))
    return Moves(
        title=title,
        lead=many.say(
            "Who decided when the team answered before, and who decides now. "
            "Only stages that had begun both times are counted."
        ),
        stages=stages,
        table=Table(
            caption=title,
            head=head,
            rows=tuple(
                (many.stage(stage), _band(many, was), _band(many, now), str(count))
                for stage in many.rubric.order
                for (was, now), count in _in_order(many, found.bands(stage))
            ),
        ),
        standings=Table(
            caption=many.say("Where the stages stood, and where they stand now"),
            head=head,
            rows=tuple(
                (many.stage(stage), many.label(Standing(stood)), many.label(Standing(stands)), str(count))
                for stage in many.rubric.order
                for (stood, stands), count in sorted(found.standings(stage).items(), key=_standing_order)
            ),
        ),
    )


def _standing_order(pair: tuple[tuple[str, str], int]) -> tuple[int, int]:
    order = [one.value for one in Standing]
    (stood, stands), _ = pair
    return order.index(stood), order.index(stands)


def _in_order(
    many: Many, counts: Mapping[tuple[str | None, str | None], int]
) -> list[tuple[tuple[str | None, str | None], int]]:
    order = [*(band.id for band in many.rubric.bands), None]
    return sorted(counts.items(), key=lambda pair: (order.index(pair[0][0]), order.index(pair[0][1])))


def _stage(many: Many, found: OverTime, stage: str) -> StageMoves:
    counts = found.bands(stage)
    bands: list[str | None] = [band.id for band in many.rubric.bands]
    if any(None in pair for pair in counts):
        bands.append(None)
    compared, begun = sum(counts.values()), found.begun.get(stage, 0)
    return StageMoves(
        stage=stage,
        name=many.stage(stage),
        compared=compared,
        lead=many.count(
            "It had begun both times in {number} project.",
            "It had begun both times in {number} projects.",
            compared,
        ),
        short=_short(many, counts),
        bands=tuple(_band(many, band) for band in bands),
        squares=tuple(
            (_band(many, was), tuple(Square(counts.get((was, now), 0), was == now) for now in bands)) for was in bands
        )
        if compared
        else (),
        sentences=tuple(_sentences(many, counts)),
        begun=many.count(
            "In {number} more project it has begun since.", "In {number} more projects it has begun since.", begun
        )
        if begun
        else "",
    )


def _short(many: Many, counts: Mapping[tuple[str | None, str | None], int]) -> str:
    same = sum(count for (was, now), count in counts.items() if was == now and now is not None)
    known = sum(count for pair, count in counts.items() if None not in pair)
    return many.say(
        "Of those, {known} say both times who decides: {same} the same as before, {other} not.",
        known=known,
        same=same,
        other=known - same,
    )


def _sentences(many: Many, counts: Mapping[tuple[str | None, str | None], int]) -> Iterator[str]:
    stayed = sum(count for (was, now), count in counts.items() if was == now)
    for (was, now), count in _in_order(many, counts):
        if was != now:
            yield many.say(
                "Then “{was}”, now “{now}”: {projects}.",
                was=many.inside(_band(many, was)),
                now=many.inside(_band(many, now)),
                projects=_projects(many, count),
            )
    if stayed:
        yield many.say("The same as then: {projects}.", projects=_projects(many, stayed))


def _level_moves(many: Many, found: OverTime) -> LevelMoves:
    title = many.say("How people are treated, then and now")
    signs = (many.say("Higher now"), many.say("The same"), many.say("Lower now"))
    known = [(value, one) for value in many.rubric.columns if (one := found.levels.get(value))]
    rows = tuple(_value(many, value, one) for value, one in known)
    return LevelMoves(
        title=title,
        lead=many.say("Only questions with a level both times, in stages that had begun both times."),
        signs=signs,
        rows=rows,
        alt=many.joined(row.words for row in rows),
        table=Table(
            caption=title,
            head=(many.say("Value"), *(many.say("{sign}: questions (projects)", sign=sign) for sign in signs)),
            rows=tuple(
                (
                    row.name,
                    f"{one.higher} ({one.projects_higher})",
                    f"{one.same} ({one.projects_same})",
                    f"{one.lower} ({one.projects_lower})",
                )
                for row, (_, one) in zip(rows, known, strict=True)
            ),
        ),
    )


def _value(many: Many, value: str, one: Levels) -> ValueMoves:
    name = many.text(many.rubric.value[value].name)
    return ValueMoves(
        value=value,
        name=name,
        higher=one.higher,
        same=one.same,
        lower=one.lower,
        counted=_projects(many, one.projects),
        words=many.say(
            "{value}: higher now in {higher} (in {projects_higher}); the same in {same} (in {projects_same}); lower in "
            "{lower} (in {projects_lower}).",
            value=name,
            **{name: _questions(many, getattr(one, name)) for name in ("higher", "same", "lower")},
            **{
                name: _projects(many, getattr(one, name))
                for name in ("projects_higher", "projects_same", "projects_lower")
            },
        ),
    )


def _questions(many: Many, number: int) -> str:
    return many.count("{number} question", "{number} questions", number)


def _promises(many: Many, found: OverTime) -> PromiseCounts:
    title = many.say("What was promised, and what came of it")
    decisions, questions = found.promises(decisions=True), found.promises(decisions=False)
    came = tuple((kept, many.say(KEPT[kept]), decisions.get(kept, 0), questions.get(kept, 0)) for kept in Kept)
    rows = came if found.came else ()
    ahead = tuple(_ahead(many, one) for stage in many.rubric.order for one in found.ahead if one.stage == stage)
    label = many.say("Still to come")
    last = (label, sum(one.decisions for one in found.ahead), sum(one.levels for one in found.ahead))
    counts = [(name, about, asked) for _, name, about, asked in rows] + ([last] if ahead else [])
    return PromiseCounts(
        title=title,
        lead=many.say(
            "A stage that a team plans is a promise. Once the stage has begun, you see here what came of it. "
            "None of this is a score: a promise can change for a good reason."
        ),
        rows=rows,
        ahead_label=label,
        ahead=ahead,
        ahead_told=many.say(
            "Promises for stages that have not begun: {parts}.",
            parts="; ".join(f"{one.name}: {one.words}" for one in ahead),
        )
        if ahead
        else "",
        table=Table(
            caption=title,
            head=(many.say("What came of it"), many.say("About who decides"), many.say("About how people are treated")),
            rows=tuple((name, str(about), str(asked)) for name, about, asked in counts),
        ),
        by_stage=Table(
            caption=many.say("The same promises, stage by stage"),
            head=(many.say("What came of it"), *map(many.stage, many.rubric.order)),
            rows=tuple(_promises_by_stage(many, found, rows, ahead, label)),
        ),
    )


def _ahead(many: Many, one: Ahead) -> PromisedAhead:
    count = one.decisions + one.levels
    return PromisedAhead(
        stage=one.stage,
        name=many.stage(one.stage),
        count=count,
        projects=one.projects,
        words=many.count(
            "{number} promise in {projects}",
            "{number} promises in {projects}",
            count,
            projects=_projects(many, one.projects),
        ),
    )


def _promises_by_stage(
    many: Many,
    found: OverTime,
    rows: Sequence[tuple[Kept, str, int, int]],
    ahead: Sequence[PromisedAhead],
    label: str,
) -> Iterator[tuple[str, ...]]:
    became = {stage: found.became(stage) for stage in many.rubric.order}
    for kept, name, *_ in rows:
        yield name, *(str(became[stage].get(kept, 0)) for stage in many.rubric.order)
    if ahead:
        counts = {one.stage: one.count for one in ahead}
        yield label, *(str(counts.get(stage, 0)) for stage in many.rubric.order)


def _actions(many: Many, found: OverTime) -> ActionCounts:
    title = many.say("Actions of the plans")
    order = (ActionStatus.DONE, ActionStatus.UNDER_WAY, ActionStatus.OPEN, ActionStatus.DROPPED)
    rows = tuple((one, many.label(one), found.actions.get(one, 0)) for one in order)
    told = rows if any(found.actions.values()) else ()
    return ActionCounts(
        title=title,
        lead=many.say("How far the actions are in the plan of each project that has answered more than once."),
        rows=told,
        table=Table(
            caption=title,
            head=(many.say("How far"), many.say("Actions")),
            rows=tuple((label, str(count)) for _, label, count in told),
        ),
    )


def told(many: Many, carried: Sequence[Carried]) -> tuple[PromiseTold, ...]:
    """Promises as sentences, in their order."""
    return tuple(_told(many, one) for one in carried)


def _told(many: Many, carried: Carried) -> PromiseTold:
    one, action = carried.promise, carried.action
    return PromiseTold(
        id=one.project,
        project=_typed(many, one.name, carried.language) or Typed(one.project),
        organisation=_typed(many, one.organisation, carried.language),
        about=many.place(one.about),
        kept=many.say(KEPT[one.kept]),
        sentences=tuple(_said(many, carried)),
        action=_note(many, action.text, carried.language) if action else None,
        carried=tuple(_parts(many, action, carried.language)) if action else (),
        missing="" if action else many.say("The plan of that time has no action about it."),
    )


def promised_told(many: Many, promised: Sequence[Promised]) -> tuple[PromisedTold, ...]:
    """What projects promise for a stage ahead, in their order."""
    return tuple(_promised_told(many, one) for one in promised)


def _promised_told(many: Many, promised: Promised) -> PromisedTold:
    of, language = promised.of, promised.language
    return PromisedTold(
        id=of.project,
        project=_typed(many, of.name, language) or Typed(of.project),
        organisation=_typed(many, of.organisation, language),
        day=many.say("Promised on {day}:", day=many.date(datetime.date.fromisoformat(of.day))),
        lines=tuple(_lines(many, promised)),
        actions=tuple(
            ActionTold(_note(many, one.text, language), (*_parts(many, one, language), _how_far(many, one)))
            for one in promised.actions
        ),
        missing="" if promised.actions else many.say("No action of the plan is about it yet."),
    )


def _lines(many: Many, promised: Promised) -> Iterator[tuple[str, str]]:
    """Who is to decide, and each level that is promised, as its sentence."""
    if promised.decision is not None:
        yield many.say("Who decides"), _kept(many, f"{promised.of.stage}.{DECISION}", promised.decision)
    for id_, level in promised.levels.items():
        item = many.rubric.item[id_]
        yield many.text(many.rubric.value[item.value].name), _kept(many, id_, str(level))


def _how_far(many: Many, action: Action) -> tuple[str, Typed]:
    return many.say("How far"), Typed(many.label(action.status))


def _parts(many: Many, action: Action, language: str | None) -> Iterator[tuple[str, Typed]]:
    """Who does it, by when, and what it needs: where the plan says so."""
    parts = {
        many.say("Who does it"): _note(many, action.owner, language),
        many.say("By"): Typed(many.date(action.by)) if action.by else None,
        many.say("What it needs"): _note(many, action.needs, language),
    }
    yield from ((name, said) for name, said in parts.items() if said)


def _typed(many: Many, text: str | None, language: str | None) -> Typed | None:
    return Typed.on_page(text, language, many.language) if text and text.strip() else None


def _note(many: Many, note: Note, language: str | None) -> Typed | None:
    """A part of an action, in the language it was written in."""
    if note.withheld or not note.text.strip():
        return None
    return Typed.on_page(note.text, note.lang or language, many.language)


def _said(many: Many, carried: Carried) -> Iterator[str]:
    one = carried.promise
    yield many.say(
        "Promised on {day}: {promise}",
        day=many.date(datetime.date.fromisoformat(one.earlier_day)),
        promise=_kept(many, one.about, one.promised),
    )
    yield many.say(
        "On {day}: {now}",
        day=many.date(datetime.date.fromisoformat(one.later_day)),
        now=_kept(many, one.about, one.now) if one.now is not None else many.say("nobody says how it is now."),
    )
    reason = many.rubric.reason.get(one.reason or "")
    if one.kept == Kept.CHANGED and reason:
        yield many.say("The reason given: {reason}.", reason=many.inside(many.text(reason.name)))


def _kept(many: Many, about: str, said: str) -> str:
    """A level as its sentence, or a step by its name."""
    if about_decision(about):
        return f"{many.step(said) or said}."
    levels = many.rubric.item[about].question.levels if about in many.rubric.item else {}
    return many.text(levels.get(int(said))) if int(said) in levels else many.of(int(said))
