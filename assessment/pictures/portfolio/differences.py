"""Where a few projects differ, in sentences: by their letters, in order, and without any rank."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.core.portfolio.comparing import grouped
from assessment.core.portfolio.portrait import bands_apart
from assessment.core.rubric import Rubric
from assessment.core.terms import Evidence, MadeBy, Presence, Standing, Status
from assessment.pictures.portfolio.sides import Lettered, listed_letters
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Pictures

FAR = 2
"""From how many levels apart an answer is told as a difference."""
LINES = 5
"""Sentences of one topic; what is more is counted, and stands in the tables."""
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one topic."""

    id: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class _Beside:
    """What a difference is read from."""

    many: Many
    some: Sequence[Lettered]
    shown: Sequence[Pictures]

    def letters(self, some: Sequence[Lettered]) -> str:
        return listed_letters(some, self.many.language)


def differences(many: Many, some: Sequence[Lettered], shown: Sequence[Pictures]) -> tuple[Told, ...]:
    """The differences by topic, in the order of the tables; a topic in which nothing can be said is left out."""
    beside, first = _Beside(many, some, shown), shown[0]
    found = (
        ("spectrum", first.spectrum.title if first.spectrum else "", _decisions(beside)),
        ("values", first.values.title, _levels(beside)),
        ("evidence", first.evidence.title, _evidence(beside)),
        ("taking-part", first.taking_part.title, _groups(beside)),
        ("conditions", first.conditions.title, _conditions(beside)),
    )
    return tuple(Told(id_, title, told) for id_, title, sentences in found if (told := tuple(sentences)))


def _decisions(beside: _Beside) -> Iterator[str]:
    """A sentence a stage: who decides with people, for them or without asking, and what stands behind it."""
    many, same = beside.many, []
    for stage in many.rubric.order:
        places = grouped(beside.some, lambda one, stage=stage: _place(one, stage))  # type: ignore[misc]
        if len(places) == 1:
            same.append(many.stage(stage))
            continue
        told = "; ".join(_decides(beside, key, group) for key, group in places.items())
        yield many.say("{stage}: {status}.", stage=many.stage(stage), status=told)
    if same:
        yield many.say("Here they all say the same of who decides: {stages}.", stages=many.listed(same))


def _place(one: Lettered, stage: str) -> Key:
    """What a stage says of who decides: by the marks of its band, as a plan or as it is, with the reason behind it."""
    found, rubric = one.profile.result.stages[stage], one.profile.rubric
    if found.status == Status.NOT_STARTED:
        return ("not_started",)
    if one.made_by is not MadeBy.BOTH:
        return (found.standing.value,)
    if found.band is None:
        return ("unknown",)
    reason = one.profile.assessment.stage(stage).reason or ""
    behind = reason if found.standing in (Standing.REASON_GIVEN, Standing.BARRIER) and reason in rubric.reason else ""
    return (
        "plans" if found.status == Status.PLANNED else "decides",
        _manner(rubric, found.band),
        found.standing.value,
        behind,
    )


def _manner(rubric: Rubric, band: str) -> str:
    """How it is decided in a band, by its marks."""
    if rubric.band[band].shared:
        return "with"
    return "apart" if band in bands_apart(rubric) else "for"


def _decides(beside: _Beside, key: Key, group: Sequence[Lettered]) -> str:
    many, who, number = beside.many, beside.letters(group), len(group)
    sentences = {
        ("not_started",): many.count("{who} has not started", "{who} have not started", number, who=who),
        ("unknown",): many.count("{who} does not say who decides", "{who} do not say who decides", number, who=who),
        (Standing.COMMUNITY_LED.value,): many.count(
            "{who} is led by the community", "{who} are led by the community", number, who=who
        ),
        (Standing.PARTNERSHIP.value,): many.count(
            "{who} is a partnership of organisations", "{who} are partnerships of organisations", number, who=who
        ),
        ("decides", "with"): many.count("{who} decides with people", "{who} decide with people", number, who=who),
        ("decides", "for"): many.count("{who} decides for people", "{who} decide for people", number, who=who),
        ("decides", "apart"): many.count(
            "{who} decides without asking people", "{who} decide without asking people", number, who=who
        ),
        ("plans", "with"): many.count(
            "{who} plans to decide with people", "{who} plan to decide with people", number, who=who
        ),
        ("plans", "for"): many.count(
            "{who} plans to decide for people", "{who} plan to decide for people", number, who=who
        ),
        ("plans", "apart"): many.count(
            "{who} plans to decide without asking people", "{who} plan to decide without asking people", number, who=who
        ),
    }
    told = sentences[key[:2]]
    if len(key) > 2 and key[3]:
        standing = many.inside(many.label(Standing(key[2])))
        return f"{told} ({standing}: {many.inside(many.text(many.rubric.reason[key[3]].name))})"
    return told


