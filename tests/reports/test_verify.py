"""Whether a report was changed: each thing is found that somebody could change, and no more is said than was found."""

import io
import json
import re
from functools import cache

import pikepdf
import pytest

import reports
from assessment import library
from assessment.core.rubric import Rubric
from reports import verdict as words
from reports import verify as verifying
from reports.enclosure import NAMES, sha256
from reports.verify import NotOurs, Pages, verify
from tests.reports.reports_made import (
    DRAFT,
    EXAMPLES,
    LANGUAGES,
    SUBMITTED,
    WITHDRAWN,
    Made,
    bid,
    first_look,
    full,
    made,
    whole,
)
from tests.reports.reports_made import (
    NAMES as EXAMPLE_NAMES,
)


def again(rubric, assessment, choice, submission, room):
    """The report made again, as the command line does it."""
    return reports.render(rubric, assessment, submission=submission, room=room, **choice.plain)


def checked(data):
    """What is found of a file."""
    return verify(data, library.unchanged, again)


@cache
def submitted(layout="bid", language="en", notes=False):
    """The full answers file, submitted."""
    return Made(made(full()).assessment, language, notes, layout=layout, submission=SUBMITTED)


def said(found, language="en"):
    """All that is said of it."""
    return " ".join([words.whole(found, language), *(one.sentence for one in words.findings(found, language))])


@pytest.mark.parametrize("layout", ["full", "bid"])
@pytest.mark.parametrize("language", [*LANGUAGES, "both"])
def test_a_report_as_it_came_is_the_same_bytes(layout, language):
    """Data, results and pages, in every layout and language, with notes and without."""
    for notes in (False, True):
        found = checked(submitted(layout, language, notes).data)
        assert (found.changed, found.follows, found.pages) == ((), True, Pages.SAME)
        assert found.intact
        assert found.fingerprint == submitted(layout, language, notes).enclosed.sha256


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_so_are_the_shipped_examples(name):
    """Sparse ones and the complete one."""
    assert checked(bid(name, "cy").data).pages is Pages.SAME
    example = Made(made(EXAMPLES / f"{name}.cy.yaml", "cy").assessment, "cy", submission=SUBMITTED)
    assert checked(example.data).pages is Pages.SAME


@pytest.mark.parametrize("layout", ["full", "bid"])
def test_text_of_every_kind_comes_back_as_it_was(layout):
    """Control characters, right to left, emoji, letters without a font, and a word without an end."""
    project = {
        "name": "a\x00b\x07c\u202egnp",
        "about": "\u05e9\u05dc\u05d5\u05dd",
        "open": "🚌👩\u200d🦽",
        "fixed": "中文",
        "organisation": "W" * 5_000,
        "place": "ŵ\r\nŷ\u2028x\ry\x0bz",
        "reference": "\x00\x01",
    }
    given = full() | {"project": {**full()["project"], **project}}
    found = checked(Made(made(given).assessment, "en", layout=layout, submission=SUBMITTED).data)
    assert found.pages is Pages.SAME


def test_a_file_that_was_only_saved_again_shows_the_same():
    """By a portal that makes it smaller or ready for the web."""
    found = checked(saved(submitted().data, linearize=True))
    assert (found.changed, found.pages) == ((), Pages.SAVED_AGAIN)
    assert found.intact
    assert "another program has saved the file anew" in said(found)


