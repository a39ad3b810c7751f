"""The shell in a real browser and over plain HTTP."""

import http.client
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT


def asked(base, path, headers=None, method="GET"):
    """The answer to one request: status, headers, body."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=10)
    connection.request(method, path, headers=headers or {})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode()


@pytest.mark.parametrize(
    "path, headers, language",
    [
        ("/?lang=cy", {"Accept-Language": "en"}, "cy"),
        ("/about?lang=en", {"Cookie": "gyda_language=cy"}, "en"),
        ("/", {"Cookie": "gyda_language=cy", "Accept-Language": "en"}, "cy"),
        ("/", {"Accept-Language": "cy,en;q=0.7"}, "cy"),
        ("/", {"Accept-Language": "en-GB"}, "en"),
        ("/", {"Accept-Language": "cy", "Accept-Encoding": "gzip, br", "If-None-Match": '"x"'}, "cy"),
    ],
)
def test_the_first_byte_of_a_page_says_its_language(base, path, headers, language):
    """Before any script runs, the page's language is right, its length true and its copies kept apart."""
    status, answer, html = asked(base, path, headers)
    assert status == 200
    assert f'<html lang="{language}">' in html
    assert int(answer["content-length"]) == len(html.encode())
    assert {"Cookie", "Accept-Language"} <= set(answer["vary"].split(", "))
    assert answer["content-encoding"] is None
    assert "default-src 'none'" in answer["content-security-policy"]


def test_files_pass_through_the_shell_untouched(base):
    """A file keeps its compression, its long life and its own headers, and carries no policy of a page."""
    _, _, html = asked(base, "/")
    script = next(part for part in html.split('"') if part.startswith("./static/js/index."))
    status, answer, _ = asked(base, script[1:])
    assert status == 200
    assert "immutable" in answer["cache-control"]
    assert answer["content-security-policy"] is None


def test_a_rebinding_host_is_refused(base):
    """A page elsewhere whose name was pointed at this machine gets neither pages nor routes."""
    for path in ("/", "/gyda/language?to=cy&next=/", "/_stcore/stream"):
        status, _, _ = asked(base, path, {"Host": "evil.example"})
        assert status == 400


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example/", "/%5Cevil.example", ""])
def test_the_language_switch_leads_nowhere_else(base, place):
    """A forged way back is refused, and no cookie is set."""
    status, answer, _ = asked(base, f"/gyda/language?to=cy&next={place}")
    assert status == 400
    assert answer["set-cookie"] is None


def test_the_language_switch_sets_a_cookie_and_goes_back(base):
    """The switch leads back to the same page and example, in the other language."""
    status, answer, _ = asked(base, "/gyda/language?to=cy&next=%2Fresults%3Flang%3Den%26example%3Dx")
    assert status == 303
    assert answer["location"] == "/results?lang=cy&example=x"
    assert answer["set-cookie"].startswith("gyda_language=cy;")
    assert "HttpOnly" in answer["set-cookie"]


def test_gyda_refuses_to_listen_to_other_machines_and_says_why():
    """Asked for an address that others could reach, it ends with the reason in both languages."""
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "0.0.0.0"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "Gyda does not start" in done.stderr
    assert "Gyda ddim yn cychwyn" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_our_script_a_bare_letter_would_do_something(chromium, base):
    """The proof that the test of every page can fail: Streamlit on its own runs the app again on "r"."""
    page = chromium.new_page(base_url=base)
    page.route("**/gyda/script-*.js*", lambda route: route.abort())
    page.goto("/about?lang=en")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate(
        "() => { window.sent = 0; const send = WebSocket.prototype.send;"
        " WebSocket.prototype.send = function (...all) { window.sent += 1; return send.apply(this, all); }; }"
    )
    # Until the page listens to keys, which a busy machine takes its time for.
    for _ in range(50):
        page.keyboard.press("r")
        page.wait_for_timeout(100)
        if page.evaluate("window.sent") > 0:
            break
    assert page.evaluate("window.sent") > 0
    page.close()
