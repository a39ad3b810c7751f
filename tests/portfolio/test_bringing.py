"""Bringing assessments in: everything is read and told first, and then all comes in, or nothing."""

from collections import Counter
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from assessment import actions, answers_file, strict_yaml
from assessment.core.fault import BadInput
from assessment.core.portfolio.cut import Cut
from assessment.portfolio import bringing
from assessment.portfolio.bringing import Becomes, Step, Taken, Terms
from assessment.portfolio.files import File, in_folder
from assessment.portfolio.taking_out import CSV, XLSX, take_out
from assessment.sheets.columns import DATE, NAME, STATE, TAGS
from assessment.store.portfolio.heads import heads
from assessment.store.portfolio.projects import listed, tags_of
from reports.submission import DRAFT, Submission
from tests.kept_data import changed
from tests.reports.reports_made import RUBRIC, SPARSE, WITHDRAWN, Made, full, made, tree

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
RECORD = "cd" * 32
SUBMITTED = Submission("submitted", date(2026, 11, 24), RECORD)
CUT = Cut(rubric=RUBRIC.name, drafts=True)


def file(name, content):
    """A file as somebody brings it."""
    return File(name, lambda: content)


def answers(name, day="2026-11-22", **blocks):
    """An answers file of a small project."""
    tree = {**deepcopy(SPARSE), "project": {"name": name}, "assessment": {"date": day}, **blocks}
    return file(f"{name}.yaml", strict_yaml.dump(tree).encode())


@cache
def report(layout="bid", submission=SUBMITTED):
    """A report of the full answers file."""
    return replace(made(full()), layout=layout, submission=submission).data


def sheet(*rows):
    """A spreadsheet as CSV."""
    return file("many.csv", "\n".join([f"{NAME},{DATE},{STATE},{TAGS}", *rows]).encode())


FAULTY = file("wrong.yaml", strict_yaml.dump({**SPARSE, "project": {"nome": "x"}}).encode())


def come(store, *files, tags=(), skip_faulty=False):
    """Everything in these files, taken in."""
    preview = bringing.look_at(store, files)
    return bringing.take_in(store, preview, Terms(tags=tags), at=AT, skip_faulty=skip_faulty)


def becomes(store, *files):
    """What would become of what is in these files."""
    return [one.becomes for one in bringing.look_at(store, files).found]


def wrong(store, one):
    """Everything that is wrong with a file, in English."""
    preview = bringing.look_at(store, [one])
    assert preview.found == ()
    return " ".join(fault.in_(str) for faulty in preview.faulty for fault in faulty.faults)


def test_looking_keeps_nothing_and_tells_how_far_it_is(store):
    """What is in the files is said, and the portfolio is as empty as before."""
    heard = []
    files = [answers("One"), answers("Two", answers={RUBRIC.items[0].id: {"level": 1}})]
    preview = bringing.look_at(store, files, lambda *told: heard.append(told))
    assert [(one.held.assessment.project.name, one.answers, one.becomes) for one in preview.found] == [
        ("One", 0, Becomes.PROJECT),
        ("Two", 1, Becomes.PROJECT),
    ]
    assert {step for step, _, _ in heard} == {Step.READING, Step.COMPARING}
    assert heads(store) == []


def test_of_a_large_spreadsheet_the_rows_are_counted_as_they_are_read_scored_and_kept(store, monkeypatch):
    """Each step begins and ends by its numbers, and a person is not told more often than ten times a second."""
    monkeypatch.setattr(bringing, "A_MOMENT", 0.0)
    rows = "\n".join(f"Project {number},22/11/2026" for number in range(450))
    heard = []
    large = file("many.csv", f"{NAME},{DATE}\n{rows}\n".encode())
    preview = bringing.look_at(store, [large], lambda *told: heard.append(told))
    bringing.take_in(store, preview, Terms(), at=AT, tell=lambda *told: heard.append(told))
    assert heard[0] == (Step.READING, 0, 1)
    assert heard[1:5] == [(Step.ROWS, done, 450) for done in (100, 200, 300, 400)]
    assert {step for step, _, of in heard if of == 450} == set(Step) - {Step.READING}
    assert all(0 <= done <= of for _, done, of in heard)
    told = []
    seldom = bringing.Seldom(lambda *one: told.append(one))
    monkeypatch.setattr(bringing, "A_MOMENT", 60.0)
    for done in range(450):
        seldom(Step.ROWS, done, 450)
    seldom(Step.ROWS, 450, 450)
    assert told == [(Step.ROWS, 0, 450), (Step.ROWS, 450, 450)]


