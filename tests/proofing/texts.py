"""Every text that people are shown, by where it stands: the rubric's, the catalogues', the Welsh README."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

from assessment.core.texts import texts
from assessment.library import SHELF, load
from assessment.words import LOCALES

ROOT = Path(__file__).parent.parent.parent
RUBRIC = load(SHELF / "involvement")
SENTENCE_END = re.compile(r"(?<=[.?!:])[\"”’)]*\s+")
BLANK = re.compile(r"%\([a-z_]+\)[sd]|\{[^}]*\}|</?[a-z]+[^>]*>")
ADDRESS = re.compile(r"\S*/\S*|\S+\.(?:md|uk|com|org|wales|txt|yaml)\b\S*")
CODE = re.compile(r"`[^`]*`|```.*?```", re.DOTALL)
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


def readme_texts() -> dict[str, str]:
    """The paragraphs of the Welsh README, without what is typed as it stands."""
    text = CODE.sub(" X ", (ROOT / "README.cy.md").read_text(encoding="utf-8"))
    text = re.sub(r"```.*?```", " X ", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = ADDRESS.sub("X", text)
    return {f"README.cy.md, {at}": part for at, part in enumerate(text.split("\n\n"))}


def sentences(text: str) -> list[str]:
    """A text cut at full stops, question marks, exclamation marks and colons."""
    return [part for part in SENTENCE_END.split(" ".join(text.split())) if part]
