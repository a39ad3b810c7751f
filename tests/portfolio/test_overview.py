"""The overview counts what `score` says of each assessment, one by one; and the filter comes back from an address."""

from collections import Counter
from datetime import UTC, date, datetime
from statistics import quantiles
from urllib.parse import parse_qs, urlencode

import pytest

from assessment.core.portfolio.cut import NOT_SAID, Cut, cut_from
from assessment.core.portfolio.mix import LIKE
from assessment.core.portfolio.overview import Why
from assessment.core.portfolio.portrait import bands_apart
from assessment.core.reading import read
from assessment.core.score import score
from assessment.core.taking_part import people_present, printable
from assessment.core.terms import ACHIEVED, LIVE, MadeBy, Presence, Standing, Status
from assessment.library import content_hash, find
from assessment.pictures.portfolio.looked_at import looked_at
from assessment.pictures.portfolio.overview import overview as words_of
from assessment.portfolio import demo
from assessment.portfolio.rubrics import rubric_named
from assessment.portfolio.showing import Offered, offer_all, read_form
from assessment.store.portfolio.choosing import choices, sorts
from assessment.store.portfolio.mixing import mix
from assessment.store.portfolio.overview import Behind, behind, overview, points
from assessment.store.portfolio.showing import forms
from tests.portfolio.worlds import tree

RUBRIC = find("involvement/1")
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CUTS = (
    Cut(rubric=RUBRIC.name),
    Cut(rubric=RUBRIC.name, kind=(RUBRIC.kinds[0].id, RUBRIC.kinds[1].id)),
    Cut(rubric=RUBRIC.name, level=("local",), since=date(2024, 6, 1), until=date(2026, 6, 1)),
)


@pytest.fixture
def made(store):
    """A portfolio of invented projects."""
    demo.make(store, RUBRIC, 30, 7, at=AT)
    return store


def counts(store, cut):
    """The overview of a cut."""
    return overview(
        store, cut, stages=RUBRIC.order, values=RUBRIC.columns, apart=bands_apart(RUBRIC), groups=len(RUBRIC.groups)
    )


def scored(store, cut):
    """The assessments that stand for the projects of a cut, each scored on its own: the long way round."""
    latest = {}
    for form in forms(store, projects={one.project for one in behind_all(store)}):
        if form.depth == "full" and not form.draft and form.rubric == RUBRIC.name:
            latest[form.project] = read_form(store, form)[1]
    for project, assessment in latest.items():
        kind = assessment.project.kind
        day = assessment.assessment.date
        if (
            (not cut.kind or kind in cut.kind)
            and (not cut.level or assessment.context.level in cut.level)
            and (cut.since or day) <= day <= (cut.until or day)
        ):
            yield project, assessment, score(RUBRIC, assessment)


def not_reached(assessment):
    """The groups that a project did not reach in some stage that is planned or has happened, and may be told of."""
    return {
        row.group
        for row in assessment.taking_part
        if printable(RUBRIC, assessment, row) and not row.label
        for stage, presence in row.where.items()
        if presence is Presence.NOT_REACHED and assessment.stage(stage).status in LIVE
    }


def unshared(assessment, result, stage):
    """The reason that is given where a stage is not decided with people, and whether that is only planned."""
    if result.stages[stage].standing not in (Standing.REASON_GIVEN, Standing.BARRIER, Standing.OPPORTUNITY):
        return None
    return assessment.stage(stage).reason or NOT_SAID, result.stages[stage].status is Status.PLANNED


def behind_all(store):
    """Every project that has a first stage: all of them."""
    found = []
    for standing in RUBRIC.labels["standing"]:
        for planned in (False, True):
            found += behind(store, Cut(), Behind(stage=RUBRIC.order[0], standing=standing, planned=planned))
    return found


def test_the_overview_says_what_every_single_score_says(made):
    """Standings, spreads, who answered and who was missed are those of the assessments, scored one by one."""
    for cut in CUTS:
        same_as_scored(made, cut)


def same_as_scored(made, cut):
    """One cut, the short way and the long way round."""
    found, each = counts(made, cut), list(scored(made, cut))
    assert found.projects == len(each) > 0
    assert found.people_answered == sum(people_present(RUBRIC, one, result.voices) for _, one, result in each)
    both = [one for one in each if one[1].project.made_by is MadeBy.BOTH]
    assert found.in_spread == len(both)
    for stage in found.stages:
        results = [result.stages[stage.stage] for _, _, result in each]
        promised = Counter(one.standing.value for one in results if one.status is Status.PLANNED)
        assert stage.promised == promised
        assert stage.now == Counter(one.standing.value for one in results) - promised
        why = Counter(unshared(assessment, result, stage.stage) for _, assessment, result in each)
        del why[None]
        counted = Counter()
        for one in stage.why:
            counted[one.reason, one.planned] += one.count
        assert counted == why
    apart = bands_apart(RUBRIC)
    outside = {
        project: {id_ for id_, one in result.stages.items() if one.status in ACHIEVED and one.band in apart}
        for project, _, result in each
    }
    assert found.apart == sum(bool(stages) for stages in outside.values())
    for value, spread in found.values.items():
        clear = {p: result.values[value].score for p, _, result in each if not outside[p]}
        for one in (one for one in points(made, cut).get(value, ()) if one.project in clear):
            assert one.number == pytest.approx(clear[one.project])
        assert spread.known + spread.unknown == len(both)
        assert spread.known == len(points(made, cut).get(value, ()))
    missed = Counter(group for _, assessment, _ in each for group in not_reached(assessment))
    assert {one.group: one.not_reached for one in found.missed} == missed


