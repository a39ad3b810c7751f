"""Every screen in a real browser: language, accessibility, place, download, files of one's own."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.ui.files import names, shipped
from tests.browser.looks import english_on, open_screen, settle, unfold, violations, whole
from tests.browser.states import SCREENS, Kept, states
from tests.kept_data import FULL, Data

#: Whether a page scrolls sideways.
SCROLLS = """() => [...document.querySelectorAll('[data-testid=stMain], body')]
  .some((element) => element.scrollWidth > element.clientWidth + 1)"""
COUNT_WHAT_IS_SENT = """() => {
  window.sent = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...all) { window.sent += 1; return send.apply(this, all); };
}"""
#: The class that carries the key of each of some elements.
KEYS = "found => found.map((one) => [...one.classList].find((name) => name.startsWith('st-key-')))"


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_accessible_and_in_one_language_in_every_state(page: Page, data: Data, screen, language):
    """No WCAG violation, one h1, a title, one language, no English in Welsh, nothing off a phone, deaf to letters."""
    wrong = {}
    for state, named in states(screen, Kept(data, language)):
        open_screen(page, screen, language, **named)
        unfold(page)
        if found := [*faults(page, language), *too_wide(page)]:
            wrong[state] = found
    assert deaf(page)
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


def too_wide(page: Page) -> Iterator[str]:
    """The widths of phones at which it scrolls sideways."""
    desktop = page.viewport_size
    assert desktop
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        settle(page)
        if page.evaluate(SCROLLS):
            yield f"wider than {width} px"
    page.set_viewport_size(desktop)


def deaf(page: Page) -> bool:
    """Whether bare letters do nothing: Streamlit's shortcuts (r runs the app again) are stopped (WCAG 2.1.4)."""
    page.evaluate("() => document.activeElement?.blur()")
    page.evaluate(COUNT_WHAT_IS_SENT)
    for key in ("r", "c", "R", "C"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    return page.evaluate("window.sent") == 0 and page.get_by_role("dialog").count() == 0


def faults(page: Page, language: str, others: Sequence[str] = ()) -> Iterator[object]:
    """What is wrong with a page, whatever it is about."""
    if page.locator("html").get_attribute("lang") != language:
        yield "another language"
    if page.locator("h1").count() != 1:
        yield f"{page.locator('h1').count()} titles"
    if not page.title().endswith(" · Gyda"):
        yield page.title()
    if mishap := page.get_by_test_id("stAlertContentError").all_inner_texts():
        yield mishap
    if found := violations(page):
        yield found
    if language == "cy" and (found := english_on(page, others=others)):
        yield found


@pytest.mark.parametrize("example", [name for name in names() if name != FULL])
def test_every_other_example_reads_in_welsh(page: Page, example):
    """The other examples, too, show where they stand without a word of English."""
    open_screen(page, "results", "cy", example=example)
    unfold(page)
    assert english_on(page, example) == []


def test_charts_say_in_words_what_they_show(page: Page):
    """Every chart is a picture with a text alternative, and its table holds the same rows."""
    open_screen(page, "results", "en", example=FULL)
    charts = page.locator("[data-testid=stPlotlyChart]")
    assert charts.count() >= 4
    for chart in charts.all():
        named = chart.locator("xpath=descendant-or-self::*[@aria-label]").first
        assert len(named.get_attribute("aria-label")) > 40
    unfold(page)
    assert page.locator("table").count() >= charts.count()


def test_the_other_language_keeps_the_place(page: Page):
    """The switch leads to the same page of the same example, and a reload stays there."""
    open_screen(page, "report", "en", example=FULL)
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url("**/report?**lang=cy**")
    whole(page)
    assert page.locator("html").get_attribute("lang") == "cy"
    assert f"example={FULL}" in page.url
    page.reload()
    whole(page)
    assert f"example={FULL}" in page.url
    assert page.locator("html").get_attribute("lang") == "cy"


def test_back_after_the_switch_leads_to_the_page_before_in_the_new_language(page: Page, data: Data):
    """Who has changed the language, and goes back, gets the page before, and in the language they chose."""
    data.empty("en")
    open_screen(page, "", "en")
    page.get_by_role("button", name="About").click()
    page.wait_for_url("**/about**")
    whole(page)
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url("**/about?**lang=cy**")
    whole(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Fy mhrosiectau")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "cy"
    page.wait_for_url("**/?lang=cy")


@pytest.mark.parametrize("language, told", [("cy", "Does dim enghraifft"), ("en", "There is no example")])
def test_the_first_page_tells_of_an_example_that_is_not_there(page: Page, language, told):
    """An old or forged address of the first page is told of, and the examples stand below."""
    open_screen(page, "", language, example="nonsense")
    expect(page.get_by_text(told)).to_be_visible()


def test_a_section_without_voices_is_left_out(page: Page):
    """Where no group has answers enough to show, the page is as silent as the report."""
    open_screen(page, "results", "en", example=FULL)
    expect(page.get_by_role("heading", name="How people see it")).to_be_visible()
    open_screen(page, "results", "en", example="cardiff_active_travel")
    expect(page.get_by_role("heading", name="How people see it")).to_have_count(0)


def test_a_person_goes_from_an_example_to_its_report_by_buttons(page: Page, data: Data):
    """From the first page by way of an example to the report: one clear step on every screen."""
    data.empty("en")
    open_screen(page, "", "en")
    page.get_by_text("Look at an example").click()
    page.get_by_role("button", name="Open: ").first.click()
    expect(page.get_by_role("heading", level=1, name="Where we stand")).to_be_visible()
    whole(page)
    assert "lang=en" in page.url
    assert "example=" in page.url
    page.get_by_role("button", name="Make the report").first.click()
    expect(page.get_by_role("heading", level=1, name="Report")).to_be_visible()
    assert "example=" in page.url


@pytest.mark.parametrize("language, button", [("cy", "Lawrlwytho'r adroddiad"), ("en", "Download the report")])
def test_the_report_is_downloaded_in_the_persons_language(page: Page, language, button):
    """One button makes it, the next gives a PDF whose language is the page's."""
    open_screen(page, "report", language, example=FULL)
    page.locator(".st-key-make-report button").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"%PDF-")
    assert download.value.suggested_filename.endswith(".pdf")
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang).startswith(language)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_faulty_file_tells_all_its_faults_at_once(page: Page, language):
    """Every fault is listed with its place and remedy, in the person's language, and the page stays usable."""
    faulty = shipped(FULL, language).content.replace(b"format: answers/1", b"format: answers/1\nnonsense: 1")
    faulty = re.sub(rb"level: [0-3]", b"level: 9", faulty, count=2)
    open_screen(page, "", language)
    page.locator("input[type=file]").set_input_files({"name": "own.yaml", "mimeType": "text/yaml", "buffer": faulty})
    expect(page.locator(".gyda-faults li")).to_have_count(3)
    whole(page)
    if language == "cy":
        assert english_on(page, FULL) == []


