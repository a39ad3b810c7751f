"""What a report says, and what it keeps to itself."""

from pathlib import Path

import pytest

from assessment.core.reading import read
from assessment.library import content_hash, load
from tests.reports.reports_made import LANGUAGES, RUBRIC, SPARSE, SUBMITTED, Made, full, made, tree, whole


def stages(**each: dict) -> dict:
    """The full file with these stages only."""
    return tree(stages=each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sparse_file_gives_a_short_report_that_helps(language):
    """No empty table; it says what to fill in next."""
    report = made(SPARSE, language)
    assert "<table" not in report.html
    assert "<svg" not in report.html
    assert report.pdf.pages <= 5
    assert report.html.count('<ul class="grow">') == 2


def test_a_sparse_report_says_that_nobody_with_lived_experience_answered():
    """On the cover and on the first page; not where people did, nor where nobody says who answered."""
    nobody = "Nobody with lived experience answered."
    unsaid = "The team does not say whether anybody with lived experience answered."
    staff = tree(assessment={"date": "2026-11-22", "respondents": [{"role": "staff", "count": 2}]}, voices=[])
    assert (made(staff).html.count(nobody), made(staff).html.count(unsaid)) == (2, 0)
    assert (made(SPARSE).html.count(nobody), made(SPARSE).html.count(unsaid)) == (0, 2)
    assert nobody not in whole("en").html
    assert unsaid not in whole("en").html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_charity_gets_the_page_of_the_law_only_if_it_asks_and_as_a_comparison(language):
    """The Act does not bind it, so the page is headed as what it is."""
    charity = read({**SPARSE, "project": {"name": "A project", "kind": "voluntary"}}, RUBRIC)
    assert 'id="law"' not in Made(charity, language).html
    asked = Made(charity, language, law=True).html
    assert 'id="law"' in asked
    assert {"en": "How this compares", "cy": "Sut mae hyn yn cymharu"}[language] in asked


def test_what_is_only_planned_is_never_said_to_be_so_now():
    """A next step of a planned stage begins from the promise."""
    cards = whole("en").pictures.next_steps.cards
    leads = {card.now_lead for card in cards if card.about.startswith("co_evaluation")}
    assert leads <= {"Promised:"}
    assert {card.now_lead for card in cards} == {"Now:", "Promised:"}


def test_a_reason_that_is_not_complete_says_what_is_missing():
    """The question back names the part, so that nobody has to guess."""
    given = stages(co_design={"status": "done", "decision": "consulting", "reason": "time", "reason_note": "Short."})
    assert "Still missing: who could remove the barrier." in made(given).html


def test_the_first_page_says_what_is_open_what_is_fixed_and_who_answered():
    """And whether the people saw it first."""
    first = whole("en").html.split('id="decides"')[0]
    for words in (
        "Which changes to try",
        "The budget, and the width",
        "People the project is for: 4",
        "20 November 2026",
    ):
        assert words in first
    unseen = tree(assessment={**full()["assessment"], "shown_to_people": None})
    assert "Nothing says that the people saw this" in made(unseen).html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_look_is_one_page_without_a_score(language):
    """It says that it is one stage in one sitting, even with much in it."""
    given = tree(assessment={"date": "2026-11-22", "depth": "first_look"})
    for text in ("", "A long reason, as people write them. " * 200):
        given["stages"]["co_creation"] = {**given["stages"]["co_creation"], "reason_note": text or "Short."}
        report = made(given, language)
        assert report.pdf.pages == 1
        assert {"en": "One stage, in one sitting.", "cy": "Un cyfnod, mewn un cyfarfod."}[language] in report.text
        assert "dots" not in report.html
        assert {"en": "mean", "cy": "cymedr"}[language] not in report.text
        assert " of 3" not in report.text
        assert " o 3" not in report.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made_by", ["people", "organisations"])
def test_community_led_and_partnership_projects_are_told_so_kindly(made_by, language):
    """In the rubric's words, on the first page."""
    report = made(tree(project={**full()["project"], "made_by": made_by}), language)
    words = RUBRIC.made_by_notes[made_by].in_(language)
    assert words.replace("'", "&#39;") in report.html.split('id="decides"')[0]
    assert words.replace("'", "&#39;") not in made(full(), language).html


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_condition_costs_is_printed_where_it_is_offered(language):
    """With notes and without; what was typed before the answer became no is not."""
    conditions = {"access": {"answer": "yes", "cost": "£900, 4"}, "payment": {"answer": "no", "cost": "£77, 5"}}
    assessment = read(tree(conditions=conditions), RUBRIC)
    for notes in (True, False):
        html = Made(assessment, language, notes=notes).html
        assert "£900, 4" in html
        assert "£77, 5" not in html


def test_notes_are_printed_only_if_asked_for():
    """Notes of answers, decisions and conditions stay in the team's record; reasons are always printed."""
    with_notes, without = whole("en").html, made(full()).html
    for note in ("Twelve families came", "Minutes of 4 November.", "We had no budget line"):
        assert note in with_notes
        assert note not in without
    assert "The grant closed in three weeks." in without


def test_a_change_that_may_not_be_printed_is_only_counted():
    """Neither what was heard nor what came of it."""
    assert "Something private" not in whole("en").html
    assert "1 more is recorded and not printed here" in whole("en").html


@pytest.mark.parametrize("number", [None, 19])
def test_in_a_small_place_sensitive_groups_are_shown_nowhere(number):
    """A sentence stands there instead, and it is the same whether or not such a group was in the file."""
    context = {**full()["context"], "people_who_took_part": number}
    report = made(tree(context=context))
    assert "Disabled people" not in report.html
    assert "disabled people" not in report.html
    assert "small groups are not shown" in report.html
    without = [row for row in full()["taking_part"] if row["group"] != "disabled_people"]
    assert made(tree(context=context, taking_part=without)).pictures.taking_part == report.pictures.taking_part


def test_in_a_larger_place_every_group_is_shown():
    """Twenty people or more."""
    html = made(full()).html
    assert "Disabled people" in html
    assert "small groups are not shown" not in html


def test_fewer_than_five_voices_look_like_none():
    """The whole report is the same for four voices and for no voice."""
    voices = full()["voices"]
    assert made(tree(voices=voices[:4])).html == made(tree(voices=None)).html
    assert made(tree(voices=voices[:5])).html != made(tree(voices=None)).html


def test_no_count_of_voices_is_printed():
    """Five to nine, never six."""
    html = made(full()).html
    assert "5–9 answered" in html
    assert "6 answered" not in html


def test_the_law_is_printed_for_those_it_binds():
    """And not for the others."""
    heading = RUBRIC.law.heading.en
    assert heading in made(full()).html
    assert heading not in made(tree(project={**full()["project"], "kind": "voluntary"})).html


def test_a_promise_stands_apart_and_has_no_level():
    """In the matrix it is called a promise, among the promises it is a sentence."""
    report = made(full())
    matrix = report.html.split('class="matrix"')[1].split("</table>")[0]
    planned = matrix.split("Co-delivery")[1].split("</tr>")[0]
    assert "a promise" in planned
    assert " of 3" not in planned
    level = RUBRIC.item["co_delivery.trust"].question.levels[3].en
    assert level.replace("'", "&#39;") in report.html.split('id="promises"')[1].split("</section>")[0]


def test_what_people_typed_never_stands_in_a_table():
    """A long text in a cell would tear the table apart."""
    report = made(tree(language="cy"), "en", notes=True)
    tables = [part.split("</table>")[0] for part in report.html.split("<table")[1:]]
    assert tables
    assert not any("<article" in table or "Bus drivers" in table for table in tables)


def test_a_dropped_action_says_why():
    """And stands last."""
    plan = whole("en").html.split('id="plan"')[1].split("</section>")[0]
    assert plan.rindex("Nobody could come in the evening.") > plan.rindex("Put expenses in the next bid.")


def test_the_fingerprint_of_the_questions_is_on_it():
    """So that nobody can change what was asked in silence."""
    assert content_hash(RUBRIC) in made(SPARSE).html


def test_what_nobody_knows_is_said_once():
    """A file of nothing but 'don't know' prints no table of it."""
    unknown = {item.id: {"level": "dont_know"} for item in RUBRIC.items}
    conditions = {condition.id: {"answer": "dont_know"} for condition in RUBRIC.conditions}
    report = made(
        {
            **SPARSE,
            "stages": stages(co_design={"status": "done"})["stages"],
            "answers": unknown,
            "conditions": conditions,
        }
    )
    assert "<table" not in report.html
    assert "Not known here:" in report.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rubric_without_stages_is_printed_too(language):
    """One axis with a total: no spectrum, no stages, the total with its name."""
    rubric = load(Path(__file__).parent.parent / "rubrics" / "five_a_side")
    answers = {item.id: {"level": 3} for item in rubric.items}
    given = read({**SPARSE, "rubric": rubric.name, "answers": answers}, rubric)
    report = Made(given, language, rubric=rubric)
    assert "<svg" not in report.html
    assert rubric.total.bands[1].name.in_(language) in report.text
    assert report.pdf.language == language


def test_what_was_withheld_is_said_to_be_withheld():
    """A shared file has stubs in place of texts, rows and voices; the report says so and shows the rest."""
    withheld = {"withheld": True}
    counted = {
        "people": {
            "n": "5-9",
            "cells": {"co_design.trust": {"median": 1, "agreement": "close", "direction": "team_higher"}},
            "decisions": {"co_design": {"to": "few", "for": "most", "with": "few"}},
        }
    }
    stages_given = {
        "co_creation": {"status": "done", "decision": "consulting", "reason": "time", "reason_note": withheld}
    }
    report = made(
        tree(
            voices=None,
            counted=counted,
            stages={**tree()["stages"], **stages_given},
            taking_part=[{"group": "withheld", "co_design": "took_part"}, {"group": "carers", "co_design": "asked"}],
            changes=[{"outcome": "changed", "withheld": True}],
        )
    )
    assert report.html.count("The team has kept this to itself.") == 1
    assert "1 more is recorded and not printed here" in report.html
    assert "The team sees more of it" in report.html
    assert report.pdf.pages > 5


@pytest.mark.parametrize("language", ["cy", "en", "both"])
def test_the_cover_is_one_page(language):
    """With long names too, and with every part of the report in its list."""
    project = {
        **full()["project"],
        "name": "A long name for a project " * 3,
        "organisation": "A council of many words " * 4,
    }
    report = Made(read(tree(project=project), RUBRIC), language, submission=SUBMITTED)
    first = {"en": "In plain words", "cy": "Mewn geiriau plaen", "both": "Mewn geiriau plaen"}[language]
    assert first in report.pages[1]
    if language == "both":
        assert any("In plain words" in page for page in report.pages)
