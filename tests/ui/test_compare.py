"""Projects of a portfolio as screens: found, picked, opened and put side by side, in both languages."""

from datetime import UTC, datetime

import pytest

from assessment.core.portfolio.cut import Cut
from assessment.portfolio.showing import Offered, offer_all
from assessment.store.portfolio.projects import listed, tags_of
from assessment.ui import keeping
from assessment.ui.widgets import plain
from assessment.words import words
from tests.portfolio.test_comparing import RUBRIC, THREE
from tests.ui.test_screens import opened, texts

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOSTILE = "<b>*Ŵ*</b> [a](http://x) & $y$"


@pytest.fixture
def projects(tmp_path, monkeypatch):
    """Three projects of a portfolio of the test's own, one with a name that is no markup; their ids."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    keeping.open_anew()
    lane, bus, wood = THREE
    bus = bus.model_copy(update={"project": bus.project.model_copy(update={"name": HOSTILE})})
    store = keeping.the_store()
    offer_all(store, [Offered(one, RUBRIC, AT, barriers_told=True) for one in (lane, bus, wood)], at=AT)
    yield [row.project for row in listed(store, Cut(), order="name").rows]
    keeping.open_anew()


@pytest.mark.parametrize("language", ["cy", "en"])
def test_projects_are_ticked_and_put_side_by_side(projects, language):
    """Two ticks, one button: the picked ones are in the address, and the differences are told first."""
    w = words(language)
    test = opened("projects", language)
    assert not test.exception
    assert plain(w.gettext("Tick two to six projects, and put them side by side.")) in texts(test)
    for project in projects[:2]:
        test.checkbox(key=f"pick-{project}").check().run()
    assert test.query_params["project"] == projects[:2]
    test.button(key="compare-these").click().run()
    assert not test.exception
    assert [one.value for one in test.title] == [w.gettext("Compare")]
    assert test.query_params["project"] == projects[:2]
    said = texts(test)
    assert w.gettext("Where they differ") in said
    assert "&lt;b&gt;*Ŵ*&lt;/b&gt;" in said
    assert "<b>*Ŵ*" not in said


@pytest.mark.parametrize("language", ["cy", "en"])
def test_one_project_has_its_tags_and_a_way_out(projects, language):
    """A tag goes on, comes off and back; taking the project out asks for a yes first."""
    w, [project, *_], store = words(language), projects, keeping.the_store()
    test = opened("compare", language, project=project)
    assert not test.exception
    assert [one.value for one in test.title] == [w.gettext("One project")]
    test.text_input(key=f"tag-new-{project}").input("ysgol").run()
    test.button(key="tag-add").click().run()
    assert tags_of(store, project) == ("ysgol",)
    test.button(key=f"untag-{project}-ysgol").click().run()
    assert tags_of(store, project) == ()
    test.button(key="tag-back").click().run()
    assert tags_of(store, project) == ("ysgol",)
    assert test.button(key=f"take-out-{project}").disabled
    test.checkbox(key=f"out-sure-{project}").check().run()
    test.button(key=f"take-out-{project}").click().run()
    assert not test.exception
    assert [one.value for one in test.title] == [w.gettext("Projects")]
    assert f"pick-{project}" not in [one.key for one in test.checkbox]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_nothing_chosen_too_many_and_gone_are_told_kindly(projects, language):
    """Without a choice there is the list; more than six, or one that is gone, has a sentence."""
    w = words(language)
    nothing = opened("compare", language)
    assert not nothing.exception
    assert len(nothing.checkbox) >= len(projects)
    many = opened("compare", language, project=[*projects, "a", "b", "c", "d"])
    assert not many.exception
    told = w.gettext("Up to {number} projects can be read side by side. These are the first {number}.")
    assert told.format(number=6) in texts(many)
    gone = opened("compare", language, project=["a", "b"])
    assert w.gettext("None of these projects can be shown here. Choose others.") in texts(gone)


def test_a_name_is_searched_for(projects):
    """The list is what has the text in its name; where nothing has, that is told."""
    test = opened("projects", "en")
    test.text_input(key="projects-search").input("LAN").run()
    assert [one.value for one in test.header] == ["1 project found"]
    test.text_input(key="projects-search").input("nowhere").run()
    assert "No name has this in it." in texts(test)
