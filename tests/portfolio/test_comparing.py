"""A few projects side by side: with the numbers of their own scores, in words, and never across majors."""

from datetime import UTC, date, datetime

import pytest

from assessment import answers_file, library
from assessment.core.portfolio.comparing import unlike
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.listing import PAGE, folded
from assessment.core.promises import Kept
from assessment.core.publication import from_json, to_json
from assessment.core.reading import read
from assessment.core.score import score
from assessment.pictures import pictures
from assessment.pictures.portfolio.compare import comparison, summary
from assessment.portfolio.comparing import chosen
from assessment.portfolio.showing import Offered, offer_all
from assessment.store.portfolio import saying
from assessment.store.portfolio.projects import from_outside, listed, named, tags_of, take_out
from assessment.ui.files import names, shipped

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
RUBRIC = library.find("involvement/1")
TIMES = {"reason": "time", "reason_note": "The grant closed.", "who_could_remove_it": "The panel"}


def said(name, *, day="2026-11-01", stages=None, answers=None, **blocks):
    """An assessment of a project, on one rubric, as a file would say it."""
    given = {
        "format": "answers/1",
        "rubric": RUBRIC.name,
        "language": "en",
        "project": {"name": name, **blocks.pop("project", {})},
        "assessment": {"date": date.fromisoformat(day), **blocks.pop("assessment", {})},
        "stages": stages or {},
        "answers": answers or {},
        **blocks,
    }
    return read(given, RUBRIC)


def put(store, *assessments, rubric=RUBRIC, **more):
    """Bring assessments in from outside; the projects by their names."""
    offer_all(store, [Offered(one, rubric, AT, **more) for one in assessments], at=AT)
    rows = listed(store, Cut(drafts=True)).rows
    return {row.name: row.project for row in rows}


def side_by_side(store, *projects, language="en", **more):
    """The comparison of projects."""
    return comparison(chosen(store, projects, rubric=RUBRIC.name, **more), language)


def told(made, topic):
    """The sentences of one topic."""
    return next((one.sentences for one in made.differences if one.id == topic), ())


THREE = (
    said(
        "Lane",
        stages={"co_design": {"status": "done", "decision": "deciding_together"}},
        answers={"co_design.trust": {"level": 3, "evidence": "documented"}, "co_design.networks": {"level": 2}},
        conditions={"expenses": {"answer": "yes"}},
        taking_part=[{"group": "carers", "co_design": "took_part"}],
    ),
    said(
        "Bus",
        stages={"co_design": {"status": "done", "decision": "consulting", **TIMES}},
        answers={"co_design.trust": {"level": 1}, "co_design.networks": {"level": 2}},
        conditions={"expenses": {"answer": "no"}},
        taking_part=[{"group": "carers", "co_design": "not_reached"}],
    ),
    said(
        "Wood",
        stages={"co_design": {"status": "done", "decision": "informing", **TIMES}},
        conditions={"expenses": {"answer": "no"}},
    ),
)


@pytest.mark.parametrize("name", names())
def test_a_published_result_reads_back_as_it_was(name):
    """From JSON and back nothing of a result is lost, and what is shown from it is what the team sees."""
    assessment, _ = answers_file.read(shipped(name, "en").content)
    result = score(RUBRIC, assessment)
    again = from_json(to_json(result, RUBRIC))
    assert to_json(again, RUBRIC) == to_json(result, RUBRIC)
    assert (
        pictures(RUBRIC, assessment, again, "cy").values.table
        == pictures(RUBRIC, assessment, result, "cy").values.table
    )


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_stands_side_by_side_agrees_with_the_score_of_each(store, language):
    """Steps, standings, levels, means and counts are those of scoring the same answers."""
    projects = put(store, *THREE)
    made = side_by_side(store, *projects.values(), language=language)
    by_name = {one.project.name: one for one in THREE}
    for side in made.sides:
        own = by_name[side.name.text]
        scored = pictures(RUBRIC, own, score(RUBRIC, own), language)
        assert [one.words for row in side.pictures.matrix.rows for one in row.cells] == [
            one.words for row in scored.matrix.rows for one in row.cells
        ]
        assert [(one.step, one.standing_label) for one in side.pictures.spectrum.stages] == [
            (one.step, one.standing_label) for one in scored.spectrum.stages
        ]
        assert side.pictures.values.table == scored.values.table
        assert side.pictures.evidence == scored.evidence
        assert side.pictures.conditions.table == scored.conditions.table


