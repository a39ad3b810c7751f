"""The page on which assessments come into the portfolio and are taken out again."""

import csv
import io
from html import unescape

import pytest

from assessment import strict_yaml
from assessment.core.fault import Fault, Message
from assessment.portfolio.files import Faulty
from assessment.store.portfolio.heads import heads
from assessment.ui.exchange.bringing import NUMBER
from assessment.ui.exchange.left_out import faults_csv, places
from assessment.ui.keeping import open_anew, the_store
from assessment.ui.widgets import plain
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
    assert [one.value for one in page.warning] == [plain("1 file or row with a fault was left out: Two.yaml.")]
    assert "nowhere" in read(page)
    page = given(page, answers("One"))
    assert "Already here" in read(page)
    assert [one.key for one in page.button if one.key == "bring-in"] == []


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_was_left_out_is_named_counted_and_a_list_to_keep(language):
    """The first places by name, the others by their number; every fault is a row of the list."""
    faults = tuple(Fault(f"column {at}", Message("=wrong"), Message("mend")) for at in range(2))
    faulty = [Faulty("many.csv", row, faults) for row in range(2, 7)]
    w = words(language)
    row = w.gettext("{file}, row {number}")
    rows_ = w.gettext("{file}, rows {numbers}").format(file="many.csv", numbers="2, 3, 4, 5, 6")
    assert places(faulty, language) == rows_
    others = [Faulty(f"{name}.yaml", None, faults) for name in "abcde"]
    assert places([*faulty[:1], *others], language).split("; ") == [
        row.format(file="many.csv", number=2),
        "a.yaml",
        "b.yaml",
        w.ngettext("and {number} more file", "and {number} more files", 3).format(number=3),
    ]
    head, *rows = csv.reader(io.StringIO(faults_csv(faulty, language).decode("utf-8-sig")))
    assert (len(head), len(rows)) == (4, 10)
    assert rows[0] == [row.format(file="many.csv", number=2), "column 0", "'=wrong", "mend"]


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
