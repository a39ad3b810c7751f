"""A report in the browser: while it is made, the page says how far it is, and a screen reader can hear it."""

import re

import pytest
from playwright.sync_api import expect

from assessment.words import words
from tests.browser.looks import english_on, whole

#: Runs in the page: notes each thing that the part says, its role, and whether it is still the same part.
LISTEN = """() => {
  let part = null, last = '';
  window.heard = [];
  new MutationObserver(() => {
    const now = document.querySelector('.st-key-how-far');
    const [sentence, page] = now ? [...now.querySelectorAll('p')].map(one => one.textContent) : [];
    if (!sentence || last === sentence + page) return;
    window.heard.push({sentence, page: page || '', role: now.role, same: !part || part === now});
    [part, last] = [now, sentence + page];
  }).observe(document.body, {subtree: true, childList: true, attributes: true});
}"""


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_page_says_how_far_the_report_is(page, data, language):
    """In its language, from page to page and never back, in one part of the page that is read aloud."""
    w = words(language)
    page.goto(f"/report?lang={language}&assessment={data.full(language)}")
    whole(page)
    page.evaluate(LISTEN)
    page.get_by_role("button", name=w.gettext("Make the report"), exact=True).click()
    expect(page.get_by_role("button", name=w.gettext("Download the report (PDF)"))).to_be_visible()
    heard = page.evaluate("window.heard")
    sentences = list(dict.fromkeys(one["sentence"] for one in heard))
    assert sentences == [w.gettext("Making the report …"), w.gettext("Writing the file …")]
    numbers = [int(re.sub(r"\D", "", one["page"])) for one in heard if one["page"]]
    assert numbers == sorted(numbers)
    assert numbers[-1] > 1
    assert all(one["role"] == "status" and one["same"] for one in heard)
    expect(page.locator(".st-key-how-far")).to_have_count(0)
    if language == "cy":
        assert english_on(page) == []
