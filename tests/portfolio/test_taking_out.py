"""What is taken out of a portfolio: the same numbers as on screen and in `score`, and nothing that runs."""

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from assessment.core.fault import BadInput
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.listing import folded
from assessment.core.publication import to_json
from assessment.core.reading import read
from assessment.core.score import score
from assessment.core.texts import LANGUAGES
from assessment.library import find
from assessment.portfolio.bringing import Becomes, look_at
from assessment.portfolio.files import File
from assessment.portfolio.showing import Offered, offer_all
from assessment.portfolio.taking_out import CSV, JSON, XLSX, take_out
from assessment.sheets.cells import KEPT_BACK
from assessment.sheets.reader import read_sheet
from assessment.sheets.taken import Layout

RUBRIC = find("involvement/1")
AT, ON = datetime(2026, 11, 23, 9, 30, tzinfo=UTC), date(2026, 11, 25)
HOSTILE = '=HYPERLINK("http://evil.example","x")'
SECRET = "Only the team may read this"
ODD = ("+44 1234", "@home", "_x0041_ b", "  two  spaces ", "a\nb", "Tŷ “Ŵyr” <&>", "🚌", "مشروع", "'quoted", "-5")


def tree(name, day="2026-11-22", **blocks):
    """An answers file with some of everything."""
    return {
        "format": "answers/1",
        "rubric": RUBRIC.name,
        "language": "cy",
        "project": {"name": name, "organisation": "Example Council", "kind": "public_body", "reference": "-007"},
        "assessment": {"date": day, "respondents": [{"role": "staff", "count": 3}]},
        "context": {"level": "local", "complexity": {"crisis": "no"}, "people_who_took_part": 8},
        "stages": {
            "co_creation": {
                "status": "done",
                "decision": "consulting",
                "reason": "time",
                "reason_note": SECRET,
                "who_could_remove_it": "The grants panel",
            },
            "co_design": {"status": "under_way", "decision": "deciding_together", "decision_evidence": "documented"},
            "co_delivery": {"status": "planned", "decision": "participating"},
        },
        "answers": {
            **{f"co_creation.{value}": {"level": at % 4, "evidence": "documented"} for at, value in enumerate(VALUES)},
            **{f"co_design.{value}": {"level": 3 - at % 3, "note": SECRET} for at, value in enumerate(VALUES)},
            "co_design.trust": {"level": "not_applicable", "why": "Nobody meets here."},
            "co_design.networks": {"level": "dont_know"},
        },
        "conditions": {"expenses": {"answer": "no", "note": SECRET}},
        "taking_part": [
            {"group": "carers", "co_creation": "took_part", "co_design": "asked"},
            {"group": "refugees", "co_creation": "took_part"},
            {"group": "other", "label": "Bus; drivers", "co_creation": "not_reached"},
        ],
        **blocks,
    }


VALUES = RUBRIC.columns


@pytest.fixture
def filled(store):
    """A store with projects whose names are odd, and one on its second assessment."""
    trees = [tree(name) for name in (HOSTILE, *ODD)]
    planned = {"co_delivery": {"status": "planned", "decision": "acting_together"}}
    trees += [tree("Mill Lane", "2025-11-22", stages=planned), tree("Mill Lane", stages=DELIVERED)]
    offered = [Offered(read(one, RUBRIC), RUBRIC, AT, tags=("a tag",)) for one in trees]
    offered.append(Offered(read(tree("Half done"), RUBRIC), RUBRIC, AT, draft=True))
    offer_all(store, offered, at=AT)
    return store


DELIVERED = {"co_delivery": {"status": "done", "decision": "consulting"}}
NAMES = sorted([HOSTILE, *ODD, "Mill Lane"])


