"""Projects that answered different majors of a rubric are never in one figure."""

import pytest

from assessment.core.portfolio.cut import Cut
from assessment.core.reading import read
from assessment.portfolio.comparing import chosen
from assessment.portfolio.learning import who_could_learn
from assessment.portfolio.showing import Offered, offer_all
from assessment.store.portfolio.heads import heads
from assessment.store.portfolio.mixing import mix
from assessment.store.portfolio.promising import kept_at
from assessment.store.portfolio.showing import forms
from tests.portfolio import asking
from tests.portfolio.worlds import AT, RUBRIC, Hidden, everything, offered, projects, single_cuts

NEXT = RUBRIC.model_copy(update={"version": f"{RUBRIC.major + 1}.0"})
"""The same questions as another major: what moves a score."""
NEW = Cut(rubric=NEXT.name)


def on_next(tree):
    """The same answers on the other major, later by a few months."""
    later = {**tree["assessment"], "date": "2026-06-01"}
    return read({**tree, "rubric": NEXT.name, "assessment": later}, NEXT)


@pytest.fixture
def mixed(store):
    """A portfolio on one major, to which the same projects come back on the next one."""
    offered(store, Hidden("A"))
    come_back(store)
    return store


def come_back(store):
    """The same projects come back on the other major."""
    returned = [
        Offered(on_next(tree), NEXT, AT, named=named, tags=tuple(tags)) for tree, named, tags in everything(Hidden("A"))
    ]
    offer_all(store, returned, at=AT)


def told(store):
    """What every question says on the first major, of all projects and of a few filters."""
    some = [Cut(rubric=RUBRIC.name), *single_cuts(store)[::5]]
    return {
        (name, place): asking.answers(name, function, store, cut)
        for name, function in asking.questions().items()
        for place, cut in enumerate(some)
    }


TIMES = {"assessment.store.portfolio.projects.listed", "assessment.portfolio.board.board"}
"""The list of projects says how often a project was assessed at all, and the report how many projects it leaves out:
numbers of visits and of projects, and no figure of a rubric."""


def test_no_question_about_one_major_sees_the_other(store):
    """Not one answer changes when the same projects come back on another major."""
    offered(store, Hidden("A"))
    before = told(store)
    come_back(store)
    after = told(store)
    assert {name for name, place in before if before[name, place] != after[name, place]} - TIMES == set()


def test_each_major_has_a_project_of_its_own_to_stand_for_it(mixed):
    """A project stands for itself once on each; neither takes the other's place."""
    assert mix(mixed, NEW).compared == mix(mixed, Cut(rubric=RUBRIC.name)).compared > 0
    assert {head.rubric for head in heads(mixed)} == {RUBRIC.name, NEXT.name}


def test_no_promise_is_held_against_another_major(mixed):
    """What was promised on one major is compared with what came of it on that one alone."""
    names = {form.id: form.rubric for form in forms(mixed, projects=projects(mixed))}
    held = [(names[row["earlier_id"]], names[id_]) for id_ in names for row in kept_at(mixed, id_)]
    assert held
    assert all(earlier == later for earlier, later in held)


def test_projects_beside_each_other_are_on_one_major(store):
    """Of two projects on different majors one is compared, and the other is named apart."""
    [first, *_, last] = [tree for tree, _, _ in everything(Hidden("A"))]
    offer_all(store, [Offered(read(first, RUBRIC), RUBRIC, AT), Offered(on_next(last), NEXT, AT)], at=AT)
    found = chosen(store, projects(store), rubric=RUBRIC.name)
    assert [one.assessment.project.name for one in found.profiles] == [first["project"]["name"]]
    assert found.elsewhere == ((last["project"]["name"], NEXT.name),)


def test_nobody_is_sent_to_a_project_on_another_major(store):
    """Who could ask and who could be asked have answered the same questions."""
    files = everything(Hidden("A"))
    offer_all(
        store,
        [
            Offered(read(files[1][0], RUBRIC), RUBRIC, AT, named=True),
            Offered(on_next(files[0][0]), NEXT, AT, named=True),
        ],
        at=AT,
    )
    assert [who_could_learn(store, rubric, Cut(rubric=rubric.name)).pairs for rubric in (RUBRIC, NEXT)] == [(), ()]
    offer_all(store, [Offered(read(files[0][0], RUBRIC), RUBRIC, AT, named=True)], at=AT)
    assert who_could_learn(store, RUBRIC, Cut(rubric=RUBRIC.name)).pairs