def test_a_folder_with_a_faulty_file_comes_in_whole_or_not_at_all(store, tmp_path):
    """Unless the person says that the rest is to come in; other files are not even looked at."""
    given = tmp_path / "given"
    (given / "sub").mkdir(parents=True)
    for one in (answers("One"), answers("Two"), FAULTY):
        (given / "sub" / one.name).write_bytes(one.content())
    (given / "photo.jpg").touch()
    (given / ".hidden.yaml").touch()
    files = [file(path.name, path.read_bytes()) for path in in_folder(given)]
    assert [one.name for one in files] == ["One.yaml", "Two.yaml", "wrong.yaml"]
    with pytest.raises(BadInput):
        come(store, *files)
    assert heads(store) == []
    assert len(come(store, *files, skip_faulty=True).ids) == 2
    assert sorted(one.name for one in heads(store)) == ["One", "Two"]


def test_where_the_store_fails_nothing_of_it_is_there(store, monkeypatch):
    """Not even the first of them."""
    from assessment.store.portfolio import rows

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(rows, "stand_for", fail)
    with pytest.raises(RuntimeError):
        come(store, answers("One"), answers("Two"))
    monkeypatch.undo()
    assert heads(store) == []
    assert len(come(store, answers("One"), answers("Two")).ids) == 2


def test_the_same_file_is_left_out_the_second_time(store):
    """Twice in one go, and again the day after; the same project with other answers is one more of it."""
    one = answers("One")
    preview = bringing.look_at(store, [one, replace(one, name="copy.yaml")])
    assert [found.becomes for found in preview.found] == [Becomes.PROJECT, Becomes.TWICE]
    assert preview.found[1].same_as.file == "One.yaml"
    assert len(come(store, one, one).ids) == 1
    assert becomes(store, one) == [Becomes.HERE]
    assert come(store, one) == Taken(())
    assert becomes(store, answers("one ", day="2027-11-22"), answers("Two")) == [Becomes.MORE, Becomes.PROJECT]
    come(store, answers("One", day="2027-11-22"))
    assert [(head.name, head.day) for head in heads(store)] == [("One", "2027-11-22")]


def test_what_another_hand_has_brought_in_meanwhile_is_left_out(store):
    """Two people look at the same file, and both take it in."""
    preview = bringing.look_at(store, [answers("One")])
    assert len(bringing.take_in(store, preview, Terms(), at=AT).ids) == 1
    assert bringing.take_in(store, preview, Terms(), at=AT).ids == ()


def test_a_submitted_report_comes_in_by_its_data(store):
    """With its record, and the day on which it was submitted; its two pages and the whole of it are one."""
    bid, whole = file("bid.pdf", report()), file("whole.pdf", report("full"))
    preview = bringing.look_at(store, [bid, whole])
    assert [one.becomes for one in preview.found] == [Becomes.TWICE, Becomes.PROJECT]
    assert preview.found[1].held.report.submitted.date() == SUBMITTED.day
    come(store, bid)
    assert becomes(store, whole) == [Becomes.HERE]
    assert listed(store, CUT).rows[0].name == full()["project"]["name"]
    assert not listed(store, CUT).rows[0].draft


def test_reports_that_cannot_be_used_are_refused_in_plain_words(store):
    """A draft has no data, a withdrawn one is not stood by, and changed data is told as a check tells it."""
    assert "a draft carries no data" in wrong(store, file("draft.pdf", report(submission=DRAFT)))
    assert "has withdrawn" in wrong(store, file("withdrawn.pdf", report(submission=WITHDRAWN)))
    told = wrong(store, file("changed.pdf", changed(report(), "results.json", b"0", b"1")))
    assert "The data is not as it was when the report was made: results.json." in told
    assert "not a PDF" in wrong(store, file("words.pdf", b"words"))
    assert "does not know this kind" in wrong(store, file("photo.jpg", b""))


def test_a_report_of_what_was_withdrawn_here_is_refused(store):
    """The file cannot know it, and this store does."""
    content = answers_file.dump(Made(made(full()).assessment, "en").assessment).encode()
    id_ = actions.bring_in(store, content, who="x", at=AT)
    actions.submit(store, actions.look(store, id_), shared_with="team", at=AT)
    record = store.find(id_).record
    one = file("bid.pdf", report(submission=replace(SUBMITTED, record=record)))
    assert becomes(store, one) == [Becomes.PROJECT]
    store.withdraw(id_, AT)
    assert "has withdrawn" in wrong(store, one)


