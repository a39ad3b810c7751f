"""Checking a report that somebody brings: what is told, and what is not."""

import logging
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from assessment import actions
from assessment.store import Change
from assessment.ui.check import checking
from assessment.ui.files import shipped
from assessment.ui.keeping import the_store
from assessment.ui.place import Place
from assessment.words import words
from reports.enclosure import shortened
from reports.verdict import not_shown
from tests.kept_data import FULL, changed, fingerprint_of, report_of
from tests.ui.test_screens import opened, texts

LANGUAGES = ("cy", "en")
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
README = Path(__file__).parents[2] / "README.md"
WHOLE = "Nothing in this file has been changed since the report was made."
KEPT = "This Gyda keeps the record this report was made from."
SAME, OTHER = "The report says what the record says.", "The record says something else."
UNKNOWN = "This Gyda does not know the record; it may have been submitted in another."


def submitted(language: str = "en") -> str:
    """A full assessment that was submitted. Its id; each has a name of its own, so that no two have one record."""
    store = the_store()
    id_ = actions.bring_in(store, shipped(FULL, language).content, who="somebody", at=AT)
    work = actions.look(store, id_)
    name = Change(actions.NAME, f"{work.value(actions.NAME)} {id_}", work.value(actions.NAME))
    actions.answer(store, work, name.path, name.new, seen=name.seen, who="somebody", at=AT)
    actions.submit(store, actions.look(store, id_), shared_with="team", at=AT)
    return id_


def given(test: AppTest, report: bytes, name: str = "report.pdf") -> AppTest:
    """The page after somebody has given it a file."""
    return test.file_uploader[0].set_value((name, report, "application/pdf")).run()


def read(test: AppTest) -> str:
    """Everything that the page says, as it is read."""
    assert not test.exception
    return unescape(texts(test))