def saved(data, change=lambda pdf: None, **how):
    """A PDF as another program would save it, after a change."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **how)
    return out.getvalue()


def with_file(name, content):
    """A change that puts other bytes in the place of one of the files."""

    def change(pdf):
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)

    return change


def test_a_changed_answer_is_found():
    """The data is not as it was, and the results do not follow any more."""
    answers = submitted().enclosed.answers.replace(b'"deciding_together"', b'"acting_together"')
    found = checked(saved(submitted().data, with_file("answers.json", answers)))
    assert found.changed == ("answers.json",)
    assert found.follows is False
    assert not found.intact
    assert "The data is not as it was when the report was made: answers.json." in said(found)
    assert found.pages is Pages.NOT_COMPARED


def test_changed_answers_with_results_to_match_are_found_too():
    """By the hashes, and if these are made anew as well, by the fingerprint, and then by the pages."""
    report, forged = submitted(), forgery(hide=False)
    assert checked(forged).changed == ("report.json",)
    found = checked(forgery(hide=True))
    assert (found.changed, found.follows, found.pages) == ((), True, Pages.OTHER)
    assert found.other_pages == (1, 2)
    assert found.fingerprint != report.enclosed.sha256
    assert "Look at page: 1, 2." in said(found)


def forgery(hide):
    """The pages of one report with the data of another, whose fingerprint is put in its place if `hide`."""
    other = Made(submitted().assessment.model_copy(update={"partners": ()}), "en", layout="bid", submission=SUBMITTED)

    def change(pdf):
        for name in NAMES:
            with_file(name, other.enclosed.files[name])(pdf)
        if hide:
            pdf.docinfo["/Keywords"] = f"gyda-report/1 submitted {other.enclosed.sha256}"

    return saved(submitted().data, change)


def test_a_changed_page_is_found_and_named():
    """The data is as it was, and does not give what the page shows."""

    def change(pdf):
        content = pdf.pages[1].Contents
        content.write(re.sub(rb"(\d)(\.\d+)? Tf", rb"9 Tf", content.read_bytes(), count=1))

    found = checked(saved(submitted().data, change))
    assert (found.changed, found.follows, found.pages, found.other_pages) == ((), True, Pages.OTHER, (2,))
    assert not found.intact


def test_a_page_that_was_taken_out_or_put_in_is_found():
    """Pages are compared in their places."""

    def without(pdf):
        del pdf.pages[1]

    def twice(pdf):
        pdf.pages.append(pdf.pages[0])

    assert checked(saved(submitted().data, without)).other_pages == (2,)
    assert checked(saved(submitted().data, twice)).other_pages == (3,)


def test_data_that_was_taken_out_is_missed():
    """The file says that it had data."""

    def change(pdf):
        for name in NAMES:
            del pdf.attachments[name]
        if "/AF" in pdf.Root:
            del pdf.Root.AF

    found = checked(saved(submitted().data, change))
    assert found.taken_out
    assert not found.intact
    assert "The data that belongs to it has been taken out." in said(found)


def test_pages_are_not_compared_where_the_versions_differ(monkeypatch):
    """It is said, and nothing is made."""
    data = submitted().data
    monkeypatch.setattr(verifying, "versions", lambda: {"weasyprint": "71.0"})
    found = verify(data, library.unchanged, not_called)
    assert (found.changed, found.follows, found.pages) == ((), True, Pages.NOT_COMPARED)
    assert "Pages not compared" in said(found)
    assert found.intact


def not_called(*_):
    """For what must not be made."""
    raise AssertionError("a report was made")


def test_a_rubric_that_is_not_here_is_said_and_nothing_is_worked_out():
    """Its version is named; neither results nor pages can be told."""
    found = verify(submitted().data, lambda name, content: None, not_called)
    assert (found.rubric, found.follows, found.pages) == (None, None, Pages.NOT_COMPARED)
    assert "this Gyda does not have just these" in said(found)
    assert isinstance(checked(submitted().data).rubric, Rubric)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_data_only_its_state_is_told(language):
    """A draft, a withdrawn one, a first look."""
    for one, state in (
        (bid("", language, DRAFT), "draft"),
        (bid("", language, WITHDRAWN), "withdrawn"),
        (whole(language), "draft"),
        (first_look(language, SUBMITTED), "submitted"),
    ):
        found = checked(one.data)
        assert (found.state, found.said, found.intact) == (state, None, True)
        assert len(words.findings(found, language)) == 1


def test_somebody_elses_pdf_is_refused():
    """One that Gyda did not make, and one that carries a file that Gyda did not put there."""
    plain = pikepdf.new()
    plain.add_blank_page()
    out = io.BytesIO()
    plain.save(out)
    with pytest.raises(NotOurs, match="not a report of Gyda"):
        checked(out.getvalue())
    for report in (submitted().data, bid("", "en", DRAFT).data):
        with pytest.raises(NotOurs, match=r"did not put there: invoice\.xml"):
            checked(saved(report, with_file("invoice.xml", b"<x/>")))


@pytest.mark.parametrize(
    "about",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"format": "gyda-report/1"}',
        b'{"format": "gyda-report/2"}' + b" " * 10,
        b"[" * 100_000,
        b'{"format": "gyda-report/1", "format": "gyda-report/1"}',
    ],
    ids=range(8),
)
def test_data_of_another_kind_is_refused(about):
    """Under our names, but nothing that Gyda writes."""
    with pytest.raises(NotOurs):
        checked(saved(submitted().data, with_file("report.json", about)))


@pytest.mark.parametrize(
    "change",
    [
        {"room": 99},
        {"room": -1},
        {"format": "gyda-report/9"},
        {"submission": {"state": "draft", "day": None, "record": "", "address": ""}},
        {"submission": {"state": "submitted", "day": "tomorrow", "record": "", "address": ""}},
        {"choice": {"language": "fr", "notes": False, "law": False, "leave_out": [], "layout": "bid"}},
        {"choice": {"language": "en", "notes": False, "law": False, "leave_out": ["people"], "layout": "bid"}},
        {"more": 1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_data_that_says_what_it_cannot_say_is_refused(change):
    """A layout, a language, a state that there is not."""
    about = json.loads(submitted().enclosed.about) | change
    with pytest.raises(NotOurs):
        checked(saved(submitted().data, with_file("report.json", json.dumps(about).encode())))


def test_answers_that_cannot_be_read_are_changed_answers():
    """Whatever stands there now, it is not what stood there."""
    for content in (b"", b"{", b"\xff", b"[]", b"{}" * 10, b"1e999"):
        found = checked(saved(submitted().data, with_file("answers.json", content)))
        assert found.changed == ("answers.json",)
        assert (found.follows, found.assessment) == (None, None)
        assert found.pages is Pages.NOT_COMPARED


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_never_says_that_a_report_is_genuine(language):
    """It proves no claim true, and says so, whatever was found."""
    never = ("genuine", "verified", "authentic", "dilys", "wedi'i ddilysu", "gwir ")
    for data in (submitted().data, forgery(hide=True), bid("", "en", DRAFT).data):
        found = checked(data)
        told = f"{said(found, language)} {' '.join(words.limits(found, language))}".lower()
        assert not [word for word in never if word in told]
        assert {"en": "does not show that what the report says is true", "cy": "ddim yn dangos bod"}[language] in told


def test_the_fingerprint_told_is_the_one_that_is_printed():
    """So that somebody can lay the paper beside it."""
    told = " ".join(words.limits(checked(submitted().data), "en"))
    assert submitted().enclosed.short in told
    assert sha256(submitted().enclosed.about).startswith(submitted().enclosed.short.replace(" ", ""))
