"""Looking at a page as people do: whole, unfolded, in one language, with axe's rules."""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from assessment import library
from assessment.core.texts import texts as texts_of
from assessment.ui.files import shipped
from tests.kept_data import FULL

ROOT = Path(__file__).parents[2]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: Words that no Welsh sentence holds ("all" is one that it does).
ENGLISH = re.compile(
    r"\b(the|and|with|who|what|this|that|which|have|has|was|were|not|nothing|you|your|they|their|from|people|answered"
    r"|answers|decides|stages?|values|team|table|open|close|files?|upload|download|please|loading|error|press"
    r"|choose|select|help|menu|show|view|more|less)\b",
    re.IGNORECASE,
)
#: Everything that a person can see or hear: texts and attributes, apart from what is marked as English,
#: names of icons, and ids in faults.
SAID = """() => {
  const said = [];
  const skip = '[lang=en]:not(html), script, style, noscript, code';
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element || element.closest(skip)) continue;
    if (getComputedStyle(element).fontFamily.includes('Material Symbols')) continue;
    if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    else for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'])
      if (element.hasAttribute(name)) said.push(element.getAttribute(name));
  }
  return [...new Set(said.map((text) => text.trim()).filter(Boolean))];
}"""
#: Opens every fold, and says how many it opened.
UNFOLD = """() => {
  const folded = [...document.querySelectorAll('details:not([open]) > summary')];
  folded.forEach((summary) => summary.click());
  return folded.length;
}"""


@cache
def english_texts() -> set[str]:
    """Every English text of the catalogues and of the rubric that its Welsh differs from."""
    found = set()
    for path in (ROOT / "assessment" / "locales" / "cy" / "LC_MESSAGES").glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="cy"):
                for english in message.id if isinstance(message.id, tuple) else (message.id,):
                    if english and english != message.string:
                        found.add(english)
    for folder in library.folders():
        found |= {text.en for _, text in texts_of(library.load(folder)) if text.en != text.cy}
    return found


@cache
def typed_texts(example: str, language: str) -> list[str]:
    """What people typed in an example, the longest first: it keeps its own language."""
    content = shipped(example, language).content.decode()
    return sorted(re.findall(r":\s+\"?([^{}\[\]\n\"]{3,})", content), key=len, reverse=True)


def address(screen: str, language: str, **named: str) -> str:
    """The address of a screen."""
    return f"/{screen}?{'&'.join(f'{name}={value}' for name, value in {'lang': language, **named}.items())}"


def open_screen(page: Page, screen: str, language: str, **named: str) -> None:
    """Open a screen at an address, and wait until it is whole."""
    page.goto(address(screen, language, **named))
    whole(page)


def whole(page: Page) -> None:
    """Wait until the script has run to its end, and everything it sent is drawn."""
    expect(page.locator(".gyda-footer")).to_be_visible()
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached()
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    # Plotly comes in a file of its own, after the page.
    for chart in page.locator("[data-testid=stPlotlyChart]").all():
        expect(chart.locator(".main-svg").first).to_be_visible()


def settle(page: Page) -> None:
    """After a click or a key: wait until the page has been drawn anew."""
    page.wait_for_timeout(100)
    whole(page)


def unfold(page: Page) -> None:
    """Open every part that is folded away, also those that come with another."""
    while page.evaluate(UNFOLD):
        page.wait_for_timeout(300)
        whole(page)


def english_on(page: Page, example: str = FULL, others: Sequence[str] = ()) -> list[str]:
    """Everything on a page that is said in English, and was not typed by people in the example or among `others`."""
    known = english_texts()
    typed = [*others, *typed_texts(example, "cy"), *typed_texts(example, "en")]
    found = []
    for said in page.evaluate(SAID):
        if said in known:
            found.append(said)
            continue
        for words in typed:
            said = said.replace(words.strip(), "")
        if ENGLISH.search(said):
            found.append(said)
    return found


def violations(page: Page) -> str:
    """What axe finds against WCAG, A and AA; empty if it finds nothing."""
    found = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]}).response["violations"]
    told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
    return json.dumps(told, indent=1) if told else ""