def test_every_count_opens_the_projects_it_counts(made):
    """Behind a number of a stage or of a spread are as many projects as it says, by name; and points are exact."""
    cut = CUTS[0]
    found = counts(made, cut)
    for stage in found.stages:
        for planned, counted in ((False, stage.now), (True, stage.promised)):
            for standing, number in counted.items():
                those = behind(made, cut, Behind(stage=stage.stage, standing=standing, planned=planned))
                assert len(those) == number
                with_reason = standing in ("reason_given", "barrier")
                assert not with_reason or all(one.reason in RUBRIC.reason for one in those)
                assert [one.name.casefold() for one in those] == sorted(one.name.casefold() for one in those)
    for value, spread in found.values.items():
        assert len(behind(made, cut, Behind(value=value))) == spread.unknown
        numbers = sorted(one.number for one in points(made, cut)[value])
        assert [spread.lower, spread.median, spread.upper] == pytest.approx(quantiles(numbers, n=4, method="inclusive"))


def test_every_reason_opens_the_projects_that_name_it(made):
    """Behind a reason of a stage are as many projects as it says, each with that reason; none named is one of them."""
    silent = tree("Mill Lane", "Cyngor", "2026-01-01", {RUBRIC.order[0]: {"status": "done", "decision": "informing"}})
    silent["project"]["kind"] = RUBRIC.kinds[0].id
    offer_all(made, [Offered(read(silent, RUBRIC), RUBRIC, AT)], at=AT)
    cut = CUTS[1]
    found = [(stage.stage, one) for stage in counts(made, cut).stages for one in stage.why]
    assert [one for _, one in found if one.reason == NOT_SAID] == [Why(NOT_SAID, "opportunity", False, 1)]
    assert {one.planned for _, one in found} == {True, False}
    for stage, one in found:
        every = sum(s.count for at, s in found if (at, s.reason, s.planned) == (stage, one.reason, one.planned))
        those = behind(made, cut, Behind(stage=stage, reasons=(one.reason,), planned=one.planned))
        assert len(those) == every
        assert {project.reason or NOT_SAID for project in those} == {one.reason}


def test_a_choice_of_the_filter_says_how_many_it_leaves(made):
    """Each choice has as many projects as the cut it makes, whatever else is set; it never empties its neighbours."""
    cut = CUTS[2]
    like, other = sorts(made, cut), choices(made, cut)
    for name in ("kind", "level", "complexity", "organisation", "status"):
        for value, number in getattr(like if name in LIKE else other, name).items():
            assert mix(made, cut.setting(name, (value,))).compared == number
    assert sum(like.level.values()) == mix(made, cut.without("level")).compared


def test_the_overview_is_told_in_words(made):
    """Every stage and value has its sentence and its row, in both languages; how many are looked at is said."""
    for language in ("cy", "en"):
        told_in(made, language)


def told_in(made, language):
    """The same in one language."""
    cut = CUTS[1]
    found, every = mix(made, cut), mix(made, CUTS[0])
    said = looked_at(RUBRIC, cut, found, every, language)
    assert str(found.compared) in said.projects
    assert str(every.compared) in said.projects
    picture = words_of(RUBRIC, counts(made, cut), language, beside=said.beside)
    assert len(picture.standings.table.head) == len(RUBRIC.order) + 1
    assert [row.name for row in picture.spreads.rows] == [value.name.in_(language) for value in RUBRIC.values]
    assert all(row.words in picture.spreads.alt for row in picture.spreads.rows)


def test_a_filter_comes_back_from_an_address():
    """Whatever is set stands in the address, and is read from there as it was; rubbish is as if it were not there."""
    cut = Cut(
        rubric="involvement/1",
        kind=("public_body", NOT_SAID),
        level=("local",),
        complexity=("complex",),
        organisation=("Cyngor Môn & Co", "100%"),
        tag=("gwyrdd",),
        status=("co_design:done", "co_design:planned"),
        since=date(2025, 1, 2),
        until=date(2026, 3, 4),
        drafts=True,
        project=("a1", "b2"),
    )
    assert cut_from(parse_qs(urlencode(cut.query, doseq=True))) == cut
    assert cut_from({"since": ["never"], "drafts": ["perhaps"], "status": ["done"]}) == Cut()


def test_a_rubric_that_left_the_shelf_is_found_where_it_is_kept(store):
    """A cut of an older major version is read by the newest copy of it that came with an assessment."""
    newest, older = (RUBRIC.model_copy(update={"version": version}) for version in ("0.10", "0.9"))
    for rubric in (newest, older):
        said = {**tree("Mill Lane", "Cyngor", "2026-01-01", {}), "rubric": rubric.name}
        offer_all(store, [Offered(read(said, rubric), rubric, AT)], at=AT)
    found = rubric_named(store, "involvement/0")
    assert content_hash(found) == content_hash(newest)
    assert rubric_named(store, "involvement/1") is RUBRIC
    assert rubric_named(store, "involvement/9") is None
