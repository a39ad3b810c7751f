"""What was promised and what came of it."""

import pytest

from assessment.core.promises import Kept, delivered
from assessment.core.reading import read
from assessment.library import SHELF, load

RUBRIC = load(SHELF / "involvement")


def sitting(status: str, answers: dict, **stage: str):
    """An assessment with one stage."""
    return read(
        {
            "format": "answers/1",
            "rubric": RUBRIC.name,
            "project": {"name": "Mill Lane"},
            "assessment": {"date": "2026-11-22"},
            "stages": {"co_design": {"status": status, **stage}},
            "answers": {f"co_design.{value}": {"level": level} for value, level in answers.items()},
        },
        RUBRIC,
    )


@pytest.mark.parametrize(
    "promised,now,kept",
    [(2, 2, Kept.KEPT), (2, 3, Kept.KEPT), (2, 1, Kept.PARTLY), (3, 1, Kept.NOT_KEPT), (3, None, Kept.UNKNOWN)],
)
def test_a_promised_level_is_kept_in_part_or_not(promised, now, kept):
    """At least the promised level is kept, one lower is partly, none is not known."""
    earlier, later = sitting("planned", {"trust": promised}), sitting("done", {"trust": now})
    assert [one.kept for one in delivered(RUBRIC, earlier, later)] == [kept]


REASON = {"reason": "safety", "reason_note": "The bank gave way."}


@pytest.mark.parametrize(
    "promised,now,extra,kept",
    [
        ("deciding_together", "acting_together", {}, Kept.KEPT),
        ("consulting", "informing", {}, Kept.KEPT),
        ("consulting", "deciding_together", {}, Kept.KEPT),
        ("deciding_together", "consulting", REASON, Kept.CHANGED),
        ("deciding_together", "consulting", {}, Kept.NOT_KEPT),
        ("consulting", "protecting", REASON, Kept.NOT_KEPT),
        ("consulting", "dont_know", {}, Kept.UNKNOWN),
    ],
)
def test_a_promised_decision_is_kept_changed_with_its_reason_or_not_kept(promised, now, extra, kept):
    """The same band, or with, is kept; away from with and a good reason is a change."""
    earlier = sitting("planned", {}, decision=promised)
    later = sitting("under_way", {}, decision=now, **extra)
    assert [one.kept for one in delivered(RUBRIC, earlier, later)] == [kept]


def test_only_what_was_promised_and_has_happened_counts():
    """A stage still planned, a level never promised and a decision not known then are left out."""
    earlier = sitting("planned", {"trust": 2, "networks": "dont_know"}, decision="dont_know")
    assert delivered(RUBRIC, earlier, sitting("planned", {"trust": 3})) == ()
    later = sitting("done", {"trust": 3, "networks": 3, "strengths": 3}, decision="informing")
    assert [one.about for one in delivered(RUBRIC, earlier, later)] == ["co_design.trust"]
