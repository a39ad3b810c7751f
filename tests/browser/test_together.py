"""Two people with a browser each, on one assessment."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assessment.ui.files import main_rubric
from assessment.words import words
from tests.browser.conftest import PATIENCE, Seen
from tests.browser.killing import QUESTIONS, STAGE, answer
from tests.browser.looks import english_on, open_screen, violations, whole
from tests.kept_data import Data

NOTE = f"stages/{STAGE}/decision_note"


@pytest.fixture
def two(chromium: Browser, base: str) -> Iterator[tuple[Page, Page]]:
    """Two people, who share nothing but the app."""
    seen, pages = Seen(base), []
    for _ in range(2):
        page = chromium.new_context(base_url=base, locale="en-GB").new_page()
        page.set_default_timeout(PATIENCE)
        seen.watch(page)
        pages.append(page)
    yield tuple(pages)
    for page in pages:
        page.context.close()
    assert not seen.faults, "\n".join(seen.faults)


def at_the_stage(two: tuple[Page, Page], data: Data, language: str) -> str:
    """Both open the same stage. The id of the assessment."""
    id_ = data.empty(language, **{f"stages/{STAGE}/status": "under_way"})
    for page in two:
        open_screen(page, "stage", language, assessment=id_, stage=STAGE)
    return id_


def block(page: Page, question: str) -> Locator:
    """The part of the page with this question."""
    return page.locator(f".st-key-question-{question.replace('.', '-')}")


def chosen(page: Page, question: str) -> list[int]:
    """Which of the sentences are chosen."""
    radios = block(page, question).get_by_role("radio").all()
    return [number for number, radio in enumerate(radios) if radio.is_checked()]


def test_two_people_answer_different_questions_at_once(two: tuple[Page, Page], data: Data):
    """Both answers are kept, nobody is told of a clash, and each sees the other's after a reload."""
    mair, tom = two
    id_ = at_the_stage(two, data, "en")
    first, second, third = QUESTIONS[:3]
    answer(mair, first, 1)
    answer(tom, second, 2)
    answer(mair, third, 3)
    expect(mair.locator(".st-key-progress-bar")).to_contain_text("3 of")
    whole(tom)
    kept = data.values(id_)
    assert [kept[f"answers/{one}/level"] for one in (first, second, third)] == [1, 2, 3]
    for page in two:
        expect(page.locator(".gyda-notice")).to_have_count(0)
        page.reload()
        whole(page)
        assert [chosen(page, one) for one in (first, second, third)] == [[1], [2], [3]]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_two_people_answer_the_same_question_and_choose_between_both(two: tuple[Page, Page], data: Data, language):
    """The later answer stands; both are told, with both answers in words, and either can be put back."""
    mair, tom = two
    w, question = words(language), QUESTIONS[0]
    sentence = {level: text.in_(language) for level, text in main_rubric().item[question].question.levels.items()}
    id_ = at_the_stage(two, data, language)
    answer(mair, question, 1)
    whole(mair)
    answer(tom, question, 2)
    clash = block(tom, question).locator(".gyda-notice")
    expect(clash).to_contain_text(w.gettext("Somebody else answered this at the same time. Yours stands now."))
    expect(clash).to_contain_text(sentence[1])
    assert data.values(id_)[f"answers/{question}/level"] == 2
    # Mair hears of it as soon as this part of her page is drawn again.
    mair.locator(f".st-key-folds-{question.replace('.', '-')} summary").last.click()
    clash = block(mair, question).locator(".gyda-notice")
    expect(clash).to_contain_text(w.gettext("Somebody else has changed this since you answered. Theirs stands now."))
    expect(clash).to_contain_text(sentence[2])
    for page in two:
        assert violations(page) == ""
        if language == "cy":
            assert english_on(page) == []
    block(mair, question).get_by_role("button", name=w.gettext("Put mine back")).click()
    expect(block(mair, question).locator(".gyda-notice")).to_have_count(0)
    assert data.values(id_)[f"answers/{question}/level"] == 1
    block(tom, question).get_by_role("button", name=w.gettext("Leave it as it is")).click()
    whole(tom)
    assert data.values(id_)[f"answers/{question}/level"] == 1


def test_two_people_write_the_same_note_and_neither_text_is_lost(two: tuple[Page, Page], data: Data):
    """Whoever writes later is told, with the other's words beside their own, and can put them back."""
    mair, tom = two
    id_ = at_the_stage(two, data, "cy")
    for page, text in ((mair, "Mair sy'n dweud"), (tom, "Tom sy'n dweud")):
        box = page.locator(f".st-key-card-decision-{STAGE} textarea").first
        box.fill(text)
        box.blur()
        whole(page)
    told = tom.locator(f".st-key-card-decision-{STAGE} .gyda-notice")
    expect(told).to_contain_text("Mair sy'n dweud")
    expect(told).to_contain_text("Tom sy'n dweud")
    assert data.values(id_)[NOTE] == "Tom sy'n dweud"
    tom.get_by_role("button", name=words("cy").gettext("Put theirs back")).click()
    expect(told).to_have_count(0)
    assert data.values(id_)[NOTE] == "Mair sy'n dweud"