def say(english: str, language: str, **blanks: str) -> str:
    """A sentence of the interface in this language."""
    return words(language).gettext(english).format(**blanks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_that_is_as_it_was(language):
    """The page says so in one sentence, what was found, that the record is kept here, and what that does not show."""
    report = report_of(the_store(), submitted(language), language)
    page = given(opened("check", language), report)
    told = read(page)
    for sentence in (WHOLE, "The pages made again from the data are the same bytes.", f"{KEPT} {SAME}"):
        assert all(say(part + ".", language) in told for part in sentence.rstrip(".").split(". "))
    assert not_shown(language) in told
    assert shortened(fingerprint_of(report)) in told
    assert page.title[0].value == say("Check a report", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_whose_data_was_changed(language):
    """The page says which data is not as it was, and does not say that the file is as it was."""
    report = report_of(the_store(), submitted(language), language)
    told = read(given(opened("check", language), changed(report, "results.json", b"0", b"1")))
    assert say("Something in this file is not as it was when the report was made.", language) in told
    assert say("The data is not as it was when the report was made: {files}.", language, files="results.json") in told
    assert say(WHOLE, language) not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_that_says_something_else_than_its_record(language):
    """A report made anew with another name and the record's own hash is found out, where the record is kept."""
    report = report_of(the_store(), submitted(language), language, name="Another project")
    told = read(given(opened("check", language), report))
    assert say("The record that this report names says something else.", language) in told
    assert say(OTHER, language) in told
    assert say(SAME, language) not in told


def test_a_record_that_is_not_kept_here():
    """What was submitted in another Gyda may well be as it was."""
    id_ = submitted()
    report = report_of(the_store(), id_, "en")
    the_store().delete(id_)
    told = read(given(opened("check", "en"), report))
    assert WHOLE in told
    assert UNKNOWN in told
    assert KEPT not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_that_was_withdrawn_or_corrected_since(language):
    """Whoever holds the report is told, and when; the correction is not named."""
    store, id_ = the_store(), submitted(language)
    report = report_of(store, id_, language)
    newer = actions.correct(store, actions.look(store, id_), who="somebody", today=AT.date(), at=AT)
    work = actions.look(store, newer)
    actions.answer(store, work, actions.NAME, "Quite another", seen=work.value(actions.NAME), who="somebody", at=AT)
    actions.submit(store, actions.look(store, newer), shared_with="team", at=AT + timedelta(days=1))
    day = {"cy": "24 Tachwedd 2026", "en": "24 November 2026"}[language]
    told = read(given(opened("check", language), report))
    assert say("A correction of it was submitted on {day}.", language, day=day) in told
    assert "Quite another" not in told
    store.withdraw(id_, AT + timedelta(days=2))
    day = {"cy": "25 Tachwedd 2026", "en": "25 November 2026"}[language]
    told = read(given(opened("check", language), report))
    assert say("It has been withdrawn since, on {day}.", language, day=day) in told


def test_a_record_is_not_named():
    """Who has only its hash, in a report of something else, does not learn whose it is."""
    id_ = submitted()
    work = actions.look(the_store(), id_)
    forged = report_of(the_store(), id_, "en", name="Another project", organisation="Somebody else")
    told = read(given(opened("check", "en"), forged))
    for path in (actions.NAME, actions.ORGANISATION):
        assert str(work.value(path)) not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_report_is_refused_in_words(language, caplog):
    """It says why and what to do, and the log says nothing of the file."""
    with caplog.at_level(logging.DEBUG):
        told = read(given(opened("check", language), README.read_bytes(), "Secret name.pdf"))
    assert say("This file is not a PDF, or it is damaged.", language) in told
    assert say("Ask for the file as it came out of Gyda.", language) in told
    assert "Secret name.pdf" in told
    assert say("What was found", language) not in told
    assert "Secret" not in caplog.text


def test_a_failure_of_ours_is_told_and_not_written_down(monkeypatch, caplog):
    """Whatever goes wrong inside, the person reads a sentence, and the log has the place and no words of the file."""

    def fails(data: bytes, *_: object) -> None:
        raise RuntimeError(data.decode())

    monkeypatch.setattr(checking, "verify", fails)
    told = read(given(opened("check", "en"), b"words of the file"))
    assert "Something went wrong in Gyda, so nothing has been changed." in told
    assert "RuntimeError" in caplog.text
    assert "words of the file" not in caplog.text


def test_more_answers_than_a_report_has_are_not_worked_out():
    """Nobody else waits for a stranger's endless report, whether its texts are long or its rows many."""
    report = report_of(the_store(), submitted(), "en")
    for much in (b'"' + b"x" * 1_000_000, b"{}," * 10_001):
        told = read(given(opened("check", "en"), changed(report, "answers.json", b'"format"', much + b'"format"')))
        assert "There is more in this PDF than Gyda can read safely." in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_the_paper_is_put_beside_the_file(language):
    """The page shows it, in groups as on the paper, and says whether the file has the same or another."""
    report = report_of(the_store(), submitted(language), language)
    code = fingerprint_of(report)[:20]
    test = opened("check", language, fingerprint=code.upper())
    assert shortened(code) in read(test)
    assert test.query_params["fingerprint"] == code
    told = read(given(test, report))
    assert say("The file has the fingerprint that the code on the paper says.", language) in told
    assert test.query_params["fingerprint"] == code
    other = read(given(opened("check", language, fingerprint="0" * 20), report))
    assert say("This file is not the one that the code on the paper belongs to.", language) in other
    another = "The file has another fingerprint than the code on the paper says: {fingerprint}."
    assert say(another, language, fingerprint=shortened(code)) in other


@pytest.mark.parametrize("nonsense", ["", "3f2a", "g" * 20, "0" * 21, "<b>0000000000000000</b>", "٣" * 20])
def test_what_is_no_fingerprint_is_as_if_it_were_not_there(nonsense):
    """Nothing is shown of it, and it leaves the address."""
    test = opened("check", "en", fingerprint=nonsense)
    assert "The code on the paper says:" not in read(test)
    assert "fingerprint" not in test.query_params


def test_the_fingerprint_stays_on_its_page():
    """What is asked on another page is not about it."""
    place = Place("en", fingerprint="0" * 20)
    assert place.query == {"lang": "en", "fingerprint": "0" * 20}
    assert place.on_another_page.query == {"lang": "en"}


def test_the_file_is_let_go(monkeypatch):
    """After it was read nothing of it is held, here or in Streamlit, and the field is free for another."""
    keepers, make = [], MemoryUploadedFileManager.__init__

    def noted(self: MemoryUploadedFileManager, *args: str) -> None:
        make(self, *args)
        keepers.append(self)

    monkeypatch.setattr(MemoryUploadedFileManager, "__init__", noted)
    test = given(opened("check", "en"), README.read_bytes())
    assert keepers
    assert [keeper.file_storage for keeper in keepers if any(keeper.file_storage.values())] == []
    assert [one.value for one in test.file_uploader] == [None]
    assert test.file_uploader[0].label == "Another report (PDF)"
    told = read(given(test, b"%PDF-1.7", "second.pdf"))
    assert "second.pdf" in told
    assert "report.pdf" not in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["start", "report"])
def test_the_way_to_it(screen, language):
    """One button leads there, and what was told there before is gone; the page is about no project that was open."""
    test = given(opened("check", language), README.read_bytes())
    assert "gyda-verdict" in read(test)
    test.switch_page(f"screens/{screen}.py").run()
    next(one for one in test.button if one.key == "to-check").click().run()
    assert test.title[0].value == say("Check a report", language)
    assert "gyda-verdict" not in read(test)
    assert not any(one.key.startswith("way-results") for one in test.button)
