"""The report, of an assessment that is kept: what goes in, the file, whether people saw it, and submitting."""

import os
import signal
import time
from datetime import timedelta
from html import unescape
from io import BytesIO
from threading import Thread

import pikepdf
import pytest
from streamlit.testing.v1 import AppTest

import reports
from assessment import actions, library
from assessment.core.entries import typed
from assessment.ui.keeping import now, the_store
from assessment.ui.place import Place
from assessment.ui.report.how_far import page_of, sentence_of
from assessment.ui.report.making import MADE
from assessment.ui.report.submission import WALES, address
from assessment.ui.reporting import file_name, fingerprint, report_of_now
from assessment.ui.wiring import open_place
from assessment.words import words
from reports.choice import LEAVABLE, Choice
from reports.finished import Pdf
from reports.press import NotMade, Press
from reports.progress import Making, Waiting
from reports.verify import Pages, verify
from tests.ui.test_plan import example, field, fresh, keep, kept
from tests.ui.test_screens import opened, texts

LANGUAGES = ("cy", "en")
SHOWN = "assessment/shown_to_people"


def page(id_: str, language: str = "en") -> AppTest:
    """The page of an assessment."""
    return opened("report", language, assessment=id_)


def read(test: AppTest) -> str:
    """Everything that the page says, as it is read."""
    return unescape(texts(test)).replace("\\", "")


def box(test: AppTest, name: str, id_: str):
    """The box to tick of this name."""
    return next(one for one in test.checkbox if one.key == f"{name}-{id_}")


def press(test: AppTest, key: str) -> AppTest:
    """The page after this button was pressed."""
    return next(button for button in test.button if button.key == key).click().run()


def chosen(test: AppTest) -> Choice:
    """By which choices the report was made that the page offers."""
    return test.session_state[MADE][2]


def state(id_: str):
    """What is known of an assessment."""
    return the_store().find(id_)


def submit(id_: str, shared_with: str = "team") -> str:
    """Submit it elsewhere."""
    actions.submit(the_store(), actions.look(the_store(), id_), shared_with=shared_with, at=now())
    return id_


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_made_in_the_language_of_the_page_and_without_notes(language):
    """What is chosen at first is what can do no harm; the button to download it comes once it is made."""
    id_ = example(language)
    test = page(id_, language)
    assert not test.exception
    assert test.get("download_button") == []
    press(test, "make-report")
    assert not test.exception
    assert chosen(test) == Choice(language)
    assert len(test.get("download_button")) == 1


def test_what_goes_in_can_be_chosen_part_by_part():
    """Each part that may be left out can be, notes can be put in, and another language chosen."""
    id_ = example("en")
    test = page(id_)
    for part in LEAVABLE:
        box(test, f"report-with-{part}", id_).uncheck()
    box(test, "report-notes", id_).check()
    next(one for one in test.radio if one.key == f"report-language-{id_}").set_value("cy")
    press(test.run(), "make-report")
    assert chosen(test) == Choice("cy", notes=True, leave_out=frozenset(LEAVABLE))
    box(test, "report-notes", id_).uncheck().run()
    assert test.get("download_button") == []


def test_what_has_nothing_to_say_is_not_asked():
    """A new project is not asked whether its answers should go in, for there are none."""
    id_ = fresh("en")
    asked = {str(one.key) for one in page(id_).checkbox}
    assert f"report-with-answers-{id_}" not in asked
    assert f"report-notes-{id_}" in asked


@pytest.mark.parametrize("kind, asked", [("voluntary", True), ("public_body", False), (None, False)])
def test_the_page_of_the_law_is_a_choice_where_the_act_does_not_bind(kind, asked):
    """Where it binds, the page is in anyway; where nobody said what kind it is, there is none."""
    id_ = fresh("en")
    if kind:
        keep(id_, project__kind=kind)
    assert any(one.key == f"report-law-{id_}" for one in page(id_).checkbox) == asked


