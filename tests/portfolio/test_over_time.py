"""Each project beside itself: counted as by hand, in whatever order its assessments come in, and never as a score."""

from collections import Counter
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from assessment import library
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.over_time import Ahead, Since, about_decision
from assessment.core.promises import Kept, delivered
from assessment.core.reading import read
from assessment.core.score import score
from assessment.core.terms import ACHIEVED, ActionStatus, Status
from assessment.pictures.portfolio.over_time import over_time as pictured
from assessment.pictures.portfolio.over_time import promised_told, told
from assessment.pictures.portfolio.wording import Many
from assessment.portfolio.over_time import carried, promised
from assessment.portfolio.showing import Offered, offer_all, read_form
from assessment.store.portfolio import showing
from assessment.store.portfolio.over_time import ahead, over_time, promises
from assessment.store.portfolio.saying import tag, tagged

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


PLANS = (
    said(
        "Orchard",
        "2026-02-01",
        {"co_creation": ("done", "consulting"), "co_design": ("planned", "acting_together"),
         "co_delivery": ("planned", "dont_know"), "co_evaluation": ("planned", "dont_know")},
        {"co_creation.trust": 1, "co_design.trust": 3, "co_design.networks": 2, "co_delivery.trust": 2},
        actions=[
            {"text": "Walk the rows.", "about": "co_design.trust", "owner": "Non", "by": date(2026, 12, 1)},
            {"text": "Draw a map.", "about": "co_design", "needs": "Paper", "status": "under_way"},
            {"text": "Buy trees.", "about": "co_design", "status": "dropped", "why": "Too dear."},
            {"text": "Bring tools.", "about": "co_delivery"},
        ],
    ),
    said("Pond", "2026-02-01", {"co_design": ("planned", "consulting")}),
)  # fmt: skip


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
    assert len(picture.tables) == 6


def by_hand(*latest):
    """The promises that are still to come, from each project's latest assessment one by one."""
    found = {}
    for one in latest:
        result = score(RUBRIC, one)
        for id_ in RUBRIC.order:
            if one.stage(id_).status == Status.PLANNED:
                decided = int(result.stages[id_].decision is not None)
                levels = sum(result.cells[item.id].level is not None for item in RUBRIC.items if item.stage == id_)
                if decided + levels:
                    projects, decisions, answered = found.get(id_, (0, 0, 0))
                    found[id_] = (projects + 1, decisions + decided, answered + levels)
    return found


@pytest.mark.parametrize("since", list(Since))
def test_promises_that_are_still_to_come_are_counted_stage_by_stage(store, since):
    """Those of the latest assessments alone, of projects that have answered once as well; a blank plan is none."""
    put(store, *LANE, *PLANS, *ALONE)
    found = over_time(store, RUBRIC, CUT, since)
    counted = {one.stage: (one.projects, one.decisions, one.levels) for one in found.ahead}
    assert counted == by_hand(LANE[-1], *PLANS) == {"co_design": (2, 2, 2), "co_delivery": (1, 0, 1)}


def test_what_has_begun_since_is_not_still_to_come(store):
    """A promise is told once: as one to come, or by what came of it."""
    put(store, *LANE[:2])
    assert over_time(store, RUBRIC, CUT, Since.LAST).ahead == (Ahead("co_design", 1, 1, 1),)
    put(store, *LANE[2:])
    assert over_time(store, RUBRIC, CUT, Since.LAST).ahead == ()
    assert ahead(store, RUBRIC, CUT, "co_design") == []


def test_a_draft_promises_nothing_yet(store):
    """A draft that has been shown is in no count and in no list, even where drafts are asked for."""
    offer_all(store, [Offered(PLANS[0], RUBRIC, AT, draft=True)], at=AT)
    cut = Cut(rubric=RUBRIC.name, drafts=True)
    assert over_time(store, RUBRIC, cut, Since.LAST).ahead == ()
    assert ahead(store, RUBRIC, cut, "co_design") == []


def test_a_promise_to_come_is_told_as_sentences_with_owner_and_date(store):
    """Each project once, by name: who is to decide, each level as its sentence, and the actions that go on."""
    put(store, *PLANS)
    found = ahead(store, RUBRIC, CUT, "co_design")
    orchard, pond = promised_told(Many(RUBRIC, "en"), list(promised(store, found)))
    levels = RUBRIC.item["co_design.trust"].question.levels
    assert (orchard.project.text, pond.project.text) == ("Orchard", "Pond")
    assert orchard.day == "Promised on 1 February 2026:"
    assert dict(orchard.lines)["Who decides"] == "Acting together."
    assert levels[3].in_("en") in dict(orchard.lines).values()
    assert len(orchard.lines) == 3
    assert [(one.text.text, [(name, note.text) for name, note in one.parts]) for one in orchard.actions] == [
        ("Walk the rows.", [("Who does it", "Non"), ("By", "1 December 2026"), ("How far", "To do")]),
        ("Draw a map.", [("What it needs", "Paper"), ("How far", "Under way")]),
    ]
    assert pond.actions == ()
    assert pond.missing
    assert "Non" in orchard.in_short


def test_the_list_of_promises_to_come_goes_on_from_page_to_page(store):
    """It is read some at a time, in the order of the names."""
    put(store, *PLANS)
    pages = [ahead(store, RUBRIC, CUT, "co_design", start=at, most=1) for at in range(3)]
    assert [[one.name for one in page] for page in pages] == [["Orchard"], ["Pond"], []]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_two_tables_of_promises_hold_the_same_promises(file_store, language):
    """By what they are about and by stage: every row has the same sum, the promises to come in the last one."""
    put(file_store, *LANE, *PLANS)
    counts = pictured(Many(RUBRIC, language), over_time(file_store, RUBRIC, CUT, Since.LAST), 3).promises
    first, second = (
        {row[0]: sum(map(int, row[1:])) for row in table.rows} for table in (counts.table, counts.by_stage)
    )
    assert first == second
    assert first[counts.ahead_label] == sum(one.count for one in counts.ahead) == 5


def test_a_tag_tells_to_whom_projects_promise(store):
    """Nothing but a tag does; whether there is one is asked of the projects that are looked at."""
    put(store, *PLANS)
    assert not tagged(store, CUT)
    [one] = [one for one in ahead(store, RUBRIC, CUT, "co_design") if one.name == "Pond"]
    tag(store, one.project, "Example Fund")
    assert tagged(store, CUT)
    fund = Cut(rubric=RUBRIC.name, tag=("Example Fund",))
    assert [one.name for one in ahead(store, RUBRIC, fund, "co_design")] == ["Pond"]
