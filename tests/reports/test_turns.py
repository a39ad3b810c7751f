"""Persons are served in the order they came, each with one place in the line."""

import pytest

from reports.progress import Making, Waiting
from reports.turns import Turns


@pytest.fixture
def turns():
    """A line in which nobody stands."""
    return Turns()


def join(turns, key, person):
    """Somebody asks for a report."""
    return turns.join(key, key.encode(), person)


def served(turns):
    """Everything that is waited for, in the order in which it is made."""
    keys = []
    while order := turns.begin():
        keys.append(order.key)
        turns.finish(order, b"pdf")
    return keys


def test_who_comes_first_is_served_first(turns):
    """One person after the other, and nobody is left."""
    for person in "abc":
        join(turns, f"of {person}", person)
    assert served(turns) == ["of a", "of b", "of c"]


def test_who_asks_for_much_does_not_keep_others_waiting(turns):
    """The second report of one person comes behind the first of everybody who is there by then."""
    for key in ("a1", "a2", "a3", "b1"):
        join(turns, key, key[0])
    first = turns.begin()
    join(turns, "c1", "c")
    turns.finish(first, b"pdf")
    assert served(turns) == ["b1", "c1", "a2", "a3"]


def test_each_hears_how_many_come_first(turns):
    """Nobody before whoever is next; one's own other report is named as that."""
    first, own, second, third = (join(turns, key, key[0]) for key in ("a1", "a2", "b1", "c1"))
    turns.begin()
    assert turns.news(first) == Making()
    assert turns.news(own) == Waiting(3, own=True)
    assert turns.news(second) == Waiting(1)
    assert turns.news(third) == Waiting(2)
    turns.finish(first, b"pdf")
    assert turns.news(second) == Making()
    assert turns.news(own) == Waiting(2)


def test_who_asks_for_the_same_report_waits_for_the_same(turns):
    """It is made once, and both have it."""
    one, two = join(turns, "same", "a"), join(turns, "same", "b")
    assert one is two
    assert served(turns) == ["same"]
    assert one.pdf == b"pdf"


def test_nobody_makes_what_nobody_waits_for(turns):
    """Who goes away leaves no order behind; where somebody else waits for the same, it is made."""
    left = join(turns, "left", "a")
    shared = join(turns, "shared", "b")
    join(turns, "shared", "c")
    turns.leave(left)
    turns.leave(shared)
    assert served(turns) == ["shared"]


def test_what_has_begun_is_made_to_its_end(turns):
    """Whoever asked for it may have gone: the next who asks finds it made."""
    order = join(turns, "begun", "a")
    assert turns.begin() is order
    turns.leave(order)
    turns.finish(order, b"pdf")
    assert order.over
    assert turns.begin() is None


def test_persons_without_a_name_are_not_taken_for_one(turns):
    """Each has a place of their own."""
    join(turns, "one", "")
    assert turns.news(join(turns, "two", "")) == Waiting(1)


def test_giving_up_ends_the_waiting_of_all_that_has_not_begun(turns):
    """Nobody waits for a report that will not come."""
    begun, held, other = (join(turns, key, key[0]) for key in ("a1", "a2", "b1"))
    turns.begin()
    turns.give_up()
    assert (begun.over, held.over, other.over) == (False, True, True)
    turns.finish(begun, b"pdf")
    assert turns.begin() is None
