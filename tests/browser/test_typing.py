"""Typing on the real pages: kept at every pause, undisturbed, whole letters, and never lost on the way elsewhere."""

from time import sleep

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.core.entries import Value
from assessment.ui.fields import text_of
from assessment.ui.files import main_rubric
from tests.browser.looks import open_screen, whole
from tests.kept_data import Data

STAGE = main_rubric().order[0]
#: What is typed where, by label: a line, and a box for longer text.
LINE, BOX = ("Lle", "project/place"), ("Am beth mae'r prosiect", "project/about")
FIELDS = pytest.mark.parametrize("label, path", [LINE, BOX], ids=["line", "box"])
HERE = "element => document.activeElement === element"


@pytest.fixture
def id_(data: Data) -> str:
    """A Welsh project with nothing but a name."""
    return data.empty("cy")


@pytest.fixture
def settings(page: Page, id_: str) -> Page:
    """Its page of settings."""
    open_screen(page, "settings", "cy", assessment=id_)
    return page


def field(page: Page, label: str) -> Locator:
    """The field of this label."""
    return page.get_by_role("textbox", name=label).first


def kept(data: Data, id_: str, path: str) -> str:
    """The words that are kept at a path."""
    return text_of(data.values(id_).get(path))


def kept_in_time(data: Data, id_: str, path: str, text: Value) -> None:
    """The words are kept within two seconds: one of typing's pause, and one for a busy machine."""
    for _ in range(20):
        if kept(data, id_, path) == text:
            return
        sleep(0.1)
    assert kept(data, id_, path) == text


@FIELDS
def test_typing_is_kept_at_every_pause_and_goes_on_undisturbed(settings: Page, data: Data, id_, label, path):
    """The focus and the place in the text stay, in the middle too, and no letter is lost."""
    here = field(settings, label)
    here.click()
    here.press_sequentially("Tŷ ", delay=40)
    kept_in_time(data, id_, path, "Tŷ ")
    here.press_sequentially("mawr gwyn", delay=40)
    kept_in_time(data, id_, path, "Tŷ mawr gwyn")
    for _ in range(5):
        settings.keyboard.press("ArrowLeft")
    here.press_sequentially(" iawn", delay=40)
    kept_in_time(data, id_, path, "Tŷ mawr iawn gwyn")
    here.press_sequentially(",", delay=40)
    kept_in_time(data, id_, path, "Tŷ mawr iawn, gwyn")
    assert here.input_value() == "Tŷ mawr iawn, gwyn"
    assert here.evaluate(HERE)
    expect(settings.get_by_text("Pwyswch Enter")).to_have_count(0)


@FIELDS
def test_letters_typed_while_an_answer_is_on_its_way_stay(settings: Page, data: Data, id_, label, path):
    """The next key may come at any moment around a save: before it is sent, while it is kept, when it is back."""
    here = field(settings, label)
    here.click()
    for number, pause in enumerate((960, 990, 1010, 1030, 1050, 1080, 1120)):
        here.press_sequentially(f"{number}ŵ", delay=20)
        settings.wait_for_timeout(pause)
    here.press_sequentially(".", delay=20)
    kept_in_time(data, id_, path, "0ŵ1ŵ2ŵ3ŵ4ŵ5ŵ6ŵ.")
    assert here.input_value() == "0ŵ1ŵ2ŵ3ŵ4ŵ5ŵ6ŵ."


@FIELDS
def test_a_letter_made_of_two_keys_is_kept_whole(settings: Page, data: Data, id_, label, path):
    """^ and then w makes ŵ, however long somebody takes over it; half a letter is not kept and not disturbed."""
    keys = settings.context.new_cdp_session(settings)
    here = field(settings, label)
    here.click()
    for letters in ("ŵ", "ŷ"):
        keys.send("Input.imeSetComposition", {"text": "^", "selectionStart": 1, "selectionEnd": 1})
        settings.wait_for_timeout(1500)
        assert "^" not in kept(data, id_, path)
        keys.send("Input.insertText", {"text": letters})
        here.press_sequentially("r", delay=20)
    kept_in_time(data, id_, path, "ŵrŷr")
    assert here.input_value() == "ŵrŷr"