def test_ones_own_file_survives_a_reload_and_the_other_language(page: Page, data: Data):
    """An uploaded file becomes a project, which is there after a reload and in Welsh."""
    data.empty("en")
    open_screen(page, "", "en")
    page.get_by_text("Open an answers file").click()
    own = {"name": "own.yaml", "mimeType": "text/yaml", "buffer": shipped(FULL, "en").content}
    page.locator("input[type=file]").set_input_files(own)
    expect(page.get_by_role("heading", level=1, name="Where we stand")).to_be_visible()
    page.get_by_role("button", name="Report", exact=True).click()
    page.wait_for_url("**/report?**assessment=**")
    for language in ("en", "cy"):
        whole(page)
        page.reload()
        whole(page)
        expect(page.locator(".gyda-project-name")).to_be_visible()
        assert f"lang={language}" in page.url
        if language == "en":
            page.get_by_role("link", name="Cymraeg").click()
            page.wait_for_url("**/report?**lang=cy**")


def test_gyda_sets_three_cookies_and_no_more(page: Page):
    """What "About" says of cookies is so."""
    open_screen(page, "about", "en")
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url("**lang=cy**")
    whole(page)
    names = {cookie["name"] for cookie in page.context.cookies()}
    assert names == {"gyda_language", "gyda_person", "_streamlit_xsrf"}


def test_the_cards_of_the_plan_are_accessible_and_in_one_language_when_they_are_open(page: Page, data: Data):
    """Each kind of card, opened to be filled in, and what follows from an answer in it."""
    wrong = {}
    for language in ("cy", "en"):
        open_screen(page, "plan", language, assessment=Kept(data, language)["mixed"])
        for name in page.locator("[class*=st-key-turn]").evaluate_all(KEYS):
            page.locator(f".{name} button").click()
            settle(page)
        for add in page.locator("[class*=st-key-add]").evaluate_all(KEYS):
            page.locator(f".{add} button").click()
            settle(page)
        assert page.get_by_role("textbox").count() > 30
        if found := list(faults(page, language)):
            wrong[language] = found
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


def test_what_is_looked_for_would_be_found(page: Page):
    """The proof that the tests above can fail: what is too wide is found, English, and a picture without words."""
    open_screen(page, "about", "en")
    assert list(too_wide(page)) == []
    page.evaluate("document.querySelector('h1').style.cssText = 'width: 350px; min-width: 350px'")
    assert list(too_wide(page)) == ["wider than 320 px"]
    assert len(english_on(page)) > 20
    page.evaluate(
        "() => { document.querySelector('h1').append(Object.assign(new Image(), { src: '/gyda/icon.svg' })); }"
    )
    page.evaluate("() => { document.querySelector('h1').after(document.createElement('h1')); }")
    found = list(faults(page, "en"))
    assert found[0] == "2 titles"
    assert "image-alt" in str(found)
