"""Text that people typed is text: it asks for nothing, runs nothing, breaks nothing."""

import logging
import socket
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import cycle, repeat

import pytest

from assessment.core.score import score
from reports import letters
from reports.choice import Choice
from reports.context import document
from reports.page import direction, page, paragraphs
from reports.pdf import Packaged, write
from reports.printed import classes, printed_forms
from tests.reports.reports_made import DRAFT, RUBRIC, SUBMITTED, Made, full, made, tree

CHOICES = (Choice("en", notes=True), Choice("en", layout="bid"))
OURS = {"www.legislation.gov.uk", "caselaw.nationalarchives.gov.uk", "copronet.wales", "doi.org", "gyda.example"}
"""Where a report's own links lead."""

HOSTILE = [
    '<img src="file:///etc/passwd">',
    '<img src="http://127.0.0.1:1/x.png">',
    '<link rel="stylesheet" href="http://127.0.0.1:1/x.css">',
    '<link rel="attachment" href="file:///etc/passwd">',
    "<style>@import url(http://127.0.0.1:1/x.css); * { display: none }</style>",
    '<svg><image href="file:///etc/passwd"/></svg>',
    '<object data="file:///etc/passwd"></object>',
    '<iframe src="http://127.0.0.1:1/"></iframe>',
    '<embed src="data:text/html,x">',
    '<base href="http://127.0.0.1:1/">',
    "<script>alert(1)</script>",
    '"><a href="javascript:alert(1)">here</a>',
    "url(file:///etc/passwd)",
    "{{ 7 * 7 }} {% include 'x' %}",
    "</title></head><body><h1>other</h1>",
    "<!-- <table><tr><td>",
    "&lt;b&gt; &#0; &amp;",
    "]]> <?xml version='1.0'?><!ENTITY x SYSTEM 'file:///etc/passwd'>",
    '<img srcset="http://127.0.0.1:1/x.png 2x">',
    '<video src="http://127.0.0.1:1/x.mp4" poster="file:///etc/passwd"></video>',
    '<picture><source srcset="http://127.0.0.1:1/x.webp"></picture>',
    '<input type="image" src="http://127.0.0.1:1/x.png">',
    '<table background="http://127.0.0.1:1/x.png"><tr><td>x',
    '<p style="background: url(http://127.0.0.1:1/x.png)">x</p>',
    '<p style="content: attr(href url); list-style: url(file:///etc/passwd)">x</p>',
    "<style>@font-face { font-family: Lato; src: url(http://127.0.0.1:1/x.ttf) } p { color: red }</style>",
    "<style>@page { background: url(file:///etc/passwd) }</style>",
    "@import 'http://127.0.0.1:1/x.css';",
    "expression(alert(1)); -moz-binding: url(http://127.0.0.1:1/x.xml)",
    '<svg><script>alert(1)</script><use href="http://127.0.0.1:1/x.svg#a"/></svg>',
    '<svg xmlns:xlink="x"><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><foreignObject><iframe src="file:///etc/passwd"></iframe></foreignObject></svg>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>',
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    "<a href='data:text/html,<script>alert(1)</script>'>here</a>",
    '<link rel="stylesheet" href="data:text/css,*{display:none}">',
    '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:1/">',
    '<meta name="generator" content="Somebody else"><meta name="keywords" content="gyda-report/1 submitted">',
    '<a rel="attachment" href="file:///etc/passwd">here</a>',
    "gyda:pdf.py url(gyda:../README.md)",
    "\\\\127.0.0.1\\share\\x.png",
    '=HYPERLINK("http://127.0.0.1:1/")',
    "</p></div></article></main></body></html><h1>after the end</h1>",
    "/JavaScript (app.alert\\(1\\)) /OpenAction 1 0 R endobj stream",
    "a\x00b\x07c\x1bd\x7fe\u202egnp.exe\u202c\ufeff\ufffe\u2028next",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 hello",
    "🚌🌧️👩\u200d🦽 ☂ ✓ ⚠ \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "中文 한국어 日本語 \U0001d49c ꧁꧂",
    "W" * 20_000,
    "one two three " * 1_500,
]
"""One a field, and all of them in one."""


