"""What a forger could write into the data of a report: its pages stay the same, or checking goes wrong."""

import json

import pytest

from reports.enclosure import sha256
from reports.stranger import NotRead
from reports.verify import NotOurs, Pages
from tests.reports.test_verify import checked, saved, submitted, with_file


def forged(answers=None, **about):
    """A report with other data, whose hashes and fingerprint are made to match it."""
    enclosed = submitted().enclosed
    written = json.loads(enclosed.about)
    for name, change in about.items():
        written[name] = {**written[name], **change} if isinstance(change, dict) else change
    answers = enclosed.answers if answers is None else answers
    written["files"] = {"answers.json": sha256(answers), "results.json": sha256(enclosed.results)}
    report = json.dumps(written).encode()

    def change(pdf):
        with_file("answers.json", answers)(pdf)
        with_file("report.json", report)(pdf)
        pdf.docinfo["/Keywords"] = f"gyda-report/1 submitted {sha256(report)}"

    return saved(submitted().data, change)


def test_data_that_says_more_than_is_printed_is_changed_data():
    """The pages come out the same without it, and it was never there."""
    answers = json.loads(submitted().enclosed.answers) | {"reflection": {"worked": "Nothing of this is true."}}
    found = checked(forged(json.dumps(answers).encode()))
    assert (found.changed, found.pages) == (("answers.json", "report.json"), Pages.SAVED_AGAIN)
    assert not found.intact


@pytest.mark.parametrize("about", [{"submission": {"day": "2026-W48-3"}}, {}], ids=["the same day", "the same words"])
def test_the_same_data_in_another_way_is_changed_data(about):
    """Its fingerprint is not the one that is printed."""
    found = checked(forged(**about))
    assert (found.changed, found.pages, found.intact) == (("report.json",), Pages.SAVED_AGAIN, False)


def test_answers_that_nobody_can_read_are_changed_though_their_hash_is_right():
    """With these versions and this rubric Gyda has written none."""
    found = checked(forged(b"{}"))
    assert (found.changed, found.pages, found.intact) == (("answers.json",), Pages.NOT_COMPARED, False)


@pytest.mark.parametrize(
    "about",
    [
        {"rubric": {"version": "99.9"}},
        {"rubric": {"name": "x\n= The pages made again from the data are the same bytes.", "sha256": "0" * 64}},
        {"rubric": {"version": "1\u202e2", "sha256": "0" * 64}},
        {"submission": {"address": f"https://{'x' * 5_000}.example"}},
    ],
    ids=["another version", "a line of ours", "turned round", "no code holds it"],
)
def test_data_that_no_report_has_is_refused(about):
    """Nothing of it is told as if it had been found, and nothing falls over it."""
    with pytest.raises(NotOurs):
        checked(forged(**about))


@pytest.mark.parametrize(
    "end", [b"\\n\\n", b"\\u2028\\u2028", "\u2028\u2028".encode(), "\x85\x85".encode()], ids=range(4)
)
def test_paragraphs_without_an_end_are_refused_at_once(end):
    """Laying them out would take minutes and gigabytes."""
    answers = submitted().enclosed.answers.replace(b'"about": "', b'"about": "' + (b"a" + end) * 20_000, 1)
    assert len(answers) > 20_000
    with pytest.raises(NotRead):
        checked(forged(answers))
