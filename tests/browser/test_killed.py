"""The server is killed while a team answers."""

from playwright.sync_api import Browser

from tests.browser.killing import kills

#: So often here; the long measurements do it fifty times.
KILLS = 5


def test_every_answer_that_was_shown_as_saved_outlives_a_killed_server(chromium: Browser):
    """SIGKILL between answers loses none of them, and the page goes on where it was."""
    assert kills(KILLS, chromium) == []
