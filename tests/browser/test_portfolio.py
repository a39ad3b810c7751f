"""Many projects in a real browser: brought in, filtered, compared, answered, taken out; and every page of them."""

import csv
import io
import json
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

from assessment import strict_yaml
from assessment.core.portfolio.barriers import Mark
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.score import score
from assessment.pictures.portfolio.wording import Many
from assessment.portfolio import demo
from assessment.portfolio.taking_out import CSV, JSON, XLSX
from assessment.sheets.grid import DATA
from assessment.sheets.taken import Layout
from assessment.store import Store
from assessment.store.portfolio import marking
from assessment.store.portfolio.heads import heads
from assessment.store.portfolio.showing import forms
from assessment.ui.files import names, shipped
from assessment.ui.navigation import IN_A_PORTFOLIO
from tests.browser.conftest import PATIENCE, Seen, Server
from tests.browser.looks import open_screen, settle, unfold, violations, whole
from tests.browser.person import RUBRIC, Person
from tests.browser.test_screens import SCROLLS, faults
from tests.kept_data import FULL, Data
from tests.store.conftest import postgres, postgres_address

__all__ = ["postgres", "postgres_address"]
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
KIND, OTHER = (RUBRIC.kinds[number].id for number in (0, 1))
#: How many there are of the same kind: enough for a middle.
ALIKE = 7
FIRST, SECOND = "Bws 1", "Bws 2"
#: Milliseconds in which a report is made on a busy machine.
MAKING = 60_000
SAID = "Rhown ni dri mis. / We shall give three months."


def files(folder: Path) -> dict[str, dict]:
    """A folder of answers files: the examples, and others made from one of them. What is in each, by its project."""
    folder.mkdir()
    trees = [strict_yaml.load(shipped(name, "en").content) for name in names()]
    for number in range(1, ALIKE + 1):
        tree = strict_yaml.load(shipped(FULL, "en").content)
        tree["project"] |= {"name": f"Bws {number}", "kind": KIND}
        for turn, said in enumerate(tree["answers"].values()):
            if isinstance(said.get("level"), int):
                said["level"] = (said["level"] + turn * number) % 4
        trees.append(tree)
    for number, tree in enumerate(trees):
        tree["project"]["kind"] = KIND if number >= len(names()) else OTHER
        (folder / f"{number}.yaml").write_bytes(strict_yaml.dump(tree).encode())
    return {tree["project"]["name"]: tree for tree in trees}


def results(trees: dict[str, dict]) -> dict[str, dict]:
    """What `score` says of each."""
    return {name: to_json(score(RUBRIC, read(tree, RUBRIC)), RUBRIC) for name, tree in trees.items()}


