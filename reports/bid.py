"""What two pages for a bid say: a choice out of the whole, in words and without a score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.core.terms import OFFERED, ConditionAnswer, Outcome, Presence, Status
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import ActionCard, ConditionRow, Pictures, Typed
from reports.changes import Change
from reports.promises import Promise, promises

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


def _names(reader: Reader, rows: Iterable[ConditionRow]) -> str:
    return reader.listed([reader.inside(row.name) for row in rows])


def _treated(reader: Reader, shown: Pictures) -> Iterable[TreatedStage]:
    """Stages in which something was answered, happened or promised."""
    rests_on = {one.stage: one.words for one in shown.evidence.stages}
    for row in shown.matrix.rows:
        levels = [reader.result.cells[cell.id].level for cell in row.cells]
        if not reader.live(row.id) or all(level is None for level in levels):
            continue
        yield TreatedStage(
            stage=row.name,
            planned=row.status == Status.PLANNED,
            cells=tuple(
                (
                    cell.value_name,
                    reader.text(reader.rubric.item[cell.id].question.levels[level])
                    if level is not None
                    else f"{cell.words}.",
                )
                for cell, level in zip(row.cells, levels, strict=True)
            ),
            rests_on=rests_on.get(row.id, ""),
        )


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
