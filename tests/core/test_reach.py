"""The format reaches beyond our own rubric: one axis, 1 to 5, a total with named bands, no decisions."""

from pathlib import Path

import pytest

from assessment.core.fault import BadInput
from assessment.core.reading import read
from assessment.core.score import score
from assessment.library import load

TINY = load(Path(__file__).parent.parent / "rubrics" / "five_a_side")


def of(levels: list[object]):
    """The result of answering the tiny rubric's questions in order."""
    answers = {item.id: {"level": level} for item, level in zip(TINY.items, levels, strict=True)}
    tree = {
        "format": "answers/1",
        "rubric": TINY.name,
        "project": {"name": "Club"},
        "assessment": {"date": "2026-11-22"},
        "answers": answers,
    }
    return score(TINY, read(tree, TINY))


def test_a_rubric_without_stages_has_values_and_a_total():
    """Each value is the mean of its questions, the total the sum of all with its band."""
    result = of([5, 4, 2, 1])
    assert result.stages == {}
    assert [mean.score for mean in result.values.values()] == [4.5, 1.5]
    assert result.total.score == 12
    assert TINY.total.bands[result.total.band].from_ <= 12


@pytest.mark.parametrize("band", range(len(TINY.total.bands)))
def test_every_named_band_of_the_total_can_be_reached(band):
    """A total that just reaches a band has its name."""
    total = max(int(TINY.total.bands[band].from_), len(TINY.items))
    levels, rest = [1] * len(TINY.items), total - len(TINY.items)
    for at in range(len(levels)):
        more = min(rest, 4)
        levels[at], rest = 1 + more, rest - more
    assert of(levels).total.band == band


def test_a_total_waits_for_every_answer():
    """One question not known, and there is no total rather than a lower one."""
    result = of([5, 4, 2, "dont_know"])
    assert (result.total.score, result.total.band) == (None, None)
    assert result.values[TINY.columns[1]].score == 2


def test_the_scale_is_the_rubrics_own():
    """0 is no level where the scale begins at 1."""
    with pytest.raises(BadInput, match="whole number from 1 to 5"):
        of([0, 1, 1, 1])


def test_nothing_of_the_spectrum_is_asked_or_raised():
    """No decisions, no challenges, no next steps where the rubric has none."""
    result = of([1, 1, 1, 1])
    assert (result.challenges, result.actions, result.gaps) == ((), (), ())
