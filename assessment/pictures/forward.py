"""What comes next: questions back to the team, next steps, and the team's own plan."""

from collections.abc import Callable, Mapping

from assessment.core.assessment import Action, Reply
from assessment.core.next_steps import DECISION
from assessment.core.plan import ASKED
from assessment.core.result import Raised, Suggestion
from assessment.core.rubric import NextStep
from assessment.core.standing import lacking
from assessment.core.terms import ActionStatus, Need, Status
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import (
    ActionCard,
    ChallengeCard,
    Challenges,
    NextStepCard,
    NextSteps,
    Plan,
    Table,
)

BRIEF = 120
"""Characters up to which a part of an action counts as short."""


def challenges(reader: Reader) -> Challenges:
    """Friendly questions back to the team, with its replies."""
    title = reader.say("Questions to talk about")
    replies = {(reply.code, reply.where or None): reply for reply in reader.assessment.replies}
    cards = tuple(_challenge(reader, raised, replies) for raised in reader.result.challenges)
    return Challenges(
        title=title,
        cards=cards,
        table=Table(
            caption=title,
            head=(
                reader.say("Which part"),
                reader.say("Question"),
                reader.say("Why we ask"),
                reader.say("The team's reply"),
            ),
            rows=tuple(
                (card.place, card.question, card.why, card.reply.text if card.reply else card.dismissed_words)
                for card in cards
            ),
        ),
    )


def _challenge(reader: Reader, raised: Raised, replies: Mapping[tuple[str, str | None], Reply]) -> ChallengeCard:
    worded, reply = reader.rubric.challenge[raised.code], replies.get((raised.code, raised.where))
    dismissed = bool(reply and reply.dismissed)
    return ChallengeCard(
        code=raised.code,
        where=raised.where or "",
        place=reader.place(raised.where),
        question=reader.text(worded.question),
        why=reader.joined((reader.text(worded.why), DETAILS[raised.code](reader, raised.where or "")))
        if raised.code in DETAILS
        else reader.text(worded.why),
        reply=reader.typed(reply.text) if reply else None,
        dismissed=dismissed,
        dismissed_words=reader.say("The team has set this question aside.") if dismissed else "",
    )


def _still_missing(reader: Reader, stage: str) -> str:
    """Which part of a reason a team has yet to give."""
    given = reader.assessment.stage(stage)
    parts = {
        Need.NOTE: reader.say("a note in your own words"),
        Need.BACK_BY: reader.say("the day on which people will be asked"),
        Need.EVIDENCE: reader.say("what shows it, on record or confirmed by people"),
        Need.WHO_COULD_REMOVE_IT: reader.say("who could remove the barrier"),
    }
    missing = [parts[need] for need in lacking(reader.rubric.reason[given.reason or ""], given)]
    return reader.say("Still missing: {parts}.", parts=reader.listed(missing))


DETAILS: Mapping[str, Callable[[Reader, str], str]] = {"reason_incomplete": _still_missing}
"""What is added to a challenge's words, where the answers say more than that it applies."""


def next_steps(reader: Reader) -> NextSteps:
    """What can be done next, the earliest first."""
    title = reader.say("Next steps")
    cards = tuple(card for card in (_next_step(reader, one) for one in reader.result.actions) if card)
    return NextSteps(
        title=title,
        cards=cards,
        table=Table(
            caption=title,
            head=(reader.say("Which part"), reader.say("Next step"), reader.say("Effort"), reader.say("What it needs")),
            rows=tuple((card.place, card.text, card.effort_label, card.needs) for card in cards),
        ),
    )


def _next_step(reader: Reader, found: Suggestion) -> NextStepCard | None:
    worded = _worded(reader, found)
    if worded is None:
        return None
    in_plan = any(
        action.about == found.about and action.status is not ActionStatus.DROPPED
        for action in reader.assessment.actions
    )
    planned = reader.status(_stage_of(found, reader)) is Status.PLANNED
    return NextStepCard(
        about=found.about,
        place=reader.place(found.about),
        now_lead=reader.say("Promised:") if planned else reader.say("Now:"),
        now=_now(reader, found),
        text=_timed(reader, found, worded),
        effort=worded.effort,
        effort_label=reader.label(worded.effort),
        needs=reader.text(worded.needs),
        why=_why(reader, found),
        in_plan=in_plan,
        in_plan_words=reader.say("Already in the plan.") if in_plan else "",
    )


