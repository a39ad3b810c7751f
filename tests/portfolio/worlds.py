"""A small portfolio, in versions that differ in nothing but what is hidden."""

import json
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from assessment import actions
from assessment.core.portfolio.cut import Cut
from assessment.core.reading import read
from assessment.library import find
from assessment.portfolio.showing import Offered, catch_up, offer_all, show_draft
from assessment.store.portfolio.saying import tag
from assessment.store.portfolio.showing import forms

RUBRIC = find("involvement/1")
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SMALL, BIG, BUS = "Small Hall", "Mill Lane", "Evening Bus"
SENSITIVE = tuple(group.id for group in RUBRIC.groups if group.sensitive)
DECIDED = {"decision": "deciding_together", "decision_evidence": "documented"}


class Hidden:
    """What nobody but the team may know. Two of these with different letters have nothing in common."""

    def __init__(self, letter):
        self.other = letter != "A"
        self.secret = f"HIDDEN-{letter}"
        self.groups = SENSITIVE[3:5] if self.other else SENSITIVE[:2]

    @property
    def four(self):
        """No voice, or four of every group, who see everything otherwise than the team."""
        return [voice(group, 0) for group in ("people", "staff", "partners", "leaders") for _ in range(4 * self.other)]

    @property
    def published(self):
        """Five or six people of whom the same is published, and four answers to a question of which nothing is."""
        levels = [1, 1, 2, 2, 1, 1] if self.other else [1, 1, 1, 1, 2]
        found = [voice("people", level) for level in levels]
        for one in found[: 4 * self.other]:
            one["answers"]["co_design.networks"] = 0
        return [*found, *(voice("staff", 3) for _ in range(4 * self.other))]


def voice(group, level):
    """One voice on one question, and who decides there."""
    return {"group": group, "answers": {"co_design.trust": level}, "decisions": {"co_design": "consulting"}}


def tree(name, organisation, day, stages, **blocks):
    """An answers file."""
    project = {"name": name, "organisation": organisation, **blocks.pop("project", {})}
    sitting = {"date": day, "respondents": [{"role": "staff", "count": 2}], **blocks.pop("assessment", {})}
    head = {"format": "answers/1", "rubric": RUBRIC.name, "language": "en", "project": project, "assessment": sitting}
    return {**head, "stages": stages, **blocks}


def levels(stage, level, **more):
    """The same level for all questions of a stage."""
    return {item.id: {"level": level, **more} for item in RUBRIC.items if item.stage == stage}


def small(hidden, day="2026-03-01", status="done"):
    """A small place, with something hidden of every kind."""
    note = {"text": hidden.secret, "lang": "en"}
    barrier = {"reason": "time", "reason_note": hidden.secret, "who_could_remove_it": "The grants panel"}
    first, second = hidden.groups
    rows = [{"group": first, "co_design": "took_part"}, {"group": "rural", "co_design": "not_reached"}]
    last = {"group": second, "co_design": "not_reached", "co_creation": "asked"}
    part = {"what": "The stops", "decision": "informing", **barrier}
    del part["who_could_remove_it"]
    return tree(
        SMALL,
        "Sir Ddu",
        day,
        {
            "co_creation": {"status": "done", "decision": "consulting", **barrier, "decision_note": note},
            "co_design": {"status": status, **DECIDED, "parts": [part]},
        },
        project={"kind": "community"},
        context={"level": "community", "people_who_took_part": 7, "complexity": {"new_here": "yes"}},
        answers=levels("co_design", 1, note=note) | levels("co_creation", 3, evidence="documented", note=note),
        conditions={"expenses": {"answer": "no", "note": note}},
        taking_part=[last, *rows] if hidden.other else [*rows, last],
        changes=[{"heard": hidden.secret, "outcome": "changed", "told": hidden.secret}],
        voices=hidden.four,
    )


