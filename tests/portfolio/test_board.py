"""The report over many projects says what the pages say, and nothing where there is nothing."""

from datetime import UTC, date, datetime

import pytest

from assessment import library
from assessment.core.fault import BadInput
from assessment.core.portfolio.cut import Cut
from assessment.pictures.portfolio.overview import overview
from assessment.pictures.portfolio.reasons import reasons
from assessment.portfolio import demo
from assessment.portfolio.board import board
from assessment.store.portfolio import overview as rows
from reports.page import board_page

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


def test_it_says_which_projects_are_left_out(filled):
    """Those on an older set of questions are named as left out, and a filter stands in it."""
    made = board(filled, Cut(kind=("public_body",)), "en", on=ON)
    told = " ".join(made.looked_at)
    assert "another set of questions" in told
    assert "public body" in told
    assert made.total < board(filled, Cut(), "en", on=ON).total
