"""The report over many projects says what the pages say, and nothing where there is nothing."""

from datetime import UTC, date, datetime

import pytest

from assessment import library
from assessment.core.fault import BadInput
from assessment.core.portfolio.cut import Cut
from assessment.core.reading import read
from assessment.pictures.portfolio.overview import overview
from assessment.pictures.portfolio.reasons import reasons
from assessment.portfolio import demo
from assessment.portfolio.board import PROMISES, board
from assessment.portfolio.showing import Offered, offer_all
from assessment.store.portfolio import overview as rows
from reports.finished import Pdf
from reports.page import board_page
from reports.pdf import BOARD_PAGES, render_board
from tests.reports.reports_made import words_of_pages

ON = date(2026, 11, 25)


@pytest.fixture
def filled(file_store):
    """A portfolio of forty invented projects."""
    demo.make(file_store, library.find("involvement/1"), 40, 3, at=datetime(2026, 11, 25, tzinfo=UTC))
    return file_store


def test_an_empty_portfolio_has_no_report(file_store):
    """It says so, and what to do."""
    with pytest.raises(BadInput, match="no project"):
        board(file_store, Cut(), "en", on=ON)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_it_has_the_figures_of_the_overview(filled, language):
    """The same tables, from the same counts."""
    rubric = library.find("involvement/1")
    cut = Cut(rubric=rubric.name)
    made = board(filled, cut, language, on=ON)
    counted = rows.overview(filled, cut, stages=rubric.order, values=rubric.columns, apart=frozenset(), groups=3)
    shown = overview(rubric, counted, language)
    sections = {one.id: one for one in made.sections}
    assert sections["stages"].tables == (shown.standings.table,)
    why = reasons(rubric, counted, language)
    assert sections["reasons"].tables == (why.table,)
    assert why.told[0] in made.short
    assert sections["values"].tables == (shown.spreads.table,)
    assert [one.counts for one in sections["values"].spreads.rows] == [one.counts for one in shown.spreads.rows]
    assert len(made.entries) == made.total
    assert made.title in board_page(made)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_its_first_page_has_all_in_short_and_what_is_in_it(filled, language):
    """A committee that turns no page has read what matters; Welsh is the longer of the two."""
    made = board(filled, Cut(), language, on=ON)
    first = letters(words_of_pages(render_board(made))[0])
    for sentence in (*made.short, *(section.title for section in made.sections)):
        assert letters(sentence) in first


def letters(text):
    """A text without what a line that ends may take away or add: spaces and hyphens."""
    return "".join(text.replace("-", "").split())


def test_it_says_which_projects_are_left_out(filled):
    """Those on an older set of questions are named as left out, and a filter stands in it."""
    made = board(filled, Cut(kind=("public_body",)), "en", on=ON)
    told = " ".join(made.looked_at)
    assert "another set of questions" in told
    assert "public body" in told
    assert made.total < board(filled, Cut(), "en", on=ON).total


def planning(number, name):
    """A project that only plans a stage, with an action for it."""
    rubric = library.find("involvement/1")
    said = {
        "format": "answers/1",
        "rubric": rubric.name,
        "project": {"name": f"{name} {number}", "organisation": "Example Council"},
        "assessment": {"date": date(2026, 3, 1)},
        "stages": {"co_design": {"status": "planned", "decision": "acting_together"}},
        "answers": {"co_design.trust": {"level": 3}},
        "actions": [{"text": f"Walk lane {number}.", "about": "co_design", "owner": "Non", "by": date(2026, 12, 1)}],
    }
    return Offered(read(said, rubric), rubric, datetime(2026, 3, 1, tzinfo=UTC))


@pytest.mark.parametrize("projects, told", [(PROMISES, PROMISES), (PROMISES + 1, 0)])
def test_few_promises_to_come_are_told_one_by_one_and_many_are_counted(file_store, projects, told):
    """Each as a sentence with who sees to it and by when, first in its part; the numbers stand there either way."""
    offer_all(file_store, [planning(number, "Lane") for number in range(projects)], at=datetime(2026, 3, 1, tzinfo=UTC))
    made = board(file_store, Cut(), "en", on=ON)
    part = {one.id: one for one in made.sections}["over-time"]
    sayings = [one for one in part.sayings if one.head.startswith("Lane")]
    assert len(sayings) == told
    for one in sayings:
        assert "Who decides: Acting together." in one.quiet
        assert "Who does it: Non" in one.quiet
        assert "1 December 2026" in one.quiet
    assert part.tables[0].rows == (("Still to come", str(projects), str(projects)),)
    assert f"Co-design: {2 * projects} promises in {projects} projects" in " ".join(part.lead)
    assert any(f"still to come {2 * projects}" in sentence for sentence in made.short)


def test_names_without_end_take_no_more_than_twelve_pages(file_store):
    """The promises to come are left out before there is a page too many."""
    endless = [planning(number, "y" * 4000) for number in range(PROMISES)]
    offer_all(file_store, endless, at=datetime(2026, 3, 1, tzinfo=UTC))
    assert Pdf(render_board(board(file_store, Cut(), "en", on=ON))).pages <= BOARD_PAGES