def test_a_spreadsheet_comes_in_row_by_row(store):
    """Each row is an assessment with its state and its tags, and a fault says which row and which column."""
    good = sheet("One,2026-11-22,submitted,bus", "Two,2026-11-22,draft,", "Three,no day,,")
    preview = bringing.look_at(store, [good])
    assert [(one.held.row, one.held.draft, one.held.tags) for one in preview.found] == [
        (2, False, ("bus",)),
        (3, True, ()),
    ]
    [faulty] = preview.faulty
    assert (faulty.file, faulty.row) == ("many.csv", 4)
    assert all(fault.place for fault in faulty.faults)
    assert len(come(store, good, skip_faulty=True).ids) == 2
    assert "no assessment in this spreadsheet" in wrong(store, sheet())


def test_drafts_and_tags_are_given_to_all_that_come_in(store):
    """A submitted report is no draft, whatever is asked for; a draft may come again as submitted."""
    one = answers("One")
    preview = bringing.look_at(store, [one, file("bid.pdf", report())]).as_drafts()
    bringing.take_in(store, preview, Terms(tags=bringing.tags_in("bus,  north  coast ,")), at=AT)
    rows = {row.name: row for row in listed(store, CUT).rows}
    assert [(row.draft, row.tags) for row in rows.values()] == [
        (name == "One", ("bus", "north coast")) for name in rows
    ]
    again = bringing.look_at(store, [one])
    assert [found.becomes for found in again.as_drafts().found] == [Becomes.HERE]
    assert [found.becomes for found in again.found] == [Becomes.MORE]
    with pytest.raises(BadInput):
        bringing.tags_in("x" * 61)


def test_what_came_in_is_taken_out_again(store):
    """Nothing else goes: what was there before, and its tags, are as they were."""
    come(store, answers("One"), tags=("old",))
    taken = come(store, answers("One", day="2027-11-22"), answers("Two"), tags=("old", "new"))
    assert sorted(head.name for head in heads(store)) == ["One", "Two"]
    assert bringing.take_back(store, taken) == 2
    [left] = heads(store)
    assert (left.name, left.day, tags_of(store, left.project)) == ("One", "2026-11-22", ("old",))
    assert becomes(store, answers("Two")) == [Becomes.PROJECT]


def test_what_a_team_answered_here_cannot_be_taken_out(store):
    """Whoever names it."""
    id_ = actions.bring_in(store, answers("One").content(), who="x", at=AT)
    assert bringing.take_back(store, Taken((id_,))) == 0
    assert store.find(id_)


def test_more_files_than_can_come_in_at_once_are_refused(store):
    """Before one of them is opened."""
    with pytest.raises(BadInput, match="2001 files"):
        bringing.look_at(store, [File("x.yaml", lambda: pytest.fail("opened"))] * 2001)


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_an_export_that_is_brought_back_is_known_again_and_a_row_that_was_changed_is_not(store, kind):
    """A row says less than an answers file; as far as it says it, it is the same, notes on barriers or none."""
    come(store, file("report.pdf", report("full")), answers("Mill Lane", day="2026-11-20"))
    told = file("told.yaml", strict_yaml.dump(tree(project={**full()["project"], "name": "Y Felin"})).encode())
    bringing.take_in(store, bringing.look_at(store, [told]), Terms(barriers_told=True), at=AT)
    exported = take_out(store, CUT, kind, "en", on=date(2026, 11, 25))
    assert becomes(store, file(f"export.{kind}", exported)) == [Becomes.HERE] * 3
    if kind == CSV:
        later = exported.replace(b"2026-11-20", b"2026-11-21", 1)
        assert Counter(becomes(store, file("export.csv", later))) == {Becomes.HERE: 2, Becomes.MORE: 1}
        other = exported.replace(b"Mill Lane", b"Mill Road", 1)
        assert Counter(becomes(store, file("export.csv", other))) == {Becomes.HERE: 2, Becomes.PROJECT: 1}


def test_a_draft_in_a_spreadsheet_does_not_stand_for_what_is_submitted(store):
    """A submitted row is not known by the draft that says the same; a draft is known by either."""
    draft, submitted = (sheet(f"Mill Lane,2026-11-22,{state},") for state in ("draft", "submitted"))
    fuller = answers("Mill Lane", actions=[{"text": "Ask again."}])
    bringing.take_in(store, bringing.look_at(store, [fuller]).as_drafts(), Terms(), at=AT)
    assert becomes(store, draft) == [Becomes.HERE]
    assert becomes(store, submitted) == [Becomes.MORE]
    come(store, fuller)
    assert becomes(store, submitted) == [Becomes.HERE]
