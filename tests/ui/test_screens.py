"""Every screen in both languages, by way of the script that the app runs."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.ui.files import examples, in_short, names
from assessment.words import words

MAIN = Path(__file__).parents[2] / "assessment" / "ui" / "main.py"
SCREENS = ("start", "results", "report", "about")
SHIPPED = names()


def opened(screen: str, language: str, **address: str) -> AppTest:
    """A screen at an address, after its first run."""
    test = AppTest.from_file(str(MAIN), default_timeout=60)
    test.query_params["lang"] = language
    test.run()
    for name, value in {"lang": language, **address}.items():
        test.query_params[name] = value
    return test.switch_page(f"screens/{screen}.py").run()


def texts(test: AppTest) -> str:
    """Everything that the screen says, as one text; days with plain spaces, as they are read."""
    kinds = (test.title, test.header, test.subheader, test.markdown, test.html, test.info, test.error, test.button)
    said = (str(getattr(element, "label", None) or element.value) for kind in kinds for element in kind)
    return "\n".join(said).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_opens_in_both_languages(screen, language):
    """With an example open, every screen shows one title in the person's language, and keeps the place."""
    test = opened(screen, language, example=SHIPPED[0])
    assert not test.exception
    assert len(test.title) == 1
    assert test.query_params["lang"] == language
    assert test.query_params["example"] == SHIPPED[0]


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("example", SHIPPED)
def test_every_shipped_example_shows_where_it_stands(example, language):
    """Each example opens with its charts, fewer where nothing is known, and the reading rule beside them."""
    test = opened("results", language, example=example)
    assert not test.exception
    assert not test.error
    assert len(test.get("plotly_chart")) >= 2
    assert "gyda-rule" in texts(test)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_unknown_example_is_told_kindly(language):
    """A forged or old address says so in the person's language, and leads to the start page."""
    test = opened("results", language, example="../../etc/passwd")
    assert not test.exception
    assert words(language).gettext("There is no example of this name. Choose one from the start page.") in texts(test)


def test_the_screens_say_the_same_numbers_as_the_command_line():
    """Levels and counts on screen are those of the one engine."""
    from assessment.ui.place import Place
    from assessment.ui.wiring import open_place

    opened_now = open_place(Place("en", example=SHIPPED[0]))
    for stage, row in zip(opened_now.rubric.order, opened_now.pictures.matrix.rows, strict=True):
        assert [cell.level for cell in row.cells if cell.state == "answered"] == [
            cell.level
            for id_, cell in opened_now.result.cells.items()
            if id_.startswith(f"{stage}.") and cell.state == "answered"
        ]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_card_says_in_short_what_an_example_is_about(language):
    """A card has some sentences, whole ones, and no time of a recording."""
    for example in examples(language):
        assert 40 < len(example.about.text) <= 260
        assert example.about.text.endswith(".")
        assert ":" not in example.about.text


def test_a_text_is_cut_between_sentences_only():
    """The first sentence is never cut, and what does not fit is left out whole."""
    assert in_short("One (workshop 11:08:02-11:10:08). Two.") == "One. Two."
    assert in_short(f"{'long ' * 80}end. Two.") == f"{'long ' * 80}end."
    assert in_short("") == ""
