"""What of an assessment a report prints, and no more: the form it is rendered from, and that goes with it as data.

It is the shared form (docs/scoring.md, section 11) without the texts that the chosen layout leaves out. What
the form of the form would be is the form itself, so that a report can be made again from its own data.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from assessment import answers_file
from assessment.core.assessment import (
    Action,
    Answer,
    Aside,
    Assessment,
    ChangeMade,
    Condition,
    CountedGroup,
    Reflection,
    Shown,
    Stage,
    Strength,
    Success,
    TakingPart,
)
from assessment.core.facts import lies_in
from assessment.core.fields import NOT_APPLICABLE, NOTHING, Note
from assessment.core.reading import read
from assessment.core.result import Result
from assessment.core.rubric import Rubric
from assessment.core.shared import NOTE_WITHHELD, change_kept_back, kept_back, row_kept_back, shared_form, stubs_last
from assessment.core.terms import LIVE, OFFERED, ActionStatus, Outcome, Presence, Status
from reports.choice import Choice
from reports.letters import cleaned_tree


@dataclass(frozen=True)
class Room:
    """How much of what people typed two pages hold: characters of a text, rows of a list."""

    size: int
    """How small the letters are: 0 for the largest."""
    parted: bool
    """Whether what changed begins the second page; else it follows where the first part ends."""
    holds: int
    """About how many characters two pages have, by experience: with more they are not even laid out."""
    name: int
    about: int
    reason: int
    short: int
    change: int
    parts: int
    changed: int
    actions: int
    rows: int

    @property
    def texts(self) -> tuple[int, ...]:
        """The lengths that two rooms have in common where the same is typed in them, in letters of another size."""
        return (self.name, self.about, self.reason, self.short, self.change, self.parts, self.actions, self.rows)


_WIDE: Final = Room(
    size=0,
    parted=True,
    holds=6_700,
    name=120,
    about=420,
    reason=300,
    short=140,
    change=230,
    parts=3,
    changed=3,
    actions=6,
    rows=6,
)
_SMALL: Final = replace(_WIDE, size=3, holds=13_000)
_SHORT: Final = replace(_SMALL, parted=False, about=260, reason=180, short=90, change=140, parts=2, actions=4, rows=4)
ROOMS: Final = (
    _WIDE,
    replace(_WIDE, size=1, holds=8_600),
    replace(_WIDE, size=2, holds=9_700),
    _SMALL,
    replace(_SMALL, parted=False),
    _SHORT,
    replace(_SHORT, name=70, about=150, reason=100, short=60, change=90, parts=1, actions=3, rows=3),
    replace(_SHORT, name=50, about=60, reason=40, short=30, change=44, parts=1, actions=2, rows=2),
)
"""From what nearly every project fits in to what always fits; the first that fits is taken."""


def classes(room: int) -> str:
    """The names under which the style sheet knows a room."""
    found = ROOMS[room]
    return f" size-{found.size}" + (" parted" if found.parted else "")


def printed_forms(
    rubric: Rubric, assessment: Assessment, result: Result, choice: Choice, room: int | None = None
) -> Iterator[tuple[Assessment, int]]:
    """What a layout prints, and the number of the room; of a bid one form after the other, each with less room.

    Where the number is known already, only the form with that room.
    """
    whole = printed_form(rubric, _clean(rubric, assessment), result, choice)
    if choice.layout_of(assessment) != "bid":
        yield whole, 0
        return
    for at in range(len(ROOMS)) if room is None else [room]:
        yield bid_form(rubric, whole, ROOMS[at]), at


def _clean(rubric: Rubric, assessment: Assessment) -> Assessment:
    """The same without the characters that a report cannot print, so that its data has what its pages have."""
    tree = answers_file.plain(assessment)
    clean = cleaned_tree(tree)
    return assessment if clean == tree else read(clean, rubric)


def printed_form(rubric: Rubric, assessment: Assessment, result: Result, choice: Choice) -> Assessment:
    """What the whole report prints."""
    told = shared_form(assessment, result, rubric, notes=choice.notes and choice.layout == "full", barriers=True)
    live = [stage for stage in rubric.order if result.stages[stage].status in LIVE]
    raised = {(one.code, one.where) for one in result.challenges}
    answers = "answers" not in choice.leave_out and choice.layout == "full"
    return told.model_copy(
        update={
            "stages": {id_: one for id_, one in told.stages.items() if one.status is not Status.NOT_STARTED},
            "answers": {
                id_: _told_of(one) if answers else _silent(one)
                for id_, one in told.answers.items()
                if not rubric.order or rubric.item[id_].stage in live
            },
            "conditions": {id_: _cost(one) for id_, one in told.conditions.items()},
            "taking_part": tuple(_where(row, live or list(rubric.order)) for row in told.taking_part),
            "strengths": tuple(one for one in told.strengths if one.what.given),
            "success": () if "success" in choice.leave_out else tuple(filter(_says_something, told.success)),
            "reflection": Reflection() if "reflection" in choice.leave_out else told.reflection,
            "replies": ()
            if "challenges" in choice.leave_out
            else tuple(one for one in told.replies if (one.code, one.where) in raised),
        }
    )


def _silent(answer: Answer) -> Answer:
    return answer.model_copy(update={"note": kept_back(answer.note), "why": kept_back(answer.why)})


def _told_of(answer: Answer) -> Answer:
    """A note stands beside an answer, and a reason where a question does not apply; neither by itself."""
    if answer.level is None:
        return _silent(answer)
    return answer if answer.level == NOT_APPLICABLE else answer.model_copy(update={"why": kept_back(answer.why)})


def _says_something(success: Success) -> bool:
    return success.who.given and (success.before.given or success.after.given)


def _cost(condition: Condition) -> Condition:
    """What a condition costs is printed where it is offered."""
    return condition if condition.answer in OFFERED else condition.model_copy(update={"cost": NOTHING})


def _where(row: TakingPart, stages: list[str]) -> TakingPart:
    return row.model_copy(update={"where": {id_: one for id_, one in row.where.items() if id_ in stages}})


def bid_form(rubric: Rubric, printed: Assessment, room: Room) -> Assessment:
    """What two pages print of what the whole report would: texts are shortened, and further rows become stubs."""
    project, sitting = printed.project, printed.assessment
    planned = [id_ for id_, stage in printed.stages.items() if stage.status is Status.PLANNED]
    changed, chosen = _changed(printed, room), _chosen(printed, planned, room)
    return printed.model_copy(
        update={
            "project": project.model_copy(
                update={
                    **{name: cut(getattr(project, name), room.name) for name in ("name", "organisation", "place")},
                    **{name: _cut(getattr(project, name), room.about) for name in ("about", "open", "fixed")},
                    "reference": cut(project.reference, room.short),
                }
            ),
            "assessment": sitting.model_copy(
                update={"title": "", "shown_to_people": _shown(sitting.shown_to_people, room)}
            ),
            "context": printed.context.model_copy(
                update={"how_we_know_who_lives_here": _cut(printed.context.how_we_know_who_lives_here, room.reason)}
            ),
            "stages": {id_: _stage(stage, room) for id_, stage in printed.stages.items()},
            "conditions": {
                id_: one.model_copy(update={"cost": _cut(one.cost, room.short)})
                for id_, one in printed.conditions.items()
            },
            "taking_part": _groups(rubric, printed.taking_part, room),
            "strengths": tuple(_strength(one, at < room.rows, room) for at, one in enumerate(printed.strengths)),
            "partners": tuple(
                _cut(one, room.short) if at < room.rows else kept_back(one) for at, one in enumerate(printed.partners)
            ),
            "success": (),
            "counted": _counted(rubric, printed.counted),
            "changes": tuple(
                _change(one, room) if at in changed else change_kept_back(one) for at, one in _all(printed)
            ),
            "reflection": Reflection(),
            "actions": tuple(
                _action(one, room) if at in chosen else _stub(one) for at, one in enumerate(printed.actions)
            ),
            "replies": (),
        }
    )


def cut(text: str, length: int) -> str:
    """The beginning of a text in one line, at a word if it has any, at most as long as so many ordinary letters."""
    line = " ".join(text.split())
    taken = accumulate(_breadth(letter) for letter in line)
    end = next((at for at, broad in enumerate(taken) if broad > length), None)
    if end is None:
        return line
    at = line.rfind(" ", 0, end)
    return line[: at if at > end // 2 else end - 1].rstrip() + "…"


def _breadth(letter: str) -> float:
    """How broad a letter is beside an ordinary one, about."""
    if letter in "WMŴ":
        return 1.9
    if letter.isupper():
        return 1.35
    return 2.3 if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So" else 1.0


def _cut(note: Note, length: int) -> Note:
    return note if note.withheld else note.model_copy(update={"text": cut(note.text, length)})


def _shown(shown: Shown | None, room: Room) -> Shown | None:
    if shown is None:
        return None
    return shown.model_copy(update={"how": _cut(shown.how, room.short), "said": _cut(shown.said, room.reason)})


def _stage(stage: Stage, room: Room) -> Stage:
    return stage.model_copy(
        update={
            "reason_note": _cut(stage.reason_note, room.reason),
            "who_could_remove_it": _cut(stage.who_could_remove_it, room.short)
            if stage.reason or stage.reason_note.given
            else kept_back(stage.who_could_remove_it),
            "parts": tuple(_part(one, at < room.parts, room) for at, one in enumerate(stage.parts)),
        }
    )


def _part(part: Aside, stays: bool, room: Room) -> Aside:
    what = _cut(part.what, room.short) if stays else kept_back(part.what)
    return part.model_copy(update={"what": what, "reason_note": kept_back(part.reason_note)})


def _groups(rubric: Rubric, rows: tuple[TakingPart, ...], room: Room) -> tuple[TakingPart, ...]:
    """Groups that the team named itself are shortened.

    What is too much, then has a name twice, or of which no stage says anything, becomes a stub.
    """
    found: list[TakingPart] = []
    labels: set[str] = set()
    for row in rows:
        if row.group not in rubric.group or not rubric.group[row.group].labelled:
            found.append(row)
            continue
        label = cut(row.label, room.short // 2)
        named = any(presence != Presence.DONT_KNOW for presence in row.where.values())
        if not named or label in labels or len(labels) == room.rows:
            found.append(row_kept_back(row))
        else:
            labels.add(label)
            found.append(row.model_copy(update={"label": label}))
    return stubs_last(found)


def _counted(rubric: Rubric, counted: Mapping[str, CountedGroup]) -> dict[str, CountedGroup]:
    """What the people the project is for say beside the team: who decides, and where they see it differently."""
    people = rubric.parameters.voices.people
    return {
        id_: group.model_copy(update={"cells": {id_: cell for id_, cell in group.cells.items() if cell.direction}})
        for id_, group in counted.items()
        if id_ == people
    }


def _strength(strength: Strength, stays: bool, room: Room) -> Strength:
    if not stays:
        return Strength(what=NOTE_WITHHELD)
    return Strength(what=_cut(strength.what, room.short), whose=_cut(strength.whose, room.short // 2))


def _all(printed: Assessment) -> list[tuple[int, ChangeMade]]:
    return list(enumerate(printed.changes))


def _changed(printed: Assessment, room: Room) -> set[int]:
    """The changes that are told: what changed before what changed in part, the latest first, and one that could not."""

    def latest(*outcomes: Outcome) -> list[int]:
        found = [(outcomes.index(one.outcome), one.date, at) for at, one in _all(printed) if _told(one, outcomes)]
        found.sort(key=lambda one: (one[0], -one[1].toordinal() if one[1] else 0, one[2]))
        return [at for _, _, at in found]

    return {*latest(Outcome.CHANGED, Outcome.IN_PART)[: room.changed], *latest(Outcome.COULD_NOT)[:1]}


def _told(change: ChangeMade, outcomes: tuple[Outcome, ...]) -> bool:
    return change.outcome in outcomes and not change.withheld


def _change(change: ChangeMade, room: Room) -> ChangeMade:
    return change.model_copy(
        update={
            "heard": _cut(change.heard, room.change),
            "changed": _cut(change.changed, room.change),
            "why": _cut(change.why, room.change),
            "evidence": _cut(change.evidence, room.short),
            "told": kept_back(change.told),
        }
    )


def _chosen(printed: Assessment, planned: list[str], room: Room) -> set[int]:
    """The actions that are told, of those that go on and say what is done: what carries a promise first."""
    goes_on = (ActionStatus.OPEN, ActionStatus.UNDER_WAY)
    open_ = [at for at, one in enumerate(printed.actions) if one.status in goes_on and one.text.text.strip()]
    carries = [at for at in open_ if any(lies_in(printed.actions[at].about, stage) for stage in planned)]
    return set([*carries, *(at for at in open_ if at not in carries)][: room.actions])


def _action(action: Action, room: Room) -> Action:
    return action.model_copy(
        update={
            "text": _cut(action.text, room.change),
            "owner": _cut(action.owner, room.short),
            "with_whom": _cut(action.with_whom, room.short),
            "needs": _cut(action.needs, room.short),
            "barrier": _cut(action.barrier, room.short),
            "how_we_know": kept_back(action.how_we_know),
            "why": NOTHING,
        }
    )


def _stub(action: Action) -> Action:
    silent = ("text", "owner", "with_whom", "needs", "barrier", "how_we_know", "why")
    return action.model_copy(update={name: kept_back(getattr(action, name)) for name in silent})
