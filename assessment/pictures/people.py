"""Who took part, under which conditions, and how people see it beside the team."""

from collections.abc import Sequence

from assessment.core.assessment import TakingPart as Row
from assessment.core.rubric import Item
from assessment.core.taking_part import printable
from assessment.core.terms import OFFERED, ConditionAnswer, Presence
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import (
    BandShare,
    ConditionRow,
    Conditions,
    GroupRow,
    PresenceCell,
    Seen,
    SeenCell,
    SeenDecision,
    SeenGroup,
    StagePresence,
    Table,
    TakingPart,
)


def taking_part(reader: Reader) -> TakingPart:
    """Groups × stages, without the rows that could expose somebody in a small place."""
    rubric, given = reader.rubric, reader.assessment
    stages = [stage for stage in rubric.order if reader.live(stage)] or list(rubric.order)
    rows = tuple(_group(reader, row, stages) for row in given.taking_part if printable(rubric, given, row))
    number = given.context.people_who_took_part
    small = (number or 0) < rubric.parameters.small_place
    title = reader.say("Who took part, and who was not reached")
    by_stage = tuple(_presence(reader, stage, rows) for stage in stages) if rows else ()
    return TakingPart(
        title=title,
        stages=tuple(reader.stage(stage) for stage in stages),
        rows=rows,
        by_stage=by_stage,
        how_many=_how_many(reader, number),
        population=reader.typed(given.context.how_we_know_who_lives_here),
        population_missing=reader.say("The team does not say how it knows who lives here."),
        withheld=_withheld(reader) if small and given.taking_part else "",
        alt=reader.joined(_presence_alt(reader, one) for one in by_stage),
        table=Table(
            caption=title,
            head=(reader.say("Group"), *(reader.stage(stage) for stage in stages)),
            rows=tuple(
                (row.typed.text if row.typed else row.name, *(cell.label for cell in row.cells)) for row in rows
            ),
        ),
    )


def _how_many(reader: Reader, number: int | None) -> str:
    if number is None:
        return reader.say("The team does not say how many people took part.")
    return reader.count("About {number} person took part.", "About {number} people took part.", number)


def _withheld(reader: Reader) -> str:
    # The same words whether or not such a row is in the file, so that they give nothing away.
    return reader.say(
        "Where fewer than {number} people took part, or nobody knows how many, small groups are not shown, "
        "so that nobody can be picked out.",
        number=reader.rubric.parameters.small_place,
    )


def _group(reader: Reader, row: Row, stages: Sequence[str]) -> GroupRow:
    group = reader.rubric.group[row.group]
    cells = tuple(_cell(reader, row, stage) for stage in stages)
    told = [f"{reader.stage(cell.stage)}: {reader.inside(cell.label)}" for cell in cells if cell.presence]
    return GroupRow(
        group=row.group,
        name=reader.text(group.name),
        typed=reader.typed(row.label) if group.labelled else None,
        cells=cells,
        words="; ".join(told) or reader.say("nothing said"),
    )


def _cell(reader: Reader, row: Row, stage: str) -> PresenceCell:
    presence = row.where.get(stage)
    return PresenceCell(stage, presence or "", reader.label(presence) if presence else reader.say("nothing said"))


def _presence(reader: Reader, stage: str, rows: Sequence[GroupRow]) -> StagePresence:
    def named(*presences: Presence) -> str:
        found = [
            row.typed.text if row.typed else reader.inside(row.name)
            for row in rows
            if any(cell.stage == stage and cell.presence in presences for cell in row.cells)
        ]
        return reader.listed(found)

    return StagePresence(
        stage=stage,
        stage_name=reader.stage(stage),
        took_part=named(Presence.TOOK_PART),
        asked=named(Presence.ASKED),
        not_reached=named(Presence.NOT_REACHED),
        not_known=named(Presence.DONT_KNOW),
        missed=named(Presence.ASKED, Presence.NOT_REACHED),
    )


def _presence_alt(reader: Reader, one: StagePresence) -> str:
    told = [
        f"{reader.inside(reader.label(presence))}: {names}"
        for presence, names in (
            (Presence.TOOK_PART, one.took_part),
            (Presence.ASKED, one.asked),
            (Presence.NOT_REACHED, one.not_reached),
        )
        if names
    ]
    return reader.say("{stage}: {status}.", stage=one.stage_name, status="; ".join(told) or reader.say("nothing said"))


def conditions(reader: Reader) -> Conditions:
    """The conditions of taking part, in the rubric's order."""
    title = reader.say("What people needed to take part")
    rows = tuple(_condition(reader, condition.id) for condition in reader.rubric.conditions)
    return Conditions(
        title=title,
        rows=rows,
        given=any(row.answer for row in rows),
        alt=reader.joined(
            reader.say("{name}: {answer}.", name=row.name, answer=reader.inside(row.label)) for row in rows
        ),
        table=Table(
            caption=title,
            head=(
                reader.say("Condition"),
                reader.say("Question"),
                reader.say("Answer"),
                reader.say("Note"),
                reader.say("Cost"),
            ),
            rows=tuple(
                (
                    row.name,
                    row.question,
                    row.label,
                    row.note.text if row.note else "",
                    row.cost.text if row.cost else "",
                )
                for row in rows
            ),
        ),
    )