def sheets(content):
    """The sheets of a workbook by name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def counted(result):
    """What of a result can be worked out from a row: who is missing stands there in another order."""
    parts = {key: result[key] for key in ("depth", "complexity", "stages", "values", "promised", "cells")}
    return {**parts, "missing": {stage: sorted(groups) for stage, groups in result["missing"].items()}}


@pytest.mark.parametrize("kind", [XLSX, CSV])
def test_what_is_taken_out_comes_back_with_the_same_scores(filled, kind):
    """Every project, to the last decimal; and its texts letter for letter."""
    stored = {one["name"]: one["result"] for one in json.loads(take_out(filled, Cut(), JSON, "en", on=ON))["projects"]}
    sheet = read_sheet(take_out(filled, Cut(), kind, "cy", on=ON), f"x.{kind}", RUBRIC)
    assert list(sheet.faults) == []
    back = {row.assessment.project.name: to_json(score(RUBRIC, row.assessment), RUBRIC) for row in sheet.rows}
    assert sorted(back) == sorted(name.strip() for name in NAMES)
    for name, result in stored.items():
        assert counted(back[name.strip()]) == counted(result)
    assert {row.tags for row in sheet.rows} == {("a tag",)}


def test_every_file_says_the_same_numbers_as_score(filled):
    """XLSX, CSV and JSON have the means and counts that `score --format json` gives, as numbers."""
    true = to_json(score(RUBRIC, read(tree("+44 1234"), RUBRIC)), RUBRIC)
    layout = Layout(RUBRIC)
    data = sheets(take_out(filled, Cut(), XLSX, "en", on=ON))["Data"]
    table = list(csv.reader(io.StringIO(take_out(filled, Cut(), CSV, "en", on=ON).decode("utf-8-sig"), newline="")))
    results = {one["name"]: one["result"] for one in json.loads(take_out(filled, Cut(), JSON, "en", on=ON))["projects"]}
    assert data[0] == table[0] == list(layout.headings)
    at = layout.headings.index("project.name")
    row = dict(zip(data[0], next(row for row in data if row[at] == "+44 1234"), strict=True))
    flat = dict(zip(table[0], next(row for row in table if row[at] == "'+44 1234"), strict=True))
    for column in layout.results:
        value = column.value(true)
        assert row[column.id] == ("" if value is None else value)
        assert flat[column.id] == ("" if value is None else str(value))
    assert {key: results["+44 1234"][key] for key in true} == json.loads(json.dumps(true))
    assert isinstance(row["result.co_creation.score"], float)
    assert row["assessment.date"] == date(2026, 11, 22)
    assert flat["assessment.date"] == "2026-11-22"


def test_no_text_is_a_formula_in_any_file(filled):
    """In the workbook nothing is a formula or a link; in the CSV nothing begins like one."""
    content = take_out(filled, Cut(), XLSX, "en", on=ON)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert [name for name, part in parts.items() if b"<f>" in part or b"<f " in part or b"<hyperlink" in part] == []
    for name, part in parts.items():
        assert ElementTree.fromstring(part).tag, name
    table = csv.reader(io.StringIO(take_out(filled, Cut(), CSV, "en", on=ON).decode("utf-8-sig"), newline=""))
    assert [cell for row in table for cell in row if cell[:1] in "=+-@\t\r" and cell] == []


@pytest.mark.parametrize("kind", [XLSX, CSV, JSON])
def test_nothing_that_a_team_keeps_to_itself_is_taken_out(filled, kind):
    """No note, and no sensitive group of a small project: where a reason was given stands a mark."""
    content = take_out(filled, Cut(), kind, "en", on=ON)
    said = content.decode() if kind != XLSX else json.dumps(list(sheets(content).values())[:-1], default=str)
    # The last sheet of the workbook explains the columns, and names every group that there is.
    assert SECRET not in said
    assert "refugees" not in said.casefold()
    assert (KEPT_BACK in said) is (kind != JSON)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_sheet_is_there_to_be_read(filled, language):
    """A row a project, in words of the language, with the means marked as means; what hangs on it in other sheets."""
    found = list(sheets(take_out(filled, Cut(), XLSX, language, on=ON)).items())
    headings, *rows = found[0][1]
    layout = Layout(RUBRIC)
    assert [row[0] for row in rows] == _by_name()
    for value in VALUES:
        assert layout.label[f"result.{value}.score"].in_(language) in headings
    stage = RUBRIC.stages["co_creation"].name.in_(language)
    barriers, groups, promises, about, explained = (sheet for _, sheet in found[2:])
    assert [row[3] for row in barriers[1:]] == [stage] * (len(NAMES) - 1)
    assert {row[3] for row in groups[1:]} == {RUBRIC.group["carers"].name.in_(language), "Bus; drivers"}
    assert len(promises) == 2
    assert promises[1][0] == "Mill Lane"
    assert any("25" in str(cell) and "2026" in str(cell) for row in about for cell in row)
    assert len(explained) == len(layout.headings) + 1


def _by_name():
    return sorted(NAMES, key=folded)


def test_drafts_are_left_out_unless_asked_for_and_marked(filled):
    """A draft says so in its row, and comes back as a draft."""
    [draft] = [
        row for row in read_sheet(take_out(filled, Cut(drafts=True), CSV, "en", on=ON), "x", RUBRIC).rows if row.draft
    ]
    assert draft.assessment.project.name == "Half done"
    assert not any(row.draft for row in read_sheet(take_out(filled, Cut(), CSV, "en", on=ON), "x", RUBRIC).rows)


def test_the_filter_stands_in_the_file(filled):
    """Who opens it later sees what was looked at, and when."""
    cut = Cut(kind=("public_body",), since=date(2026, 1, 1))
    taken = json.loads(take_out(filled, cut, JSON, "en", on=ON))
    assert taken["filter"] == {"rubric": "involvement/1", "kind": ["public_body"], "since": "2026-01-01"}
    assert (taken["exported"], taken["count"]) == ("2026-11-25", len(taken["projects"]))
    about = list(sheets(take_out(filled, cut, XLSX, "en", on=ON)).values())[5]
    assert "public body" in [row[1] for row in about]


def test_nothing_to_take_out_is_said(filled):
    """An empty file would look as if there were no projects at all."""
    with pytest.raises(BadInput, match="no assessment that fits"):
        take_out(filled, Cut(kind=("university",)), CSV, "en", on=ON)


def test_it_tells_how_far_it_is(filled):
    """At the end all of them are written."""
    heard = []
    take_out(filled, Cut(), XLSX, "en", on=ON, tell=lambda done, of: heard.append((done, of)))
    assert heard[-1] == (len(NAMES), len(NAMES))


def test_two_rubrics_are_never_in_one_file(store):
    """Without a name it is asked which one; the answers file says it as it is."""
    older = RUBRIC.model_copy(update={"version": "0.9"})
    shape = {**tree("Old"), "rubric": older.name}
    offer_all(store, [Offered(read(tree("New"), RUBRIC), RUBRIC, AT), Offered(read(shape, older), older, AT)], at=AT)
    with pytest.raises(BadInput, match="never mixed"):
        take_out(store, Cut(), CSV, "en", on=ON)
    for rubric, name in ((RUBRIC, "New"), (older, "Old")):
        [one] = json.loads(take_out(store, Cut(rubric=rubric.name), JSON, "en", on=ON))["projects"]
        assert one["name"] == name
    sheet = read_sheet(take_out(store, Cut(rubric=older.name), CSV, "en", on=ON), "x", RUBRIC)
    assert ["involvement/0" in fault.in_(str) for _, fault in sheet.faults] == [True]


@pytest.mark.parametrize("kind", [XLSX, CSV])
def test_what_was_taken_out_comes_back_by_the_rubric_it_names(store, kind):
    """An older one too, if it is kept here; where nobody knows it, the whole file is refused."""
    older = RUBRIC.model_copy(update={"version": "0.9"})
    shape = {key: inner for key, inner in tree("Old").items() if key in ("format", "project", "assessment")}
    offer_all(store, [Offered(read({**shape, "rubric": older.name}, older), older, AT)], at=AT)
    taken = take_out(store, Cut(), kind, "en", on=ON)
    back = look_at(store, [File(f"x.{kind}", lambda: taken)])
    assert [(one.becomes, one.held.rubric.name) for one in back.found] == [(Becomes.HERE, older.name)]
    rows = read_sheet(taken, "x", RUBRIC, other=lambda name: older if name == older.name else None).rows
    assert [row.assessment.rubric for row in rows] == [older.name]
    with pytest.raises(BadInput, match="involvement/0, which this Gyda does not have"):
        read_sheet(taken, "x", RUBRIC, other=lambda _: None)


def test_the_file_for_programs_is_refused_with_the_way_that_leads_back(filled):
    """It has results and no answers."""
    taken = take_out(filled, Cut(), JSON, "en", on=ON)
    [faulty] = look_at(filled, [File("portfolio.json", lambda: taken)]).faulty
    assert "bring that in" in faulty.faults[0].in_(str)
