"""Who could learn from whom."""

from collections import Counter

import pytest

from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.learning import ASKED_AT_MOST, SUGGESTED_AT_MOST, Offer, Someone, Wish, learning
from assessment.core.reading import read
from assessment.pictures.portfolio.learning import learning as told
from assessment.portfolio.learning import who_could_learn
from assessment.portfolio.showing import Offered, offer_all
from tests.portfolio.worlds import AT, RUBRIC, levels, tree

ABOUT = "co_design.trust"
CUT = Cut(rubric=RUBRIC.name)


def someone(name, *, wish=False, offer=False, **more):
    """A project that wishes for, or offers, one thing."""
    head = {"organisation": f"Of {name}", "kind": None, "level": None, "complexity": None, "draft": False} | more
    wishes = (Wish(ABOUT, "under_way", 0, None),) if wish else ()
    offers = (Offer(ABOUT, "documented", False),) if offer else ()
    return Someone(key=name, project=name, name=name, wishes=wishes, offers=offers, **head)


def pairs(*people):
    """Who asks whom."""
    return [(one.learner.name, one.asked.name) for one in learning(RUBRIC, people).pairs]


def test_nobody_is_asked_by_everyone():
    """Ten could ask one that can show it: three do, and the others are said to have nobody."""
    found = learning(RUBRIC, [someone("Host", offer=True), *(someone(f"P{n}", wish=True) for n in range(10))])
    assert len(found.pairs) == ASKED_AT_MOST
    assert found.alone == 10 - ASKED_AT_MOST


def test_the_less_asked_is_asked_first():
    """Four questions go to two hosts in equal parts."""
    hosts = [someone(name, offer=True) for name in ("H1", "H2")]
    asked = Counter(asked for _, asked in pairs(*hosts, *(someone(f"P{n}", wish=True) for n in range(4))))
    assert asked == {"H1": 2, "H2": 2}


def test_like_goes_with_like_and_says_in_what():
    """One of the same kind and level is found before others, whatever the order."""
    like = {"kind": "voluntary", "level": "local"}
    hosts = [someone("H1", offer=True), someone("H2", offer=True, **like), someone("H3", offer=True, kind="voluntary")]
    [found] = learning(RUBRIC, [someone("P", wish=True, **like), *hosts]).pairs
    assert (found.asked.name, found.alike) == ("H2", ("kind", "level"))


def test_another_organisation_comes_first_and_ones_own_is_better_than_none():
    """A less alike project elsewhere is found before a like one next door."""
    near = someone("Near", offer=True, organisation="Ours", kind="voluntary")
    learner = someone("P", wish=True, organisation="Ours", kind="voluntary")
    assert pairs(learner, near, someone("Far", offer=True)) == [("P", "Far")]
    assert pairs(learner, near) == [("P", "Near")]


def test_the_order_in_which_projects_come_changes_nothing():
    """The same projects give the same pairs."""
    people = [someone(f"P{n}", wish=n % 3 > 0, offer=n % 3 == 0, kind="other") for n in range(30)]
    assert pairs(*people) == pairs(*reversed(people))


def project(name, level, *, named=True, stages=None, **answer):
    """A project from outside with one level for all questions of co-design."""
    decided = stages or {"co_design": {"status": "under_way", "decision": "consulting"}}
    more = {name: answer.pop(name) for name in ("voices",) if name in answer}
    said = tree(name, f"Of {name}", "2026-02-01", decided, answers=levels("co_design", level, **answer), **more)
    return Offered(read(said, RUBRIC), RUBRIC, AT, named=named)


def asked(store, *offered):
    """Who is asked, of these projects."""
    offer_all(store, offered, at=AT)
    return {one.asked.name for one in who_could_learn(store, RUBRIC, CUT).pairs}


TOP = RUBRIC.scale.highest
PEOPLE = [{"group": "people", "answers": {ABOUT: TOP}}] * 5


@pytest.mark.parametrize(
    "how, there",
    [
        ({"evidence": "documented"}, True),
        ({"evidence": "confirmed"}, True),
        ({"evidence": "own_view", "voices": PEOPLE}, True),
        ({"evidence": "own_view"}, False),
        ({"evidence": "own_view", "voices": PEOPLE[1:]}, False),
        ({"evidence": "documented", "named": False}, False),
        ({"evidence": "documented", "stages": {"co_design": {"status": "planned", "decision": "consulting"}}}, False),
    ],
)
def test_only_what_others_can_see_is_a_reason_to_ask(store, how, there):
    """On record, confirmed, or people who are published agree; achieved, and named. Else nobody is sent there."""
    assert asked(store, project("Learner", 0), project("Host", TOP, **how)) == ({"Host"} if there else set())


def test_a_learner_that_does_not_let_itself_be_named_is_only_counted(store):
    """It is in no pair, and one of those that are not here."""
    assert asked(store, project("Learner", 0, named=False), project("Host", TOP, evidence="documented")) == set()
    assert who_could_learn(store, RUBRIC, CUT).unnamed == 1


def test_who_decides_can_be_asked_about_as_well(store):
    """A stage with a barrier beside one that decides with people and has it on record; the sentence says both."""
    barrier = {"reason": "time", "reason_note": "Three weeks.", "who_could_remove_it": "The panel"}
    alone = {"co_design": {"status": "done", "decision": "consulting", **barrier}}
    together = {"status": "done", "decision": "deciding_together", "decision_evidence": "documented"}
    assert asked(store, project("A", 2, stages=alone), project("B", 2, stages={"co_design": together})) == {"B"}
    [subject] = told(RUBRIC, who_could_learn(store, RUBRIC, CUT, about="decision"), "en").subjects
    assert subject.cards[0].why == "A has met a barrier here, and B decides with people: it is on record."
    assert who_could_learn(store, RUBRIC, CUT, stage="co_creation").pairs == ()


def test_no_project_has_more_to_ask_than_it_can(store):
    """Low in everything beside many that can show everything: two suggestions, of two projects, about two things."""
    hosts = [project(f"Host {n}", TOP, evidence="confirmed") for n in range(4)]
    offer_all(store, [project("Learner", 0), *hosts], at=AT)
    found = who_could_learn(store, RUBRIC, CUT).pairs
    assert len(found) == len({one.about for one in found}) == len({one.asked for one in found}) == SUGGESTED_AT_MOST
