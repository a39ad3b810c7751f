"""The topics on which projects stand beside each other; of one project alone, its profile."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from assessment.core.rubric import Rubric
from assessment.core.terms import Presence, State
from assessment.pictures.portfolio.compare import Comparison, Side
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.shapes import Level, StagePlace, ValueLevels
from assessment.ui.fragment import show
from assessment.ui.projects.mini import grounds
from assessment.ui.widgets import Heading, section
from assessment.words import words


@dataclass(frozen=True)
class Cell:
    """A cell of a table: what it says, the level that its dots show, and whether it is said quietly."""

    text: str
    level: int | None = None
    quiet: bool = False


Part = Callable[[Comparison, Rubric, str], Heading | None]


def who_is_who(comparison: Comparison, language: str) -> None:
    """The projects with their letters: what each is, and what must be said beside its results."""
    show("sides", language, sides=comparison.sides)


def in_words(comparison: Comparison, language: str) -> Heading | None:
    """Where they differ, in sentences."""
    if not comparison.differences:
        return None
    heading = section(words(language).gettext("Where they differ"), "differences")
    show("differences", language, topics=comparison.differences)
    return heading


def spectrum(comparison: Comparison, rubric: Rubric, language: str) -> Heading | None:
    """Who decides: a line for each project under each stage, all on the same spectrum."""
    first = comparison.sides[0].pictures.spectrum
    if first is None:
        return None
    heading = section(first.title, "spectrum")
    bands = [{"name": band.name.in_(language), "number": at} for at, band in enumerate(rubric.bands, 1)]
    stages = [
        {
            "name": stage.name,
            "asks": stage.asks,
            "rows": [_on_line(side, _stage(side, stage.id), rubric) for side in comparison.sides],
        }
        for stage in first.stages
    ]
    show("spectra", language, stages=stages, grounds=grounds(rubric), bands=bands)
    return heading


def _stage(side: Side, id_: str) -> StagePlace:
    assert side.pictures.spectrum
    return next(one for one in side.pictures.spectrum.stages if one.id == id_)


def _on_line(side: Side, stage: StagePlace, rubric: Rubric) -> dict[str, object]:
    return {
        "side": side,
        "stage": stage,
        "at": None if stage.place is None else 100 * (stage.place + 0.5) / len(rubric.steps),
        "band": list(rubric.band).index(stage.band) + 1 if stage.band else 0,
    }


def values(comparison: Comparison, rubric: Rubric, language: str) -> Heading:
    """A table for each value: every level in words and dots, how many are answered, and the mean, called so."""
    w, first = words(language), comparison.sides[0].pictures.values
    heading = section(first.title, "values")
    show("quiet", language, sentence=first.note)
    scale, many = _scale(rubric), Many(rubric, language)
    mean_of = w.gettext("Mean level, from {lowest} to {highest}").format(**scale)
    head = [*_stage_names(rubric, language), w.gettext("Answered"), mean_of]
    for at, value in enumerate(first.values):
        rows = []
        for side in comparison.sides:
            found = side.pictures.values.values[at]
            cells = [_cell(one) for one in found.levels]
            rows.append((side, [*cells, *_counted(many, side, found)]))
        show(
            "beside_table",
            language,
            alone=len(comparison.sides) == 1,
            title=value.name,
            note=value.meaning,
            head=head,
            rows=rows,
            scale=scale,
        )
    return heading


def _counted(many: Many, side: Side, found: ValueLevels) -> tuple[Cell, Cell]:
    """How many questions are answered, and their mean; nothing of either where none applies yet."""
    if not found.applicable:
        return Cell("", quiet=True), Cell("", quiet=True)
    answered = Cell(many.say("{number} of {total}", number=found.answered, total=found.applicable))
    if found.mean_level is not None:
        return answered, Cell(many.number(found.mean_level))
    return answered, Cell(many.say("no score") if side.first_look else many.say("too few answers"), quiet=True)


def matrix(comparison: Comparison, rubric: Rubric, language: str) -> Heading:
    """The same answers stage by stage, folded away."""
    w, first = words(language), comparison.sides[0].pictures.matrix
    heading = section(first.title, "matrix")
    with st.expander(w.gettext("The same answers, stage by stage"), icon=":material/table_rows:"):
        for at, row in enumerate(first.rows):
            rows = []
            for side in comparison.sides:
                found = side.pictures.matrix.rows[at]
                cells = [_cell(one) for one in found.cells]
                rows.append((side, [*cells, Cell(found.counted or found.status_label)]))
            head = [*first.columns, w.gettext("Answered")]
            show(
                "beside_table",
                language,
                alone=len(comparison.sides) == 1,
                title=row.name,
                note="",
                head=head,
                rows=rows,
                scale=_scale(rubric),
            )
    return heading


def _stage_names(rubric: Rubric, language: str) -> list[str]:
    return [rubric.stages[stage].name.in_(language) if stage else rubric.title.in_(language) for stage in rubric.rows]


def _scale(rubric: Rubric) -> dict[str, int]:
    return {"lowest": rubric.scale.lowest, "highest": rubric.scale.highest}


def _cell(one: Level) -> Cell:
    known = one.level is not None and one.state == State.ANSWERED
    return Cell(one.words, one.level if known else None, quiet=not known)


def evidence(comparison: Comparison, rubric: Rubric, language: str) -> Heading:
    """What the answers rest on, counted."""
    w, first = words(language), comparison.sides[0].pictures.evidence
    heading = section(first.title, "evidence")
    for stage, name in zip(rubric.rows, _stage_names(rubric, language), strict=True):
        rows = []
        for side in comparison.sides:
            found = next((one for one in side.pictures.evidence.stages if one.stage == stage), None)
            if found:
                rows.append((side, [*(Cell(str(one.number)) for one in found.counts), Cell(found.decision)]))
        if rows:
            head = [*first.grades, w.gettext("Who decides: evidence")]
            show(
                "beside_table",
                language,
                alone=len(comparison.sides) == 1,
                title=name,
                note="",
                head=head,
                rows=rows,
                scale=_scale(rubric),
            )
    if not any(side.pictures.evidence.stages for side in comparison.sides):
        show("quiet", language, sentence=w.gettext("No stage has begun yet, so there is no evidence to show."))
    return heading


def taking_part(comparison: Comparison, rubric: Rubric, language: str) -> Heading:
    """Who took part and who was not reached, of the groups that may be shown."""
    heading = section(comparison.sides[0].pictures.taking_part.title, "taking-part")
    labels = {one.value: Many(rubric, language).label(one) for one in Presence}
    show("beside_people", language, sides=comparison.sides, labels=labels)
    return heading


def conditions(comparison: Comparison, rubric: Rubric, language: str) -> Heading:
    """The conditions, each with the answer of every project."""
    first = comparison.sides[0].pictures.conditions
    heading = section(first.title, "conditions")
    if not any(side.pictures.conditions.given for side in comparison.sides):
        show("quiet", language, sentence=words(language).gettext("Nothing is said of the conditions yet."))
        return heading
    rows = [
        (row.name, row.question, [(side, side.pictures.conditions.rows[at]) for side in comparison.sides])
        for at, row in enumerate(first.rows)
    ]
    show("beside_conditions", language, sides=comparison.sides, rows=rows)
    return heading


def promises(comparison: Comparison, rubric: Rubric, language: str) -> Heading:
    """What is planned, with owner, date and need; and what became of what was promised before."""
    heading = section(words(language).gettext("What is promised, and what came of it"), "promises")
    show("beside_promises", language, sides=comparison.sides)
    return heading


PARTS: tuple[Part, ...] = (spectrum, values, matrix, evidence, taking_part, conditions, promises)
