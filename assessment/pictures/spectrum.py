"""Where each stage stands on the spectrum, with its standing and the team's own reason."""

from dataclasses import replace
from itertools import groupby

from assessment.core.assessment import Aside
from assessment.core.rubric import Rubric
from assessment.core.standing import NOT_ALL
from assessment.core.terms import Evidence, Standing, Status
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import BandMark, PartPlace, Spectrum, StagePlace, StepMark, Table


def spectrum(reader: Reader) -> Spectrum | None:
    """The spectrum of an assessment; None for a rubric without stages."""
    rubric = reader.rubric
    if not rubric.order:
        return None
    stages = tuple(_stage(reader, stage) for stage in rubric.order)
    title = reader.say("Who decides, stage by stage")
    return Spectrum(
        title=title,
        bands=_bands(reader),
        steps=tuple(
            StepMark(step.id, reader.text(step.name), reader.text(step.meaning), step.band) for step in rubric.steps
        ),
        stages=stages,
        alt=reader.joined(
            [
                reader.say(
                    "A line for each stage runs from {first} to {last}; a mark shows who decides.",
                    first=reader.inside(reader.text(rubric.bands[0].name)),
                    last=reader.inside(reader.text(rubric.bands[-1].name)),
                ),
                *(stage.alt for stage in stages),
            ]
        ),
        table=Table(
            caption=title,
            head=(
                reader.say("Stage"),
                reader.say("How far"),
                reader.say("Who decides"),
                reader.say("Standing"),
                reader.say("Reason, in the team's words"),
            ),
            rows=tuple(
                (
                    stage.name,
                    stage.status_label,
                    _where(reader, stage),
                    stage.standing_label,
                    ": ".join(
                        part for part in (stage.reason, stage.reason_note.text if stage.reason_note else "") if part
                    ),
                )
                for stage in stages
            ),
        ),
    )


def _bands(reader: Reader) -> tuple[BandMark, ...]:
    """The bands in the order of the steps, each over the steps that lie in it."""
    marks, first = [], 0
    for id_, steps in groupby(reader.rubric.steps, key=lambda step: step.band):
        band, width = reader.rubric.band[id_], len(list(steps))
        marks.append(BandMark(id_, reader.text(band.name), reader.text(band.line), first, width))
        first += width
    return tuple(marks)


def place(rubric: Rubric, step: str | None) -> int | None:
    """The place of a step on the spectrum, from 0; None where it is not known."""
    return list(rubric.step).index(step) if step in rubric.step else None


def _stage(reader: Reader, id_: str) -> StagePlace:
    rubric, given, found = reader.rubric, reader.assessment.stage(id_), reader.result.stages[id_]
    # A reason stands for a decision that is not shared; before a stage has begun there is none.
    begun = found.status != Status.NOT_STARTED
    reason = rubric.reason.get(given.reason or "") if begun else None
    bare = StagePlace(
        id=id_,
        name=reader.stage(id_),
        asks=reader.text(rubric.stages[id_].asks),
        status=found.status,
        status_label=reader.label(found.status),
        place=place(rubric, found.decision),
        step=reader.step(found.decision),
        band=found.band,
        band_name=reader.text(rubric.band[found.band].name) if found.band else "",
        sentence=reader.text(rubric.stages[id_].decision.steps[found.decision]) if found.decision else "",
        standing=found.standing,
        standing_label=reader.label(found.standing),
        reason=reader.text(reason.name) if reason else "",
        reason_kind=reason.kind if reason else None,
        reason_note=reader.typed(given.reason_note) if begun else None,
        who_could_remove_it=reader.typed(given.who_could_remove_it) if begun else None,
        back_by=reader.date(given.back_by) if begun else "",
        note=reader.typed(given.decision_note) if begun else None,
        evidence=reader.label(given.decision_evidence)
        if found.decision and given.decision_evidence is not Evidence.NONE
        else "",
        parts=tuple(_part(reader, part) for part in given.parts) if begun else (),
        alt="",
    )
    return replace(bare, alt=_alt(reader, bare))


def _alt(reader: Reader, stage: StagePlace) -> str:
    """One sentence a stage: how far it is, who decides, and what stands behind it."""
    if stage.standing == Standing.NOT_STARTED:
        return reader.say("{stage}: {status}.", stage=stage.name, status=reader.inside(stage.status_label))
    standing = "" if stage.standing in (Standing.WITH, *NOT_ALL.values()) else reader.inside(stage.standing_label)
    where = _where(reader, stage) or reader.inside(reader.label(Standing.UNKNOWN))
    parts = [reader.inside(stage.status_label), where]
    if standing and stage.place is not None:
        parts.append(standing)
    return reader.say("{stage}: {status}.", stage=stage.name, status="; ".join(parts))


def _where(reader: Reader, stage: StagePlace) -> str:
    """The step and the band it lies in: `Consulting (for people)`."""
    if stage.place is None:
        return ""
    return f"{stage.step} ({reader.inside(stage.band_name)})"


def _part(reader: Reader, part: Aside) -> PartPlace:
    rubric = reader.rubric
    step = rubric.step.get(part.decision or "")
    reason = rubric.reason.get(part.reason or "")
    return PartPlace(
        what=reader.typed(part.what),
        place=place(rubric, part.decision),
        step=reader.text(step.name) if step else reader.label(Standing.UNKNOWN),
        band=step.band if step else None,
        reason=reader.text(reason.name) if reason else "",
        note=reader.typed(part.reason_note),
    )
