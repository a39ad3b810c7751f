"""A power cut between two answers, as often as wanted: what the page had shown as saved must be there."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect

from assessment.ui.files import main_rubric
from tests.browser.conftest import PATIENCE, Server, free_port
from tests.browser.looks import open_screen, whole
from tests.kept_data import Data

STAGE = main_rubric().order[0]
QUESTIONS = [item.id for item in main_rubric().items if item.stage == STAGE]
LEVELS = len(main_rubric().scale.levels)
#: Notes when the page has lost the server, found it again, and has been drawn by it.
WATCH = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  let isLost = false, isBegun = (window.isBack = false);
  window.watcher?.disconnect();
  window.watcher = new MutationObserver(() => {
    const { testConnectionState: connection, testScriptState: script } = app.dataset;
    if (connection !== 'CONNECTED') isLost = true;
    else if (isLost && script === 'running') isBegun = true;
    else if (isBegun && script === 'notRunning') window.isBack = true;
  });
  window.watcher.observe(app, { attributes: true });
}"""


def kills(times: int, browser: Browser) -> list[str]:
    """Answer, wait until the page says so, kill the server, start it again, go on. The answers that are not there."""
    port, shown, lost = free_port(), {}, []
    with TemporaryDirectory(prefix="gyda-killed-") as folder:
        data = Data(Path(folder) / "data")
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}", locale="en-GB")
        page.set_default_timeout(PATIENCE)
        for number in range(times):
            with Server("app.py", data.folder, port) as server:
                turn = number % len(QUESTIONS)
                if turn == 0:
                    id_, shown = data.empty("en", **{f"stages/{STAGE}/status": "under_way"}), {}
                    open_screen(page, "stage", "en", assessment=id_, stage=STAGE)
                else:
                    # The page finds the server again by itself.
                    page.wait_for_function("() => window.isBack")
                    whole(page)
                level = number % LEVELS
                page.evaluate(WATCH)
                answer(page, QUESTIONS[turn], level)
                expect(page.locator(".st-key-progress-bar")).to_contain_text(f"{turn + 1} of")
                server.kill()
                shown[f"answers/{QUESTIONS[turn]}/level"] = level
                there = data.values(id_)
                lost += [f"kill {number + 1}: {path}" for path, said in shown.items() if there.get(path) != said]
        page.close()
    return lost


def answer(page: Page, question: str, level: int) -> None:
    """Choose the sentence of a level, as a person does."""
    page.locator(f".st-key-level-{question.replace('.', '-')} label:has(input)").nth(level).click()
