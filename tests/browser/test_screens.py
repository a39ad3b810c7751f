"""Every screen in a real browser: language, accessibility, place, download, files of one's own."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.ui.files import names, shipped
from tests.browser.looks import english_on, open_screen, unfold, violations, whole
from tests.kept_data import FULL

SCREENS = ("", "results", "report", "about")


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_accessible_and_in_one_language(page: Page, screen, language):
    """No WCAG A or AA violation, one h1, a title, the right language, and no English on a Welsh page."""
    open_screen(page, screen, language, example=FULL)
    unfold(page)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.title().endswith(" · Gyda")
    assert not violations(page)
    if language == "cy":
        assert english_on(page, FULL) == []


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


def test_back_after_the_switch_leads_to_the_page_before_in_the_new_language(page: Page):
    """Who has changed the language, and goes back, gets the page before, and in the language they chose."""
    open_screen(page, "", "en")
    page.get_by_role("button", name="About").click()
    page.wait_for_url("**/about**")
    whole(page)
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url("**/about?**lang=cy**")
    whole(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Penderfynu dros bobl")).to_be_visible()
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


def test_a_person_goes_from_start_to_report_by_buttons(page: Page):
    """From the first page by way of an example to the report: one clear step on every screen."""
    open_screen(page, "", "en")
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


def test_ones_own_file_survives_a_reload_and_the_other_language(page: Page):
    """An uploaded file becomes a project, goes along to the report, and is there after a reload and in Welsh."""
    own = shipped(FULL, "en").content
    open_screen(page, "", "en")
    page.locator("input[type=file]").set_input_files({"name": "own.yaml", "mimeType": "text/yaml", "buffer": own})
    page.get_by_role("button", name="Make the report").first.click()
    page.wait_for_url("**/report?**assessment=**")
    whole(page)
    page.reload()
    whole(page)
    expect(page.locator(".gyda-project-name")).to_be_visible()
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url("**/report?**lang=cy**")
    whole(page)
    expect(page.locator(".gyda-project-name")).to_be_visible()


def test_gyda_sets_three_cookies_and_no_more(page: Page):
    """What "About" says of cookies is so."""
    open_screen(page, "about", "en")
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url("**lang=cy**")
    whole(page)
    names = {cookie["name"] for cookie in page.context.cookies()}
    assert names == {"gyda_language", "gyda_person", "_streamlit_xsrf"}


def test_nothing_runs_off_a_phone(page: Page):
    """At the width of a small phone no page scrolls sideways."""
    page.set_viewport_size({"width": 320, "height": 700})
    for screen in SCREENS:
        open_screen(page, screen, "cy", example=FULL)
        wide = page.evaluate(
            "() => [...document.querySelectorAll('[data-testid=stMain], body')]"
            ".some((element) => element.scrollWidth > element.clientWidth + 1)"
        )
        assert not wide, screen


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the focus is on what has this role and a name that begins so."""
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.locator("*:focus")
        if here.count() and here.and_(page.get_by_role(role, name=re.compile(f"^{re.escape(name)}"))).count():
            return
    pytest.fail(f"The keyboard does not reach the {role} '{name}'.")


def test_everything_can_be_reached_by_keyboard(page: Page):
    """Tab and Enter alone open an example, unfold a table, and lead to the report."""
    open_screen(page, "", "en")
    tab_to(page, "button", "Open: ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/results**")
    whole(page)
    tab_to(page, "link", "Who decides")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("table").first).to_be_visible()
    page.get_by_role("button", name="Make the report").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/report**")
