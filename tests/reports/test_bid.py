"""The two pages for a bid: what an assessor with ten minutes finds, and what they never find there."""

import re

import pytest

from assessment.core.reading import read
from tests.reports.reports_made import (
    DRAFT,
    IN_LANGUAGES,
    LANGUAGES,
    NAMES,
    RUBRIC,
    SPARSE,
    SUBMITTED,
    WITHDRAWN,
    Made,
    bid,
    first_look,
    full,
    made,
    tree,
)
from tests.reports.test_hostile import filled

SCORE = re.compile(r"\b[0-3] (of|o) 3\b|\b\d[.,]\d\b(?!\.)|%|\bmean\b|\bcymedr")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", IN_LANGUAGES)
def test_every_example_has_two_pages_in_each_language(name, language):
    """And four where both languages stand in one file, each beginning on a page of its own."""
    found = bid(name, language)
    assert found.pdf.pages == (4 if language == "both" else 2)
    if language == "both":
        assert "Tudalen 2 o 4" in found.pages[1]
        assert "Page 3 of 4" in found.pages[2]


@pytest.mark.parametrize("language", IN_LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["W" * 20_000, "one two three " * 1_500, "\u05e9\u05dc\u05d5\u05dd " * 4_000, "🚌🌧️" * 5_000, "Ŵŷ " * 7_000],
    ids=["a word without end", "many words", "from the right", "emoji", "circumflexes"],
)
def test_whatever_was_typed_it_stays_at_two_pages(text, language):
    """In every field at once, with 200 actions and far more rows than there is room for."""
    given = crammed(text)
    found = Made(read(given, RUBRIC), language, layout="bid")
    assert found.pdf.pages == (4 if language == "both" else 2)
    # Nothing is cut off at the edge either: what stands on the last page is the end.
    assert {"en": "version", "cy": "fersiwn", "both": "version"}[language] in found.pages[-1]
    assert "…" in found.text


def crammed(text):
    """The full file with a text in every field, every list long, every stage told of and every level its longest."""
    given = filled(text)
    given["actions"] = [{**given["actions"][0], "about": "co_delivery", "status": "open"} for _ in range(200)]
    given["strengths"], given["changes"] = given["strengths"] * 20, given["changes"] * 20
    given["partners"] = [f"{text[:2_000]}{at}" for at in range(30)]
    given["taking_part"] += [
        {"group": "other", "label": f"{text[:60]}{at}", "co_creation": "not_reached"} for at in range(30)
    ]
    reason = {"reason": "time", "reason_note": text, "who_could_remove_it": text}
    part = {"what": text, "decision": "protecting", "reason": "fixed_by_law", "reason_note": text}
    for stage, said in given["stages"].items():
        given["stages"][stage] = {**said, **reason, "parts": [part] * 5}
    given["stages"]["co_evaluation"] = {"status": "planned", "decision": "consulting", **reason}
    for item in RUBRIC.items:
        levels = item.question.levels
        longest = max(RUBRIC.scale.levels, key=lambda level, levels=levels: len(levels[level].cy))
        given["answers"][item.id] = {"level": longest, "evidence": "own_view", "note": text}
    return given


def test_what_an_assessor_asks_stands_on_the_two_pages():
    """Who decided, why not with people, what changed, who was not reached, what is promised, what it costs."""
    text = bid().text
    for words in (
        "Which changes to try, and in which order.",
        "The Cabinet fixed both in May 2026.",
        "Consulting. The team picks the questions",
        "The grant closed in three weeks.",
        "The grants panel",
        "The speed limit",
        "Lorries use the lane at school time.",
        "A one-way trial in term time.",
        "Changed 1 October 2026",
        "What shows it: Minutes",
        "Could not change 15 October 2026",
        "It would cost more than the whole budget",
        "Not reached: older people and Bus drivers.",
        "Agree with the school who may stop the trial.",
        "Head of highways",
        "15 January 2027",
        "A meeting in school time",
        "The walking-bus rota – Parents",
        "Mill Lane Primary School · Example Town Cycling Club",
        "The people saw this before it was sent. 20 November 2026.",
        "They asked for dates.",
        "First limb: involve people",
        "Second limb: the people involved reflect the population",
        "School roll and ward profile.",
        "We do not offer: expenses.",
        "People who answered apart (5–9 answered) say: for people (most)",
        "The team sees more of it: Co-creation, strengths; Co-design, trust.",
        "Submitted on 25 November 2026",
        "gyda.example/check",
        bid().enclosed.short,
    ):
        assert words in text, words


