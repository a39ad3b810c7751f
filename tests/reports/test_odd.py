"""Assessments that are odd and right: they are printed, and their data comes back as it was."""

from functools import cache
from pathlib import Path

import pytest

from assessment.core.reading import read
from assessment.library import load
from tests.reports.reports_made import LANGUAGES, RUBRIC, SPARSE, SUBMITTED, Made, tree

FIVE_A_SIDE = Path(__file__).parents[1] / "rubrics" / "five_a_side"


@cache
def without_stages():
    """A rubric that has no stages, and a value with several questions."""
    return load(FIVE_A_SIDE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", ["full", "bid"])
def test_a_rubric_without_stages_is_printed_in_every_layout(layout, language):
    """Each question has its sentence, also where a value has several."""
    rubric = without_stages()
    answers = {item.id: {"level": 3} for item in rubric.items}
    given = SPARSE | {"rubric": rubric.name, "answers": answers}
    report = Made(read(given, rubric), language, rubric=rubric, layout=layout, submission=SUBMITTED)
    assert {item.question.levels[3].in_(language) in report.html for item in rubric.items} == {True}
    assert report.pdf.pages


def test_a_first_look_is_one_report_whatever_layout_is_chosen_and_however_much_was_typed():
    """It has no room of a bid to fit in."""
    sitting = {"date": "2026-11-22", "depth": "first_look"}
    given = tree(assessment=sitting, project={"name": "gair " * 4_000})
    bid, full = (Made(read(given, RUBRIC), "en", layout=layout) for layout in ("bid", "full"))
    assert bid.data == full.data
