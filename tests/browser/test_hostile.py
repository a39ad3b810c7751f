"""Text that people typed is text on every screen; forged addresses are told kindly."""

import pytest
from playwright.sync_api import Browser, Page, expect

from assessment.ui.files import shipped
from tests.browser.conftest import Server
from tests.browser.test_screens import FULL, open_screen, unfold, whole

HOSTILE = (
    '<img src=https://elsewhere.example/x onerror=alert(1)> ![x](https://elsewhere.example/y) '
    "[link](https://elsewhere.example) **bold** `code` $x^2$ :red[red] :material/home: =1+1 {{ 7*7 }} ‮עברית🙂"
)  # fmt: skip


def hostile_file() -> bytes:
    """The full example with hostile text wherever people type."""
    from assessment import answers_file

    assessment, _ = answers_file.read(shipped(FULL, "en").content)
    tree = answers_file.plain(assessment)
    return answers_file.strict_yaml.dump(poisoned(tree)).encode()


#: Keys whose text is typed by people.
TYPED = frozenset(
    (
        *("name", "organisation", "about", "open", "fixed", "place", "title", "how", "said", "label"),
        *("decision_note", "reason_note", "who_could_remove_it", "what", "whose", "note", "why", "text", "owner"),
        *("with_whom", "needs", "barrier", "how_we_know", "heard", "changed", "told", "how_we_know_who_lives_here"),
    )
)


def poisoned(tree, key=""):
    """The same tree, with hostile text before whatever people typed."""
    if isinstance(tree, dict):
        return {name: poisoned(inner, name) for name, inner in tree.items()}
    if isinstance(tree, list):
        return [poisoned(inner, key) for inner in tree]
    return f"{HOSTILE} {tree}" if key in TYPED and isinstance(tree, str) and " " in tree else tree


def test_markup_that_people_typed_is_shown_as_typed(page: Page):
    """Nothing that was typed is fetched, run, linked or made bold: the results show it as it is."""
    open_screen(page, "", "cy")
    file = {"name": "own.yaml", "mimeType": "text/yaml", "buffer": hostile_file()}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.wait_for_url("**/results**")
    whole(page)
    unfold(page)
    shown = page.locator("body").inner_text()
    assert shown.count("<img src=https://elsewhere.example/x onerror=alert(1)>") > 5
    assert "{{ 7*7 }}" in shown
    assert "**bold**" in shown
    assert page.locator("a[href*='elsewhere']").count() == 0
    assert page.locator("img[src*='elsewhere']").count() == 0


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_page_that_is_not_there_is_told_kindly(chromium: Browser, base: str, language):
    """An unknown path says so in the person's language, over the first page (and Streamlit logs it)."""
    page = chromium.new_page(base_url=base)
    page.goto(f"/nothing-here?lang={language}")
    expect(page.get_by_role("dialog")).to_be_visible()
    said = page.get_by_role("dialog").inner_text()
    assert ("Does dim tudalen" in said) is (language == "cy")
    page.close()


def test_the_first_address_after_a_start_is_found_whatever_it_is(chromium: Browser):
    """A deep link is the first thing that a fresh server is asked, and shows its page inside the frame.

    A folder named "pages" beside the main script would be run by Streamlit's old rules until somebody had
    opened the first page: without masthead, and without the person's language.
    """
    with Server("app.py") as server:
        page = chromium.new_page(base_url=server.address)
        page.goto("/about?lang=cy")
        whole(page)
        expect(page.get_by_role("link", name="English")).to_be_visible()
        page.close()
