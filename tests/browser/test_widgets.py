"""Streamlit's own words and habits, on a page with every widget, under Gyda's shell."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, Seen, Server
from tests.browser.looks import ENGLISH, SAID


@pytest.fixture(scope="module")
def widgets() -> Iterator[Server]:
    """A running page with every widget."""
    with Server("tests/browser/widgets/app.py") as server:
        yield server


@pytest.fixture(scope="module")
def visit(widgets: Server, chromium: Browser) -> Iterator[BrowserContext]:
    """One visitor to that page."""
    context = chromium.new_context(base_url=widgets.address, viewport={"width": 1280, "height": 1000})
    yield context
    context.close()


@pytest.fixture
def welsh(widgets: Server, visit: BrowserContext) -> Iterator[Page]:
    """That page in Welsh."""
    page = visit.new_page()
    page.set_default_timeout(PATIENCE)
    seen = Seen(widgets.address)
    seen.watch(page)
    page.goto("/?lang=cy")
    expect(page.get_by_role("button", name="Torri")).to_be_visible()
    yield page
    page.close()
    assert not seen.faults, "\n".join(seen.faults)


def english(page: Page) -> list[str]:
    """Every English text of a page whose own words are all Welsh."""
    return [said for said in page.evaluate(SAID) if ENGLISH.search(said)]


def test_every_widget_at_rest_is_in_welsh(welsh: Page):
    """No fixed English word of Streamlit's is left in any text, label, title or placeholder."""
    assert english(welsh) == []


def test_widgets_in_use_are_in_welsh(welsh: Page):
    """Typing, choosing, opening and hovering bring up no English."""
    welsh.get_by_label("Enw", exact=True).fill("Mair")
    expect(welsh.get_by_text("Pwyswch Enter i'w gadw")).to_be_visible()
    assert english(welsh) == []
    welsh.get_by_label("Nodyn").fill("Testun")
    expect(welsh.get_by_text(re.compile("Pwyswch Ctrl.Enter i'w gadw"))).to_be_visible()
    welsh.get_by_label("Enw yn y ffurflen").fill("Mair")
    expect(welsh.get_by_text("Pwyswch Enter i anfon y ffurflen")).to_be_visible()
    assert english(welsh) == []
    for name in ("Rhestr", "Rhestr agored", "Sawl un"):
        box = welsh.get_by_role("combobox", name=name, exact=True)
        box.click()
        box.fill("zzz")
        welsh.wait_for_timeout(300)
        assert english(welsh) == [], name
        welsh.keyboard.press("Escape")
        welsh.keyboard.press("Escape")
    welsh.get_by_role("button", name="Cymorth: Enw").first.hover()
    welsh.wait_for_timeout(300)
    assert english(welsh) == []


def test_files_and_their_faults_are_in_welsh(welsh: Page):
    """A file that is taken and one that is refused are told in Welsh."""
    chooser = welsh.locator("input[type=file]")
    good = {"name": "da.yaml", "mimeType": "text/yaml", "buffer": b"a: 1"}
    bad = {"name": "drwg.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}
    big = {"name": "mawr.yaml", "mimeType": "text/yaml", "buffer": b"a" * 1_500_000}
    chooser.first.set_input_files(good)
    chooser.last.set_input_files([good, bad, big])
    expect(welsh.get_by_text("drwg.exe")).to_be_visible()
    welsh.wait_for_timeout(500)
    for chip in welsh.get_by_text(re.compile(r"drwg\.exe|mawr\.yaml")).all():
        chip.hover()
        welsh.wait_for_timeout(300)
        assert english(welsh) == []


def test_waiting_and_dialogs_are_in_welsh(welsh: Page):
    """While the script runs, and in a dialog, nothing is said in English."""
    welsh.get_by_role("button", name="Araf").click()
    for _ in range(6):
        welsh.wait_for_timeout(250)
        assert english(welsh) == []
    welsh.wait_for_timeout(1200)
    welsh.get_by_role("button", name="Agor deialog").click()
    expect(welsh.get_by_role("dialog")).to_be_visible()
    assert english(welsh) == []


def test_a_mishap_is_told_in_plain_words_and_the_log_holds_no_secret(welsh: Page, widgets: Server):
    """When the script fails, the person reads what to do in Welsh; the log has the place, not what was typed."""
    welsh.get_by_role("button", name="Torri").click()
    expect(welsh.get_by_text("Aeth rhywbeth o'i le yn Gyda")).to_be_visible()
    assert english(welsh) == []
    log = widgets.log()
    assert "ValueError" in log
    assert "page.py" in log
    assert "cyfrinach" not in log


def test_typing_is_sent_after_a_second_without_a_key(welsh: Page):
    """What stands in a text area is kept a second after the last key, though the field keeps the focus."""
    area = welsh.get_by_label("Nodyn")
    area.click()
    area.press_sequentially("un dau tri")
    expect(welsh.locator("#sent")).to_have_text("un dau tri")
    assert area.evaluate("element => document.activeElement === element")
    area.press_sequentially(" pedwar")
    expect(area).to_have_value("un dau tri pedwar")
    expect(welsh.locator("#sent")).to_have_text("un dau tri pedwar")


def test_typing_is_sent_when_the_page_is_left(welsh: Page):
    """Leaving the page within that second loses nothing."""
    area = welsh.get_by_label("Nodyn")
    area.click()
    area.press_sequentially("yn sydyn")
    welsh.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    welsh.wait_for_timeout(200)
    welsh.goto("/?lang=cy")
    expect(welsh.locator("#sent")).to_have_text("yn sydyn")


def test_losing_the_server_is_told_plainly(chromium: Browser):
    """When Gyda stops, each page says so in its language, and that what was saved is safe; Streamlit is not named."""
    told = {"cy": "Mae popeth oedd wedi'i gadw yn dal yn ddiogel.", "en": "Everything that was saved is safe."}
    with Server("tests/browser/widgets/app.py") as server:
        # Streamlit says one thing to whoever calls the server localhost, and another to everybody else.
        addresses = (server.address, server.address.replace("127.0.0.1", "localhost"))
        pages = [(language, chromium.new_page(base_url=address)) for language in told for address in addresses]
        for language, page in pages:
            page.goto(f"/?lang={language}")
            expect(page.get_by_role("button", name="Torri")).to_be_visible()
    for language, page in pages:
        dialog = page.get_by_role("dialog")
        while not dialog.count():
            page.wait_for_timeout(500)
            assert language == "en" or english(page) == []
        expect(dialog).to_contain_text(told[language])
        assert "treamlit" not in dialog.inner_text()
        assert language == "en" or english(page) == []
        page.close()