def test_the_file_says_what_stands_there_when_it_is_asked_for():
    """An answer given after the report was made is in the file: never an old one from a store of files."""
    id_ = example("en")
    place, choice = Place("en", assessment=id_), Choice("en")
    before = report_of_now(place, choice)
    assert report_of_now(place, choice) is before
    keep(id_, project__name="The Morning Bus")
    assert Pdf(report_of_now(place, choice)).title.startswith("The Morning Bus")


@pytest.mark.parametrize(
    "choice, ending",
    [
        (Choice("en"), "-report-2026-10-30-draft.pdf"),
        (Choice("cy"), "-adroddiad-2026-10-30-drafft.pdf"),
        (Choice("both"), "-adroddiad-report-2026-10-30-drafft-draft.pdf"),
        (Choice("cy", layout="bid"), "-cais-2026-10-30-drafft.pdf"),
        (Choice("both", layout="bid"), "-cais-bid-2026-10-30-drafft-draft.pdf"),
    ],
)
def test_the_file_is_named_in_the_language_of_the_report(choice, ending):
    """Project, kind and day, whatever the language of the page."""
    assert file_name(open_place(Place("cy", assessment=example("cy"))), choice).endswith(ending)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_submitted_sees_the_fingerprint_that_the_report_has(language):
    """So that the team can tell it; a draft has none, and no "draft" stands in the name of the file."""
    id_ = example(language)
    test = page(id_, language)
    press(test, "make-report")
    assert words(language).gettext("Fingerprint of this report:") not in read(test)
    submit(id_)
    test = page(id_, language)
    press(test, "make-report")
    place = Place(language, assessment=id_)
    printed = fingerprint(report_of_now(place, Choice(language)))
    assert len(printed.split()) == 5
    assert printed in read(test)
    assert file_name(open_place(place), Choice(language)).endswith("-2026-10-30.pdf")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_pages_for_a_bid_are_chosen_and_need_no_more_choices(language):
    """In both languages in one file; what goes in is fixed, so nothing else is asked."""
    id_ = example(language)
    test = page(id_, language)
    radio(test, f"report-layout-{id_}").set_value("bid").run()
    assert not any(str(one.key).startswith("report-") for one in test.checkbox)
    radio(test, f"report-language-{id_}").set_value("both")
    press(test.run(), "make-report")
    assert not test.exception
    assert chosen(test) == Choice("both", layout="bid")
    assert Pdf(report_of_now(Place(language, assessment=id_), Choice("both", layout="bid"))).pages == 4


def radio(test: AppTest, key: str):
    """A question with a choice of answers."""
    return next(one for one in test.radio if one.key == key)


def test_a_first_look_is_offered_no_bid():
    """The page says that it is one page to talk about."""
    id_ = fresh("en")
    keep(id_, assessment__depth="first_look")
    test = page(id_)
    assert not any(str(one.key).startswith("report-layout") for one in test.radio)
    assert "It cannot go with a bid." in read(test)


def test_what_was_submitted_carries_its_data_and_a_draft_does_not():
    """The report says when it was submitted, and names the record that is kept."""
    id_, choice = example("en"), Choice("en", layout="bid")
    place = Place("en", assessment=id_)
    assert Pdf(report_of_now(place, choice)).embedded == 0
    submit(id_)
    found = verify(report_of_now(place, choice), library.unchanged, the_same)
    assert (found.state, found.pages) == ("submitted", Pages.SAME)
    assert found.said.submission.record == state(id_).record
    assert found.said.submission.day == now().astimezone(WALES).date()
    the_store().withdraw(id_, now() + timedelta(seconds=1))
    assert verify(report_of_now(place, choice), library.unchanged, the_same).state == "withdrawn"


def the_same(rubric, assessment, choice, submission, room):
    """The report made again, without the app."""
    return reports.render(rubric, assessment, submission=submission, room=room, **choice.plain)


@pytest.mark.parametrize(
    "given, taken",
    [
        ("https://gyda.example", "https://gyda.example"),
        (" https://gyda.example:8443/cymru/ ", "https://gyda.example:8443/cymru"),
        ("gyda.example", ""),
        ("javascript:alert(1)", ""),
        ("https://gyda.example/?x=<b>", ""),
        ("", ""),
    ],
)
def test_the_address_on_the_code_is_the_deployments_or_none(given, taken, monkeypatch):
    """What is no address is left out, and the log says so."""
    monkeypatch.setenv("GYDA_ADDRESS", given)
    assert address() == taken


