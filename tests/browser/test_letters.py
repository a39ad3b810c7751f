"""Bare letters on every page: Streamlit's own shortcuts are switched off everywhere (WCAG 2.1.4)."""

import pytest
from playwright.sync_api import Page

from tests.browser.looks import open_screen
from tests.kept_data import Data

#: How many messages the page has sent to the server since it was asked to count them.
COUNT = """() => {
  window.sent = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...all) { window.sent += 1; return send.apply(this, all); };
}"""


@pytest.mark.parametrize("screen", ["", "new", "who", "stage", "results", "plan", "report", "settings", "about"])
def test_bare_letters_do_nothing_on_any_page(page: Page, data: Data, screen):
    """r and c send nothing and open nothing, on each page of an assessment."""
    named = {"assessment": data.full("cy")} if screen not in ("", "about") else {}
    open_screen(page, screen, "cy", **named)
    page.evaluate("() => document.activeElement?.blur()")
    page.evaluate(COUNT)
    for key in ("r", "c", "R", "C"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.evaluate("window.sent") == 0
    assert page.get_by_role("dialog").count() == 0
