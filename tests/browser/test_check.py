"""Checking a report in the browser, as somebody does who was given one and knows nothing of Gyda."""

import json

import pytest
from playwright.sync_api import Page, expect

from reports.enclosure import shortened
from reports.stranger import MB
from tests.browser.looks import address, english_on, open_screen, settle, whole
from tests.browser.person import Person
from tests.browser.test_screens import faults, too_wide
from tests.kept_data import Data, changed, fingerprint_of

WHOLE = "Nothing in this file has been changed since the report was made."
NOT_WHOLE = "Something in this file is not as it was when the report was made."
REFUSED = "This file is not a PDF, or it is damaged."


def give(person: Person, report: bytes, name: str) -> None:
    """Give the page a file, and wait until it has told of it."""
    file = {"name": name, "mimeType": "application/pdf", "buffer": report}
    person.page.locator("input[type=file]").set_input_files(file)
    expect(person.page.locator(".gyda-verdict-file", has_text=name)).to_be_visible()
    settle(person.page)


def reads(person: Person, english: str) -> None:
    """The one sentence about the file, which has the focus, so that it is read out and can be seen."""
    told = person.page.locator(".st-key-told")
    expect(told.get_by_role("heading", level=2, name=person.say(english), exact=True)).to_be_in_viewport()
    expect(told).to_be_focused()


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_stranger_checks_what_they_were_given(page: Page, data: Data, language):
    """On a phone, by the code on the paper: a report as it was, one that was changed, and a file that is none."""
    person = Person(page, language)
    report = data.report(data.submitted(language), language)
    code = fingerprint_of(report)[:20]
    page.set_viewport_size({"width": 390, "height": 700})
    open_screen(page, "check", language, fingerprint=code)
    expect(page.get_by_text(shortened(code))).to_be_visible()
    wrong = {}
    for name, given, sentence in (
        ("report.pdf", report, WHOLE),
        ("other.pdf", changed(report, "results.json", b"0", b"1"), NOT_WHOLE),
        ("README.pdf", b"# Gyda\n", REFUSED),
    ):
        give(person, given, name)
        reads(person, sentence)
        if found := [*faults(page, language), *too_wide(page)]:
            wrong[name] = found
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)
    assert f"fingerprint={code}" in page.url


def test_the_code_on_the_paper_goes_with_the_other_language_and_stays_here(page: Page):
    """The switch leads back to the same code; another page knows nothing of it."""
    code = "3f2a91bc04d5e6770a1b"
    page.goto(f"/check?fingerprint={code}")
    whole(page)
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url("**/check?**lang=cy**")
    whole(page)
    expect(page.get_by_text("3f2a 91bc 04d5 e677 0a1b")).to_be_visible()
    page.reload()
    whole(page)
    assert f"fingerprint={code}" in page.url
    page.get_by_role("button", name="Am Gyda").click()
    page.wait_for_url("**/about**")
    whole(page)
    assert "fingerprint" not in page.url


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_file_that_is_too_large_is_refused_where_it_is_seen(page: Page, language):
    """Nothing is sent, and the reason can be read without pointing at it."""
    open_screen(page, "check", language)
    large = {"name": "large.pdf", "mimeType": "application/pdf", "buffer": bytes(22 * MB)}
    page.locator("input[type=file]").set_input_files(large)
    told = page.get_by_test_id("stFileChip").get_by_role("alert")
    expect(told).to_contain_text("20.0MB")
    assert told.bounding_box()["width"] > 100
    if language == "cy":
        assert english_on(page) == []


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_way_there_is_found(page: Page, language):
    """From the foot of the first page."""
    person = Person(page, language)
    page.goto(address("", language))
    whole(page)
    person.press("Check a report that somebody gave you")
    person.reads(person.say("Check a report"))