@pytest.fixture(params=["sqlite", "postgresql"])
def served(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A running Gyda that keeps nothing yet, on each database in turn."""
    if request.param == "sqlite":
        yield request.getfixturevalue("gyda")
        return
    with Server("app.py", database=request.getfixturevalue("postgres_address")) as server:
        yield server


@pytest.fixture
def manager(served: Server, chromium: Browser) -> Iterator[Person]:
    """Somebody who looks at many projects: in Welsh on one database, in English on the other."""
    context = chromium.new_context(
        base_url=served.address,
        viewport={"width": 1280, "height": 900},
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    seen = Seen(served.address)
    seen.watch(page)
    yield Person(page, "en" if served.database else "cy")
    context.close()
    assert not seen.faults, "\n".join(seen.faults)


def test_a_folder_is_brought_in_filtered_compared_answered_and_taken_out_with_the_same_numbers(
    manager: Person, tmp_path: Path
):
    """On both databases, what the pages and the three files say of each project is what `score` says of its file."""
    trees = files(tmp_path / "answers")
    scored = results(trees)
    alike = {name: result for name, result in scored.items() if trees[name]["project"]["kind"] == KIND}
    bring_in(manager, tmp_path / "answers", len(trees))
    overview(manager, alike, len(trees))
    compare(manager, alike)
    barrier(manager)
    taken_out(manager, alike)


def bring_in(person: Person, folder: Path, number: int) -> None:
    """The whole folder, with what its teams say of barriers."""
    page, w = person.page, person.words
    open_screen(page, "exchange", person.language)
    page.get_by_text(person.say("A whole folder"), exact=True).click()
    person.settle()
    page.locator("input[type=file]").set_input_files(folder)
    button = w.ngettext("Bring in {number} assessment", "Bring in {number} assessments", number).format(number=number)
    expect(page.get_by_role("button", name=button)).to_be_visible()
    page.get_by_text(person.say("The teams let managers read what they say of barriers")).click()
    person.settle()
    page.get_by_role("button", name=button).click()
    come = w.ngettext("{number} assessment has come in.", "{number} assessments have come in.", number)
    expect(page.get_by_text(come.format(number=number))).to_be_visible()
    person.press("See the overview")


def overview(person: Person, alike: dict[str, dict], number: int) -> None:
    """It opens on like with like; the filter is in the address; the middle of each value is that of the scores."""
    page = person.page
    person.reads(person.say("Portfolio"))
    assert f"kind={KIND}" in page.url
    page.locator(".st-key-filter summary").click()
    person.settle()
    for kind in (KIND, OTHER):
        page.locator(".st-key-filter-kind button").filter(has_text=person_kind(person, kind)).click()
        person.settle()
    page.wait_for_url(f"**kind={OTHER}**")
    assert f"kind={KIND}" not in page.url
    expect(page.locator(".st-key-looking-told")).to_contain_text(f"{number - len(alike)} ")
    page.locator(".st-key-filter-kind button").filter(has_text=person_kind(person, KIND)).click()
    person.settle()
    page.locator(".st-key-filter-kind button").filter(has_text=person_kind(person, OTHER)).click()
    person.settle()
    page.wait_for_url(f"**kind={KIND}**")
    unfold(page)
    many = Many(RUBRIC, person.language)
    heading = person.say("Median")
    table = page.locator("table").filter(has=page.get_by_role("columnheader", name=heading))
    at = table.get_by_role("columnheader").all_inner_texts().index(heading)
    for value in RUBRIC.columns:
        middle = median(result["values"][value]["score"] for result in alike.values())
        row = table.locator("tr").filter(has_text=RUBRIC.value[value].name.in_(person.language))
        assert row.locator("th, td").nth(at).inner_text() == many.number(middle), value


def person_kind(person: Person, kind: str) -> str:
    """What a kind of organisation is called."""
    return next(one.name.in_(person.language) for one in RUBRIC.kinds if one.id == kind)


def compare(person: Person, alike: dict[str, dict]) -> None:
    """Two projects are ticked, and stand side by side with the means of `score`."""
    page = person.page
    person.press("Projects")
    person.reads(person.say("Projects"))
    for name in (FIRST, SECOND):
        page.get_by_text(name, exact=True).first.click()
        person.settle()
    person.press("Compare these")
    person.reads(person.say("Compare"))
    many = Many(RUBRIC, person.language)
    for value in RUBRIC.columns:
        table = page.get_by_role("table", name=RUBRIC.value[value].name.in_(person.language), exact=True).first
        for name in (FIRST, SECOND):
            said = table.get_by_role("row").filter(has_text=name).get_by_role("cell").last.locator("span").last
            expect(said).to_have_text(many.number(alike[name]["values"][value]["score"]))


def barrier(person: Person) -> None:
    """A barrier is opened, taken on, and says so, with what was said."""
    page = person.page
    person.press("Barriers")
    person.reads(person.say("Barriers"))
    card = page.locator("[class*='st-key-barrier-']").filter(has_text=FIRST).first
    card.get_by_role("button", name=person.say("Answer"), exact=False).first.click()
    person.settle()
    assert violations(page) == ""
    body = page.get_by_test_id("stPopoverBody")
    body.get_by_text(person.say("I take it on")).click()
    person.settle()
    body.get_by_role("textbox").fill(SAID)
    body.get_by_role("button", name=person.say("Tell the team")).click()
    expect(card.locator(".gyda-barrier-said").first).to_have_text(SAID)


def file(person: Person, kind: str) -> Path:
    """The file of a kind, as its button gives it."""
    with person.page.expect_download() as download:
        person.page.locator(f".st-key-out-{kind} button").click()
    assert download.value.suggested_filename.endswith(f".{kind}")
    return Path(download.value.path())


def taken_out(person: Person, alike: dict[str, dict]) -> None:
    """The workbook, the table and the file for programs, opened again."""
    person.press("In and out")
    person.reads(person.say("In and out"))
    book = CalamineWorkbook.from_path(str(file(person, XLSX)))
    sheet = book.get_sheet_by_name(DATA).to_python()
    flat = list(csv.reader(io.StringIO(file(person, CSV).read_text("utf-8-sig"), newline="")))
    programs = json.loads(file(person, JSON).read_text())
    assert programs["filter"]["kind"] == [KIND]
    assert {one["name"]: one["result"] for one in programs["projects"]} == alike
    for table, written in ((sheet, lambda value: value), (flat, str)):
        head, *rows = table
        found = {row[head.index("project.name")]: dict(zip(head, row, strict=True)) for row in rows}
        assert sorted(found) == sorted(alike)
        for name, result in alike.items():
            for column in Layout(RUBRIC).results:
                value = column.value(result)
                assert found[name][column.id] == ("" if value is None else written(value)), (name, column.id)
    barriers = book.get_sheet_by_name(person.say("Barriers")).to_python()
    assert [row[0] for row in barriers if row[-1] == SAID] == [FIRST]
    board(person, alike)


def board(person: Person, alike: dict[str, dict]) -> None:
    """The report for a board names every project, and the middle of each value beside its name."""
    page, many = person.page, Many(RUBRIC, person.language)
    page.get_by_role("button", name=person.say("Make the report for a board")).click()
    button = page.locator(".st-key-out-board button")
    button.wait_for(timeout=MAKING)
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename.endswith(".pdf")
    told = subprocess.run(
        ["pdftotext", "-layout", str(download.value.path()), "-"], capture_output=True, check=True, text=True
    ).stdout
    assert all(name in told for name in alike)
    for value in RUBRIC.columns:
        middle = median(result["values"][value]["score"] for result in alike.values())
        name = re.escape(RUBRIC.value[value].name.in_(person.language))
        assert re.search(rf"{name}\s.*{re.escape(many.number(middle))}", told), value


@pytest.fixture
def forty(data: Data) -> Iterator[Store]:
    """An invented portfolio of forty projects, some of them on an older rubric."""
    with data.store() as store:
        demo.make(store, RUBRIC, 40, 1, at=AT)
        yield store


def typed(store: Store) -> list[str]:
    """What people typed in it, the longest first: it keeps its own language. An id has neither space nor capital."""
    found = {text for form in forms(store, projects={one.project for one in heads(store)}) for text in said(form)}
    return sorted(found, key=len, reverse=True)


def said(form: object) -> Iterator[str]:
    """Every text of a shared form that people typed."""
    for text in re.findall(r'"((?:[^"\\]|\\.)*)"', form.form):
        if re.search(r"[A-ZŴŶ ]", text):
            yield json.loads(f'"{text}"')


@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_page_of_a_portfolio_is_accessible_and_in_one_language_wide_and_narrow(
    page: Page, forty: Store, language
):
    """No WCAG violation at 1280 or 390 px, one h1, a title, ways in a line, no English in Welsh, all on a phone."""
    texts, wrong = typed(forty), {}
    two = "&project=".join(sorted({one.project for one in heads(forty)})[:2])
    open_screen(page, "compare", language, project=two)
    for screen in sorted(IN_A_PORTFOLIO, key="compare".__ne__):
        if f"/{screen}?" not in page.url:
            page.locator(f".st-key-of-portfolio-{screen} button").click()
            page.wait_for_url(f"**/{screen}?**")
            settle(page)
        unfold(page)
        if found := [*lines_of_ways(page), *faults(page, language, texts), *narrow(page)]:
            wrong[screen] = found
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


def lines_of_ways(page: Page) -> Iterator[str]:
    """What is wrong with the ways to the pages of a portfolio on a wide window: all stand on one line."""
    ways = page.locator(".st-key-ways button")
    assert ways.count() == len(IN_A_PORTFOLIO)
    if len({ways.nth(number).bounding_box()["y"] for number in range(len(IN_A_PORTFOLIO))}) != 1:
        yield "the ways need more than one line"


def narrow(page: Page) -> Iterator[str]:
    """What is wrong on a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    if page.evaluate(SCROLLS):
        yield "wider than 390 px"
    if found := violations(page):
        yield found
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (320, 640)])
def test_the_way_to_compare_stays_in_sight_and_covers_no_focus(page: Page, forty: Store, size):
    """However long the list: what is picked stands at the foot of the window, and the tab key stops above it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_screen(page, "projects", "en")
    for at in range(2):
        page.locator("[class*='st-key-pick-'] label").nth(at).click()
        settle(page)
    way = page.locator(".st-key-compare-these button")
    expect(way).to_be_in_viewport(ratio=1)
    assert violations(page) == ""
    assert not page.evaluate(SCROLLS)
    page.locator("[class*='st-key-pick-'] input").first.focus()
    ticks = 0
    for _ in range(12):
        page.keyboard.press("Tab")
        expect(way).to_be_in_viewport(ratio=1)
        focus = page.locator("*:focus")
        ticks += focus.get_attribute("type") == "checkbox"
        lowest = focus.evaluate("one => (one.closest('label') ?? one).getBoundingClientRect().bottom")
        assert lowest <= page.locator(".st-key-picked").bounding_box()["y"]
    assert ticks >= 5


def choose(page: Page, key: str) -> None:
    """Choose the first of a list."""
    page.locator(f".st-key-{key}").get_by_role("combobox").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page)


def down(page: Page) -> int:
    """How far down a page is."""
    return round(page.locator("[data-testid=stMain]").evaluate("one => one.scrollTop"))


@pytest.mark.parametrize(
    "screen, field, part, way",
    [
        ("portfolio", "behind-standing", ".st-key-behind-standing-list", ".st-key-behind-standing-list button"),
        ("reach", "behind-reach", ".st-key-behind-reach-list", ".st-key-behind-reach-list button"),
        ("learning", "learning-value", ".st-key-learning", "[class*='st-key-compare-'] button"),
    ],
)
def test_back_from_a_project_leads_to_what_was_left(page: Page, forty: Store, screen, field, part, way):
    """The same list of the same projects, as far down; once more back, the page before."""
    open_screen(page, "projects", "cy")
    page.locator(f".st-key-of-portfolio-{screen} button").click()
    page.wait_for_url(f"**/{screen}?**")
    settle(page)
    choose(page, field)
    page.locator(way).last.scroll_into_view_if_needed()
    address, left, at = page.url, page.locator(part).inner_text(), down(page)
    assert at > 0
    page.locator(way).last.click()
    page.wait_for_url("**/compare?**")
    settle(page)
    page.go_back()
    page.wait_for_url(address)
    settle(page)
    expect(page.locator(part)).to_have_text(left, use_inner_text=True)
    assert abs(down(page) - at) < 20
    page.go_back()
    page.wait_for_url("**/projects?**")


def test_back_leads_out_of_an_address_that_names_no_projects(page: Page, forty: Store):
    """A page writes into its address which projects it shows: that is no step of anybody's. A filter is one."""
    open_screen(page, "projects", "en")
    open_screen(page, "learning", "en")
    page.wait_for_url("**/learning?*kind=*")
    settle(page)
    shown = page.url
    page.locator(".st-key-looking-told button").first.click()
    page.wait_for_url(lambda address: "kind=" not in address)
    settle(page)
    page.go_back()
    page.wait_for_url(shown)
    settle(page)
    page.go_back()
    page.wait_for_url("**/projects?**")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what is meant."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.locator("*:focus").and_(page.locator(selector)).count():
            return
    pytest.fail(f"The keyboard does not reach {selector}.")