def test_what_it_costs_stands_beside_what_is_offered():
    """The cost line of each condition that has one; a condition that costs money and has none says so."""
    conditions = {"access": {"answer": "yes", "cost": "£900, budget line 4"}, "language": {"answer": "in_part"}}
    text = Made(read(tree(conditions=conditions), RUBRIC), "en", layout="bid").text
    assert "Access: offered. Cost: £900, budget line 4" in text
    assert "Language: offered in part. Cost not said yet." in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", *NAMES])
def test_no_score_of_any_kind_stands_on_it(name, language):
    """Levels are told in words; neither a mean nor a percentage nor a level's number is."""
    found = bid(name, language)
    assert SCORE.findall(re.sub(r"(version|fersiwn) \d+\.\d+", "", found.text)) == []
    assert "dots" not in found.html


def test_notes_and_what_may_not_be_printed_stay_with_the_team():
    """Not on the pages, and not in the data that goes with them."""
    found = bid()
    everything = found.text + found.enclosed.answers.decode()
    for kept in ("Twelve families came", "Minutes of 4 November.", "We had no budget line", "Something private"):
        assert kept not in everything


def test_only_a_body_that_the_act_binds_is_told_of_the_act():
    """A charity's two pages do not speak of it."""
    charity = made(tree(project={**full()["project"], "kind": "voluntary"}))
    assert "5(2)(c)" not in Made(charity.assessment, "en", layout="bid").text
    assert "5(2)(c)" in bid().text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made_by", ["people", "organisations"])
def test_projects_without_both_sides_read_naturally(made_by, language):
    """What they are is said at the top in the rubric's words, and nobody is asked why people do not decide."""
    given = read(tree(project={**full()["project"], "made_by": made_by}), RUBRIC)
    found = Made(given, language, layout="bid")
    assert RUBRIC.made_by_notes[made_by].in_(language)[:60] in found.text
    assert {"en": "gives no reason yet", "cy": "ddim wedi rhoi rheswm eto"}[language] not in found.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_almost_nothing_said_it_helps_and_makes_nothing_up(language):
    """Each part says that nothing is said yet."""
    found = Made(read(SPARSE, RUBRIC), language, layout="bid")
    assert found.pdf.pages == 2
    assert {"en": "Nothing is recorded yet.", "cy": "Does dim wedi'i gofnodi eto."}[language] in found.text
    assert {"en": "Nothing is planned yet.", "cy": "Does dim wedi'i gynllunio eto."}[language] in found.text


@pytest.mark.parametrize("language", IN_LANGUAGES)
def test_a_first_look_cannot_be_a_bid(language):
    """Asked for as one, it stays the one page in each language that it is."""
    look = Made(first_look().assessment, language, layout="bid")
    assert look.html == Made(first_look().assessment, language).html
    assert look.pdf.pages == (2 if language == "both" else 1)


@pytest.mark.parametrize("language", IN_LANGUAGES)
@pytest.mark.parametrize("layout", ["full", "bid", "first_look"])
def test_a_draft_says_so_on_every_page_and_a_submitted_one_does_not(layout, language):
    """Withdrawn ones say that on every page."""
    marks = {
        DRAFT: ("Draft, not submitted", "Drafft, heb ei gyflwyno"),
        WITHDRAWN: ("Withdrawn on", "Wedi'i dynnu'n ôl"),
    }
    for submission, (english, welsh) in marks.items():
        found = printed(layout, language, submission)
        said = ["en" if english in page else "cy" if welsh in page else "" for page in found.pages]
        # One language after the other, and not always as many pages in each.
        assert said == sorted(said)
        assert set(said) == ({"cy", "en"} if language == "both" else {language})
    assert not any(mark in page for page in printed(layout, language, SUBMITTED).pages for mark in marks[DRAFT])


def printed(layout, language, submission):
    """The full file in a layout."""
    given = first_look().assessment if layout == "first_look" else made(full()).assessment
    return Made(given, language, layout="bid" if layout == "bid" else "full", submission=submission)
