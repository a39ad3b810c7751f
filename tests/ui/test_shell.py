"""The shell around the Streamlit script, without a browser."""

import base64
import hashlib
import re
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
import streamlit

from assessment.ui.languages import accepted, chosen
from assessment.ui.person import COOKIE, cookie_for
from assessment.ui.shell.addresses import is_this_machine
from assessment.ui.shell.fixed_words import FIXED_WORDS, PATTERNS
from assessment.ui.shell.page import UnknownPage, is_page, rewritten
from assessment.ui.shell.switch import address_of_switch, is_local_path

STREAMLITS_PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()


@pytest.mark.parametrize(
    "wishes, accept, language",
    [
        (("cy", "en"), "en", "cy"),
        ((None, "cy"), "en", "cy"),
        (("fr", None), "cy, en;q=0.8", "cy"),
        ((), "en-GB,en;q=0.9,cy;q=0.8", "en"),
        ((), "cy;q=0, fr", "en"),
        ((), "de, cy-GB;q=0.3, en;q=0.2", "cy"),
        ((), "cy;q=nonsense, en;q=0.1", "en"),
        ((), "", "en"),
    ],
)
def test_the_first_wish_that_gyda_speaks_decides_the_language(wishes, accept, language):
    """The address wins over the cookie, the cookie over the browser, and English holds otherwise."""
    assert chosen(*wishes, accept=accept) == language


def test_languages_are_read_in_the_order_of_their_weights():
    """The dearest language of a browser comes first, whatever its place in the header."""
    assert accepted("en;q=0.5, cy;q=0.9, fr") == ["fr", "cy", "en"]


def test_a_browser_is_given_a_mark_once_and_keeps_it():
    """A browser without a mark, or with one that Gyda never gave, gets one; a browser with a mark keeps it."""
    given = SimpleCookie(cookie_for({}))[COOKIE]
    assert given["httponly"]
    assert cookie_for({COOKIE: given.value}) == ""
    assert cookie_for({COOKIE: "x" * 5000}) != ""


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_page_says_its_language_and_brings_our_script(language):
    """Streamlit's own page, as it is packaged, takes the language, our script and our name."""
    body, _ = rewritten(STREAMLITS_PAGE, language)
    html = body.decode()
    assert f'<html lang="{language}">' in html
    assert html.index(f"/gyda/script-{language}.js") < html.index('type="module"')
    assert "Streamlit</title>" not in html
    assert "Source" not in html


def test_the_policy_allows_the_one_inline_script_and_no_other():
    """The policy carries the hash of the inline script that stands in the page, and no 'unsafe-inline'."""
    body, policy = rewritten(STREAMLITS_PAGE, "cy")
    (script,) = re.findall(r"<script>(.*?)</script>", body.decode(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert scripts == f"script-src 'self' 'sha256-{digest}'"


def test_a_page_that_streamlit_changed_is_refused_loudly():
    """If a later Streamlit moves what we rewrite, the app says so instead of losing the language."""
    with pytest.raises(UnknownPage):
        rewritten(STREAMLITS_PAGE.replace(b'<html lang="en">', b"<html>"), "cy")


@pytest.mark.parametrize(
    "path, page",
    [
        ("/", True),
        ("/results", True),
        ("/favicon.png", False),
        ("/static/js/index.js", False),
        ("/_stcore/stream", False),
        ("/media/abc", False),
        ("/component/x", False),
        ("/gyda/language", False),
    ],
)
def test_only_pages_are_rewritten(path, page):
    """Files, streams, media, components and our own routes pass through untouched."""
    assert is_page(path) is page


@pytest.mark.parametrize(
    "place, local",
    [
        ("/", True),
        ("/results?example=x&lang=cy", True),
        ("//elsewhere.example", False),
        ("https://elsewhere.example", False),
        ("/\\elsewhere.example", False),
        ("results", False),
        ("", False),
        ("/results\r\nSet-Cookie: a=b", False),
        ("javascript:alert(1)", False),
    ],
)
def test_the_way_back_is_a_path_of_this_app(place, local):
    """The language switch leads back to a page of Gyda's and never anywhere else."""
    assert is_local_path(place) is local


def test_the_switch_carries_the_whole_place():
    """Page and example stand, escaped, in the link to the other language."""
    assert (
        address_of_switch("cy", "/results", {"lang": "en", "example": "a b"})
        == "/gyda/language?to=cy&next=%2Fresults%3Flang%3Den%26example%3Da%2Bb"
    )


@pytest.mark.parametrize(
    "address, ours",
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.20", False),
        ("gyda.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_this_machine_is_listened_to(address, ours):
    """An address that other machines could reach is not ours, nor is one that is not set."""
    assert is_this_machine(address) is ours


def test_fixed_words_are_said_in_welsh():
    """Every fixed word has a Welsh that differs, and every pattern is a regular expression that fits."""
    assert all(welsh and welsh != english for english, welsh in FIXED_WORDS.items())
    for pattern, welsh in PATTERNS.items():
        assert welsh.count("$") <= re.compile(pattern).groups
