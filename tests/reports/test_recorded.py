"""Whether a report says what its record says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assessment.core.reading import read
from assessment.library import content_hash
from reports.recorded import says_the_same
from reports.verify import Verdict, verify
from tests.reports.reports_made import RUBRIC, SUBMITTED, Made, full, tree

AT = datetime.combine(SUBMITTED.day, datetime.min.time(), UTC)
ODD = "Lôn\u202e y \u2028Felin\ufeff 🌻"


def verdict_on(given: dict, **choices: object) -> Verdict:
    """What is found of the report of an assessment that was submitted."""
    made = Made(read(given, RUBRIC), "en", submission=SUBMITTED, **choices)
    return verify(made.data, lambda _name, _sha256: RUBRIC, lambda *_: made.data)


@pytest.mark.parametrize("layout", ["full", "bid"])
@pytest.mark.parametrize("given", [full(), tree(project={"name": ODD, "about": ODD})], ids=["full", "odd letters"])
def test_a_report_says_what_its_record_says(given, layout):
    """Whatever the layout leaves out, and whatever letters a report does not print."""
    assert says_the_same(verdict_on(given, layout=layout), RUBRIC, read(given, RUBRIC), AT) is True


def test_a_report_of_something_else_is_found_out():
    """One that was made with another name, another rubric or another day does not say what the record says."""
    found, recorded = verdict_on(full()), read(full(), RUBRIC)
    other = read(tree(project={"name": "Another"}), RUBRIC)
    assert says_the_same(found, RUBRIC, other, AT) is False
    assert says_the_same(found, RUBRIC, recorded, AT + timedelta(days=3)) is False
    assert says_the_same(found, RUBRIC, recorded, AT + timedelta(hours=13)) is True
    said = replace(found.said, rubric_sha256="0" * 64)
    assert content_hash(RUBRIC) != said.rubric_sha256
    assert says_the_same(replace(found, said=said), RUBRIC, recorded, AT) is False


def test_what_cannot_be_read_is_left_open():
    """Without answers, as in a draft or where the rubric is not here, nothing is said of the record."""
    assert says_the_same(Verdict("draft"), RUBRIC, read(full(), RUBRIC), AT) is None
    assert says_the_same(replace(verdict_on(full()), assessment=None), RUBRIC, read(full(), RUBRIC), AT) is None