def test_differences_are_sentences_without_a_rank(store):
    """Who decides in which way, and what is named as a barrier; the same for answers, groups and conditions."""
    projects = put(store, *THREE)
    made = side_by_side(store, projects["Lane"], projects["Bus"], projects["Wood"])
    assert told(made, "spectrum") == (
        "Co-design: A decides with people; B and C decide for people (barrier: not enough time).",
        "Here they all say the same of who decides: Co-creation, Co-delivery and Co-evaluation.",
    )
    assert told(made, "values") == ("Co-design, trust: A 3 of 3; B 1 of 3.",)
    assert told(made, "evidence") == ("Answers on record or confirmed by people: A 1 of 2; B 0 of 2.",)
    assert told(made, "taking-part") == ("Unpaid carers: took part in A, not yet in B.",)
    assert told(made, "conditions") == ("Expenses: A yes; B and C no.",)
    welsh = side_by_side(store, projects["Lane"], projects["Bus"], projects["Wood"], language="cy")
    assert told(welsh, "spectrum")[0] == (
        "Cyd-ddylunio: mae A yn penderfynu gyda phobl; mae B ac C yn penderfynu dros bobl (rhwystr: dim digon o amser)."
    )


def test_projects_that_are_not_alike_are_said_to_be_so(store):
    """Kind, level and who works on it are named with the letters; what one does not say is no difference."""
    projects = put(
        store,
        said("Lane", project={"kind": "public_body"}, context={"level": "local"}),
        said("Bus", project={"kind": "university", "made_by": "people"}),
    )
    found = chosen(store, [projects["Lane"], projects["Bus"]], rubric=RUBRIC.name)
    assert unlike(found.profiles) == ("kind", "made_by")
    assert len(comparison(found, "en").unlike) == 2
    assert all("(A)" in line and "(B)" in line for line in comparison(found, "cy").unlike)


def test_another_major_is_named_and_left_out(store):
    """A project on another rubric stands in no comparison; where all are on one, that one is read."""
    other = RUBRIC.model_copy(update={"version": "2.0"})
    here = put(store, said("Lane"), said("Bus"))
    there = put(store, said("Wood").model_copy(update={"rubric": other.name}), rubric=other)
    found = chosen(store, [here["Lane"], there["Wood"], here["Bus"]], rubric=RUBRIC.name)
    assert [one.assessment.project.name for one in found.profiles] == ["Lane", "Bus"]
    assert found.elsewhere == (("Wood", other.name),)
    assert {one.rubric.name for one in found.profiles} == {RUBRIC.name}
    alone = chosen(store, [there["Wood"]], rubric=RUBRIC.name)
    assert [one.rubric.name for one in alone.profiles] == [other.name]


def test_the_latest_full_assessment_stands_for_a_project(store):
    """Not a later first look, and no draft unless drafts are asked for; the earlier ones are its history."""
    look = said("Lane", day="2026-11-03", assessment={"depth": "first_look"})
    projects = put(store, said("Lane", day="2026-10-01"), said("Lane", day="2026-11-02"), look)
    put(store, said("Lane", day="2026-11-04"), draft=True)
    [profile] = chosen(store, projects.values(), rubric=RUBRIC.name).profiles
    assert (profile.assessment.assessment.date.isoformat(), profile.draft) == ("2026-11-02", False)
    put(store, said("Bus", day="2026-11-02"))
    rows = listed(store, Cut(rubric=RUBRIC.name)).rows
    assert {(row.name, row.day, row.times) for row in rows} == {("Lane", "2026-11-02", 3), ("Bus", "2026-11-02", 1)}
    assert [one.day for one in profile.history] == ["2026-10-01", "2026-11-02", "2026-11-03"]
    [draft] = chosen(store, projects.values(), rubric=RUBRIC.name, drafts=True).profiles
    assert (draft.assessment.assessment.date.isoformat(), draft.draft) == ("2026-11-04", True)


def test_a_first_look_carries_no_score_and_says_so(store):
    """Its means are unknown, and a sentence stands beside it."""
    look = THREE[0].model_copy(update={"assessment": THREE[0].assessment.model_copy(update={"depth": "first_look"})})
    projects = put(store, read(answers_file.plain(look), RUBRIC))
    [side] = side_by_side(store, *projects.values()).sides
    assert side.first_look
    assert all(value.mean_level is None for value in side.pictures.values.values)
    assert "It carries no score." in side.notes[0]


