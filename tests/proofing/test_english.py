"""English is plain: about a reading age of 11 for what participants see, 14 for teams."""

import textstat

from tests.proofing.texts import RUBRIC, rubric_texts, sentences

AGE_OF_GRADE = 5
PARTICIPANTS, TEAMS = 11.5, 14.5  # "about 11" and "about 14"
MOST_NEW_WORDS = 14


def age(texts: list[str]) -> float:
    """Reading age in years: the mean of two formulas that count letters, not syllables."""
    text = " ".join(part if part[-1] in ".?!" else f"{part}." for part in texts)
    grade = (textstat.automated_readability_index(text) + textstat.coleman_liau_index(text)) / 2
    return grade + AGE_OF_GRADE


def test_each_question_reads_at_eleven():
    """Statement, sentences, hint and example of a question are plain enough for an eleven-year-old."""
    hard = {}
    for item in RUBRIC.items:
        question = item.question
        texts = [question.statement.en, *(level.en for level in question.levels.values())]
        texts += [question.hint.en, question.example.en]
        if (years := age(texts)) > PARTICIPANTS:
            hard[item.id] = round(years, 1)
    assert hard == {}


def test_what_teams_read_reads_at_fourteen():
    """Every file of the rubric, taken as one text, is plain enough for a fourteen-year-old."""
    parts: dict[str, list[str]] = {}
    for place, text in rubric_texts("en").items():
        parts.setdefault(place.split(", ")[0], []).append(text)
    prose = {name: texts for name, texts in parts.items() if sum(len(t.split()) for t in texts) > 100}
    prose.pop("law")  # names of Acts and bodies are long words that cannot be put more simply
    assert len(prose) > 5
    assert {name: round(age(texts), 1) for name, texts in prose.items() if age(texts) > TEAMS} == {}


def test_sentences_have_at_most_25_words():
    """A sentence that is read aloud has an end."""
    long = [
        (place, sentence)
        for place, text in rubric_texts("en").items()
        for sentence in sentences(text)
        if len(sentence.split()) > 25
    ]
    assert long == []


def test_a_level_adds_at_most_fourteen_words():
    """Each sentence builds on the one before, in both languages."""
    heavy = []
    for item in RUBRIC.items:
        for language in ("en", "cy"):
            before: list[str] = []
            for level, text in item.question.levels.items():
                now = text.in_(language).lower().replace(",", "").replace(".", "").split()
                new = list(now)
                for word in before:
                    if word in new:
                        new.remove(word)
                if len(new) > MOST_NEW_WORDS:
                    heavy.append((item.id, language, level, len(new)))
                before = now
    assert heavy == []


def test_a_stage_can_be_read_aloud_in_three_minutes():
    """Statements and sentences of a stage: about 250 words, at most 400 at 130 words a minute."""
    for stage in RUBRIC.order:
        questions = RUBRIC.stages[stage].questions.values()
        texts = [text for q in questions for text in (q.statement, *q.levels.values())]
        assert 150 < sum(len(text.en.split()) for text in texts) < 390, stage


def test_the_age_can_be_too_high():
    """A sentence from an official report fails the check."""
    report = "The implementation of participatory governance arrangements necessitates organisational commitment."
    assert age([report]) > TEAMS
