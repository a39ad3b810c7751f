"""The lock on a rubric's Welsh: change one language, and the text needs review until both are confirmed."""

import pytest

from assessment.core import lock
from assessment.library import find

RUBRIC = find("involvement/1")
PLACE = "stages, co_design, questions, trust, statement"


def changed(**texts):
    """The rubric with one statement worded anew."""
    stage = RUBRIC.stages["co_design"]
    question = stage.questions["trust"]
    statement = question.statement.model_copy(update=texts)
    questions = {**stage.questions, "trust": question.model_copy(update={"statement": statement})}
    stages = {**RUBRIC.stages, "co_design": stage.model_copy(update={"questions": questions})}
    return RUBRIC.model_copy(update={"stages": stages})


def reviews(rubric, locked):
    """What needs review, place and why."""
    return [(review.place, review.why.in_(str)) for review in lock.needs_review(rubric, locked)]


def test_a_rubric_that_was_confirmed_needs_no_review():
    """Nothing has changed since."""
    assert reviews(RUBRIC, lock.lock(RUBRIC)) == []


@pytest.mark.parametrize(
    "texts,why",
    [
        ({"en": "New."}, "the English has changed"),
        ({"cy": "Newydd."}, "the Welsh has changed"),
        ({"en": "New.", "cy": "Newydd."}, "the English and the Welsh have changed"),
    ],
)
def test_a_changed_text_needs_review_and_says_which_side_changed(texts, why):
    """Only that text, whichever side it was."""
    assert reviews(changed(**texts), lock.lock(RUBRIC)) == [(PLACE, f"needs review: {why}.")]


def test_a_new_text_needs_review():
    """A text that nobody has confirmed yet."""
    locked = {place: pair for place, pair in lock.lock(RUBRIC).items() if place != PLACE}
    assert reviews(RUBRIC, locked) == [(PLACE, "needs review: this text is new.")]


def test_spaces_and_line_breaks_are_no_change():
    """Folding a long line anew needs nobody's eyes."""
    english = RUBRIC.stages["co_design"].questions["trust"].statement.en
    assert reviews(changed(en="  ".join(english.split(" "))), lock.lock(RUBRIC)) == []


def test_confirming_one_id_leaves_the_others_open():
    """A person confirms what they have read, and no more."""
    rubric, before = changed(en="New."), lock.lock(RUBRIC)
    elsewhere = {place: ("0" * 12, "0" * 12) if place == "title" else pair for place, pair in before.items()}
    confirmed = lock.confirm(rubric, elsewhere, ["co_design.questions.trust"])
    assert [place for place, _ in reviews(rubric, confirmed)] == ["title"]


def test_confirming_without_ids_confirms_all_and_forgets_what_is_gone():
    """The lock then holds the rubric as it stands."""
    confirmed = lock.confirm(changed(en="New."), {"gone": ("0" * 12, "0" * 12)})
    assert confirmed == lock.lock(changed(en="New."))


@pytest.mark.parametrize(
    "id_", ["trust", "co_design", "co_design.questions.trust", "questions, trust", "trust statement"]
)
def test_an_id_names_every_text_under_it(id_):
    """As `rubric check` shows it, with commas, or with dots."""
    assert lock.under(PLACE, id_)


@pytest.mark.parametrize("id_", ["tru", "co_delivery", "trust.levels", "statement.trust"])
def test_an_id_names_no_other_text(id_):
    """Part of a word is no id."""
    assert not lock.under(PLACE, id_)


def test_a_lock_is_a_text_that_reads_back():
    """One text a line, so that a change of one text is a change of one line."""
    locked = lock.lock(RUBRIC)
    assert lock.parsed(lock.written(locked)) == locked
    assert len(lock.written(locked).splitlines()) == len(locked) + 1


def test_a_broken_line_of_a_lock_confirms_nothing():
    """What cannot be read needs review."""
    text = lock.written(lock.lock(RUBRIC)).replace(f" {PLACE}\n", " \n")
    assert [place for place, _ in reviews(RUBRIC, lock.parsed(text))] == [PLACE]