@FIELDS
@pytest.mark.parametrize("leave", ["reload", "elsewhere", "closed", "hidden"])
def test_what_was_typed_a_moment_ago_is_there_after_the_page_was_left(
    settings: Page, data: Data, id_, label, path, leave
):
    """Nothing is lost on a reload, another address, or a computer that is closed."""
    field(settings, label).click()
    settings.keyboard.type("Ar frys")
    if leave == "reload":
        settings.reload()
    elif leave == "elsewhere":
        settings.goto("/about?lang=cy")
    elif leave == "closed":
        settings.close(run_before_unload=True)
    else:
        settings.evaluate(
            "() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true });"
            " document.dispatchEvent(new Event('visibilitychange')); }"
        )
    kept_in_time(data, id_, path, "Ar frys")


def test_a_day_is_kept_when_the_page_is_left_and_not_while_it_is_typed(settings: Page, data: Data, id_):
    """Half a date is nothing to tell of; a page that is left keeps what stands there."""
    here = field(settings, "Dyddiad yr asesiad hwn")
    here.fill("")
    here.press_sequentially("22 Tach", delay=20)
    settings.wait_for_timeout(1500)
    expect(settings.locator(".gyda-fault")).to_have_count(0)
    here.press_sequentially("wedd 2026", delay=20)
    settings.reload()
    kept_in_time(data, id_, "assessment/date", "2026-11-22")


def test_the_name_of_a_new_project_is_not_taken_before_it_is_finished(page: Page, data: Data):
    """Somebody who thinks about a name may do so; if the page is left meanwhile, the project is there all the same."""
    before = set(data.ids())
    open_screen(page, "new", "cy")
    name = page.get_by_role("textbox")
    name.press_sequentially("Lôn y ", delay=20)
    page.wait_for_timeout(1500)
    name.press_sequentially("Felin", delay=20)
    assert set(data.ids()) == before
    page.reload()
    page.wait_for_timeout(500)
    (new,) = set(data.ids()) - before
    assert kept(data, new, "project/name") == "Lôn y Felin"


#: For how many milliseconds a button is pressed: by a screen reader not at all, by a finger, by a slow hand.
PRESSES = {"at once": 0, "as a person": 120, "slowly": 400}


@pytest.mark.parametrize("pause", PRESSES.values(), ids=PRESSES)
@FIELDS
def test_typing_and_an_instant_tap_on_the_next_button_both_arrive(page: Page, data: Data, label, path, pause):
    """What was typed is kept, and the next page opens, every time."""
    for number in range(3):
        id_ = data.empty("cy")
        open_screen(page, "settings", "cy", assessment=id_)
        field(page, label).click()
        page.keyboard.type(f"Yn sydyn {number}")
        page.get_by_role("button", name="Ymlaen").click(delay=pause)
        page.wait_for_url("**/who**")
        whole(page)
        kept_in_time(data, id_, path, f"Yn sydyn {number}")


def test_a_note_and_an_instant_tap_on_the_next_stage_both_arrive(page: Page, data: Data):
    """On the page of a stage, where the note stands far above the button: typed, tapped, kept, and there."""
    first, second, *_ = main_rubric().order
    id_ = data.empty("cy", **{f"stages/{stage}/status": "under_way" for stage in (first, second)})
    name = main_rubric().stages[second].name.cy
    for number in range(3):
        open_screen(page, "stage", "cy", assessment=id_, stage=first)
        page.get_by_role("textbox", name="Sut rydych chi'n gwybod?").first.click()
        page.keyboard.press("End")
        page.keyboard.type(f"{number}")
        page.get_by_role("button", name=f"Nesaf: {name}").click(delay=100)
        page.wait_for_url(f"**stage={second}**")
        whole(page)
        kept_in_time(data, id_, f"stages/{first}/decision_note", "012"[: number + 1])
