"""What changed because of people, and what could not."""

from dataclasses import dataclass

from assessment.core.assessment import ChangeMade
from assessment.core.terms import Outcome
from assessment.pictures.forward import BRIEF
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Typed


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was heard, and what came of it."""

    date: str
    heard: Typed | None
    outcome: str
    label: str
    changed: Typed | None
    why: Typed | None
    told: Typed | None
    evidence: Typed | None
    brief: bool


def changes(reader: Reader) -> tuple[Change, ...]:
    """What may be printed of what changed because of people, in the order of its outcome."""
    order = {outcome: at for at, outcome in enumerate(Outcome)}
    printed = [one for one in reader.assessment.changes if one.may_print and not one.withheld]
    ordered = sorted(printed, key=lambda one: order[one.outcome] if one.outcome else len(order))
    return tuple(_change(reader, one) for one in ordered)


def _change(reader: Reader, one: ChangeMade) -> Change:
    return Change(
        date=reader.date(one.date),
        heard=reader.typed(one.heard),
        outcome=one.outcome or "",
        label=reader.label(one.outcome) if one.outcome else reader.say("Not said yet"),
        changed=reader.typed(one.changed),
        why=reader.typed(one.why),
        told=reader.typed(one.told),
        evidence=reader.typed(one.evidence),
        brief=all(len(note.text) <= BRIEF for note in (one.heard, one.changed, one.why, one.told, one.evidence)),
    )