def _condition(reader: Reader, id_: str) -> ConditionRow:
    asked, given = reader.rubric.condition[id_], reader.assessment.conditions.get(id_)
    answer: ConditionAnswer | None = given.answer if given else None
    return ConditionRow(
        id=id_,
        name=reader.text(asked.name),
        question=reader.text(asked.question),
        answer=answer or "",
        label=reader.label(answer) if answer else reader.say("Nothing said"),
        note=reader.typed(given.note) if given else None,
        costs=asked.costs,
        cost=reader.typed(given.cost) if given and answer in OFFERED else None,
    )


def seen(reader: Reader) -> Seen:
    """How each published group sees it beside the team; the others are named as too small to show."""
    rubric = reader.rubric
    groups = tuple(
        _seen_group(reader, id_)
        for id_ in rubric.parameters.voices.groups
        if id_ in reader.result.voices and reader.result.voices[id_].published
    )
    shown = {group.id for group in groups}
    hidden = [reader.inside(_voices_name(reader, id_)) for id_ in rubric.parameters.voices.groups if id_ not in shown]
    return Seen(
        title=reader.say("How people see it, beside the team"),
        lowest=rubric.scale.lowest,
        highest=rubric.scale.highest,
        groups=groups,
        hidden=reader.say(
            "Not shown, because fewer than {number} answered: {groups}. Nobody and four look the same here.",
            number=rubric.parameters.voices.publish_from,
            groups=reader.listed(hidden),
        )
        if hidden
        else "",
        note=reader.say("A difference is a reason to talk. It proves neither side wrong."),
        alt=reader.joined(group.alt for group in groups),
    )


def _voices_name(reader: Reader, id_: str) -> str:
    named = next((group for group in reader.rubric.voice_groups if group.id == id_), None)
    return reader.text(named.name) if named else id_


def _seen_group(reader: Reader, id_: str) -> SeenGroup:
    voices, is_people = reader.result.voices[id_], id_ == reader.rubric.parameters.voices.people
    name = _voices_name(reader, id_)
    cells = tuple(_seen_cell(reader, item, id_) for item in reader.rubric.items if item.id in voices.cells)
    gaps = tuple(cell for cell in cells if cell.direction) if is_people else ()
    decisions = tuple(_seen_decision(reader, stage, id_) for stage in reader.rubric.order if stage in voices.decisions)
    told = [
        reader.say(
            "{question}: the team {team}, the middle answer {group}.",
            question=cell.name,
            team=cell.team_words,
            group=cell.group_words,
        )
        for cell in (gaps or cells)
    ]
    return SeenGroup(
        id=id_,
        name=name,
        how_many=reader.say("{size} answered", size=(voices.n or "").replace("-", "–")),
        cells=cells,
        gaps=gaps,
        decisions=decisions,
        alt=reader.joined([*told, *(decision.words for decision in decisions)]),
        table=Table(
            caption=reader.say("{group} beside the team", group=name),
            head=(
                reader.say("Question"),
                reader.say("The team"),
                reader.say("Middle answer"),
                reader.say("How near each other"),
                reader.say("Difference"),
            ),
            rows=tuple(
                (
                    cell.name,
                    cell.team_words,
                    cell.group_words,
                    cell.agreement_label,
                    cell.direction_label,
                )
                for cell in cells
            ),
        ),
    )


def _seen_cell(reader: Reader, item: Item, group: str) -> SeenCell:
    cell, voice = reader.result.cells[item.id], reader.result.voices[group].cells[item.id]
    people = reader.rubric.parameters.voices.people
    gap = next((gap for gap in reader.result.gaps if gap.cell == item.id), None) if group == people else None
    return SeenCell(
        id=item.id,
        name=reader.question(item),
        stage_name=reader.stage(item.stage),
        value_name=reader.text(reader.rubric.value[item.value].name),
        statement=reader.text(item.question.statement),
        team=cell.level,
        team_words=reader.of(cell.level) if cell.level is not None else reader.inside(reader.label(cell.state)),
        group=voice.median,
        group_words=reader.of(voice.median),
        agreement=voice.agreement,
        agreement_label=reader.label(voice.agreement),
        direction=gap.direction if gap else "",
        direction_label=reader.label(gap.direction) if gap else "",
    )


def _seen_decision(reader: Reader, stage: str, group: str) -> SeenDecision:
    found, shares = reader.result.stages[stage], reader.result.voices[group].decisions[stage]
    told = tuple(
        BandShare(band.id, reader.text(band.name), shares[band.id], reader.label(shares[band.id]))
        for band in reader.rubric.bands
        if band.id in shares
    )
    team = reader.step(found.decision) or reader.label(found.standing)
    return SeenDecision(
        stage=stage,
        stage_name=reader.stage(stage),
        team=team,
        shares=told,
        words=reader.say(
            "{stage}: the team says {team}; of the others, {shares}.",
            stage=reader.stage(stage),
            team=reader.inside(team),
            shares=", ".join(f"{reader.inside(one.label)} {reader.inside(one.name)}" for one in told),
        ),
    )