def _stage_of(found: Suggestion, reader: Reader) -> str:
    item = reader.rubric.item.get(found.about)
    return item.stage if item else found.about.removesuffix(f".{DECISION}")


def _worded(reader: Reader, found: Suggestion) -> NextStep | None:
    item = reader.rubric.item.get(found.about)
    if item:
        steps = item.question.next_steps
        return steps.get(found.from_ if isinstance(found.from_, int) else "people_higher")
    return reader.rubric.stages[_stage_of(found, reader)].decision.next_steps.get(str(found.from_))


def _timed(reader: Reader, found: Suggestion, worded: NextStep) -> str:
    """The step; for a stage that is done, worded for next time."""
    if reader.status(_stage_of(found, reader)) != Status.DONE:
        return reader.text(worded)
    if worded.next_time:
        return reader.text(worded.next_time)
    lead, text = reader.text(reader.rubric.next_time), reader.text(worded)
    return f"{lead} {text[:1].lower()}{text[1:]}" if lead else text


def _now(reader: Reader, found: Suggestion) -> str:
    """What the team said: its level as a sentence, or who decides."""
    item = reader.rubric.item.get(found.about)
    if item is None:
        return reader.text(reader.rubric.stages[_stage_of(found, reader)].decision.steps[str(found.from_)])
    level = reader.result.cells[found.about].level
    return reader.text(item.question.levels[level]) if level is not None else ""


def _why(reader: Reader, found: Suggestion) -> str:
    gap = next((gap for gap in reader.result.gaps if gap.cell == found.about), None)
    return reader.label(gap.direction) if gap else ""


def plan(reader: Reader) -> Plan:
    """The team's actions in the order of the file, dropped ones last."""
    title = reader.say("The team's action plan")
    ordered = sorted(reader.assessment.actions, key=lambda action: action.status is ActionStatus.DROPPED)
    cards = tuple(action_card(reader, action) for action in ordered)
    return Plan(
        title=title,
        cards=cards,
        table=Table(
            caption=title,
            head=(
                reader.say("Action"),
                reader.say("Which part"),
                reader.say("Who does it"),
                reader.say("With whom"),
                reader.say("By"),
                reader.say("How far"),
            ),
            rows=tuple(
                (
                    card.text.text if card.text else "",
                    card.place,
                    card.owner.text if card.owner else "",
                    card.with_whom.text if card.with_whom else "",
                    card.by,
                    card.status_label,
                )
                for card in cards
            ),
        ),
    )


def action_card(reader: Reader, action: Action) -> ActionCard:
    """One action, and kindly what it does not say yet."""
    there = {
        "owner": action.owner.given,
        "by": action.by is not None,
        "with_whom": action.with_whom.given,
        "how_we_know": action.how_we_know.given,
    }
    names = {
        "owner": reader.say("who does it"),
        "by": reader.say("by when"),
        "with_whom": reader.say("with which people"),
        "how_we_know": reader.say("how we will know"),
    }
    missing = [names[part] for part in ASKED if not there[part]]
    open_ = action.status in (ActionStatus.OPEN, ActionStatus.UNDER_WAY)
    return ActionCard(
        text=reader.typed(action.text),
        about=action.about,
        place=reader.place(action.about),
        owner=reader.typed(action.owner),
        with_whom=reader.typed(action.with_whom),
        by=reader.date(action.by),
        needs=reader.typed(action.needs),
        barrier=reader.typed(action.barrier),
        how_we_know=reader.typed(action.how_we_know),
        status=action.status,
        status_label=reader.label(action.status),
        why=reader.typed(action.why),
        brief=all(
            len(note.text) <= BRIEF
            for note in (action.owner, action.with_whom, action.needs, action.barrier, action.how_we_know, action.why)
        ),
        goes_on=open_,
        missing=reader.say("Not said yet: {parts}.", parts=reader.listed(missing)) if missing and open_ else "",
    )
