"""Each project beside itself: counted as by hand, in whatever order its assessments come in, and never as a score."""

from collections import Counter
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from assessment import library
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.over_time import Since, about_decision
from assessment.core.promises import Kept, delivered
from assessment.core.reading import read
from assessment.core.score import score
from assessment.core.terms import ACHIEVED, ActionStatus
from assessment.pictures.portfolio.over_time import over_time as pictured
from assessment.pictures.portfolio.over_time import told
from assessment.pictures.portfolio.wording import Many
from assessment.portfolio.over_time import carried
from assessment.portfolio.showing import Offered, offer_all, read_form
from assessment.store.portfolio import showing
from assessment.store.portfolio.over_time import over_time, promises

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
RUBRIC = library.find("involvement/1")
CUT = Cut(rubric=RUBRIC.name)
CHANGED = {"reason": "safety", "reason_note": "A child was hurt.", "decision_evidence": "documented"}


def said(name, day, stages, levels=None, **more):
    """An assessment, from `stage: (status, decision)` and `question: level`."""
    sitting = {"date": date.fromisoformat(day), "depth": more.pop("depth", "full")}
    return read(
        {
            "format": "answers/1",
            "rubric": RUBRIC.name,
            "language": more.pop("language", "en"),
            "project": {"name": name},
            "assessment": sitting,
            "stages": {
                id_: {"status": status, "decision": decision, **(rest[0] if rest else {})}
                for id_, (status, decision, *rest) in stages.items()
            },
            "answers": {id_: {"level": level} for id_, level in (levels or {}).items()},
            **more,
        },
        RUBRIC,
    )


LANE = (
    said(
        "Lane",
        "2024-03-01",
        {"co_creation": ("done", "informing"), "co_design": ("planned", "deciding_together"),
         "co_delivery": ("planned", "acting_together")},
        {"co_creation.trust": 1, "co_design.trust": 3, "co_design.networks": 2, "co_design.strengths": 1},
        actions=[
            {"text": "Book the hall.", "about": "co_design", "owner": "Mair", "by": date(2024, 9, 1), "needs": "£200"},
            {"text": "Ask the school.", "about": "co_design.trust", "owner": "Owen", "status": "done"},
            {"text": "Buy paint.", "about": "co_design.networks", "status": "dropped", "why": "Too dear."},
        ],
    ),
    said(
        "Lane",
        "2025-03-01",
        {"co_creation": ("done", "deciding_together"), "co_design": ("planned", "consulting"),
         "co_delivery": ("done", "on_behalf", CHANGED)},
        {"co_creation.trust": 2, "co_design.trust": 2},
    ),
    said(
        "Lane",
        "2026-03-01",
        {"co_creation": ("done", "consulting"), "co_design": ("under_way", "consulting"),
         "co_delivery": ("done", "on_behalf", CHANGED)},
        {"co_creation.trust": 2, "co_design.trust": 2, "co_design.networks": 1},
        actions=[{"text": "Go on.", "status": "open"}, {"text": "Met.", "status": "done"}],
    ),
)  # fmt: skip
BUS = (
    said("Bus", "2025-01-01", {"co_creation": ("done", "consulting")}, {"co_creation.trust": 3}),
    said("Bus", "2026-01-01", {"co_creation": ("done", "dont_know")}, {"co_creation.trust": 0}),
)
ALONE = (
    said("Once", "2026-01-01", {"co_creation": ("done", "consulting")}, {"co_creation.trust": 3}),
    said("Look", "2025-01-01", {"co_creation": ("done", "consulting")}, {"co_creation.trust": 3}),
    said("Look", "2026-01-01", {"co_creation": ("done", "informing")}, {"co_creation.trust": 1}, depth="first_look"),
)


def put(store, *assessments):
    """Bring assessments in one after the other, each in a moment of its own."""
    for minute, one in enumerate(assessments):
        at = AT.replace(minute=minute)
        offer_all(store, [Offered(one, RUBRIC, at)], at=at)


def brute_force(project, since):
    """The same, one by one: bands, standings, levels of what has happened in both."""
    ordered = sorted(project, key=lambda one: one.assessment.date)
    was, now = (ordered[-2] if since == Since.LAST else ordered[0]), ordered[-1]
    before, after = score(RUBRIC, was), score(RUBRIC, now)
    both = [id_ for id_ in RUBRIC.order if {was.stage(id_).status, now.stage(id_).status} <= ACHIEVED]
    moved = Counter(
        (id_, before.stages[id_].band, after.stages[id_].band, before.stages[id_].standing, after.stages[id_].standing)
        for id_ in both
    )
    levels = Counter()
    for item in RUBRIC.items:
        old, new = before.cells[item.id].level, after.cells[item.id].level
        if item.stage in both and old is not None and new is not None:
            levels[item.value, (new > old) - (new < old)] += 1
    return moved, levels


@pytest.mark.parametrize("since", list(Since))
def test_movements_are_those_of_the_assessments_one_by_one(store, since):
    """Bands, standings and levels are counted as two assessments of each project say, and of nothing else."""
    put(store, *LANE, *BUS, *ALONE)
    found = over_time(store, RUBRIC, CUT, since)
    moved, levels = Counter(), Counter()
    for project in (LANE, BUS):
        for total, part in zip((moved, levels), brute_force(project, since), strict=True):
            total.update(part)
    assert found.projects == 2
    assert {(one.stage, *one.band, *one.standing): one.count for one in found.moved} == moved
    assert {
        (value, sign): count
        for value, one in found.levels.items()
        for sign, count in ((1, one.higher), (0, one.same), (-1, one.lower))
        if count
    } == levels


