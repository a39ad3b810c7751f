"""Text that people typed is text on every screen; forged addresses are told kindly."""

import re
import subprocess

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assessment import actions, answers_file
from assessment.plain_tree import writable
from assessment.ui.fields import text_of
from assessment.ui.files import main_rubric, shipped
from tests.browser.conftest import Server
from tests.browser.looks import open_screen, unfold, whole
from tests.kept_data import FULL, Data

HOSTILE = (
    '<img src=https://elsewhere.example/x onerror=alert(1)> ![x](https://elsewhere.example/y) '
    "[link](https://elsewhere.example) **bold** `code` $x^2$ :red[red] :material/home: =1+1 {{ 7*7 }} ‮עברית🙂"
)  # fmt: skip


def hostile_file() -> bytes:
    """The full example with hostile text wherever people type."""
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


#: Beside markup and formulas: what a word processor's clipboard holds, and what no keyboard has.
PASTED = f"{HOSTILE} “smart” ‘quotes’ … a\u00a0space, a\x0bbreak, a\x07bell, a\u2028line, a\ufeffmark, 👩🏽‍🦽‍➡️"
STAGE = main_rubric().order[1]
#: Where it is typed: the page, the part of it, and how many of its boxes.
PLACES = (
    ("settings", "[data-testid=stMain]", 3),
    ("who", ".st-key-who", 2),
    ("stage", f".st-key-card-decision-{STAGE}", 1),
    ("stage", f".st-key-question-{main_rubric().items[5].id.replace('.', '-')}", 1),
    ("plan", "[data-testid=stMain]", 2),
)


def boxes(page: Page, part: str, many: int) -> list[Locator]:
    """The first boxes of a part of the page into which people write freely."""
    unfold(page)
    if "/plan" in page.url:  # rows are cards until somebody changes them
        page.get_by_role("button", name="Change it").first.click()
        whole(page)
        expect(page.locator(f"{part} textarea:visible").first).to_be_visible()
    found = page.locator(f"{part} textarea:visible, {part} input[type=text]:visible")
    free = [box for box in found.all() if not box.get_attribute("role") and not is_strict(box)]
    return free[:many]


def is_strict(box: Locator) -> bool:
    """Whether a date or a number belongs there, or the project's name typed back."""
    label = box.get_attribute("aria-label") or ""
    return bool(re.search(r"\b(date|when|how many|delete|day)\b", label, re.IGNORECASE)) or "2026" in box.input_value()


def test_what_is_typed_in_the_app_is_kept_and_shown_as_it_was_typed(page: Page, data: Data):
    """To the letter in its box after a reload, as text on every page and in the report, and in an answers file."""
    id_, typed = data.full("en"), {}
    for screen, part, many in PLACES:
        open_screen(page, screen, "en", assessment=id_, stage=STAGE)
        before = len(typed)
        for box in boxes(page, part, many):
            box.fill(PASTED)
            box.blur()
            whole(page)
            typed[screen, part, box.get_attribute("aria-label")] = box.input_value()
        assert len(typed) > before, screen
    assert set(typed.values()) == {PASTED}
    for screen, part, _ in PLACES:
        open_screen(page, screen, "en", assessment=id_, stage=STAGE)
        shown = {box.get_attribute("aria-label"): box.input_value() for box in boxes(page, part, 99)}
        for (where, inside, label), text in typed.items():
            if (where, inside) == (screen, part):
                assert shown[label] == text, label
    assert sum(PASTED in text_of(value) for value in data.values(id_).values()) == len(typed)
    for screen in ("", "who", "stage", "results", "plan", "report", "settings"):
        open_screen(page, screen, "en", **({"assessment": id_, "stage": STAGE} if screen else {}))
        unfold(page)
        assert page.locator("a[href*='elsewhere'], img[src*='elsewhere'], .katex").count() == 0, screen
        shown = page.locator("body").inner_text() if screen else page.locator(f".st-key-project-{id_}").inner_text()
        assert "{{ 7*7 }}" in shown or screen == "report"
    with data.store() as store:
        work = actions.look(store, id_)
        taken, _ = answers_file.read(actions.take_along(store, work).encode())
        assert taken.project.name == writable(PASTED)
        pdf = made(actions.assessment_of(store, work))
    assert b"elsewhere.example/x)" not in pdf
    told = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "{{ 7*7 }}" in told
    assert "**bold**" in told


def made(assessment) -> bytes:
    """The report with its notes."""
    import reports

    return reports.render(main_rubric(), assessment, language="en", notes=True)


def paste(box: Locator, text: str) -> None:
    """Put a text into a box at once, as the clipboard does, and leave the box."""
    box.evaluate(
        "(box, text) => { box.focus();"
        " Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, text);"
        " box.dispatchEvent(new Event('input', {bubbles: true})); }",
        text,
    )
    box.blur()


def test_a_very_long_text_is_kept_whole(page: Page, data: Data):
    """Two hundred thousand characters, with lines and letters of every kind, come back after a reload."""
    id_ = data.empty("cy")
    text = ("Llanfairpwllgwyngyll ŵŷ 🙂\n" * 8_000)[:200_000]
    open_screen(page, "settings", "cy", assessment=id_)
    box = page.locator("textarea:visible").first
    paste(box, text)
    expect(page.locator(".gyda-fault")).to_have_count(0)
    expect(page.locator(".st-key-progress-bar")).to_contain_text(re.compile(r"\d\d:\d\d"))
    page.reload()
    whole(page)
    assert (box.input_value() == text) is True  # pytest would take minutes to show a difference
    assert (text_of(data.values(id_)["project/about"]) == text) is True


def test_a_text_that_is_too_long_is_told_and_stays(page: Page, data: Data):
    """What is longer than an answers file may hold stands in its box with the remedy beside it."""
    id_ = data.empty("cy")
    text = "Llanfairpwll " * 25_000
    open_screen(page, "settings", "cy", assessment=id_)
    box = page.locator("textarea:visible").first
    paste(box, text)
    expect(page.locator(".gyda-fault")).to_contain_text("250")
    assert (box.input_value() == text) is True


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
