"""Every page of a kept assessment, in both languages, by way of the script that the app runs."""

from datetime import UTC, datetime

import pytest

from assessment import actions
from assessment.ui.files import main_rubric, shipped
from assessment.ui.keeping import the_store
from assessment.ui.navigation import titles
from assessment.words import words
from tests.kept_data import FULL
from tests.ui.test_screens import opened

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def empty(language: str) -> str:
    """A project with nothing but a name."""
    known = {actions.NAME: "Lôn y Felin"}
    return actions.begin(the_store(), main_rubric(), known, language=language, today=AT.date(), who="somebody", at=AT)


def full(language: str) -> str:
    """A draft in which everything is answered."""
    return actions.bring_in(the_store(), shipped(FULL, language).content, who="somebody", at=AT)


def submitted(language: str) -> str:
    """The same, submitted."""
    store, id_ = the_store(), full(language)
    actions.submit(store, actions.look(store, id_), shared_with="team", at=AT)
    return id_


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("make", [empty, full, submitted], ids=lambda make: make.__name__)
@pytest.mark.parametrize("screen", sorted(titles(words("en"))))
def test_every_page_of_an_assessment_opens(screen, make, language):
    """One title in the person's language, no fault, and the language and the assessment stay in the address."""
    id_ = make(language)
    test = opened(screen, language, assessment=id_)
    assert not test.exception
    assert not test.error
    assert len(test.title) == 1
    assert test.query_params["lang"] == language
    assert test.query_params["assessment"] == id_