def test_a_promise_is_no_level_that_was_reached(store):
    """Levels of a stage that was only planned count for nothing; that it has begun since is counted apart."""
    put(store, *LANE)
    found = over_time(store, RUBRIC, CUT, Since.LAST)
    assert {value: (one.higher, one.same, one.lower, one.projects) for value, one in found.levels.items()} == {
        "trust": (0, 1, 0, 1)
    }
    assert found.begun == {"co_design": 1}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(file_store, order):
    """An older assessment that comes in later stands before the newer one all the same."""
    put(file_store, *(LANE[at] for at in order))
    for since in Since:
        found = over_time(file_store, RUBRIC, CUT, since)
        moved, _ = brute_force(LANE, since)
        assert {(one.stage, *one.band, *one.standing): one.count for one in found.moved} == moved
    assert becoming(file_store) == LANE_BECAME


LANE_BECAME = {
    "co_design.decision": ("consulting", "consulting", Kept.KEPT, "2025-03-01"),
    "co_delivery.decision": ("acting_together", "on_behalf", Kept.CHANGED, "2024-03-01"),
    "co_design.trust": ("2", "2", Kept.KEPT, "2025-03-01"),
    "co_design.networks": ("2", "1", Kept.PARTLY, "2024-03-01"),
    "co_design.strengths": ("1", None, Kept.UNKNOWN, "2024-03-01"),
}


def listed(store):
    """Every promise that can be opened."""
    return [
        one for kept in Kept for decisions in (True, False) for one in promises(store, CUT, kept, decisions=decisions)
    ]


def becoming(store):
    """What came of every promise, by what it is about."""
    return {one.about: (one.promised, one.now, one.kept, one.earlier_day) for one in listed(store)}


def test_of_what_was_promised_twice_the_last_time_counts(store):
    """A promise counts once, as it was last made, and its numbers are those of the list behind them."""
    put(store, *LANE, *BUS)
    assert becoming(store) == LANE_BECAME
    for since in Since:
        found = over_time(store, RUBRIC, CUT, since)
        for decisions in (True, False):
            assert found.promises(decisions=decisions) == Counter(
                kept for about, (_, _, kept, _) in LANE_BECAME.items() if about_decision(about) == decisions
            )


def test_what_is_kept_of_promises_is_what_the_rule_says(store):
    """Each promise agrees with the rule applied to the two shared forms that it comes from."""
    put(store, *LANE, *BUS)
    forms = {form.id: form for form in showing.forms(store, projects={one.project for one in listed(store)})}
    later = max(forms.values(), key=lambda form: form.day)
    for one in listed(store):
        rule = delivered(RUBRIC, read_form(store, forms[one.earlier])[1], read_form(store, later)[1])
        [made] = [found for found in rule if found.about == one.about]
        now = None if made.now is None else str(made.now)
        assert (str(made.promised), now, made.kept) == (one.promised, one.now, one.kept)


def test_a_promise_is_told_with_who_was_to_see_to_it(store):
    """Owner, date and need come from the plan of that time; an action that was dropped carries nothing."""
    put(store, *LANE)
    made = {one.promise.about: one.action for one in carried(store, listed(store))}
    assert made["co_design.trust"] is None
    assert made["co_design.networks"].owner.text == "Mair"
    assert made["co_design.strengths"].text.text == "Book the hall."
    told_now = {one.about: one for one in told(Many(RUBRIC, "en"), list(carried(store, listed(store))))}
    networks = told_now["Co-design, networks"]
    assert [(name, note.text) for name, note in networks.carried] == [
        ("Who does it", "Mair"),
        ("By", "1 September 2024"),
        ("What it needs", "£200"),
    ]
    assert networks.sentences[0].startswith("Promised on 1 March 2024: ")
    assert "The reason given: " in " ".join(told_now["Co-delivery, who decides"].sentences)


def test_actions_are_those_of_the_latest_plans(store):
    """Only the latest plan of a project that has answered more than once is counted."""
    put(store, *LANE, *BUS, *ALONE)
    found = over_time(store, RUBRIC, CUT, Since.FIRST)
    assert {one: count for one, count in found.actions.items() if count} == {ActionStatus.OPEN: 1, ActionStatus.DONE: 1}


def test_nobody_who_answered_once_is_in_it(store):
    """A first look and a single assessment are beside nothing."""
    put(store, *ALONE)
    found = over_time(store, RUBRIC, CUT, Since.LAST)
    assert (found.projects, found.moved, dict(found.levels), found.came) == (0, (), {}, ())


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_words_hold_the_same_numbers_and_no_percentage(file_store, language):
    """Tables and sentences say the counts; nothing is told as a share, and no move has a direction."""
    put(file_store, *LANE, *BUS)
    found = over_time(file_store, RUBRIC, CUT, Since.FIRST)
    picture = pictured(Many(RUBRIC, language), found, 3)
    assert "%" not in repr(picture)
    assert sum(int(row[-1]) for row in picture.moves.table.rows) == sum(one.count for one in found.moved)
    assert [sum(row[2:]) for row in picture.promises.rows] == [
        sum(kept == one for _, _, kept, _ in LANE_BECAME.values()) for one in Kept
    ]
    assert len(picture.tables) == 5