class Tags(HTMLParser):
    """Counts the elements of a page and what they ask for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.asked: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.asked += [value for name, value in attrs if name in ("src", "data", "srcset", "poster", "background")]


def filled(text: str) -> dict:
    """The full file with a text in every place where people type."""
    return _filled(full(), repeat(text))


TYPED = {
    "name", "organisation", "reference", "about", "open", "fixed", "place", "title", "how", "said", "reason_note",
    "who_could_remove_it", "decision_note", "what", "note", "why", "label", "whose", "who", "before", "after", "heard",
    "changed", "told", "evidence_", "worked", "did_not", "learnt", "text", "owner", "with_whom", "needs", "barrier",
    "how_we_know", "how_we_know_who_lives_here",
}  # fmt: skip


def _filled(part: object, texts: Iterator[str]) -> object:
    if isinstance(part, dict):
        # What an action is about is an id, and not typed.
        typed = TYPED - {"about"} if "owner" in part or "status" in part else TYPED
        return {
            key: next(texts) if key in typed and isinstance(inner, str) else _filled(inner, texts)
            for key, inner in part.items()
        }
    if isinstance(part, list):
        return [_filled(inner, texts) for inner in part]
    return part


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """What a report asks for beyond its own files; nothing may reach the network."""
    found: list[str] = []
    fetch = Packaged.fetch

    def watched(self, url, headers=None):
        if not url.startswith("gyda:"):
            found.append(url)
        return fetch(self, url, headers)

    def refuse(*args, **kwargs):
        found.append(f"a connection: {args}")
        raise OSError("no network in a report")

    monkeypatch.setattr(Packaged, "fetch", watched)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return found


def quiet(caplog) -> list[str]:
    """Warnings that rendering logged."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("text", HOSTILE[:-2], ids=range(len(HOSTILE) - 2))
def test_typed_text_makes_no_element_and_asks_for_nothing(text):
    """In every field at once, in both layouts."""
    assessment = made(filled(text)).assessment
    for choice in CHOICES:
        tags = Tags(html(assessment, choice))
        assert set(tags.names) <= usual(choice) | {"article"}
        assert tags.asked == []


@pytest.mark.parametrize("shift", range(0, len(HOSTILE) - 2, 12))
def test_a_file_with_all_of_it_is_quiet_and_carries_nothing(shift, asked, caplog):
    """Each field with another of the texts: no request, nothing embedded but our data, no link, no line in the log."""
    texts = cycle(HOSTILE[shift:-2] + HOSTILE[:shift])
    assessment = made(_filled(full(), texts)).assessment
    for choice in CHOICES:
        # Two pages that were submitted, with their data; the whole report as a draft, with its notes.
        submission = SUBMITTED if choice.layout == "bid" else DRAFT
        report = Made(assessment, "en", choice.notes, layout=choice.layout, submission=submission)
        assert report.pdf.embedded == (3 if choice.layout == "bid" else 0)
        assert len(report.pdf.tables) == report.html.count("<table")
        assert report.pdf.keywords.startswith(f"gyda-report/1 {submission.state}")
        assert {address.split("/")[2] for address in report.pdf.addresses} <= OURS
    assert asked == []
    assert quiet(caplog) == []


def html(assessment, choice: Choice) -> str:
    """A report as HTML; of a bid the form with most room."""
    form, room = next(printed_forms(RUBRIC, assessment, score(RUBRIC, assessment), choice))
    return page(document(RUBRIC, form, score(RUBRIC, form), choice, classes=classes(room)))


@cache
def usual(choice: Choice) -> set[str]:
    """The kinds of element that a layout has."""
    return set(Tags(html(made(full()).assessment, choice)).names)


