"""A whole assessment as a team makes it: from a new project to the downloaded report, by what stands on the screen."""

import re
import subprocess

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.core.rubric import Rubric
from assessment.ui.files import main_rubric
from assessment.words import words
from tests.browser.looks import whole
from tests.kept_data import Data

NAMES = {"cy": "Llwybr i'r ysgol", "en": "A way to school"}
ABOUT = {"cy": "Ffordd ddiogel i gerdded i'r ysgol. ŵŷ", "en": "A safe way to walk to school. ŵŷ"}
OPEN = {"cy": "Pa newidiadau i'w profi.", "en": "Which changes to try."}
REASON = {"cy": "Caeodd y grant mewn tair wythnos.", "en": "The grant closed in three weeks."}
WHO = {"cy": "Y panel grantiau", "en": "The grants panel"}
OWNER = {"cy": "Clerc y dref", "en": "The town clerk"}
OTHER = {"cy": "en", "en": "cy"}


class Team:
    """A team at one screen: it reads names and presses what it reads."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language, self.rubric = page, language, main_rubric()

    def say(self, english: str, **blanks: object) -> str:
        """A sentence of the screen."""
        return words(self.language).gettext(english).format(**blanks)

    def press(self, english: str, **blanks: object) -> None:
        """Press a button by its words."""
        self.page.get_by_role("button", name=self.say(english, **blanks)).first.click()
        whole(self.page)

    def write(self, english: str, text: str) -> Locator:
        """Type into a box by its label."""
        box = self.page.get_by_label(self.say(english), exact=True).first
        box.fill(text)
        return box

    def choose(self, group: str | re.Pattern[str], answer: str) -> None:
        """Choose one answer of a group; both by their words."""
        asked = self.page.get_by_role("radiogroup", name=group, exact=isinstance(group, str)).first
        asked.get_by_text(answer).first.click()
        whole(self.page)

    def chosen(self, answer: str) -> Locator:
        """The answer, if it is the one that is chosen."""
        return self.page.get_by_role("radio", name=answer, checked=True)

    def title(self, text: str) -> None:
        """The page of this title is open."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)
        whole(self.page)

    def switch(self) -> None:
        """The other language, by its link."""
        self.page.locator("a.gyda-language").click()
        self.language = OTHER[self.language]
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)
        whole(self.page)

    def label(self, kind: str, term: str) -> str:
        """What the rubric calls one of its terms."""
        return self.rubric.label(kind, term, self.language)


def begin(team: Team) -> None:
    """A project with a name, what it is about, and how far its stages are."""
    own = team.language
    team.page.goto(f"/?lang={own}")
    whole(team.page)
    team.press("Start a new project")
    team.title(team.say("A new project"))
    team.write("What is your project called?", NAMES[own])
    team.press("Start")
    expect(team.page.get_by_label(team.say("Name of the project"), exact=True)).to_have_value(NAMES[own])
    team.write("What it is about, in a paragraph", ABOUT[own])
    team.write("What is open: what can people still change?", OPEN[own])
    first, second, *_ = team.rubric.order
    for stage, status in ((first, "under_way"), (second, "planned")):
        name = team.rubric.stages[stage].name.in_(own)
        team.choose(re.compile(f"^{re.escape(name)}"), team.label("status", status))
    team.press("Next: who and what")


def who_and_what(team: Team) -> None:
    """Who answers, who took part, one condition."""
    own, rubric = team.language, team.rubric
    team.title(team.say("Who and what"))
    expect(team.page.get_by_label(team.say("What it is about, in a paragraph"), exact=True)).to_have_value(ABOUT[own])
    team.page.get_by_label(rubric.roles[0].name.in_(own), exact=True).fill("3")
    group = next(group for group in rubric.groups if not group.labelled and not group.sensitive)
    team.choose(re.compile(f"^{re.escape(group.name.in_(own))}"), team.label("presence", "took_part"))
    condition = rubric.conditions[0]
    team.choose(condition.question.in_(own), team.label("condition", "in_part"))
    team.press("Next: {name}", name=rubric.stages[rubric.order[0]].name.in_(own))