def everything(hidden):
    """The answers files of the portfolio, each with whether it is named and its tags."""
    done = {"status": "done", **DECIDED}
    reached = [{"group": group, "co_design": "not_reached"} for group in SENSITIVE] + [
        {"group": "rural", "co_design": "took_part"}
    ]
    big = tree(
        BIG,
        "Cyngor",
        "2026-02-01",
        {"co_creation": done, "co_design": {"status": "under_way", **DECIDED}},
        project={"kind": "public_body"},
        context={"level": "local", "people_who_took_part": 36},
        answers=levels("co_design", 3, evidence="confirmed") | levels("co_creation", 1),
        taking_part=reached,
        voices=hidden.published,
    )
    bus = tree(
        BUS,
        "Cyngor",
        "2026-04-01",
        {"co_creation": done, "co_design": {"status": "planned", "decision": "consulting"}},
        project={"kind": "public_body"},
        context={"level": "community", "people_who_took_part": 50, "complexity": {"new_here": "yes"}},
        answers=levels("co_creation", 2) | levels("co_design", 0),
        taking_part=[{"group": "refugees", "co_creation": "not_reached"}],
        voices=hidden.four,
    )
    led = tree("Allotment", "Sir Ddu", "2026-02-10", {"co_creation": done}, answers=levels("co_creation", 3))
    led["project"] |= {"kind": "community", "made_by": "people"}
    look = tree("Glance", "Cyngor", "2026-02-11", {"co_design": done}, assessment={"depth": "first_look"})
    look |= {"voices": hidden.four, "taking_part": [{"group": hidden.groups[0], "co_design": "asked"}]}
    earlier = small(hidden, day="2025-03-01", status="planned")
    return [
        (big, True, ["a"]),
        (bus, True, []),
        (led, True, ["a"]),
        (look, False, []),
        (earlier, True, []),
        (small(hidden), True, ["b"]),
    ]


def offered(store, hidden):
    """All of it from outside."""
    found = [
        Offered(read(one, RUBRIC), RUBRIC, AT + timedelta(seconds=place), named=named, tags=tuple(tags))
        for place, (one, named, tags) in enumerate(everything(hidden))
    ]
    offer_all(store, found, at=AT)
    return store


def shared(store, hidden):
    """All of it as teams of this store share it; and a draft that is shown, and what is shared with nobody."""
    for place, (one, named, _) in enumerate(everything(hidden)):
        at = AT + timedelta(seconds=place)
        actions.submit(store, kept(store, one, at), shared_with="portfolio", at=at, named=named)
    catch_up(store)
    for project, said in {(one.project, tuple(said)) for one, said in _tags(store, hidden)}:
        for one in said:
            tag(store, project, one)
    draft = kept(store, small(hidden) | {"project": {"name": "Sketch", "organisation": "Sir Ddu"}}, AT)
    show_draft(store, draft, at=AT, barriers_told=False, named=True)
    if hidden.other:
        _unshared(store, hidden)
    return store


def kept(store, one, at):
    """An answers file as a draft of this store."""
    return actions.look(store, actions.bring_in(store, json.dumps(one).encode(), who="somebody", at=at))


def _tags(store, hidden):
    said = {one["project"]["name"]: tags for one, _, tags in everything(hidden)}
    names = {form: json.loads(form.form)["project"]["name"] for form in forms(store, projects=projects(store))}
    return [(form, said[name]) for form, name in names.items()]


def _unshared(store, hidden):
    """A draft, what is submitted for the team alone, and what was shared and is withdrawn before anybody looked."""

    def another(name):
        return kept(store, small(hidden) | {"project": {"name": name, "organisation": hidden.secret}}, AT)

    another(f"{hidden.secret} draft")
    actions.submit(store, another(f"{hidden.secret} ours"), shared_with="team", at=AT, named=True)
    gone = another(f"{hidden.secret} gone")
    actions.submit(store, gone, shared_with="portfolio", at=AT, named=True)
    store.withdraw(gone.kept.id, at=AT)
    catch_up(store)


def projects(store):
    """The ids of all projects that are shown."""
    from assessment.store.portfolio.heads import heads

    return sorted({head.project for head in heads(store)})


def single_cuts(store):
    """Every filter by itself."""
    values = {
        "kind": ["public_body", "community", "-"],
        "level": ["community", "local"],
        "complexity": ["complex", "-"],
        "organisation": ["Cyngor", "Sir Ddu"],
        "tag": ["a", "b"],
        "status": ["co_design:done", "co_design:planned"],
        "project": projects(store)[:3],
    }
    found = [Cut(rubric=RUBRIC.name, **{name: (value,)}) for name, some in values.items() for value in some]
    days = {"since": date(2026, 2, 5), "until": date(2026, 2, 28), "drafts": True}
    return [*found, *(Cut(rubric=RUBRIC.name, **{name: value}) for name, value in days.items())]


def cuts(store):
    """No filter, every filter, and every two of different kinds."""
    single = single_cuts(store)
    kinds = {tuple(name for name, value in vars(cut).items() if value): cut for cut in reversed(single)}
    return [Cut(rubric=RUBRIC.name), *single, *(both(*two) for two in combinations(kinds.values(), 2))]


def both(first, second):
    """Two filters at once; of two of one kind, any."""
    said = {}
    for name in Cut.__dataclass_fields__:
        one, other = getattr(first, name), getattr(second, name)
        said[name] = tuple(dict.fromkeys(one + other)) if isinstance(one, tuple) else one or other
    return Cut(**said)