def test_there_are_more_than_forty_of_them():
    """Addresses, imports, pictures with scripts, and whatever else may stand in a text."""
    assert len(HOSTILE) > 40


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_note_of_20_000_characters_and_forty_actions_are_printed(language, caplog):
    """Whole, over many pages, without a table cut in two."""
    actions = [
        {"text": f"Action number {at}.", "about": "co_design.trust", "owner": "Somebody", "by": "2027-01-15"}
        for at in range(40)
    ]
    answers = {
        **full()["answers"],
        "co_creation.trust": {"level": 2, "note": HOSTILE[-1][:20_000]},
        "co_creation.networks": {"level": 1, "note": HOSTILE[-2]},
    }
    report = made(tree(actions=actions, answers=answers), language, notes=True)
    assert report.html.count("one two three") > 1_400
    assert report.html.count("W" * 100) > 10
    assert all(f"Action number {at}." in report.text for at in range(40))
    assert len(report.pdf.tables) == report.html.count("<table")
    assert quiet(caplog) == []


def test_a_text_of_any_length_stays_on_the_paper():
    """No word runs over the edge: a long one is broken."""
    report = made(tree(answers={"co_creation.trust": {"level": 2, "note": "W" * 3_000}}), notes=True)
    widest = max(len(word) for word in report.text.split())
    assert widest < 120


def test_a_fetcher_gives_its_own_files_and_nothing_else():
    """Neither a path upwards nor another scheme."""
    fetcher = Packaged()
    assert fetcher.fetch("gyda:charts/cover.svg").read().startswith(b"<svg")
    for url in ("gyda:../README.md", "gyda:pdf.py", "file:///etc/passwd", "http://127.0.0.1/", "data:text/plain,x"):
        with pytest.raises(ValueError, match="nothing but its own files"):
            fetcher.fetch(url)


def test_a_text_read_from_the_right_is_laid_out_so():
    """By its first letter."""
    assert direction("\u05e9\u05dc\u05d5\u05dd") == "rtl"
    assert direction("12. \u0645\u0631\u062d\u0628\u0627") == "rtl"
    assert direction("Bore da") == "ltr"
    report = made(tree(project={"name": "A", "about": {"text": "\u0645\u0631\u062d\u0628\u0627", "lang": "ar"}}))
    assert '<article class="typed" lang="ar" dir="rtl">' in report.html


def test_letters_without_a_font_are_marked_and_the_report_says_so():
    """A square for each, and a sentence about it; none where every letter is there."""
    report = made(tree(project={"name": "A", "about": "中文 and words"}))
    assert "□□ and words" in report.html
    assert "stands for each" in report.text
    assert "stands for each" not in made(full()).html


def test_characters_that_print_nothing_are_left_out():
    """Control characters and overrides of direction go; joiners and accents stay."""
    assert letters.cleaned("a\x00b\u202ec\ud800d") == "abcd"
    assert letters.cleaned("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert letters.cleaned("ŵ ŷ 👩\u200d🦽") == "ŵ ŷ 👩\u200d🦽"


def test_paragraphs_lose_nothing():
    """Empty lines part them, long ones are cut at spaces."""
    assert paragraphs("one\n\ntwo\r\nthree\n\n\n") == ["one", "two\nthree"]
    long = "word " * 2_000
    assert " ".join(paragraphs(long)).split() == long.split()
    assert "".join(paragraphs("x" * 5_000)) == "x" * 5_000
    many = "\n\n".join(f"line {at}" for at in range(20_000))
    assert " ".join(paragraphs(many)).split() == many.split()
    assert len(paragraphs(many)) < 500


def test_a_page_of_every_letter_of_the_shipped_fonts_is_quiet(caplog):
    """What letters.py calls printable is."""
    known = "".join(chr(code) for code in sorted(letters._known()) if not 0xD800 <= code < 0xE000)
    text = letters.cleaned(known).replace("&", "").replace("<", "")
    body = "".join(f"<p>{text[at : at + 400]}</p>" for at in range(0, len(text), 400))
    assert write(f"<html lang=en><title>x</title><body>{body}").startswith(b"%PDF-")
    assert quiet(caplog) == []