def one_stage(team: Team) -> None:
    """Who decides and why, the questions, what they rest on; loaded again and in the other language in the middle."""
    own, rubric, stage = team.language, team.rubric, team.rubric.order[0]
    team.title(rubric.stages[stage].name.in_(own))
    decision = rubric.stages[stage].decision
    step = next(step for step in rubric.steps if "consults" in step.marks)
    team.choose(decision.question.in_(own), decision.steps[step.id].in_(own))
    reason = next(reason for reason in rubric.reasons if reason.kind == "barrier")
    team.choose(team.say("What kind of reason is it?"), team.label("reason_kind", "barrier"))
    team.choose(team.say("Which one?"), reason.meaning.in_(own))
    team.write("The reason, in your own words", REASON[own])
    team.write("Who could remove it? Name the role, not the person.", WHO[own])
    items = [item for item in rubric.items if item.stage == stage]
    for item, level in zip(items, (2, 1, 3), strict=False):
        team.choose(item.question.statement.in_(own), item.question.levels[level].in_(own))
    reload_and_switch(team, items[0].question.levels[2], step_sentence=decision.steps[step.id])
    team.choose(items[3].question.statement.in_(own), team.label("state", "dont_know"))
    team.choose(items[4].question.statement.in_(own), items[4].question.levels[0].in_(own))
    team.choose(rubric.value[items[0].value].name.in_(own), team.label("evidence", "documented"))


def reload_and_switch(team: Team, level, step_sentence) -> None:
    """A reload, and the other language and back: what was answered stands, and so does what was typed."""
    own = team.language
    team.page.reload()
    whole(team.page)
    expect(team.page.get_by_label(team.say("The reason, in your own words"), exact=True)).to_have_value(REASON[own])
    expect(team.chosen(level.in_(own))).to_have_count(1)
    team.switch()
    expect(team.page.get_by_role("radio", name=re.compile(re.escape(step_sentence.in_(team.language))))).to_be_checked()
    expect(team.page.get_by_label(team.say("The reason, in your own words"), exact=True)).to_have_value(REASON[own])
    team.switch()


def the_rest(team: Team) -> None:
    """Where we stand, a step of the plan with somebody who does it, and what was heard."""
    own = team.language
    team.press("See where we stand")
    team.title(team.say("Where we stand"))
    team.press("Make our plan")
    team.title(team.say("Our plan"))
    team.page.get_by_role("button", name=team.say("Put it in our plan")).first.click()
    whole(team.page)
    card = team.page.locator("[class*='st-key-plan-card-actions']")
    card.get_by_role("button", name=team.say("Fill it in")).click()
    whole(team.page)
    team.write("Who does it? Name the role, not the person.", OWNER[own])
    team.page.keyboard.press("Tab")
    whole(team.page)


def report(team: Team) -> str:
    """The words of the report that is downloaded."""
    team.page.get_by_role("button", name=team.say("Report"), exact=True).first.click()
    team.title(team.say("Report"))
    team.press("Make the report")
    button = team.page.get_by_role("button", name=team.say("Download the report (PDF)"))
    with team.page.expect_download() as waited:
        button.click()
    pdf = waited.value.path().read_bytes()
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return " ".join(told.decode().split())


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_team_goes_from_nothing_to_its_report(page: Page, data: Data, language):
    """New, who and what, one stage, where we stand, the plan, the report: in one language, with nothing lost."""
    before = set(data.ids())
    team = Team(page, language)
    begin(team)
    who_and_what(team)
    one_stage(team)
    the_rest(team)
    told = report(team)
    for typed in (NAMES, ABOUT, OPEN, REASON, WHO, OWNER):
        assert typed[language] in told, typed[language]
    (id_,) = [id_ for id_ in set(data.ids()) - before if data.values(id_)["project/name"] == NAMES[language]]
    answered = what_was_answered(data.values(id_), team.rubric)
    assert answered == {"levels": [2, 1, 3, "dont_know", 0], "evidence": "documented", "people": 3}


def what_was_answered(values: dict, rubric: Rubric) -> dict:
    """What the store has of it."""
    items = [item.id for item in rubric.items if item.stage == rubric.order[0]]
    return {
        "levels": [values.get(f"answers/{item}/level") for item in items],
        "evidence": values.get(f"answers/{items[0]}/evidence"),
        "people": values.get(f"assessment/respondents/{rubric.roles[0].id}/count"),
    }
