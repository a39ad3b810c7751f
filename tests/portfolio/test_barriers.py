"""What stands in the way over many projects, what managers say of it, and what a team lets them see."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from assessment import actions
from assessment.core.fault import BadInput
from assessment.core.portfolio.barriers import Mark, Wanted, barrier_reasons
from assessment.core.portfolio.cut import Cut
from assessment.pictures.portfolio import barriers as words
from assessment.portfolio.barriers import answer, take_back
from assessment.portfolio.showing import catch_up, show_draft
from assessment.store import Closed, tables
from assessment.store.engine import reading
from assessment.store.portfolio import barriers, marking, showing
from tests.portfolio.worlds import AT, RUBRIC, kept, tree

REASONS = barrier_reasons(RUBRIC)
WORDS = "The grant closed in three weeks."
ALL = Cut(rubric=RUBRIC.name)


def named(name, remover="The grants panel", **more):
    """An answers file with one barrier."""
    barrier = {"reason": "time", "reason_note": WORDS, "who_could_remove_it": remover}
    return tree(
        name, "Sir Ddu", "2026-03-01", {"co_creation": {"status": "done", "decision": "consulting", **barrier}}, **more
    )


def shared(store, one, **told):
    """The same as a team of this store shares it. Its id."""
    work = kept(store, one, AT)
    actions.submit(store, work, shared_with="portfolio", at=AT, **told)
    catch_up(store)
    return work.kept.id


def said(store, project, mark, note="", later=0):
    """What a manager answers."""
    answer(store, project, "co_creation", "time", mark, note, who="m", at=AT + timedelta(seconds=later))


def holds(store, project):
    """What holds of the barrier of a project, and its words."""
    marked = marking.marks_of(store, project)["co_creation", "time"]
    return marked.mark, marked.note


def shown(store, cut=ALL):
    """The barriers of a cut, one by one."""
    return barriers.one_by_one(store, cut, Wanted())[1]


def test_whoever_could_remove_it_is_one_whatever_their_letters_and_spaces(store):
    """The same name in capitals is the same; others are counted apart, the most first."""
    for place, remover in enumerate(["The grants panel", "THE  Grants panel ", "The grants panel", "The cabinet"]):
        shared(store, named(f"Garden {place}", remover))
    found = barriers.barriers(store, ALL, REASONS)
    assert list(found.removers.values()) == [("The grants panel", 3), ("The cabinet", 1)]
    assert (found.count, found.blocked, found.projects) == (4, 4, 4)
    one = barriers.one_by_one(store, ALL, Wanted(remover=next(iter(found.removers))))
    assert one[0] == len(one[1]) == 3


def test_what_is_named_without_all_that_it_needs_is_counted_beside(store):
    """Nobody who could remove it is named: it is no barrier yet, and the project can be found."""
    shared(store, named("Whole"))
    shared(store, named("Half", remover=""))
    found = barriers.barriers(store, ALL, REASONS)
    assert (found.count, dict(found.incomplete)) == (1, {"time": 1})
    assert [one.name for one in barriers.only_named(store, ALL, REASONS)] == ["Half"]


def test_the_teams_words_are_read_only_where_they_are_released(store):
    """Withheld otherwise, also in what a manager sees; and again as soon as the team says so."""
    quiet, open_ = shared(store, named("A")), shared(store, named("B"), barriers_told=True)
    first, second = shown(store)
    assert (first.note.withheld, first.note.text) == (True, "")
    assert (second.note.withheld, second.note.text, second.note.lang) == (False, WORDS, "en")
    assert WORDS not in repr(words.card(RUBRIC, first, "cy"))
    assert words.card(RUBRIC, second, "cy").note.text == WORDS
    store.share(quiet, "portfolio", barriers_told=True)
    store.share(open_, "portfolio")
    catch_up(store)
    assert [one.note.withheld for one in shown(store)] == [False, True]


def test_what_a_manager_says_is_kept_and_can_be_taken_back(store):
    """The last holds; taking back leads step by step to where nothing was said, and every step is kept."""
    project = store.find(shared(store, named("A"))).project
    said(store, project, Mark.TAKEN_ON, "The finance team")
    said(store, project, Mark.REFUSED, " The law says so. ", later=1)
    assert holds(store, project) == (Mark.REFUSED, "The law says so.")
    steps = []
    for later in range(2, 5):
        take_back(store, project, "co_creation", "time", who="n", at=AT + timedelta(seconds=later))
        steps.append(holds(store, project))
    assert steps == [(Mark.TAKEN_ON, "The finance team"), (Mark.WAITING, None), (Mark.WAITING, None)]
    past = marking.history(store, project, "co_creation", "time")
    assert [(one.mark, one.who) for one in past] == [
        (Mark.WAITING, "n"),
        (Mark.TAKEN_ON, "n"),
        (Mark.REFUSED, "m"),
        (Mark.TAKEN_ON, "m"),
    ]
    assert past[-1].at == AT
    assert words.card(RUBRIC, shown(store)[0], "en").answer == "Waiting for an answer"


@pytest.mark.parametrize("note", ["", "  \n "])
def test_a_refusal_without_a_reason_is_none(store, note):
    """It is told what is missing, and nothing is kept."""
    project = store.find(shared(store, named("A"))).project
    with pytest.raises(BadInput, match="Write in a sentence why you refuse"):
        said(store, project, Mark.REFUSED, note)
    assert marking.history(store, project, "co_creation", "time") == []


def test_barriers_are_counted_and_found_by_what_was_answered(store):
    """One taken on, one refused, one waiting: the counts say so, and each can be asked for."""
    projects = [store.find(shared(store, named(name))).project for name in "ABC"]
    said(store, projects[0], Mark.TAKEN_ON)
    said(store, projects[1], Mark.REFUSED, "The law says so.")
    found = barriers.barriers(store, ALL, REASONS)
    assert found.by(lambda one: one.mark) == {Mark.REFUSED: 1, Mark.TAKEN_ON: 1, Mark.WAITING: 1}
    for mark, project in zip((Mark.TAKEN_ON, Mark.REFUSED, Mark.WAITING), projects, strict=True):
        assert [one.project for one in barriers.one_by_one(store, ALL, Wanted(mark=mark))[1]] == [project]
    assert barriers.one_by_one(store, ALL, Wanted(mark=Mark.REMOVED)) == (0, [])


def test_an_answer_hangs_on_the_project_and_outlives_a_correction(store):
    """It is there again when the next assessment names the same barrier, and is gone with the project."""
    id_ = shared(store, named("A"))
    project = store.find(id_).project
    said(store, project, Mark.TAKEN_ON)
    fresh = actions.correct(store, actions.look(store, id_), who="a", today=AT.date(), at=AT)
    store.withdraw(id_, AT)
    assert shown(store) == []
    actions.submit(store, actions.look(store, fresh), shared_with="portfolio", at=AT)
    catch_up(store)
    assert [(one.assessment, one.mark) for one in shown(store)] == [(fresh, Mark.TAKEN_ON)]
    store.delete(id_)
    store.delete(fresh)
    assert marking.marks_of(store, project) == {}


def rows(store, id_):
    """How many rows of each table of the portfolio an assessment has."""
    each = (tables.shown, tables.shown_forms, tables.stage_results, tables.value_results, tables.cell_results)
    with reading(store.engine) as connection:
        counts = (select(func.count()).select_from(one).where(one.c.assessment_id == id_) for one in each)
        return [connection.scalar(one) for one in counts]


def show(store, one, **told):
    """A draft that its team shows. Its id."""
    work = kept(store, one, AT)
    show_draft(store, work, at=AT, **({"barriers_told": False, "named": False} | told))
    return work.kept.id


def test_a_draft_is_seen_by_whoever_asks_for_drafts_until_it_is_taken_out(store):
    """It is marked, says what was released, and leaves nothing behind."""
    id_ = show(store, named("A"), barriers_told=True)
    assert shown(store) == []
    [one] = shown(store, replace(ALL, drafts=True))
    assert (one.draft, one.note.text) == (True, WORDS)
    as_shown = showing.as_shown(store, id_)
    assert (as_shown.at, as_shown.barriers_told, as_shown.named) == (AT, True, False)
    showing.hide(store, id_)
    assert showing.as_shown(store, id_) is None
    assert rows(store, id_) == [0] * 5


@pytest.mark.parametrize("shared_with", ["portfolio", "team"])
def test_submitting_takes_the_place_of_a_draft_that_was_shown(store, shared_with):
    """What was submitted is seen as its team says now, or not at all."""
    id_ = show(store, named("A"), barriers_told=True, named=True)
    actions.submit(store, actions.look(store, id_), shared_with=shared_with, at=AT)
    catch_up(store)
    found = shown(store, replace(ALL, drafts=True))
    assert [(one.draft, one.note.withheld) for one in found] == ([(False, True)] if shared_with == "portfolio" else [])
    assert rows(store, id_)[0] == len(found)


@pytest.mark.parametrize("end", ["withdraw", "delete", "share"])
def test_what_is_withdrawn_deleted_or_shared_no_more_leaves_the_portfolio(store, end):
    """At once, and it does not come back when the portfolio is opened again."""
    id_ = shared(store, named("A"))
    {"withdraw": lambda: store.withdraw(id_, AT), "delete": lambda: store.delete(id_)}.get(
        end, lambda: store.share(id_, "team")
    )()
    assert shown(store) == []
    catch_up(store)
    assert shown(store) == []
    assert rows(store, id_)[:2] == [0, 0]


def test_a_draft_that_is_deleted_leaves_the_portfolio(store):
    """With everything that was shown of it."""
    id_ = show(store, named("A"))
    store.delete(id_)
    assert rows(store, id_) == [0] * 5


def test_what_was_submitted_meanwhile_is_not_shown_as_a_draft(store):
    """Whoever still has the page of the draft open cannot show what the others have kept to the team."""
    work = kept(store, named("A"), AT)
    actions.submit(store, work, shared_with="team", at=AT)
    with pytest.raises(Closed):
        show_draft(store, work, at=AT, barriers_told=True, named=True)
    assert shown(store, replace(ALL, drafts=True)) == []


def test_what_a_team_takes_back_while_the_portfolio_opens_is_not_shown(store, monkeypatch):
    """The portfolio looks again before it takes in; what is shared otherwise by then is heard the next time."""
    work = kept(store, named("A"), AT)
    actions.submit(store, work, shared_with="portfolio", at=AT, barriers_told=True)
    found = showing.waiting(store)
    store.share(work.kept.id, "portfolio")
    monkeypatch.setattr(showing, "waiting", lambda _: found)
    assert catch_up(store) == 0
    assert shown(store) == []
    monkeypatch.undo()
    assert catch_up(store) == 1
    assert [one.note.withheld for one in shown(store)] == [True]
