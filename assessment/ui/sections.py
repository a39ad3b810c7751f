"""One function a section of "Where we stand": a picture in, its part of the page out.

Each returns the section's title and anchor, or None where there is nothing to show.
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from assessment.core.terms import Presence, State
from assessment.store import Kept
from assessment.ui.fragment import show
from assessment.ui.results.answered import answered
from assessment.ui.results.replies import replies
from assessment.ui.results.row import Row
from assessment.ui.tables import chart, table_of
from assessment.ui.widgets import Heading, say, section
from assessment.ui.wiring import Opened
from assessment.words import words

#: Next steps that are shown at once; the others are folded away.
FIRST_STEPS: Final = 5


def who_decides(opened: Opened, language: str) -> Heading | None:
    """The spectrum, and each stage's standing with the team's own reason."""
    w, picture = words(language), opened.pictures.spectrum
    if picture is None:
        return None
    heading = section(picture.title, "who-decides")
    say(
        w.gettext(
            "A spectrum, not a ladder. No place on it is bad in itself. What marks the step to deciding with people is "
            "who makes the final decision."
        ),
        w.gettext("Each line is a stage. The mark shows who decides there, and a hollow one is a promise."),
    )
    chart(picture, "spectrum", w.gettext("Who decides, as a table"), picture.alt, picture.table)
    bands = {band.id: number for number, band in enumerate(picture.bands, 1)}
    kinds = {id_: name.in_(language) for id_, name in opened.rubric.labels.get("reason_kind", {}).items()}
    answers = answered(opened, language)
    show("stages", language, spectrum=picture, bands={**bands, None: "none"}, kinds=kinds, answers=answers)
    return heading


def values(opened: Opened, language: str) -> Heading:
    """The values with the levels behind them."""
    w, picture = words(language), opened.pictures.values
    heading = section(picture.title, "values")
    if not any(cell.level is not None for cell in opened.result.cells.values()):
        say(w.gettext("No question has been answered with a level yet."))
        return heading
    say(picture.note)
    say(w.gettext("Each dot is the level of one stage. Where enough is known, a triangle marks their mean."))
    chart(picture, "values", w.gettext("The values, as a table"), picture.alt, picture.table)
    show("values", language, values=picture)
    return heading


def matrix(opened: Opened, language: str) -> Heading | None:
    """Stages and values in one view, once there is something in it."""
    w, picture = words(language), opened.pictures.matrix
    if all(cell.state in (State.BLANK, State.NOT_COUNTED) for cell in opened.result.cells.values()):
        return None
    heading = section(picture.title, "matrix")
    say(w.gettext("Each box is one question: more dots mean that more of its sentences are true."))
    chart(picture, "matrix", w.gettext("Stages and values, as a table"), picture.alt, picture.table)
    return heading


def taking_part(opened: Opened, language: str) -> Heading:
    """Who took part, and who was not reached."""
    w, picture = words(language), opened.pictures.taking_part
    heading = section(picture.title, "who-took-part")
    say(picture.how_many, picture.withheld)
    if picture.population and opened.rubric.context:
        name = opened.rubric.context.population.name.in_(language)
        show("facts", language, facts={name: picture.population})
    else:
        say(picture.population_missing)
    if picture.rows:
        say(w.gettext("Each row is a group of people, each column a stage. An empty box means that nothing was said."))
        said = {cell.presence: cell.label for row in picture.rows for cell in row.cells}
        show("key", language, signs={sign: said[sign] for sign in Presence if sign in said})
        chart(picture, "taking-part", w.gettext("Who took part, as a table"), picture.alt, picture.table)
    return heading


def evidence(opened: Opened, language: str) -> Heading | None:
    """What the answers rest on."""
    w, picture = words(language), opened.pictures.evidence
    if not picture.stages:
        return None
    heading = section(picture.title, "evidence")
    say(w.gettext("How many answers rest on what, from your own view to what the people involved have confirmed."))
    show("rows", language, rows=[Row(stage.stage_name, stage.words) for stage in picture.stages])
    table_of(picture.table, w.gettext("The evidence, as a table"))
    return heading


def conditions(opened: Opened, language: str) -> Heading | None:
    """The conditions of taking part."""
    w, picture = words(language), opened.pictures.conditions
    if not picture.given:
        return None
    heading = section(picture.title, "conditions")
    say(w.gettext("What people need so that they can take part. It is asked and shown, and never scored."))
    rows = [Row(row.name, row.label, row.note, row.question, row.cost) for row in picture.rows if row.answer]
    show("rows", language, rows=rows)
    table_of(picture.table, w.gettext("The conditions, as a table"))
    return heading


def seen(opened: Opened, language: str) -> Heading | None:
    """How people saw it beside the team; as in the report, nothing where no group has answers enough to show."""
    w, picture = words(language), opened.pictures.seen
    if not picture.groups:
        return None
    heading = section(picture.title, "seen")
    say(picture.note, picture.hidden)
    for group in picture.groups:
        st.subheader(group.name, anchor=False)
        say(group.how_many)
        if group.gaps:
            scale = {"lowest": picture.lowest, "highest": picture.highest}
            show("seen", language, cells=group.gaps, name=group.name, **scale)
        else:
            say(w.gettext("No question stands out here. The table has every one of them."))
        say(*(decision.words for decision in group.decisions))
        table_of(group.table, w.gettext("{name}, as a table").format(name=group.name))
    return heading


def challenges(opened: Opened, language: str) -> Heading | None:
    """Friendly questions back to the team."""
    picture = opened.pictures.challenges
    if not picture.cards:
        return None
    heading = section(picture.title, "questions")
    w = words(language)
    say(w.gettext("They come out of your answers, and change no result."))
    if opened.draft and isinstance(opened.source, Kept):
        say(w.gettext("Write down what you say to each. If one does not fit, set it aside and say why."))
        replies(opened.source.id, picture.cards, language)
    else:
        show("challenges", language, cards=picture.cards)
    return heading


def next_steps(opened: Opened, language: str) -> Heading | None:
    """What to do next, the earliest first. A draft has them where its plan is made."""
    w, picture = words(language), opened.pictures.next_steps
    if opened.draft or not picture.cards:
        return None
    heading = section(picture.title, "next-steps")
    show("steps", language, cards=picture.cards[:FIRST_STEPS], start=1)
    if later := picture.cards[FIRST_STEPS:]:
        label = w.ngettext("One more step", "{number} more steps", len(later)).format(number=len(later))
        with st.expander(label, icon=":material/unfold_more:", type="compact"):
            show("steps", language, cards=later, start=FIRST_STEPS + 1)
    return heading


SECTIONS: Final[tuple[Callable[[Opened, str], Heading | None], ...]] = (
    who_decides,
    values,
    matrix,
    taking_part,
    evidence,
    conditions,
    seen,
    challenges,
    next_steps,
)
