"""Every page in every state it can be in: accessible, in one language, and deaf to bare letters."""

import pytest
from playwright.sync_api import Page

from assessment.ui.files import main_rubric
from tests.browser.looks import english_on, open_screen, unfold, violations
from tests.kept_data import Data

RUBRIC = main_rubric()
FIRST, SECOND, *_ = RUBRIC.order
ABOUT_IT = ("who", "stage", "results", "plan", "report", "settings")
#: How many messages the page has sent to the server since it was asked to count them.
COUNT = """() => {
  window.sent = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...all) { window.sent += 1; return send.apply(this, all); };
}"""


def empty(data: Data, language: str) -> str:
    """A project with nothing but a name."""
    return data.empty(language)


def under_way(data: Data, language: str) -> str:
    """Stages of every status; a decision that is not with people, and a question that does not apply."""
    item, other = first_two()
    statuses = dict(zip(RUBRIC.order, ("under_way", "planned", "before_us", "not_started"), strict=True))
    consulting = next(step.id for step in RUBRIC.steps if "consults" in step.marks)
    said = {f"stages/{stage}/status": status for stage, status in statuses.items()}
    id_ = data.empty(language, **said)
    data.say(id_, {f"stages/{FIRST}/decision": consulting, f"answers/{item}/level": "not_applicable"})
    data.say(id_, {f"answers/{other}/level": 1, "assessment/shown_to_people/date": {"typed": "yfory"}})
    return id_


def first_two() -> list[str]:
    """Two questions of the first stage."""
    return [item.id for item in RUBRIC.items if item.stage == FIRST][:2]


#: How each state is made, and the pages that are looked at in it.
STATES = {
    "empty": (empty, (*ABOUT_IT, "new", "")),
    "under way": (under_way, ("who", "results", "plan", "report")),
    "full": (Data.full, ABOUT_IT),
    "submitted": (Data.submitted, ("who", "stage", "plan", "report", "settings")),
    "withdrawn": (Data.withdrawn, ("report", "")),
    "not there": (lambda *_: "0123456789abcdef", ("who", "results")),
}


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_page_in_every_state(page: Page, data: Data, state, language):
    """One h1, no WCAG A or AA violation, no English on a Welsh page; r and c send nothing and open nothing."""
    make, screens = STATES[state]
    id_, faults = make(data, language), []
    for screen in screens:
        open_screen(page, screen, language, **({"assessment": id_} if screen else {}))
        unfold(page)
        wrong = {
            "language": page.locator("html").get_attribute("lang") != language,
            "h1": page.locator("h1").count() != 1,
            "axe": violations(page),
            "English": english_on(page) if language == "cy" else [],
            "letters": not deaf(page),
        }
        faults += [f"{screen or 'start'}: {name}: {told}" for name, told in wrong.items() if told]
    assert not faults, "\n".join(faults)


def deaf(page: Page) -> bool:
    """Whether bare letters do nothing."""
    page.evaluate("() => document.activeElement?.blur()")
    page.evaluate(COUNT)
    for key in ("r", "c", "R", "C"):
        page.keyboard.press(key)
    page.wait_for_timeout(150)
    return page.evaluate("window.sent") == 0 and page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("stage", RUBRIC.order)
def test_the_page_of_each_stage_whatever_its_status(page: Page, data: Data, stage, language):
    """Under way, planned, settled before, not begun: each asks what it should, in one language."""
    open_screen(page, "stage", language, assessment=under_way(data, language), stage=stage)
    unfold(page)
    assert page.locator("h1").count() == 1
    assert not violations(page)
    if language == "cy":
        assert english_on(page) == []
