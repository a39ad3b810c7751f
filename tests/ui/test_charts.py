"""The charts: what stands on them, whatever people typed, and nothing told by colour alone."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from assessment import charts
from assessment.charts.drawing import broken
from assessment.ui.files import names
from assessment.ui.place import Place
from assessment.ui.wiring import open_place

FULL = "evening_bus"


def pictures(language="en", example=FULL):
    """The pictures of a shipped example."""
    return open_place(Place(language, example=example)).pictures


def drawn(picture) -> go.Figure:
    """The chart of a picture."""
    return charts.CHARTS[type(picture)](picture)


def words_on(figure) -> str:
    """Every word that stands on a chart."""
    among = [text for trace in figure.data if trace.mode == "text" for text in trace.text]
    return "\n".join([*(annotation.text for annotation in figure.layout.annotations), *among])


def marks(figure, symbol=None) -> list[tuple[float, float]]:
    """Places of the marks on a chart, of one shape if it is named."""
    return [
        place
        for trace in figure.data
        if trace.mode == "markers" and symbol in (None, trace.marker.symbol) and trace.marker.size > 8
        for place in zip(trace.x, trace.y, strict=True)
    ]


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("example", names())
def test_every_picture_has_a_chart_for_every_example(example, language):
    """Full or sparse, in either language, every chart is drawn with a height and with words on it."""
    shown = pictures(language, example)
    for picture in (shown.spectrum, shown.values, shown.matrix, shown.taking_part):
        figure = drawn(picture)
        assert figure.layout.height > 0
        assert not any(trace.type == "bar" for trace in figure.data)


def test_a_stage_stands_at_its_step():
    """Each known decision is one mark at its place on the spectrum, and its step is written beside the stage."""
    picture = pictures().spectrum
    figure = drawn(picture)
    known = [stage for stage in picture.stages if stage.place is not None]
    assert [x for x, _ in marks(figure)] == [stage.place for stage in known]
    for stage in picture.stages:
        assert stage.name in words_on(figure)
        assert stage.step in words_on(figure)


def test_a_planned_stage_is_an_open_mark():
    """A promise is told from what has happened by its shape."""
    picture = pictures().spectrum
    planned = [stage.place for stage in picture.stages if stage.status == "planned" and stage.place is not None]
    assert planned
    assert [x for x, _ in marks(drawn(picture), "circle-open")] == planned


def test_every_level_is_a_dot_in_its_own_place():
    """As many dots as levels, none upon another, each nearest to its own level."""
    picture = pictures().values
    dots = marks(drawn(picture), "circle")
    levels = [level.level for value in picture.values for level in value.levels if level.level is not None]
    assert sorted(round(x) + picture.lowest for x, _ in dots) == sorted(levels)
    assert len(set(dots)) == len(dots)


def test_a_mean_is_marked_only_where_there_is_one():
    """No triangle stands for a value of which too little is known."""
    picture = pictures(example="newborough_forest").values
    assert all(value.mean_level is None for value in picture.values)
    assert marks(drawn(picture), "triangle-down") == []


def test_a_cell_says_its_level_in_dots_and_in_words():
    """In the matrix each level has as many full dots as its height, and its words beneath."""
    picture = pictures().matrix
    figure = drawn(picture)
    levels = [cell.level for row in picture.rows for cell in row.cells if cell.level is not None]
    assert len(marks(figure, "circle")) == sum(level - picture.lowest for level in levels)
    for row in picture.rows:
        for cell in row.cells:
            assert cell.words.split()[0] in words_on(figure)


def test_who_took_part_is_told_by_shape():
    """Each kind of presence has a shape of its own, which goes by its words."""
    picture = pictures().taking_part
    named = {trace.marker.symbol: trace.name for trace in drawn(picture).data if trace.mode == "markers"}
    said = {cell.label for row in picture.rows for cell in row.cells if cell.presence}
    assert set(named.values()) == said
    assert len(named) == len(said)


def test_what_people_typed_is_text_on_a_chart():
    """A group's name with markup in it is shown as typed: no link, no bold."""
    picture = pictures().taking_part
    row = next(row for row in picture.rows if row.typed)
    hostile = replace(row, typed=replace(row.typed, text='<a href="https://elsewhere.example">x</a>'))
    figure = drawn(replace(picture, rows=(hostile,)))
    assert "<a" not in words_on(figure)
    assert "&lt;a" in words_on(figure)


@pytest.mark.parametrize(
    "name, lines",
    [
        ("Co-evaluation", "Co-<br>evaluation"),
        ("Cyd-greu", "Cyd-<br>greu"),
        ("not applicable", "not<br>applicable"),
        ("heb ddechrau", "heb<br>ddechrau"),
        ("don't know", "don't know"),
        ("Strengths-based work", "Strengths-based<br>work"),
    ],
)
def test_a_long_name_stands_on_two_lines(name, lines):
    """On a phone a column is as wide as a word: a name breaks at a space, else after a hyphen."""
    assert broken(name) == lines
