"""Who is not reached over many projects: counted as the projects say it, and nothing that may not be read."""

from datetime import UTC, datetime

import pytest

from assessment import library
from assessment.charts.reach import reach as chart
from assessment.core.portfolio.cut import Cut
from assessment.core.reading import read
from assessment.core.terms import Presence
from assessment.pictures.portfolio.reach import reach as pictured
from assessment.pictures.portfolio.wording import Many
from assessment.portfolio.showing import Offered, offer_all
from assessment.store.portfolio.reach import behind, reach

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
RUBRIC = library.find("involvement/1")
CUT = Cut(rubric=RUBRIC.name)

SLY = 'Small "how_we_know_who_lives_here":'
"""A name that looks like what is stored of something else."""


def said(name, day, rows, stages=("co_creation", "co_design"), **context):
    """An assessment with a table of who took part."""
    return read(
        {
            "format": "answers/1",
            "rubric": RUBRIC.name,
            "project": {"name": name},
            "assessment": {"date": day},
            "context": context,
            "stages": {stage: {"status": "done", "decision": "consulting"} for stage in stages},
            "taking_part": rows,
        },
        RUBRIC,
    )


PROJECTS = (
    said(
        "Lane",
        "2026-01-01",
        [
            {"group": "rural", "co_creation": "took_part", "co_design": "not_reached"},
            {"group": "refugees", "co_creation": "took_part"},
            {"group": "other", "label": "<b>Bus drivers</b>", "co_creation": "not_reached", "co_delivery": "asked"},
        ],
        people_who_took_part=40,
        how_we_know_who_lives_here="Ward profile.",
    ),
    said(
        "Bus",
        "2026-01-02",
        [{"group": "rural", "co_creation": "not_reached"}, {"group": "refugees", "co_creation": "not_reached"}],
        stages=("co_creation",),
        people_who_took_part=5,
    ),
    said(SLY, "2026-01-03", [{"group": "refugees", "co_creation": "not_reached"}], people_who_took_part=5),
    said("Silent", "2026-01-04", [], how_we_know_who_lives_here="The school roll."),
)


@pytest.fixture
def filled(store):
    """A store with all of them in its portfolio."""
    offer_all(store, [Offered(one, RUBRIC, AT) for one in PROJECTS], at=AT)
    return store


def test_groups_and_stages_are_counted_as_the_projects_say(filled):
    """Counts are of projects, out of those with the stage live whose rows may be read."""
    found = reach(filled, CUT)
    assert (found.projects, found.told, found.population) == (4, 2, 2)
    assert found.live == {"co_creation": 2, "co_design": 1}
    assert found.counts == {
        ("rural", "co_creation"): {Presence.TOOK_PART: 1, Presence.NOT_REACHED: 1},
        ("rural", "co_design"): {Presence.NOT_REACHED: 1},
        ("refugees", "co_creation"): {Presence.TOOK_PART: 1},
    }
    assert [(one.label, one.counts) for one in found.labels] == [
        ("<b>Bus drivers</b>", {"co_creation": {Presence.NOT_REACHED: 1}})
    ]


def test_a_number_opens_to_the_projects_behind_it(filled):
    """As many projects as the number says, by name; of a sensitive group in a small place none."""
    found = reach(filled, CUT)
    for (group, stage), counts in found.counts.items():
        for presence in Presence:
            assert len(behind(filled, CUT, group, stage, presence)) == counts.get(presence, 0)
    assert [one.name for one in behind(filled, CUT, "rural", "co_creation", Presence.NOT_REACHED)] == ["Bus"]
    assert behind(filled, CUT, "refugees", "co_creation", Presence.NOT_REACHED) == []


@pytest.mark.parametrize("language", ["cy", "en"])
def test_chart_table_and_words_say_the_same_numbers(filled, language):
    """Every group of the table is on the chart, in the rubric's order, and what people typed is only text."""
    picture = pictured(Many(RUBRIC, language), reach(filled, CUT))
    assert [row.group for row in picture.rows] == ["refugees", "rural"]
    assert len(picture.table.rows) == 2
    drawn = [tuple(picked) for bar in chart(picture).select_traces({"type": "bar"}) for picked in bar.customdata]
    assert sorted(drawn) == [
        ("refugees", "co_creation", "took_part"),
        ("rural", "co_creation", "not_reached"),
        ("rural", "co_creation", "took_part"),
        ("rural", "co_design", "not_reached"),
    ]
    assert picture.named[0].name.text == "<b>Bus drivers</b>"
    assert "1" in picture.alt