def test_promises_are_sentences_with_what_became_of_them(store):
    """What was planned before is told beside what is so now, in both languages, and in the lines for print."""
    before = {"co_design": {"status": "planned", "decision": "deciding_together"}}
    after = {"co_design": {"status": "done", "decision": "consulting"}, "co_delivery": {"status": "planned"}}
    level = {"co_design.trust": {"level": 2}}
    projects = put(
        store,
        said("Lane", day="2026-01-05", stages=before, answers=level),
        said("Lane", day="2026-11-05", stages=after, answers=level),
    )
    made = side_by_side(store, *projects.values())
    [side] = made.sides
    assert [(one.kept, one.words) for one in side.promised.became] == [
        (Kept.NOT_KEPT.value, "promised 'Deciding together' on 5 January 2026: it is now 'Consulting'"),
        (Kept.KEPT.value, "promised 2 of 3 on 5 January 2026: kept, it is now 2 of 3"),
    ]
    assert [one.name for one in side.promised.plans] == ["Co-delivery: planned"]
    [profile] = chosen(store, projects.values(), rubric=RUBRIC.name).profiles
    lines = dict(summary(profile, "en"))
    assert lines["Co-design"] == "Done; Consulting (for people); Opportunity"
    assert lines["Co-design, trust"] == side.promised.became[1].words


def test_withheld_rows_and_notes_are_said_as_withheld(store):
    """A sensitive group of a small place has no row, and a barrier's note is only there if it was told."""
    small = said(
        "Lane",
        stages={"co_design": {"status": "done", "decision": "consulting", **TIMES}},
        taking_part=[{"group": "refugees", "co_design": "took_part"}],
        context={"people_who_took_part": 8},
    )
    projects = put(store, small)
    [side] = side_by_side(store, *projects.values()).sides
    assert (side.pictures.taking_part.rows, bool(side.pictures.taking_part.withheld)) == ((), True)
    [stage] = [one for one in side.pictures.spectrum.stages if one.id == "co_design"]
    assert stage.reason_note.withheld
    assert "grant" not in repr(side)


def test_a_list_is_searched_and_sorted_by_what_people_read(store):
    """Names are found whatever their accents and capitals; sorted by name or by date, fifty on a page."""
    days = [f"2026-0{1 + at % 9}-01" for at in range(PAGE + 2)]
    put(store, *(said(f"Tŷ {at:03}", day=day) for at, day in enumerate(days)), said("Éa <b>", day="2026-12-01"))
    cut = Cut(rubric=RUBRIC.name)
    by_date = listed(store, cut)
    assert (by_date.total, len(by_date.rows), by_date.pages) == (PAGE + 3, PAGE, 2)
    assert [row.day for row in by_date.rows] == sorted((row.day for row in by_date.rows), reverse=True)
    by_name = listed(store, cut, order="name")
    assert [row.name for row in by_name.rows[:3]] == ["Éa <b>", "Tŷ 000", "Tŷ 001"]
    assert [row.name for row in listed(store, cut, order="name", first=PAGE).rows] == ["Tŷ 049", "Tŷ 050", "Tŷ 051"]
    assert listed(store, cut, search=" TY 04", order="name").rows[0].name == "Tŷ 040"
    assert listed(store, cut, search="%").total == 0
    assert folded("ÂŴ  y") == "aw y"


def test_tags_go_on_and_come_off(store):
    """A tag is one line of at most sixty letters, once; it is in the filter, and off again when it is taken off."""
    project = put(store, said("Lane"))["Lane"]
    assert saying.tag(store, project, "  ysgol\n ŵy\0\ud800 ") == "ysgol ŵy"
    assert saying.tag(store, project, "ysgol ŵy") == "ysgol ŵy"
    long = saying.tag(store, project, "a" * 90)
    assert (tags_of(store, project), len(long)) == ((long, "ysgol ŵy"), 60)
    assert [row.tags for row in listed(store, Cut(tag=("ysgol ŵy",))).rows] == [(long, "ysgol ŵy")]
    assert saying.tag(store, project, " ") == ""
    assert saying.tag(store, "no-such-project", "a") == ""
    saying.untag(store, project, "ysgol ŵy")
    assert tags_of(store, project) == (long,)


def test_what_came_from_outside_can_be_taken_out(store):
    """With all its assessments and tags; the other projects stay, and taking it out again does nothing."""
    projects = put(store, said("Lane", day="2026-01-05"), said("Lane"), said("Bus"))
    saying.tag(store, projects["Lane"], "school")
    assert from_outside(store, projects["Lane"]) == 2
    assert take_out(store, projects["Lane"]) == 2
    assert [row.name for row in listed(store, Cut()).rows] == ["Bus"]
    assert named(store, projects.values()) == {projects["Bus"]: "Bus"}
    assert take_out(store, projects["Lane"]) == 0
    assert chosen(store, projects.values(), rubric=RUBRIC.name).gone == 1
