"""The report over many projects: at most twelve pages, tagged, and what people typed is text."""

import re
from dataclasses import replace

import pytest

from assessment.pictures.shapes import Table, Typed
from reports.board import Bar, Bars, Board, Curve, Entry, Saying, Section, Slice, Spreads
from reports.finished import Pdf
from reports.page import board_page
from reports.pdf import BOARD_PAGES, render_board
from tests.reports.test_hostile import HOSTILE

STAGES = ("Cyd-greu", "Cyd-ddylunio", "Cyd-gyflawni", "Cyd-werthuso")
KINDS = ("with", "reason_given", "barrier", "opportunity", "community_led", "unknown", "not_started")


def board(language="en", *, entries=3, sayings=2, text="The grant closed in three weeks.", name="Safer Mill Lane"):
    """A report with every part in it."""
    bars = Bars("Stages and counts.", tuple(Bar(one, tuple(Slice(k, k, 3) for k in KINDS)) for one in STAGES))
    curves = tuple(Curve(one, "", ((0.5, 1), (2.0, 4)), 0.5, 2.0, 2.0) for one in ("Trust", "Networks"))
    why = replace(table("Reasons"), sums=(0, 2))
    nobody = Curve("Nobody knows", "", (), None, None, None)
    sections = (
        Section("stages", "Where the stages stand", ("Who decides.",), bars=bars, tables=(table("Stages"),)),
        Section("reasons", "Why not with people", tables=(why,), notes=("Named by nobody: rules.",)),
        Section("values", "How people are treated", spreads=Spreads("Values.", 0, 3, (*curves, nobody))),
        Section("barriers", "Barriers", sayings=(Saying("Time", name, (Typed(text, "cy"),)),) * sayings),
    )
    lines = tuple((stage, "done: with people") for stage in STAGES)
    return Board(
        language,
        "How projects work with people",
        "25 November 2026",
        "2026-11-25",
        ("23 of 40 projects.",),
        "To the greatest extent we can.",
        ("Nine decide with people.",),
        sections,
        "By project",
        "Each by its latest.",
        (Entry(Typed(name, "cy"), "Example Council", lines),) * entries,
        entries + 7,
    )


def table(caption):
    """A table as the sections have them."""
    return Table(caption, ("Stage", "With", "Barrier"), tuple((one, "3", "2") for one in STAGES))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_it_is_a_tagged_pdf_in_its_language(language):
    """Language, title, PDF/UA-1, whole tables, pictures that say what they show, other languages in their own."""
    made = board(language)
    found, html = Pdf(render_board(made)), board_page(made)
    assert found.language == language
    assert found.says_ua
    assert found.shows_title
    assert found.headings[0] == 1
    assert len(found.tables) == len(re.findall("<table", html)) == 2
    assert html.count('<tr class="sums">') == 2
    assert [figure.alt for figure in found.figures] == ["Stages and counts.", "Values."]
    assert found.embedded == 0


def test_it_has_twelve_pages_at_most_and_says_what_it_left_out():
    """Of 4,000 projects with long words it prints what it has room for."""
    found = Pdf(render_board(board(entries=4000, sayings=400, text="x" * 9000, name="y" * 9000)))
    assert found.pages <= BOARD_PAGES


def test_it_says_how_many_projects_its_appendix_lacks():
    """So that nobody takes the list for the whole."""
    assert "7 more projects are not in this list" in board_page(board())
    assert "not in this list" not in board_page(replace(board(), total=3))


def test_the_same_board_gives_the_same_bytes():
    """It is made from plain values alone, and made again from them."""
    assert render_board(board()) == render_board(Board.of(board().plain))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_is_text(text):
    """A name or a note makes no element of its own."""
    kinds = set(re.findall(r"<([a-z0-9]+)", board_page(board())))
    assert set(re.findall(r"<([a-z0-9]+)", board_page(board(text=text, name=text)))) <= kinds | {"article"}
