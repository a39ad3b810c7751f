"""From draft to submitted, withdrawn or erased, and the projects and organisations around it."""

import pytest
from sqlalchemy import text

from assessment.store import Closed, NotSubmitted, NotThere, ResultRows, StoreTrouble
from tests.store.kept import ANN, BOB, LEVEL, NAME, ORGANISATION, RUBRIC, draft, everything, later, put, submit

TABLES = ("assessments", "projects", "organisations", "entries", "changes", "voices")
RESULTS = ("stage_results", "value_results", "cell_results")


def rows(store, table):
    """Every row of a table."""
    with store._engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()]


def organisations(store):
    """The names of the organisations."""
    return sorted(row["name"] for row in rows(store, "organisations"))


def test_submitting_freezes_what_was_said(store):
    """What was frozen, its hash, who may see it and when are kept; the entries can still be read."""
    id_ = draft(store)
    entries = store.entries(id_)
    submit(store, id_)
    kept = store.find(id_)
    assert (kept.state, kept.frozen, kept.sha256, kept.shared_with) == ("submitted", '{"a":1}', "ab" * 32, "team")
    assert (kept.submitted, kept.changed, kept.withdrawn) == (later(60), later(60), None)
    assert store.entries(id_) == entries


def test_the_results_are_rows_that_can_be_asked(store):
    """A portfolio asks the results by SQL; an empty score stays empty."""
    id_ = draft(store)
    submit(store, id_)
    stage, value, cell = (rows(store, table)[0] for table in RESULTS)
    assert (stage["assessment_id"], stage["stage"], stage["score"], stage["evidence"]) == (id_, "co_design", 2.5, None)
    assert (value["value"], value["score"], value["answered"]) == ("trust", None, 1)
    assert (cell["cell"], cell["state"], cell["level"]) == ("co_design.trust", "answered", 2)


def test_nobody_submits_twice(store):
    """A second submission is refused and changes nothing."""
    id_ = draft(store)
    submit(store, id_)
    before = store.find(id_)
    with pytest.raises(Closed):
        submit(store, id_, shared_with="portfolio")
    assert store.find(id_) == before
    assert len(rows(store, "stage_results")) == 1


def test_a_submission_that_fails_half_way_leaves_a_draft(store):
    """Results that cannot be kept leave the assessment open."""
    id_ = draft(store)
    twice = ResultRows((), (), ({"cell": "a", "state": "answered", "level": 1},) * 2)
    with pytest.raises(StoreTrouble):
        store.submit(id_, frozen="{}", sha256="0", result="{}", results=twice, shared_with="team", at=later(1))
    assert (store.find(id_).state, rows(store, "cell_results")) == ("draft", [])


def test_who_may_see_it_can_be_changed_later(store):
    """A team may share with the portfolio after submitting, and take that back."""
    id_ = draft(store)
    with pytest.raises(NotSubmitted):
        store.share(id_, "portfolio")
    submit(store, id_)
    store.share(id_, "portfolio")
    assert store.find(id_).shared_with == "portfolio"
    store.share(id_, "team")
    assert store.find(id_).shared_with == "team"


def test_a_withdrawn_one_can_be_read_and_not_changed(store):
    """Withdrawing keeps what was frozen, closed as before."""
    id_ = draft(store)
    with pytest.raises(NotSubmitted):
        store.withdraw(id_, later(90))
    submit(store, id_)
    store.withdraw(id_, later(90))
    kept = store.find(id_)
    assert (kept.state, kept.withdrawn, kept.frozen) == ("withdrawn", later(90), '{"a":1}')
    with pytest.raises(Closed):
        put(store, id_, LEVEL, 3, seen=1)
    with pytest.raises(NotSubmitted):
        store.withdraw(id_, later(91))


def test_a_correction_names_what_it_corrects(store):
    """A correction stands in the same project, and outlives the one it names."""
    first = draft(store)
    project = store.find(first).project
    submit(store, first)
    second = draft(store, project=project, corrects=first)
    assert (store.find(second).corrects, store.find(second).project) == (first, project)
    store.delete(first)
    assert store.find(second).corrects is None
    assert organisations(store) == ['"Sir Ddu"']


