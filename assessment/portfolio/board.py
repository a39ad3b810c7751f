"""The report over many projects, for a board or a scrutiny committee: what the pages say, put on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Final

from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.portfolio.barriers import Wanted, barrier_reasons
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.listing import PAGE, Listed
from assessment.core.portfolio.mix import Mix
from assessment.core.portfolio.over_time import Since
from assessment.core.portfolio.portrait import bands_apart
from assessment.core.rubric import Rubric
from assessment.core.terms import Presence, Standing
from assessment.pictures.portfolio.barriers import BarrierCard, BarriersPicture, barriers, card
from assessment.pictures.portfolio.looked_at import looked_at
from assessment.pictures.portfolio.named import Named
from assessment.pictures.portfolio.over_time import OverTimePicture, over_time, promised_told
from assessment.pictures.portfolio.overview import OverviewPicture, overview
from assessment.pictures.portfolio.reach import ReachPicture, reach
from assessment.pictures.portfolio.reasons import Reasons, reasons
from assessment.pictures.portfolio.when import written_day
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Table, Typed
from assessment.portfolio.over_time import promised
from assessment.portfolio.rubrics import rubric_named
from assessment.store import Store
from assessment.store.portfolio import barriers as barrier_rows
from assessment.store.portfolio import over_time as over_time_rows
from assessment.store.portfolio import overview as overview_rows
from assessment.store.portfolio import projects
from assessment.store.portfolio import reach as reach_rows
from assessment.store.portfolio.mixing import mix
from reports.board import Bar, Bars, Board, Curve, Entry, Saying, Section, Slice, Spreads

PROJECTS: Final = 120
"""Projects that go to the appendix at most; paper has room for fewer."""
BARRIERS: Final = 12
"""Barriers that are told one by one."""
PROMISES: Final = 6
"""Promises to come that are told one by one; of more than these, only the numbers."""
NAMED: Final = 3
"""So many of those who could remove barriers, and of the groups that were not reached, stand in the summary."""
NOTHING = Fault(
    "",
    Message(N_("There is no project to report on.")),
    Message(N_("Bring assessments in first, or take a filter away.")),
)


@dataclass(frozen=True)
class _Found:
    """Everything that is said of a cut, in one language."""

    many: Many
    overview: OverviewPicture
    reasons: Reasons | None
    barriers: BarriersPicture
    reach: ReachPicture
    over_time: OverTimePicture
    repeats: int


def board(store: Store, cut: Cut, language: str, *, on: date) -> Board:
    """The report of a cut, in `cy` or `en`, on a day. BadInput where the cut has no project that can be compared."""
    cut, rubric = _readable(store, cut)
    here, everything = mix(store, cut), mix(store, Cut(rubric=cut.rubric, drafts=cut.drafts))
    if not here.compared:
        raise BadInput(NOTHING)
    named = Named(rubric, language)
    told = looked_at(rubric, cut, here, everything, language)
    found = _found(store, cut, rubric, named, here, told.beside)
    elsewhere = sum(number for name, number in mix(store, Cut()).by("rubric").items() if name != cut.rubric)
    return Board(
        language=language,
        title=named.count(
            "How {number} project works with people", "How {number} projects work with people", here.compared
        ),
        date=named.date(on),
        iso_date=on.isoformat(),
        looked_at=tuple(_looked_at(named, told.projects, told.unlike, told.drafts, elsewhere)),
        rule=named.text(rubric.reading_rule),
        short=tuple(_short(found)),
        sections=tuple(_sections(store, cut, rubric, found)),
        appendix=named.say("Project by project"),
        appendix_lead=named.say("Each by its latest assessment, in the order of their names."),
        entries=tuple(_entries(store, cut, named)),
        total=here.compared + here.first_looks,
        draft=bool(here.drafts),
    )


def _readable(store: Store, cut: Cut) -> tuple[Cut, Rubric]:
    """The cut on the rubric it names; on the one that most projects have, where it names none."""
    by = mix(store, replace(cut, rubric="")).by("rubric")
    name = cut.rubric or str(next(iter(by), ""))
    rubric = rubric_named(store, name)
    if rubric is None:
        raise BadInput(NOTHING)
    return replace(cut, rubric=name), rubric


def _found(store: Store, cut: Cut, rubric: Rubric, named: Named, here: Mix, beside: str) -> _Found:
    language = named.language
    counted = overview_rows.overview(
        store, cut, stages=rubric.order, values=rubric.columns, apart=bands_apart(rubric), groups=NAMED
    )
    changed = over_time_rows.over_time(store, rubric, cut, Since.LAST)
    return _Found(
        many=named,
        overview=overview(rubric, counted, language, beside=beside),
        reasons=reasons(rubric, counted, language),
        barriers=barriers(rubric, barrier_rows.barriers(store, cut, barrier_reasons(rubric)), language),
        reach=reach(named, reach_rows.reach(store, cut)),
        over_time=over_time(named, changed, here.compared),
        repeats=changed.projects,
    )


def _looked_at(named: Named, projects: str, unlike: tuple[str, ...], drafts: str, elsewhere: int) -> Iterator[str]:
    yield f"{projects[:1].upper()}{projects[1:].rstrip('.')}."
    yield named.say("Each project stands here by its latest assessment that its team submitted and shared.")
    if unlike:
        yield named.say("These projects are not all alike, so compare with care. {parts}.", parts=". ".join(unlike))
    if drafts:
        yield drafts
    if elsewhere:
        yield named.count(
            "{number} project answered another set of questions and is left out.",
            "{number} projects answered another set of questions and are left out.",
            elsewhere,
        )


def _short(found: _Found) -> Iterator[str]:
    many = found.many
    if found.overview.standings:
        decided = [
            f"{stage.name}: {number}"
            for stage in found.overview.standings.stages
            for number in (sum(one.now for one in stage.counts if one.standing == Standing.WITH.value),)
        ]
        yield many.say("Deciding with people now, in so many projects: {parts}.", parts="; ".join(decided))
    if found.reasons:
        yield found.reasons.told[0]
    yield found.barriers.told
    if removers := found.barriers.removers[:NAMED]:
        who = [f"{row.name.text} ({row.count})" for row in removers]
        yield many.say("Who could remove them, as teams name them most often: {who}.", who=many.listed(who))
    if missed := found.overview.reaching.lines[:NAMED]:
        groups = [f"{many.inside(name)} ({number})" for name, number in missed]
        yield many.say("Named most often as not reached: {groups}.", groups=many.listed(groups))
    promises = found.over_time.promises
    if promises.table.rows:
        came = [(label, first + second) for _, label, first, second in promises.rows]
        ahead = [(promises.ahead_label, sum(one.count for one in promises.ahead))] if promises.ahead else []
        said = [f"{many.inside(label)} {number}" for label, number in (*came, *ahead)]
        yield many.say("What came of promises: {parts}.", parts="; ".join(said))
    yield found.overview.answering.people


def _sections(store: Store, cut: Cut, rubric: Rubric, found: _Found) -> Iterator[Section]:
    many = found.many
    if standings := found.overview.standings:
        rows = tuple(
            Bar(stage.name, tuple(Slice(one.standing, one.label, one.now) for one in stage.counts))
            for stage in standings.stages
        )
        lead = many.say("Each number is how many projects stand there now. What is only planned is in the table.")
        yield Section("stages", standings.title, (lead,), bars=Bars(standings.alt, rows), tables=(standings.table,))
    if why := found.reasons:
        yield Section(
            "reasons",
            why.title,
            why.told,
            tables=(why.table,),
            notes=tuple(one for one in (why.how, *why.notes) if one),
        )
    spreads = found.overview.spreads
    curves = tuple(Curve(row.name, row.words, row.counts, row.lower, row.median, row.upper) for row in spreads.rows)
    mark = many.say("The bracket holds the middle half of the projects, and the triangle is the one in the middle.")
    yield Section(
        "values",
        spreads.title,
        (spreads.lead, mark),
        spreads=Spreads(spreads.alt, spreads.lowest, spreads.highest, curves),
        tables=(spreads.table,),
        notes=tuple(one for one in (spreads.beside, found.overview.answering.people) if one),
    )
    yield _barriers(store, cut, rubric, found)
    told = (*found.reach.told, found.reach.population)
    yield Section(
        "reach",
        found.reach.title,
        tuple(one for one in told if one),
        tables=(_not_reached(many, found.reach),),
        notes=found.reach.left_out,
    )
    yield _changed(store, cut, rubric, found)
    yield _method(many)


def _not_reached(many: Many, picture: ReachPicture) -> Table:
    """Only who was not reached: all that the page tells of each group would not go on one page of paper."""
    rows = (
        (row.name, *(str(dict(cell.counts).get(Presence.NOT_REACHED, 0)) for cell in row.cells)) for row in picture.rows
    )
    return Table(
        caption=many.say("Not reached, in how many projects"),
        head=(many.say("Group"), *(name for _, name, _ in picture.stages)),
        rows=tuple(row for row in rows if any(cell != "0" for cell in row[1:])),
    )


def _changed(store: Store, cut: Cut, rubric: Rubric, found: _Found) -> Section:
    """What came of promises, and then what has changed; the promises to come one by one, where they are few."""
    many, changed = found.many, found.over_time
    promises = changed.promises
    stages = changed.moves.stages if changed.moves and found.repeats else ()
    few = sum(one.projects for one in promises.ahead) <= PROMISES
    ahead = _ahead(store, cut, rubric, many, [one.stage for one in promises.ahead]) if few else ()
    return Section(
        "over-time",
        many.say("Promises and change"),
        (promises.lead, *((promises.ahead_told,) if promises.ahead_told else ()), changed.lead),
        tables=(
            promises.table,
            promises.by_stage,
            *((changed.levels.table, changed.actions.table) if found.repeats else ()),
        ),
        sayings=(*ahead, *(Saying(one.name, " ".join(one.sentences)) for one in stages if one.sentences)),
    )


def _ahead(store: Store, cut: Cut, rubric: Rubric, many: Many, stages: Sequence[str]) -> Iterator[Saying]:
    """What each project promises for a stage that has not begun, with the actions of its plan about it."""
    for stage in stages:
        some = over_time_rows.ahead(store, rubric, cut, stage, most=PROMISES)
        for one in promised_told(many, list(promised(store, some))):
            facts = (one.organisation.text if one.organisation else "", many.stage(stage), one.in_short)
            yield Saying(
                one.project.text,
                " · ".join(fact for fact in facts if fact),
                tuple(action.text for action in one.actions if action.text and not action.text.withheld),
            )


def _barriers(store: Store, cut: Cut, rubric: Rubric, found: _Found) -> Section:
    many, picture = found.many, found.barriers
    _, some = barrier_rows.one_by_one(store, cut, Wanted(), most=BARRIERS)
    cards = [card(rubric, one, many.language) for one in some]
    sayings = tuple(
        Saying(
            one.where,
            " · ".join((one.name.text, *one.facts, *_remover(many, one))),
            (one.note,) if one.note and not one.note.withheld else (),
        )
        for one in cards
    )
    return Section(
        "barriers",
        picture.title,
        (picture.told, *((picture.answered,) if picture.removers else ())),
        tables=(picture.reasons,),
        sayings=sayings,
        notes=tuple(one for one in (picture.incomplete,) if one),
    )


def _remover(many: Many, one: BarrierCard) -> tuple[str, ...]:
    return (f"{many.say('Who could remove it:')} {one.remover.text}",) if one.remover else ()


def _method(many: Many) -> Section:
    return Section(
        "method",
        many.say("How this was made"),
        (
            many.say("Teams answered for themselves, some together with the people their project is for."),
            many.say(
                "Projects are counted and set beside each other, never ranked, and there is no overall score. First "
                "looks, community-led projects and partnerships are not in the charts of the values."
            ),
            many.say(
                "Answers of fewer than five people, and groups that could point to somebody in a small place, are in "
                "no figure of this report."
            ),
        ),
    )


def _entries(store: Store, cut: Cut, named: Named) -> Iterator[Entry]:
    for first in range(0, PROJECTS, PAGE):
        listing = projects.listed(store, cut, order="name", first=first)
        for one in islice(listing.rows, PROJECTS - first):
            yield Entry(Typed(one.name), " · ".join(_facts(named, one)), tuple(_lines(named, one)))
        if first + PAGE >= listing.total:
            return


def _facts(named: Named, one: Listed) -> Iterator[str]:
    if one.organisation:
        yield one.organisation
    if one.kind:
        yield named.value("kind", one.kind)
    yield written_day(named, one.day)
    if one.draft:
        yield named.say("Draft")


def _lines(named: Named, one: Listed) -> Iterator[tuple[str, str]]:
    rubric, language = named.rubric, named.language
    for stage in rubric.order:
        if (said := one.stages.get(stage)) is None:
            continue
        step = rubric.step.get(said.decision or "")
        parts = [named.how_far(said.status)]
        if step:
            parts.append(named.inside(named.text(step.name)))
        standing = rubric.label("standing", said.standing, language)
        if standing.casefold() not in (part.casefold() for part in parts):
            parts.append(named.inside(standing))
        yield named.stage(stage), "; ".join(parts)
