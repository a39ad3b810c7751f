"""The page on which assessments come into the portfolio and are taken out again."""

from html import unescape

import pytest

from assessment import strict_yaml
from assessment.store.portfolio.heads import heads
from assessment.ui.exchange.bringing import NUMBER
from assessment.ui.keeping import open_anew, the_store
from assessment.words import words
from tests.reports.reports_made import SPARSE
from tests.ui.test_screens import opened, texts


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """A store of the test's own."""
    monkeypatch.setenv("GYDA_DATA", str(tmp_path / "data"))
    yield
    open_anew()


def answers(name, **other):
    """An answers file as a browser sends it."""
    tree = {**SPARSE, "project": {"name": name}, **other}
    return f"{name}.yaml", strict_yaml.dump(tree).encode(), "application/yaml"


def given(test, *files):
    """The page after files were chosen."""
    return test.file_uploader[0].set_value(list(files)).run()


def press(test, key):
    """The page after a button was pressed."""
    return next(button for button in test.button if button.key == key).click().run()


def read(test):
    """Everything that the page says."""
    assert not test.exception
    return unescape(texts(test)) + "\n".join(one.value for one in test.success)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_files_are_shown_brought_in_and_taken_out_again(language):
    """With an empty portfolio too; nothing is kept before the button, and the field is empty afterwards."""
    w = words(language)
    page = opened("exchange", language)
    assert [title.value for title in page.title] == [w.gettext("In and out")]
    assert w.gettext("Nothing is here yet. Once assessments have come in, you can take them out as a file.") in read(
        page
    )
    page = given(page, answers("One"), answers("<b>Two</b>"))
    told = read(page)
    assert "<b>Two</b>" in told
    assert "&lt;b&gt;Two" in texts(page)
    assert told.count(w.gettext("New project")) >= 2
    assert heads(the_store()) == []
    page = press(page, "bring-in")
    told = w.ngettext("{number} assessment has come in.", "{number} assessments have come in.", 2)
    assert told.format(number=2) in read(page)
    assert len(heads(the_store())) == 2
    assert page.session_state[NUMBER] == 1
    assert len(page.get("download_button")) == 5
    page = press(page, "bring-back")
    assert heads(the_store()) == []
    assert "2" in page.success[0].value


def test_what_has_a_fault_is_named_and_the_rest_comes_in_only_if_asked(store):
    """The one button says what it leaves out."""
    page = given(opened("exchange", "en"), answers("One"), answers("Two", stages={"nowhere": {}}))
    told = read(page)
    assert "Two.yaml" in told
    assert "nowhere" in told
    [button] = [one for one in page.button if one.key == "bring-in"]
    assert button.label == "Leave out what has a fault, and bring in 1 assessment"
    page = press(page, "bring-in")
    assert [one.name for one in heads(the_store())] == ["One"]
    page = given(page, answers("One"))
    assert "Already here" in read(page)
    assert [one.key for one in page.button if one.key == "bring-in"] == []


def test_tags_and_drafts_hold_for_all_and_a_tag_too_long_is_told(store):
    """While a tag cannot be used there is no button that would lose it."""
    page = given(opened("exchange", "en"), answers("One"))
    page = next(one for one in page.text_input if one.key == "bring-tags").set_value("x" * 70).run()
    assert "longer than 60 letters" in read(page)
    assert [one.key for one in page.button if one.key == "bring-in"] == []
    page = next(one for one in page.text_input if one.key == "bring-tags").set_value("bus").run()
    page = next(one for one in page.checkbox if one.key == "bring-drafts").check().run()
    press(page, "bring-in")
    assert [one.draft for one in heads(the_store())] == [True]