@pytest.fixture
def own_press(monkeypatch):
    """A press of the test's own behind the page, which soon takes a silent process to hang."""
    press = Press(silence=6)
    monkeypatch.setattr("assessment.ui.reporting.the_press", lambda: press)
    yield press
    press.close()


def strike(press, blow):
    """Send a signal to the process as soon as it lays out a page."""

    def watch():
        while not any(order.making and order.making.page for order in list(press._turns._orders.values())):
            time.sleep(0.005)
        os.kill(press._worker._process.pid, blow)

    Thread(target=watch, daemon=True).start()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP], ids=["dies", "hangs"])
def test_a_report_whose_process_dies_or_hangs_is_told_beside_the_button(language, blow, own_press):
    """In the person's language, with a way to try again; then it works."""
    test = page(example(language), language)
    strike(own_press, blow)
    press(test, "make-report")
    assert not test.exception
    told = words(language).gettext("The report could not be made just now. Nothing that was saved is lost.")
    assert told in read(test)
    assert test.get("download_button") == []
    press(test, "again:make-report")
    assert not test.exception
    assert told not in read(test)
    assert len(test.get("download_button")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_far_it_is_is_said_in_words(language):
    """Who waits reads how many come first, then what happens; the page is named once there is one."""
    w = words(language)
    waiting = [sentence_of(Waiting(number), language) for number in (1, 2)]
    assert waiting == [
        w.ngettext("One report is before yours.", "{number} reports are before yours.", number).format(number=number)
        for number in (1, 2)
    ]
    assert "2" in waiting[1]
    steps = [*waiting, *(sentence_of(news, language) for news in (Waiting(3, own=True), Making(), Making(7, True)))]
    assert len(set(steps)) == 5
    assert sentence_of(Making(7), language) == sentence_of(Making(), language)
    assert [page_of(news, language) for news in (Waiting(1), Making())] == ["", ""]
    assert page_of(Making(7), language) == w.gettext("Page {number}").format(number=7)


def test_nothing_of_what_failed_reaches_the_log_of_a_download(monkeypatch):
    """Streamlit logs what a file's making raised; it could quote what somebody typed."""

    def fails(*_):
        raise ValueError("what somebody typed")

    monkeypatch.setattr("assessment.ui.reporting.made_report", fails)
    with pytest.raises(NotMade) as raised:
        report_of_now(Place("en", example="evening_bus"), Choice("en"))
    assert raised.value.__suppress_context__
    assert "typed" not in str(raised.value)


def test_what_the_people_said_of_it_is_kept():
    """Day, way and words go to the store as they are typed."""
    id_ = fresh("cy")
    test = page(id_, "cy")
    field(test, id_, f"{SHOWN}/date").set_value("20 Tachwedd 2026")
    field(test, id_, f"{SHOWN}/said").set_value("Roedden nhw am gael dyddiadau.").run()
    assert not test.exception
    assert kept(id_)[f"{SHOWN}/date"] == "2026-11-20"
    assert kept(id_)[f"{SHOWN}/said"] == "Roedden nhw am gael dyddiadau."


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_worth_a_look_is_told_and_stands_in_nobodys_way(language):
    """What is missing or cannot be read is named, and it can be submitted all the same."""
    w, id_ = words(language), fresh(language)
    keep(id_, stages__co_design__status="under_way")
    keep(id_, assessment__shown_to_people__date=typed("yn y gwanwyn"))
    keep(id_, **{"replies__shared_in_name~co_design__dismissed": True})
    test = page(id_, language)
    assert w.ngettext("{number} question is not answered.", "{number} questions are not answered.", 6).format(
        number=6
    ) in read(test)
    silent = ("{number} question is set aside without a reason.", "{number} questions are set aside without a reason.")
    assert w.ngettext(*silent, 1).format(number=1) in read(test)
    assert w.gettext("Nobody is named as having answered.") in read(test)
    assert w.gettext("This cannot be read yet, so it will be left out: {what}.").split("{")[0] in read(test)
    box(test, "submit-sure", id_).check().run()
    press(test, "submit")
    assert not test.exception
    assert state(id_).state == "submitted"


def test_submitting_wants_one_more_yes():
    """Until the box is ticked the button does nothing."""
    id_ = example("en")
    test = page(id_)
    assert next(button for button in test.button if button.key == "submit").disabled
    assert state(id_).state == "draft"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shared_with", [None, "portfolio"])
def test_submitting_freezes_it_and_says_so(language, shared_with):
    """It is shared with nobody unless the team says so; the page then shows the day and the fingerprint."""
    w, id_ = words(language), example(language)
    test = page(id_, language)
    if shared_with:
        next(one for one in test.radio if one.key == f"may-see-{id_}").set_value(shared_with).run()
    box(test, "submit-sure", id_).check().run()
    press(test, "submit")
    assert not test.exception
    now_kept = state(id_)
    assert (now_kept.state, now_kept.shared_with) == ("submitted", shared_with or "team")
    assert w.gettext("The assessment has been submitted. Nothing in it changes any more.") in said(test)
    assert now_kept.sha256[:12] in read(test)
    assert w.gettext("Submitted on {day}").split("{")[0] in read(test)
    assert len(test.text_area) == 0


def test_who_may_see_it_can_be_changed_later():
    """Sharing is no answer: it can change after all else is frozen, and is still so after a reload."""
    id_ = submit(example("en"))
    test = page(id_)
    next(one for one in test.radio if one.key == f"share-{id_}").set_value("portfolio").run()
    assert not test.exception
    assert state(id_).shared_with == "portfolio"
    assert next(one for one in page(id_).radio if one.key == f"share-{id_}").value == "portfolio"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_somebody_else_submitted_meanwhile_is_told_beside_the_button(language, monkeypatch):
    """Two people submit at once: the second is told in their language that it is done, and nothing breaks."""
    id_ = example(language)
    test = page(id_, language)
    box(test, "submit-sure", id_).check().run()
    really = actions.look

    def look_too_late(store, wanted):
        work = really(store, wanted)
        submit_once(id_, work)
        return work

    monkeypatch.setattr("assessment.actions.look", look_too_late)
    press(test, "submit")
    assert not test.exception
    told = words(language).gettext("This assessment has been submitted, so it can no longer be changed.")
    assert told in read(test)


def submit_once(id_: str, work) -> None:
    """Submit it as somebody else would at that moment."""
    if state(id_).state == "draft":
        actions.submit(the_store(), work, shared_with="team", at=now())


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_that_was_withdrawn_can_be_read_and_downloaded(language):
    """It says when it was withdrawn, is shared with nobody, and still gives its report."""
    id_ = submit(example(language))
    the_store().withdraw(id_, now() + timedelta(seconds=1))
    test = page(id_, language)
    assert not test.exception
    assert words(language).gettext("Withdrawn on {day}").split("{")[0] in read(test)
    assert not any(one.key == f"share-{id_}" for one in test.radio)
    press(test, "make-report")
    assert len(test.get("download_button")) == 1


def test_a_submitted_report_is_the_same_as_long_as_it_is_kept(own_press, monkeypatch):
    """The bytes come from what was frozen, so that a report can be made again."""
    id_ = example("en")
    place = Place("en", assessment=id_)
    draft = report_of_now(place, Choice("en"))
    submit(id_)
    first = report_of_now(place, Choice("en"))
    another = Press()
    monkeypatch.setattr("assessment.ui.reporting.the_press", lambda: another)
    assert report_of_now(place, Choice("en")) == first
    another.close()
    with pikepdf.open(BytesIO(draft)) as one, pikepdf.open(BytesIO(first)) as two:
        assert len(one.pages) == len(two.pages)


def said(test: AppTest) -> str:
    """What the page says in its green notices."""
    return " ".join(str(one.value).replace("\\", "") for one in test.success)
