"""Texts that people are shown, by where they stand: the rubric's, the catalogues', the shell's, the README's."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from assessment.core.texts import texts
from assessment.library import SHELF, load
from assessment.portfolio.demo.words import Words
from assessment.ui.shell.addresses import ONLY_HERE, REFUSAL
from assessment.ui.shell.fixed_words import FIXED_WORDS, PATTERNS
from assessment.ui.shell.page import NO_SCRIPT
from assessment.ui.shell.switch import NO_ADDRESS
from assessment.words import LOCALES

ROOT = Path(__file__).parent.parent.parent
RUBRIC = load(SHELF / "involvement")
SENTENCE_END = re.compile(r"(?<=[.?!:])[\"”’)]*\s+")
BLANK = re.compile(r"%\([a-z_]+\)[sd]|\{[^}]*\}|</?[a-z]+[^>]*>")
ADDRESS = re.compile(r"\S*/\S*|\S+\.(?:md|uk|com|org|wales|txt|yaml)\b\S*")
CODE = re.compile(r"`[^`]*`|```.*?```", re.DOTALL)
SHELL_BLANK = re.compile(r"\$\d|\{\w+\}|--server\.address|[⌘\w]+\+Enter|\bEnter\b")
TYPED = re.compile(r"`[^`]*`|'python [^']*'|'[a-z_:]+'")


def rubric_texts(language: str) -> dict[str, str]:
    """The rubric's texts by place."""
    return {place: ADDRESS.sub("X", words.in_(language)) for place, words in texts(RUBRIC)}


def catalogue_texts() -> dict[str, str]:
    """The Welsh of every interface text, by its English."""
    found = {}
    for path in sorted((LOCALES / "cy" / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    forms = message.string if isinstance(message.string, tuple | list) else [message.string]
                    for form in forms:
                        said = BLANK.sub(" X ", TYPED.sub(" X ", str(form)))
                        found[f"{path.stem}: {message.id} ({forms.index(form)})"] = said
    return found


def shell_texts() -> dict[str, str]:
    """The Welsh of the app's shell, where no catalogue is at hand: by its English, or by its name."""
    by_name = {"REFUSAL": REFUSAL, "ONLY_HERE": ONLY_HERE, "NO_SCRIPT": NO_SCRIPT, "NO_ADDRESS": NO_ADDRESS}
    found = {**FIXED_WORDS, **PATTERNS, **{name: said["cy"] for name, said in by_name.items()}}
    return {f"shell: {place}": SHELL_BLANK.sub(" X ", text) for place, text in found.items()}


def readme_texts() -> dict[str, str]:
    """The paragraphs of the Welsh README, without what is typed as it stands."""
    text = CODE.sub(" X ", (ROOT / "README.cy.md").read_text(encoding="utf-8"))
    text = re.sub(r"```.*?```", " X ", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = ADDRESS.sub("X", text)
    return {f"README.cy.md, {at}": part for at, part in enumerate(text.split("\n\n"))}


def demo_texts() -> dict[str, str]:
    """What invented projects say in Welsh."""
    return {f"demo: {text}": text for text in _welsh_of(Words().pools)}


def _welsh_of(pools: object) -> Iterator[str]:
    if isinstance(pools, dict):
        for key, inner in pools.items():
            yield from [str(inner)] if key == "cy" else _welsh_of(inner)
    elif isinstance(pools, list):
        for inner in pools:
            yield from _welsh_of(inner)


def sentences(text: str) -> list[str]:
    """A text cut at full stops, question marks, exclamation marks and colons."""
    return [part for part in SENTENCE_END.split(" ".join(text.split())) if part]