def test_the_filter_is_set_and_a_barrier_answered_by_keyboard_alone(page: Page, forty: Store):
    """Tab, Enter, arrows and letters: never the mouse."""
    keys, person = page.keyboard, Person(page, "cy")
    open_screen(page, "barriers", "cy")
    before = page.url
    tab_to(page, ".st-key-filter summary")
    keys.press("Enter")
    expect(page.locator(".st-key-filter-kind")).to_be_visible()
    whole(page)
    tab_to(page, ".st-key-filter-kind button")
    keys.press("ArrowRight")
    keys.press("Enter")
    page.wait_for_function("before => location.href !== before", arg=before)
    whole(page)
    assert page.url.count("kind=") == 2
    tab_to(page, "[class*='st-key-barrier-'] [data-testid=stPopover] button")
    keys.press("Enter")
    body = page.get_by_test_id("stPopoverBody")
    expect(body.get_by_role("radio").first).to_be_visible()
    whole(page)
    tab_to(page, "[data-testid=stPopoverBody] [type=radio]")
    keys.press("ArrowDown")
    person.settle()
    tab_to(page, "[data-testid=stPopoverBody] textarea")
    keys.type("Mae'r arian wedi dod.")
    tab_to(page, "[data-testid=stPopoverBody] button")
    keys.press("Enter")
    expect(body).to_have_count(0)
    expect(page.locator(".gyda-barrier-said")).to_have_text("Mae'r arian wedi dod.")
    (marked,) = marking.marks_of_all(forty, {one.project for one in heads(forty)}).values()
    assert (marked.mark, marked.note) == (Mark.REMOVED, "Mae'r arian wedi dod.")
