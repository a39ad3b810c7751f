"""A store that is locked, read-only, full or away, on the real app: told in words, nothing lost, a way to try again."""

import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assessment import actions
from assessment.store import Busy, Damaged, Full, ReadOnly, TooNew, Unreachable, WrongPlace
from assessment.ui.attempts import Mishap
from assessment.ui.files import main_rubric, shipped
from assessment.words import words
from tests.browser.conftest import PATIENCE, Seen, Server
from tests.browser.looks import english_on, violations, whole
from tests.kept_data import AT, FULL, Data

STAGE = main_rubric().order[1]
NOTE = f"stages/{STAGE}/decision_note"
#: More than fits into a file that may not grow.
LONG = "Fe benderfynon ni gyda'n gilydd. " * 3_000
AWAY = "This page cannot be shown just now"


class Home(Data):
    """A data folder, and what can happen to it."""

    @property
    def file(self) -> Path:
        """The data file."""
        return self.folder / "gyda.db"

    @property
    def trouble(self) -> Path:
        """The file that says in which trouble the app is."""
        return self.folder.parent / "trouble"

    def value(self, id_: str, path: str):
        """What is kept at a path."""
        return self.values(id_).get(path)

    @contextmanager
    def in_trouble(self, kind: str):
        """Let the store be locked by another program, or read-only, full or failing."""
        if kind == "locked":
            with closing(sqlite3.connect(self.file, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                yield
            return
        self.trouble.write_text(kind, encoding="utf-8")
        try:
            yield
        finally:
            self.trouble.unlink()

    @contextmanager
    def away(self):
        """Let the data folder be somewhere else for a while."""
        elsewhere = self.folder.with_name("elsewhere")
        shutil.move(self.folder, elsewhere)
        try:
            yield
        finally:
            shutil.move(elsewhere, self.folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The folder of a running app."""
    return Home(tmp_path_factory.mktemp("troubles") / "data")


@pytest.fixture(scope="module")
def address(home):
    """The address of an app that can be in trouble."""
    with Server("tests/browser/troubles/app.py", home.folder) as server:
        yield server.address


def visitor(chromium: Browser, address: str):
    """A browser of one person's own, and what it saw."""
    context = chromium.new_context(base_url=address, locale="en-GB", viewport={"width": 1280, "height": 900})
    page, seen = context.new_page(), Seen(address)
    page.set_default_timeout(PATIENCE)
    seen.watch(page)
    return page, seen


@pytest.fixture
def desk(chromium: Browser, address: str):
    """A page of the app; the test fails if it logs an error."""
    page, seen = visitor(chromium, address)
    yield page
    page.context.close()
    assert not seen.faults, "\n".join(seen.faults)


def go(page: Page, screen: str, language: str, id_: str = "", **more: str) -> None:
    """Open a screen of a project."""
    named = {"lang": language, **({"assessment": id_} if id_ else {}), **more}
    page.goto(f"/{screen}?{'&'.join(f'{name}={value}' for name, value in named.items())}")
    whole(page)


def titled(page: Page, title: str) -> None:
    """The page comes to have this title and no other; for a moment the one before may stand beside it."""
    expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def said(kind: type, language: str) -> str:
    """What a trouble says in a language."""
    return kind().faults[0].in_(words(language).gettext)


def again(page: Page, language: str):
    """The button to try again."""
    return page.get_by_role("button", name=words(language).gettext("Try again"), exact=True)


KINDS = {"locked": Busy, "read-only": ReadOnly, "full": Full, "mishap": Mishap}


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_kept_stays_in_its_field_until_it_is(desk: Page, home: Home, kind, language):
    """The words stand beside the field; a second try in the same trouble is told too; then it is kept."""
    id_ = home.full(language)
    before = home.value(id_, NOTE)
    go(desk, "stage", language, id_, stage=STAGE)
    box = desk.locator(f".st-key-card-decision-{STAGE} textarea").first
    with home.in_trouble(kind):
        box.fill(f"{kind} {LONG}")
        box.blur()
        expect(desk.locator(".gyda-fault")).to_have_text(said(KINDS[kind], language))
        if kind != "locked":  # there each try takes as long as one waits for a lock
            again(desk, language).click()
            desk.wait_for_timeout(300)
            expect(desk.locator(".gyda-fault")).to_have_text(said(KINDS[kind], language))
        assert box.input_value() == f"{kind} {LONG}"
        assert home.value(id_, NOTE) == before
    again(desk, language).click()
    expect(desk.locator(".gyda-fault")).to_have_count(0)
    desk.reload()
    whole(desk)
    assert box.input_value() == f"{kind} {LONG}"
    kept = home.value(id_, NOTE)
    assert (kept["text"] if isinstance(kept, dict) else kept) == f"{kind} {LONG}"


def test_what_waits_in_a_field_is_there_after_another_page(desk: Page, home: Home):
    """Somebody who goes on to another page, and comes back, finds what could not be kept, and keeps it."""
    language = "cy"
    id_ = home.full(language)
    go(desk, "stage", language, id_, stage=STAGE)
    box = desk.locator(f".st-key-card-decision-{STAGE} textarea").first
    with home.in_trouble("read-only"):
        box.fill("Arhoswch fi")
        box.blur()
        expect(desk.locator(".gyda-fault")).to_be_visible()
        desk.locator(".st-key-way-settings button").click()
        desk.wait_for_url("**/settings**")
        whole(desk)
        desk.locator(".st-key-way-stage button").click()
        desk.wait_for_url("**/stage**")
        whole(desk)
        desk.locator(f".st-key-stage-{STAGE} button").click()
        expect(box).to_have_value("Arhoswch fi")
    again(desk, language).click()
    expect(desk.locator(".gyda-fault")).to_have_count(0)
    assert "Arhoswch fi" in str(home.value(id_, NOTE))


def start(page: Page, language: str, _id: str):
    """A new project."""
    go(page, "new", language)
    page.get_by_role("textbox").fill(f"Lôn y Felin {language}")
    page.get_by_role("textbox").blur()


def copy(page: Page, language: str, _id: str):
    """A copy of an example."""
    go(page, "", language)
    page.locator("summary").first.click()
    page.locator(f".st-key-copy-{FULL} button").click()


def bring(page: Page, language: str, _id: str):
    """An answers file of one's own."""
    go(page, "", language)
    page.locator("summary").nth(1).click()
    own = {"name": "own.yaml", "mimeType": "text/yaml", "buffer": shipped(FULL, language).content}
    page.locator("input[type=file]").set_input_files(own)


def undo(page: Page, language: str, id_: str):
    """The last change."""
    go(page, "settings", language, id_)
    page.locator(".st-key-undo-last button").click()


def delete(page: Page, language: str, id_: str):
    """The whole project."""
    go(page, "settings", language, id_)
    name = page.locator("[class*=st-key-delete-name] input")
    name.fill(page.locator(".gyda-loss-name").inner_text())
    name.blur()
    page.locator(".st-key-delete button").click()


def grade_all(page: Page, language: str, id_: str):
    """The same evidence for every question of the stage."""
    go(page, "stage", language, id_, stage=STAGE)
    page.locator("[class*=st-key-all-evidence]").get_by_role("radio").first.click()


BUTTONS = {
    start: lambda store, before, _: len(store.all()) == len(before) + 1,
    copy: lambda store, before, _: len(store.all()) == len(before) + 1,
    bring: lambda store, before, _: len(store.all()) == len(before) + 1,
    undo: lambda store, before, id_: store.find(id_).revision > before[id_].revision,
    delete: lambda store, before, id_: id_ not in {one.id for one in store.all()},
    grade_all: lambda store, before, id_: store.find(id_).revision > before[id_].revision,
}


@pytest.mark.parametrize("press, language", [(press, ("cy", "en")[at % 2]) for at, press in enumerate(BUTTONS)])
def test_what_a_button_could_not_do_is_told_beside_it_and_done_on_a_retry(desk: Page, home: Home, press, language):
    """Nothing is half done; the same button of the message does it once the store can."""
    id_ = home.full(language)
    with home.store() as store:
        before = {one.id: one for one in store.all()}
        with home.in_trouble("read-only"):
            press(desk, language, id_)
            expect(desk.locator(".gyda-fault")).to_have_text(said(ReadOnly, language))
            expect(desk.get_by_role("heading", level=1)).to_have_count(1)
            assert {one.id: one for one in store.all()} == before
        again(desk, language).click()
        expect(desk.locator(".gyda-fault")).to_have_count(0)
        whole(desk)
        assert BUTTONS[press](store, before, id_)


SCREENS = ("", "who", "stage", "results", "plan", "report", "settings", "new")


@pytest.mark.parametrize("screen, language", [(screen, ("cy", "en")[at % 2]) for at, screen in enumerate(SCREENS)])
def test_every_page_says_that_the_data_are_away_and_comes_back(desk: Page, home: Home, screen, language):
    """One title, the words, a button; nothing is begun in an empty place; then the page is there again."""
    id_ = home.full(language)
    with home.away():
        desk.goto(f"/{screen}?lang={language}&assessment={id_}")
        titled(desk, words(language).gettext(AWAY))
        expect(desk.locator(".gyda-fault")).to_have_text(said(Unreachable, language))
        again(desk, language).click()
        desk.wait_for_timeout(300)
        titled(desk, words(language).gettext(AWAY))
        assert not home.folder.exists()
        assert violations(desk) == ""
        if language == "cy":
            assert english_on(desk) == []
    again(desk, language).click()
    expect(desk.get_by_role("heading", level=1, name=words(language).gettext(AWAY))).to_have_count(0)
    expect(desk.get_by_role("heading", level=1)).to_have_count(1)
    whole(desk)
    assert id_ in desk.url


def test_a_file_that_cannot_be_made_is_told_beside_its_button(desk: Page, home: Home):
    """The words stand beneath it, in the language, and the same button gives the file once it can."""
    id_ = home.full("cy")
    go(desk, "settings", "cy", id_)
    button = desk.locator(".st-key-take-along button")
    with home.away():
        button.click()
        expect(desk.get_by_text("Methu gwneud y ffeil i'w lawrlwytho")).to_be_visible()
    with desk.expect_download() as download:
        button.click()
    assert Path(download.value.path()).read_bytes().startswith(b"format: answers/1")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_answer_given_while_the_data_are_away_is_kept_when_they_are_back(desk: Page, home: Home, language):
    """The page says that the answer waits; once the page is back, the answer is in its field, and is kept."""
    id_ = home.full(language)
    go(desk, "stage", language, id_, stage=STAGE)
    box = desk.locator(f".st-key-card-decision-{STAGE} textarea").first
    with home.away():
        box.fill("Wedi mynd")
        box.blur()
        titled(desk, words(language).gettext(AWAY))
        told = "Your last answer is not saved yet. It is still here: leave this page open and try again."
        expect(desk.get_by_text(words(language).gettext(told))).to_be_visible()
    again(desk, language).click()
    expect(box).to_have_value("Wedi mynd")
    whole(desk)
    again(desk, language).click()
    expect(desk.locator(".gyda-fault")).to_have_count(0)
    assert "Wedi mynd" in str(home.value(id_, NOTE))


def test_a_store_that_cannot_be_opened_is_told_and_found_once_it_is_mended(chromium: Browser, tmp_path):
    """A folder in the way, a broken file, a newer version's: each is told, and mended without a restart."""
    home = Home(tmp_path / "data")
    id_ = home.full("cy")
    good = home.file.read_bytes()
    with closing(sqlite3.connect(home.file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
        connection.commit()
    newer = home.file.read_bytes()
    home.file.unlink()
    with Server("app.py", home.folder) as server:
        page, seen = visitor(chromium, server.address)
        for make, kind in (
            (lambda: home.file.mkdir(), WrongPlace),
            (lambda: home.file.write_bytes(b"nonsense" * 2000), Damaged),
            (lambda: home.file.write_bytes(newer), TooNew),
        ):
            make()
            for language in ("cy", "en"):
                page.goto(f"/who?lang={language}&assessment={id_}")
                titled(page, words(language).gettext(AWAY))
                expect(page.locator(".gyda-fault")).to_have_text(said(kind, language))
            if home.file.is_dir():
                assert list(home.file.iterdir()) == []
                home.file.rmdir()
        assert home.file.read_bytes() == newer
        home.file.write_bytes(good)
        again(page, "en").click()
        titled(page, "Who and what")
        page.context.close()
    assert not seen.faults


@pytest.mark.parametrize("screen, language", [("who", "en"), ("stage", "cy"), ("settings", "en")])
def test_an_assessment_that_somebody_deletes_is_told_at_the_next_click(desk: Page, home: Home, screen, language):
    """The page says that it is gone, in the language, and leads to what there is."""
    id_ = home.full(language)
    go(desk, screen, language, id_, stage=STAGE)
    with home.store() as store:
        store.delete(id_)
    if screen == "settings":
        desk.locator("textarea").first.fill("Rhy hwyr")
        desk.locator("textarea").first.blur()
    else:
        desk.get_by_role("main").get_by_role("radio").first.click(force=True)
    told = "There is no such assessment here. It may have been deleted, or the address is not whole."
    expect(desk.get_by_text(words(language).gettext(told))).to_be_visible()
    expect(desk.get_by_role("heading", level=1)).to_have_count(1)
    desk.locator(".st-key-to-start button").click()
    desk.wait_for_url(lambda url: id_ not in url)
    whole(desk)


FORGED = [
    "0000000000000000",
    "..%2F..%2Fetc%2Fpasswd",
    "%00",
    "x" * 4000,
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "%D9%A0" * 16,
    FULL,
]

PAGES = ("who", "stage", "results", "plan", "report", "settings", "new")


@pytest.mark.parametrize("number", range(len(FORGED)))
def test_a_forged_address_is_told_in_the_persons_language(desk: Page, number):
    """Whatever stands where an id should: one title, the words, a way on, and nothing of it is run."""
    forged, language = FORGED[number], ("cy", "en")[number % 2]
    told = "There is no such assessment here. It may have been deleted, or the address is not whole."
    for screen in (PAGES[(number + more) % len(PAGES)] for more in range(2)):
        desk.goto(f"/{screen}?lang={language}&assessment={forged}&stage={forged}")
        whole_text(desk)
        expect(desk.get_by_text(words(language).gettext(told))).to_be_visible()
        expect(desk.get_by_role("heading", level=1)).to_have_count(1)
        expect(desk.locator(".st-key-to-start button")).to_be_visible()
    told = "There is no example of this name. Choose one from the start page."
    if forged != FULL:
        desk.goto(f"/results?lang={language}&example={forged}")
        whole_text(desk)
        expect(desk.get_by_text(words(language).gettext(told))).to_be_visible()


def whole_text(page: Page) -> None:
    """Wait until a page without charts is whole."""
    expect(page.locator(".gyda-footer")).to_be_visible()
    expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0)


@pytest.mark.parametrize("stage", ["%00", "..%2F", "x" * 3000])
def test_a_stage_that_there_is_not_leads_to_one_that_there_is(desk: Page, home: Home, stage):
    """The first with something left to answer, or the first of all."""
    id_ = home.full("en")
    desk.goto(f"/stage?lang=en&assessment={id_}&stage={stage}")
    whole(desk)
    names = [one.name.en for one in main_rubric().stages.values()]
    assert desk.get_by_role("heading", level=1).inner_text() in names


def test_a_submitted_assessment_is_told_to_a_browser_that_still_asks(desk: Page, home: Home):
    """Somebody who had the page open is told that nothing changes any more, and what to do."""
    id_ = home.full("cy")
    go(desk, "stage", "cy", id_, stage=STAGE)
    with home.store() as store:
        actions.submit(store, actions.look(store, id_), shared_with="team", at=AT)
    box = desk.locator(f".st-key-card-decision-{STAGE} textarea").first
    before = home.value(id_, NOTE)
    box.fill("Rhy hwyr")
    box.blur()
    expect(desk.locator(".gyda-fault").first).to_be_visible()
    assert home.value(id_, NOTE) == before
