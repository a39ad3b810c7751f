"""Why decisions are not made with people is told in words and rows that say what was counted."""

from dataclasses import replace

import pytest

from assessment.core.portfolio.cut import NOT_SAID
from assessment.core.portfolio.overview import Overview, StageCounts, Why
from assessment.core.terms import ReasonKind
from assessment.library import find
from assessment.pictures.portfolio.reasons import reasons
from tests.reports.test_odd import without_stages

RUBRIC = find("involvement/1")
FIRST, SECOND, *LEFT = RUBRIC.order
GOOD, BARRIER, OURS, NONE = (
    [one.id for one in RUBRIC.reasons if one.kind == kind]
    for kind in (ReasonKind.POSSIBLY_GOOD, ReasonKind.BARRIER, ReasonKind.OURS, ReasonKind.NONE)
)


def counted(*first, second=()):
    """An overview in which stages are not decided with people for these reasons."""
    whys = {FIRST: first, SECOND: second}
    stages = (StageCounts(stage, {}, {}, 0, tuple(whys.get(stage, ()))) for stage in RUBRIC.order)
    return Overview(9, 9, 0, 0, tuple(stages), {}, ())


def why(reason, count, standing="barrier", *, planned=False):
    """So many projects with one reason."""
    return Why(reason, standing, planned, count)


SOME = counted(
    why(GOOD[0], 2, "reason_given"),
    why(BARRIER[1], 4),
    why(BARRIER[1], 1, "opportunity"),
    why(BARRIER[0], 3, planned=True),
    second=(why(BARRIER[0], 1), why(NOT_SAID, 2, "opportunity"), why(NONE[0], 1, "opportunity")),
)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_reasons_stand_in_the_order_of_the_rubric_under_their_kind(language):
    """Each kind sums up the reasons that follow it, and the first row all; what nobody names is no row."""
    picture = reasons(RUBRIC, SOME, language)
    names = [row.label for row in picture.rows if not row.sums]
    assert names[:3] == [RUBRIC.reason[one].name.in_(language) for one in (GOOD[0], *BARRIER[:2])]
    kinds = [RUBRIC.label("reason_kind", one, language) for one in ("possibly_good", "barrier", "none")]
    assert [row.label for row in picture.rows if row.sums][1:] == kinds
    assert [[one.now for one in row.cells][:2] for row in picture.rows] == [
        [7, 4],
        [2, 0],
        [2, 0],
        [5, 1],
        [0, 1],
        [5, 0],
        [0, 3],
        [0, 1],
        [0, 2],
    ]
    assert [row.cells[0].planned for row in picture.rows] == [3, 0, 0, 3, 3, 0, 0, 0, 0]
    assert picture.table.sums == (0, 1, 3, 6)


def test_the_most_common_are_told_with_how_many_of_how_many():
    """Counts of stages, never shares; those named as often as the third are told too; what lacks something is said."""
    english, welsh = (reasons(RUBRIC, SOME, language) for language in ("en", "cy"))
    assert english.told[0] == (
        "Over all these projects, 11 stages are not decided with people now. Only planned so far: 3. Named most often: "
        "not enough money (5 of 11 stages); somebody would be hurt (2); not said (2)."
    )
    assert "may be a good reason (2); a barrier for somebody else to remove (6); no reason (3)" in english.told[1]
    assert "dim digon o arian (5 o 11 o gyfnodau)" in welsh.told[0]
    assert "%" not in "".join((*english.told, *english.notes, *welsh.told, *welsh.notes))
    assert english.notes[0].startswith("In 1 stage a reason is named without all that it must come with")
    assert "we do not know how yet" in english.notes[1]


def test_where_all_are_named_as_often_none_is_called_the_most_common():
    """Ten reasons named once each: nothing is picked out by chance."""
    each = counted(*(why(one, 1) for one in (*GOOD, *BARRIER)))
    assert "Named most often" not in reasons(RUBRIC, each, "en").told[0]
    more = counted(*(why(one, 1) for one in GOOD), *(why(one, 1) for one in BARRIER), why(OURS[0], 2))
    assert "Named most often: we do not know how yet (2 of 12 stages)." in reasons(RUBRIC, more, "en").told[0]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_where_people_are_part_of_all_decisions_there_is_a_sentence_and_no_row(language):
    """And a kind with a single reason of the same name is told once; a rubric without stages has none of it."""
    nothing = reasons(RUBRIC, counted(), language)
    assert (len(nothing.told), nothing.rows, nothing.notes, nothing.how) == (1, (), (), "")
    planned = reasons(RUBRIC, counted(why(NONE[0], 2, "opportunity", planned=True)), language)
    assert [row.sums for row in planned.rows] == [True, True]
    assert "2" in planned.told[0]
    assert reasons(without_stages(), replace(counted(), stages=()), language) is None
