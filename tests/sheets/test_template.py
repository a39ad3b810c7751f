"""The blank spreadsheet can be filled in, in either language, and what it says of its columns is true."""

import io
import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from assessment.core.texts import LANGUAGES
from assessment.library import find, load
from assessment.sheets.cells import alike
from assessment.sheets.columns import Kind, columns
from assessment.sheets.dictionary import entries, markdown
from assessment.sheets.reader import read_sheet
from assessment.sheets.taken import Layout
from assessment.sheets.template import ROWS, template
from tests.sheets.made import RUBRIC, as_csv, as_xlsx, part

ROOT = Path(__file__).parents[2]
FIVE_A_SIDE = load(ROOT / "tests" / "rubrics" / "five_a_side")


def cells(content, sheet=0):
    """The cells of one sheet."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_spreadsheet_has_no_assessment_in_it(language):
    """The example that stands there is left out without a word of blame."""
    sheet = read_sheet(template(RUBRIC, language), "blank.xlsx", RUBRIC, language)
    assert (sheet.rows, sheet.examples) == ((), 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_would_be_in_order_if_it_were_not_an_example(language):
    """Each of its cells says what may be said there."""
    headings, _, row = cells(template(RUBRIC, language))[:3]
    at = headings.index(next(one.label.in_(language) for one in columns(RUBRIC) if one.id == "project.name"))
    row[0], row[at] = "draft", "Mill Lane"
    row = [cell if isinstance(cell, str) else cell.isoformat() if hasattr(cell, "isoformat") else cell for cell in row]
    [read] = read_sheet(as_csv([headings, row]), "x.csv", RUBRIC, language).rows
    assert read.faults == ()
    assert read.draft
    assert read.assessment.language == language


def test_both_languages_stand_in_the_headings():
    """The person's own first, the other under it."""
    found = {language: cells(template(RUBRIC, language))[:2] for language in LANGUAGES}
    assert found["cy"] == found["en"][::-1]
    assert [len(row) for row in found["cy"]] == [len(columns(RUBRIC))] * 2


def test_every_cell_with_a_list_has_it_to_choose_from():
    """Each list is taken from the sheet with the lists, and reaches down the sheet."""
    content = template(RUBRIC, "en")
    asked = [one for one in columns(RUBRIC) if one.kind is Kind.CHOICE]
    found = re.findall(rb'<dataValidation type="list"[^>]*sqref="[A-Z]+3:[A-Z]+(\d+)"', part(content))
    assert [int(last) for last in found] == [ROWS + 1] * len(asked)
    for sheet in range(1, 3):
        assert part(content, f"xl/worksheets/sheet{sheet}.xml")
    lists = list(zip(*cells(content, 2), strict=False))
    labels = {tuple(one for one in column[1:] if one) for column in lists}
    assert {tuple(choice.label.en for choice in one.choices) for one in asked} <= labels


@pytest.mark.parametrize("rubric", [RUBRIC, FIVE_A_SIDE], ids=["involvement", "five_a_side"])
def test_no_two_columns_can_be_taken_for_each_other(rubric):
    """By id, in Welsh or in English a heading means one column, and an answer one answer."""
    seen = {}
    for column in Layout(rubric).every:
        for heading in {alike(one) for one in (column.id, column.label.cy, column.label.en)}:
            assert seen.setdefault(heading, column.id) == column.id
    for column in columns(rubric):
        known = {}
        for choice in column.choices:
            for spelling in {alike(one) for one in choice.spellings}:
                assert known.setdefault(spelling, choice.id) == choice.id


@pytest.mark.parametrize("how", ["id", "cy", "en"])
def test_headings_and_answers_may_be_ids_welsh_or_english(how):
    """Whatever the case, the spaces and the quotation marks: the same assessment comes of it."""
    said = {
        "project.name": "Mill Lane",
        "assessment.date": "22/11/2026",
        "project.kind": "community",
        "co_design.status": "done",
        "co_design.decision": "deciding_together",
        "co_design.trust.level": 2,
        "co_design.trust.evidence": "documented",
        "co_design.what_matters.level": "dont_know",
        "taking_part.co_design.took_part": "carers",
        "conditions.expenses": "in_part",
        "context.complexity.crisis": "no",
    }
    by_id = {one.id: one for one in columns(RUBRIC)}

    def heading(id_):
        return id_ if how == "id" else f"  {by_id[id_].label.in_(how).upper().replace(' ', '  ')} ".replace("'", "’")

    def answer(id_):
        label = next((one.label for one in by_id[id_].choices if one.id == said[id_]), None)
        return said[id_] if how == "id" or label is None else label.in_(how).upper()

    [row] = read_sheet(as_xlsx([[heading(one) for one in said], [answer(one) for one in said]]), "x", RUBRIC).rows
    assert row.faults == ()
    assessment = row.assessment
    assert assessment.project.kind == "community"
    assert (assessment.stages["co_design"].status, assessment.stages["co_design"].decision) == (
        "done",
        "deciding_together",
    )
    assert [assessment.answer(f"co_design.{one}").level for one in ("trust", "what_matters")] == [2, "dont_know"]
    assert [(one.group, dict(one.where)) for one in assessment.taking_part] == [("carers", {"co_design": "took_part"})]


def test_a_rubric_without_stages_has_its_spreadsheet_too():
    """Nothing of our own rubric is taken for granted."""
    sheet = read_sheet(template(FIVE_A_SIDE, "en"), "blank.xlsx", FIVE_A_SIDE)
    assert (sheet.rows, sheet.examples) == ((), 1)


def test_the_example_with_its_mark_taken_off_is_told_of():
    """Nobody brings the example in as if it were a project."""
    headings, _, row = cells(template(RUBRIC, "en"))[:3]
    row = ["submitted", *[cell if isinstance(cell, str | float) else cell.isoformat() for cell in row[1:]]]
    [read] = read_sheet(as_csv([headings, row]), "x.csv", RUBRIC).rows
    assert [fault.in_(str) for fault in read.faults] == [
        "Project's name (B): this is still the name of the example. Write your project's name, or delete the row."
    ]


def test_the_data_dictionary_is_the_one_that_stands_in_the_documents():
    """`python -m assessment portfolio dictionary > docs/data-dictionary.md` writes it anew."""
    assert (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == markdown(RUBRIC)


def test_the_data_dictionary_has_every_column_in_both_languages():
    """In the order of the data; no meaning is the same in both languages, but for names that are."""
    every = entries(RUBRIC)
    assert tuple(one.id for one in every) == Layout(RUBRIC).headings
    assert [one.id for one in every if one.meaning.cy == one.meaning.en] == []
    document = markdown(find(RUBRIC.name))
    assert [document.count(f"| `{one.id}` |") for one in every] == [2] * len(every)
