"""What two pages for a bid say: a choice out of the whole, in words and without a score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.core.rubric import Item
from assessment.core.terms import OFFERED, ConditionAnswer, Outcome, Presence, Share, Status
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import ActionCard, ConditionRow, Pictures, SeenGroup, Typed
from reports.changes import Change
from reports.promises import Promise, promises

SAID = (Share.SOME, Share.MOST)
MISSED = (Presence.ASKED, Presence.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class TreatedStage:
    """How people are treated in one stage: a sentence or a word for each value, and what the answers rest on."""

    stage: str
    planned: bool
    cells: tuple[tuple[str, str], ...]
    """The name of a value, and the sentence that was chosen or the word that stands in for it."""
    rests_on: str


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of the duty to involve: its name, and how this project bears on it."""

    heading: str
    here: str


@dataclass(frozen=True, slots=True)
class Bid:
    """What the two pages say beyond the whole report's own parts."""

    people_see: Mapping[str, str]
    """By stage: how people who answered apart see who decides."""
    gaps: str
    """Where they see more or less of it than the team, read as language."""
    treated: tuple[TreatedStage, ...]
    promises: tuple[Promise, ...]
    plan: tuple[ActionCard, ...]
    """Actions that go on and carry no promise of their own."""
    more_actions: int
    changed: tuple[Change, ...]
    could_not: Change | None
    more_changes: int
    offered: tuple[ConditionRow, ...]
    not_offered: str
    not_known: str
    strengths: tuple[tuple[Typed, Typed | None], ...]
    more_strengths: int
    partners: tuple[Typed, ...]
    more_partners: int
    limbs: tuple[Limb, ...]
    shortened: bool
    """Whether anything that was typed is not printed whole."""


def bid(
    reader: Reader,
    shown: Pictures,
    changes: Sequence[Change],
    strengths: Sequence[tuple[Typed, Typed | None]],
    partners: Sequence[Typed],
) -> Bid:
    """Choose from what was printed what two pages say."""
    strong, others = [one for one in strengths if not one[0].withheld], [one for one in partners if not one.withheld]
    goes_on = [card for card in shown.plan.cards if card.goes_on]
    told = [card for card in goes_on if card.text and not card.text.withheld]
    promised = promises(reader, told)
    carries = [card for promise in promised for card in promise.actions]
    rows = shown.conditions.rows
    could_not = next((one for one in changes if one.outcome == Outcome.COULD_NOT), None)
    return Bid(
        people_see=_people_see(reader, shown),
        gaps=_gaps(reader, shown),
        treated=tuple(_treated(reader, shown)),
        promises=promised,
        plan=tuple(card for card in told if card not in carries),
        more_actions=len(goes_on) - len(told),
        changed=tuple(one for one in changes if one.outcome in (Outcome.CHANGED, Outcome.IN_PART)),
        could_not=could_not,
        more_changes=len(reader.assessment.changes) - len(changes),
        offered=tuple(row for row in rows if row.answer in OFFERED),
        not_offered=_names(reader, (row for row in rows if row.answer == ConditionAnswer.NO)),
        not_known=_names(reader, (row for row in rows if row.answer in ("", ConditionAnswer.DONT_KNOW))),
        strengths=tuple(strong),
        more_strengths=len(strengths) - len(strong),
        partners=tuple(others),
        more_partners=len(partners) - len(others),
        limbs=tuple(_limbs(reader, shown)),
        shortened="…" in reader.assessment.model_dump_json(),
    )


def _people(reader: Reader, shown: Pictures) -> SeenGroup | None:
    """The people the project is for, where enough of them answered apart."""
    return next((one for one in shown.seen.groups if one.id == reader.rubric.parameters.voices.people), None)


def _people_see(reader: Reader, shown: Pictures) -> Mapping[str, str]:
    people = _people(reader, shown)
    if people is None:
        return {}
    return {
        one.stage: reader.say(
            "People who answered apart ({how_many}) say: {shares}.",
            how_many=people.how_many,
            shares=reader.listed(
                [
                    f"{reader.inside(share.name)} ({reader.inside(share.label)})"
                    for share in one.shares
                    if share.share in SAID
                ]
            ),
        )
        for one in people.decisions
    }


def _gaps(reader: Reader, shown: Pictures) -> str:
    people = _people(reader, shown)
    if people is None:
        return ""
    found: dict[str, list[str]] = {}
    for cell in people.gaps:
        found.setdefault(cell.direction_label, []).append(cell.name)
    if not found:
        return reader.say("People who answered apart see it much as the team does.")
    return reader.joined(f"{direction}: {'; '.join(names)}." for direction, names in found.items())


def _names(reader: Reader, rows: Iterable[ConditionRow]) -> str:
    return reader.listed([reader.inside(row.name) for row in rows])


def _treated(reader: Reader, shown: Pictures) -> Iterable[TreatedStage]:
    """Stages in which something was answered, happened or promised."""
    rests_on = {one.stage: one.words for one in shown.evidence.stages}
    for row in shown.matrix.rows:
        items = [item for item in reader.rubric.items if item.stage == row.id]
        if not reader.live(row.id) or all(reader.result.cells[item.id].level is None for item in items):
            continue
        yield TreatedStage(
            stage=row.name,
            planned=row.status == Status.PLANNED,
            cells=tuple((reader.text(reader.rubric.value[item.value].name), _answer(reader, item)) for item in items),
            rests_on=rests_on.get(row.id, ""),
        )


def _answer(reader: Reader, item: Item) -> str:
    cell = reader.result.cells[item.id]
    if cell.level is None:
        return f"{reader.inside(reader.label(cell.state))}."
    return reader.text(item.question.levels[cell.level])


def _limbs(reader: Reader, shown: Pictures) -> Iterable[Limb]:
    """The limbs of the duty, for a kind of organisation that it binds."""
    law, kind = reader.rubric.law, reader.assessment.project.kind
    if law is None or kind not in law.bound:
        return
    here = {"involve": _who_decides(reader), "reflect": _who_is_missing(reader, shown)}
    for passage in law.passages:
        if passage.limb and kind in passage.kinds:
            yield Limb(reader.text(passage.heading), here[passage.limb])


def _who_decides(reader: Reader) -> str:
    """The stages in each band, read as language."""
    found = []
    for id_, band in reader.rubric.band.items():
        stages = [reader.inside(reader.stage(s)) for s in reader.rubric.order if reader.result.stages[s].band == id_]
        if stages:
            found.append(f"{reader.text(band.name)}: {reader.listed(stages)}.")
    return reader.joined(found) or reader.say("Who decides is not known yet.")


def _who_is_missing(reader: Reader, shown: Pictures) -> str:
    """Who was asked or not reached anywhere, and whether the team says how it knows who lives there."""
    part = shown.taking_part
    missed = [row for row in part.rows if any(cell.presence in MISSED for cell in row.cells)]
    names = [row.typed.text if row.typed else reader.inside(row.name) for row in missed]
    told = reader.say(
        "In one stage or more asked but not there, or not reached: {groups}.", groups=reader.listed(names)
    )
    if not part.rows:
        told = reader.say("The team does not say who took part and who was missing.")
    elif not missed:
        told = reader.say("Nobody is named as asked or not reached.")
    return reader.joined([told, "" if part.population else part.population_missing])
