"""A report speaks one language, and says what the method asks it to say."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from assessment.core.texts import texts
from assessment.words import LOCALES
from tests.reports.reports_made import ALL, RUBRIC, example, full, made, whole

ROOT = Path(__file__).parents[2]
KEYWORDS = {"say": None, "count": (1, 2), "N_": None, "gettext": None, "ngettext": (1, 2)}
CATALOGUES = ("report.po", "bid.po", "check.po")
SCRIPTS = [*ROOT.glob("reports/*.py"), *ROOT.glob("assessment/pictures/*.py")]
TEMPLATES = [*ROOT.glob("reports/templates/**/*.j2"), *ROOT.glob("reports/charts/*.j2")]
BLANK = re.compile(r"\{(\w+)\}")


def sentences() -> set[str | tuple[str, ...]]:
    """Every sentence that reports and pictures say, in English."""
    found: set[str | tuple[str, ...]] = set()
    for method, paths in (("python", SCRIPTS), ("jinja2.ext:babel_extract", TEMPLATES)):
        for path in paths:
            with path.open("rb") as file:
                found |= {message for _, message, _, _ in extract(method, file, keywords=KEYWORDS)}
    return found


def catalogue() -> dict[str | tuple[str, ...], tuple[str, ...]]:
    """The Welsh of each."""
    found = {}
    for name in CATALOGUES:
        with (LOCALES / "cy" / "LC_MESSAGES" / name).open("rb") as file:
            found |= {
                message.id: message.string if isinstance(message.string, tuple) else (message.string,)
                for message in read_po(file)
                if message.id
            }
    return found


def test_every_sentence_has_its_welsh_and_no_welsh_is_left_over():
    """The catalogue holds what is said, no more and no less."""
    said, welsh = sentences(), catalogue()
    assert len(said) > 150
    assert {str(message) for message in said ^ welsh.keys()} == set()
    assert [id_ for id_, forms in welsh.items() if not all(forms)] == []


def test_both_languages_have_the_same_blanks():
    """What is filled in in English is filled in in Welsh."""
    wrong = []
    for id_, forms in catalogue().items():
        english = id_[-1] if isinstance(id_, tuple) else id_
        wrong += [form for form in forms if set(BLANK.findall(form)) != set(BLANK.findall(english))]
    assert wrong == []


def english_words() -> set[str]:
    """Every text of the catalogue and of the rubric that is not the same in Welsh, blanks cut out."""
    found = {words.en for _, words in texts(RUBRIC) if words.en != words.cy}
    for id_, forms in catalogue().items():
        for english in id_ if isinstance(id_, tuple) else [id_]:
            if english not in forms:
                found |= {part.strip(" .:;,") for part in BLANK.split(english)[::2]}
    return {text for text in found if len(text) > 4}


@pytest.mark.parametrize("name, language", [one for one in ALL if one[1] == "cy"])
def test_a_welsh_report_has_no_english_words(name, language):
    """No sentence or name of ours stands there in English."""
    report = example(name, language)
    text = " ".join(re.sub(r"<[^>]+>", " ", report.html).replace("&#39;", "'").replace("&#34;", '"').split())
    own = {source.title for source in RUBRIC.sources.values()}
    for title in own:
        text = text.replace(title, "")
    seen = [english for english in english_words() if re.search(rf"(?<!\w){re.escape(english)}(?!\w)", text)]
    assert sorted(seen) == []


def test_the_check_for_english_can_fail():
    """An English report is full of English words."""
    text = " ".join(re.sub(r"<[^>]+>", " ", whole("en").html).replace("&#39;", "'").split())
    assert sum(english in text for english in english_words()) > 100


@pytest.mark.parametrize("name, language", ALL)
def test_there_is_no_percentage(name, language):
    """No percent sign and no word for it, in any language."""
    report = example(name, language)
    text = re.sub(r"<style.*?</style>", "", report.html, flags=re.DOTALL)
    assert "%" not in re.sub(r"<[^>]+>", "", text)
    assert not re.search(r"per ?cent|y cant\b|canran", text)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_mean_stands_only_where_it_is_called_one(language):
    """A number with a decimal is nowhere but after the word for a mean and in the rubric's version."""
    text = re.sub(r"<svg.*?</svg>|<head>.*?</head>", "", whole(language).html, flags=re.DOTALL)
    plain = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    word = {"cy": "cymedr", "en": "mean"}[language]
    found = re.findall(r"(\w+) (\d+[.,]\d)\b", plain)
    assert {before for before, _ in found} == {word, {"cy": "fersiwn", "en": "version"}[language]}


@pytest.mark.parametrize("language, day", [("en", "22 November 2026"), ("cy", "22 Tachwedd 2026")])
def test_dates_are_in_the_language(language, day):
    """The day of the assessment, and the days of the plan."""
    assert day in whole(language).text


def test_typed_text_keeps_its_own_language():
    """English words in a Welsh report stand in an article that says so; in an English one they need none."""
    assert '<article class="typed" lang="en" dir="ltr"><p>Which changes to try' in whole("cy").html
    assert "<article" not in whole("en").html


def test_an_article_in_another_language_is_tagged_as_one():
    """The tag by which the other language can be kept in the PDF."""
    welsh = made(full(), "cy")
    assert sum(tag.kind == "/Art" for tag in welsh.pdf.tags) >= welsh.html.count("<article") > 10