def _levels(beside: _Beside) -> Iterator[str]:
    """The answers that are two levels or more apart, the widest first; of full assessments by people and organisations.

    The levels of the others stand in the tables, beside these.
    """
    many, apart, common = beside.many, [], 0
    for item in many.rubric.items:
        levels = {
            one.letter: level
            for one in beside.some
            if one.compared
            and one.reader.achieved(item.stage)
            and item.id in one.profile.result.cells
            and (level := one.profile.result.cells[item.id].level) is not None
        }
        if len(levels) > 1:
            common += 1
            width = max(levels.values()) - min(levels.values())
            if width >= FAR:
                apart.append((width, item, levels))
    if not common:
        yield many.say("Too few questions are answered by more than one of them to say where they differ.")
        return
    if not apart:
        yield many.say("No two answers to the same question are more than one level apart.")
        return
    for _, item, levels in sorted(apart, key=lambda one: -one[0])[:LINES]:
        same = grouped(
            [one for one in beside.some if one.letter in levels],
            lambda one, levels=levels: levels[one.letter],  # type: ignore[misc]
        )
        told = "; ".join(f"{beside.letters(group)} {many.of(level)}" for level, group in same.items())
        yield many.say("{stage}: {status}.", stage=many.question(item), status=told)
    if (more := len(apart) - LINES) > 0:
        yield many.count(
            "{number} more question is two levels or more apart. It stands in the tables below.",
            "{number} more questions are two levels or more apart. They stand in the tables below.",
            more,
        )


def _evidence(beside: _Beside) -> Iterator[str]:
    """How many answers of each rest on a record or on people's word."""
    many, told = beside.many, []
    for one, shown in zip(beside.some, beside.shown, strict=True):
        counts: Counter[str] = Counter()
        for stage in shown.evidence.stages:
            counts.update({count.grade: count.number for count in stage.counts})
        answered = sum(counts.values())
        if answered:
            strong = sum(number for grade, number in counts.items() if not Evidence(grade).weak)
            told.append(
                many.say("{letter} {number} of {answered}", letter=one.letter, number=strong, answered=answered)
            )
    if len(told) > 1:
        yield many.say("Answers on record or confirmed by people: {told}.", told="; ".join(told))


def _groups(beside: _Beside) -> Iterator[str]:
    """Groups who took part in one project and were missed in another; only of rows that may be shown."""
    many, lines = beside.many, []
    said = [
        {row.group: {cell.presence for cell in row.cells} for row in shown.taking_part.rows if not row.typed}
        for shown in beside.shown
    ]
    for group in many.rubric.groups:
        here = [(one, rows[group.id]) for one, rows in zip(beside.some, said, strict=True) if group.id in rows]
        took = [one for one, found in here if Presence.TOOK_PART in found]
        missed = [one for one, found in here if Presence.TOOK_PART not in found and found & _MISSED]
        if took and missed:
            told = many.say(
                "took part in {some}, not yet in {others}", some=beside.letters(took), others=beside.letters(missed)
            )
            lines.append(many.say("{stage}: {status}.", stage=many.text(group.name), status=told))
    yield from lines[:LINES]
    if (more := len(lines) - LINES) > 0:
        yield many.count(
            "{number} more group took part in some and not in others.",
            "{number} more groups took part in some and not in others.",
            more,
        )


_MISSED = {Presence.ASKED, Presence.NOT_REACHED}


def _conditions(beside: _Beside) -> Iterator[str]:
    """Conditions that were answered in different ways; who says nothing is left out."""
    many, lines = beside.many, []
    rows: list[Mapping[str, str]] = [
        {row.id: row.label for row in one.conditions.rows if row.answer} for one in beside.shown
    ]
    for condition in many.rubric.conditions:
        said = {
            one.letter: row[condition.id] for one, row in zip(beside.some, rows, strict=True) if condition.id in row
        }
        if len(set(said.values())) > 1:
            same = grouped(
                [one for one in beside.some if one.letter in said],
                lambda one, said=said: said[one.letter],  # type: ignore[misc]
            )
            told = "; ".join(f"{beside.letters(group)} {many.inside(label)}" for label, group in same.items())
            lines.append(many.say("{stage}: {status}.", stage=many.text(condition.name), status=told))
    yield from lines[:LINES]
    if (more := len(lines) - LINES) > 0:
        yield many.count(
            "{number} more condition was answered in different ways.",
            "{number} more conditions were answered in different ways.",
            more,
        )