def test_one_rubric_is_kept_once(store):
    """Two assessments of one rubric share its copy."""
    draft(store), draft(store)
    assert [row["hash"] for row in rows(store, "rubrics")] == [RUBRIC.hash]


def test_one_name_is_one_organisation(store):
    """Projects of the same organisation belong together; a project without one belongs to nobody."""
    draft(store), draft(store), draft(store, said={NAME: "Alone"})
    assert organisations(store) == ['"Sir Ddu"']
    assert sum(row["organisation_id"] is None for row in rows(store, "projects")) == 1


def test_a_project_moves_with_the_name_of_its_organisation(store):
    """Correcting the name moves the project, and the misspelt organisation is gone."""
    id_ = draft(store)
    put(store, id_, ORGANISATION, "Sir Goch", seen="Sir Ddu")
    assert organisations(store) == ['"Sir Goch"']
    put(store, id_, ORGANISATION, None, seen="Sir Goch")
    assert organisations(store) == []


def test_a_name_of_any_length_is_an_organisation(store):
    """A very long name, pasted by mistake, is kept like any other."""
    draft(store, said={ORGANISATION: "ŵ" * 100_000})
    assert len(organisations(store)) == 1


def test_deleting_erases_everything_that_hangs_on_it(store):
    """Entries, history, voices, results, project and organisation go; another project stays as it was."""
    gone, stays = draft(store), draft(store, said={NAME: "Pool", ORGANISATION: "Other"})
    store.add_voices(gone, [{"a": 1}])
    submit(store, gone)
    before = everything(store)[stays]
    store.delete(gone)
    with pytest.raises(NotThere):
        store.find(gone)
    assert everything(store) == {stays: before}
    assert organisations(store) == ['"Other"']
    assert [table for table in (*TABLES, *RESULTS) if str(gone) in str(rows(store, table))] == []


def test_a_project_stays_while_it_has_an_assessment(store):
    """Deleting one of two assessments of a project leaves the other in it."""
    first = draft(store)
    second = draft(store, project=store.find(first).project)
    store.delete(first)
    assert store.find(second).project == rows(store, "projects")[0]["id"]


def test_deleted_text_is_nowhere_in_the_file(file_store, folder):
    """What was deleted cannot be read from the bytes on the disk, journal and free pages included."""
    id_ = draft(file_store, said={"note": "Zzyzx-Mair" * 5000, ORGANISATION: "Zzyzx-Mair"})
    put(file_store, id_, "note", "x", seen=None, who=BOB)
    put(file_store, id_, "small", "Zzyzx-Mair", who=ANN)
    file_store.delete(id_)
    assert b"Zzyzx-Mair" not in b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_record_is_found_by_the_name_that_reports_give_it(store):
    """Whoever has the name learns that the record is kept here, and nobody learns anything by another one."""
    id_ = draft(store)
    assert store.find(id_).record == ""
    submit(store, id_)
    name = store.find(id_).record
    found = store.recorded(name)
    assert (found.kept, found.corrected) == (store.find(id_), None)
    for other in (store.find(id_).sha256, name.upper(), name[:-1], "", "%", "\x00" * 64):
        assert store.recorded(other) is None


def test_the_name_of_a_record_tells_nothing_of_what_was_said(store):
    """The same answers, submitted twice, have two names: nobody can try which answers a name stands for."""
    first, second = draft(store), draft(store)
    submit(store, first)
    submit(store, second)
    assert store.find(first).sha256 == store.find(second).sha256
    assert store.find(first).record != store.find(second).record
    assert store.recorded(store.find(second).record).kept.id == second


def test_a_record_tells_of_a_correction_once_that_was_submitted(store):
    """A correction that is still being answered says nothing of the record; one that was submitted does."""
    id_ = draft(store)
    submit(store, id_)
    name, correction = store.find(id_).record, draft(store, corrects=id_)
    assert store.recorded(name).corrected is None
    said = {
        "frozen": "{}",
        "sha256": "cd" * 32,
        "result": "{}",
        "results": ResultRows((), (), ()),
        "shared_with": "team",
    }
    store.submit(correction, **said, at=later(90))
    assert store.recorded(name).corrected == later(90)
    corrected = store.recorded(store.find(correction).record)
    assert (corrected.kept.id, corrected.corrected) == (correction, None)
    store.withdraw(correction, later(95))
    assert store.recorded(name).corrected == later(90)
