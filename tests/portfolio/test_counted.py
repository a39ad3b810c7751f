"""What was counted once is not counted again; and nothing that has changed is told as it was before."""

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from assessment import actions
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.portrait import bands_apart
from assessment.core.reading import read
from assessment.portfolio.showing import Offered, catch_up, offer_all
from assessment.store import Store
from assessment.store.portfolio.counted import Counted
from assessment.store.portfolio.heads import heads
from assessment.store.portfolio.mixing import mix
from assessment.store.portfolio.overview import overview
from assessment.store.portfolio.saying import tag
from assessment.store.portfolio.showing import forms, hide
from tests.portfolio.worlds import DECIDED, RUBRIC, levels, tree

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CUT = Cut(rubric=RUBRIC.name)


def one(name, level, day="2026-03-01"):
    """A project with the same level in all that it has done."""
    stages = {stage: {"status": "done", **DECIDED} for stage in RUBRIC.order}
    answers = {key: said for stage in stages for key, said in levels(stage, level, evidence="documented").items()}
    return tree(name, "Hall", day, stages, answers=answers)


@pytest.fixture
def filled(store):
    """Two projects."""
    bring(store, one("Bus", 2), one("Mill", 3))
    return store


def bring(store, *forms, tags=()):
    """Take projects in from outside."""
    offer_all(store, [Offered(read(form, RUBRIC), RUBRIC, AT, tags=tags) for form in forms], at=AT)


def counts(store, cut=CUT):
    """The overview of a cut."""
    found = overview(store, cut, stages=RUBRIC.order, values=RUBRIC.columns, apart=bands_apart(RUBRIC), groups=5)
    return found.projects, found.values, mix(store, cut).compared


def asked(store, cut=CUT):
    """The same as it is counted now, whatever was counted before."""
    with closing(Store(store.engine)) as fresh:
        return counts(fresh, cut)


def test_an_answer_is_counted_once_while_its_stamp_stays():
    """The same question of the same assessments is answered from memory; with another stamp it is counted again."""
    counted, times = Counted(), []

    def count():
        times.append(1)
        return len(times)

    assert [counted.once("all", (2, 77), count) for _ in range(3)] == [1, 1, 1]
    assert counted.once("all", (2, 78), count) == 2
    assert counted.once("some", (2, 78), count) == 3
    counted.forget()
    assert counted.once("all", (2, 77), count) == 4


def test_what_was_asked_longest_ago_is_forgotten_first():
    """A process keeps so many answers, and no more."""
    counted = Counted(most=2)
    for name in ("a", "b", "a", "c"):
        counted.once(name, (1, 1), lambda: "then")
    found = [counted.once(name, (1, 1), lambda: "now") for name in ("a", "c", "b")]
    assert found == ["then", "then", "now"]


def test_a_question_asked_again_asks_the_database_only_for_the_stamp(filled, monkeypatch):
    """Of an unchanged portfolio nothing is counted a second time."""
    before = counts(filled)
    monkeypatch.setattr("assessment.store.portfolio.overview._counted", lambda *_: pytest.fail("counted again"))
    assert counts(filled) == before
    with pytest.raises(pytest.fail.Exception, match="counted again"):
        counts(filled, Cut(rubric=RUBRIC.name, organisation=("Hall",)))


def test_whatever_changes_the_portfolio_is_seen_at_once(filled):
    """More projects, a later assessment, one that is taken out or tagged: each is counted as it is then."""
    seen = [counts(filled)]

    def changed(cut=CUT):
        seen.append(counts(filled, cut))
        assert seen[-1] == asked(filled, cut)
        return seen[-1]

    bring(filled, one("Park", 1))
    assert changed()[0] == 3
    bring(filled, one("Mill", 0, day="2026-06-01"))
    assert changed()[0] == 3
    assert seen[-1] != seen[-2]
    hide(filled, forms(filled, projects=[next(head.project for head in heads(filled) if head.name == "Park")])[0].id)
    assert changed()[0] == 2
    tagged = Cut(rubric=RUBRIC.name, tag=("spring",))
    assert changed(tagged)[0] == 0
    tag(filled, heads(filled)[0].project, "spring")
    assert changed(tagged)[0] == 1


def test_what_a_team_takes_back_and_says_anew_is_seen_at_once(store):
    """As many assessments as before, of the same project, with other numbers."""
    for level in (3, 0):
        content = json.dumps(one("Bus", level)).encode()
        kept = actions.look(store, actions.bring_in(store, content, who="somebody", at=AT))
        actions.submit(store, kept, shared_with="portfolio", at=AT, named=True)
        catch_up(store)
        assert counts(store) == asked(store)
        store.withdraw(kept.kept.id, at=AT + timedelta(minutes=1))
        assert counts(store) == asked(store)
        assert counts(store)[0] == 0


def test_what_another_process_changes_is_seen_too(filled):
    """Two servers over one database have each their own memory, and both see what is there."""
    counts(filled)
    with closing(Store(filled.engine)) as other:
        counts(other)
        bring(other, one("Park", 2))
        assert counts(filled) == counts(other)
        assert counts(filled)[0] == 3
