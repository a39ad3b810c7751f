"""Welsh is proofed: spelling, mutations, short sentences, said rather than written."""

import re
from pathlib import Path

import pytest
from cymraeg_mcp import spelling
from cymraeg_mcp.mutations import MutationEngine
from cymraeg_mcp.paths import mutation_rules_path

from tests.proofing.texts import catalogue_texts, demo_texts, readme_texts, rubric_texts, sentences, shell_texts

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ELISION = re.compile(r"['’](?:r|n|i|u|w|ch|m|th|ll|na|n)$", re.IGNORECASE)
IMPERSONAL = re.compile(r"(?:wyd|ir|id)$")
MOST_WORDS = 25


def listed(name: str) -> set[str]:
    """The words of a list beside this file, one a line, comments after #."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return {word for line in lines if (word := line.split("#")[0].strip())}


OURS = listed("our_words.txt")
NOT_IMPERSONAL = listed("not_impersonal.txt")
RIGHT_AS_THEY_ARE = listed("mutations_seen.txt")
SOURCES = {
    "rubric": lambda: rubric_texts("cy"),
    "catalogue": catalogue_texts,
    "shell": shell_texts,
    "readme": readme_texts,
    "demo": demo_texts,
}


@pytest.fixture(params=list(SOURCES))
def texts(request) -> dict[str, str]:
    """Welsh texts by place."""
    found = SOURCES[request.param]()
    assert len(found) > 10
    return found


def words_of(text: str) -> list[str]:
    """The words of a text without 'r, 'n and the like."""
    return [ELISION.sub("", word).strip("'’-") for word in WORD.findall(text)]


def known(word: str) -> bool:
    """Whether a word, or each part of a word with hyphens, is in the dictionary or in our list."""
    plain = word.replace("’", "'")
    if plain in OURS or plain.lower() in OURS or spelling.known(plain):
        return True
    return "-" in plain and all(known(part) for part in plain.split("-") if part)


def test_every_welsh_word_is_spelt_right(texts):
    """Each word is in the dictionary, or in the project's short list."""
    wrong = {
        f"{word} ({place})" for place, text in texts.items() for word in set(words_of(text)) if word and not known(word)
    }
    assert sorted(wrong) == []


def test_mutations_are_right(texts):
    """The mutation checker finds nothing, but for sentences that somebody has looked at."""
    engine = MutationEngine(mutation_rules_path(), spelling.lookup)
    wrong = {
        f"{found.trigger} {found.word}"
        for text in texts.values()
        for found in engine.check_text(text, False)
        if f"{found.trigger} {found.word}".lower() not in RIGHT_AS_THEY_ARE
    }
    assert sorted(wrong) == []


def test_sentences_are_short_enough_to_say(texts):
    """At most 25 words a sentence, as Cymraeg Clir asks."""
    long = [
        (place, len(sentence.split()))
        for place, text in texts.items()
        for line in text.splitlines()
        for sentence in sentences(line)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert long == []


def test_welsh_is_said_and_not_written(texts):
    """No impersonal verbs (-wyd, -ir, -id) and no 'hwy' where people say 'nhw'."""
    wrong = {
        f"{word} ({place})"
        for place, text in texts.items()
        for word in map(str.lower, words_of(text))
        if (IMPERSONAL.search(word) and word not in NOT_IMPERSONAL) or word in ("hwy", "hwynt", "ydynt", "mae'nt")
    }
    assert sorted(wrong) == []


@pytest.mark.parametrize(
    "sentence", ["Gofynwyd i bobl.", "Gwneir hyn yfory.", "Dydynt hwy ddim yno.", "ei tŷ hi a ei ci o"]
)
def test_the_checks_can_fail(sentence):
    """A sentence that is wrong is found to be wrong."""
    engine = MutationEngine(mutation_rules_path(), spelling.lookup)
    written = any(IMPERSONAL.search(word) or word in ("hwy",) for word in sentence.lower().rstrip(".").split())
    misspelt = any(not known(word) for word in words_of(sentence))
    assert written or misspelt or engine.check_text(sentence, True)
