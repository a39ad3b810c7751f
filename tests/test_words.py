"""Whatever the program says in English it says in Welsh too, with the same blanks."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).parents[1]
CATALOGUES = sorted((ROOT / "assessment/locales/cy/LC_MESSAGES").glob("*.po"))
CODE = sorted(path for folder in ("assessment", "reports") for path in (ROOT / folder).rglob("*.py"))
TEMPLATES = sorted([*(ROOT / "reports/templates").rglob("*.j2"), *(ROOT / "assessment/ui/templates").rglob("*.html")])
#: How many of the first arguments are English sentences, by the name of the function.
SAYS = {"_": 1, "N_": 1, "gettext": 1, "say": 1, "ngettext": 2, "count": 2}
BLANK = re.compile(r"{\w+}")


def sentences_in_code(path):
    """The English sentences in a module of Python."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            told = [one.value for one in node.args[: SAYS.get(name, 0)] if isinstance(one, ast.Constant)]
            if told and all(isinstance(one, str) and one.strip() for one in told):
                yield told[0]


def sentences_in_template(path):
    """The English sentences in a template."""
    tree = Environment(extensions=["jinja2.ext.do"]).parse(path.read_text(encoding="utf-8"))
    for _, _, told in extract_from_ast(tree, gettext_functions=list(SAYS), babel_style=False):
        if told and told[0]:
            yield told[0]


def entries(path):
    """The entries of a catalogue: the English, and its Welsh in every form."""
    with path.open("rb") as file:
        for message in read_po(file, locale="cy"):
            if message.id:
                english = message.id if isinstance(message.id, tuple) else (message.id,)
                welsh = message.string if isinstance(message.string, tuple) else (message.string,)
                yield english, welsh


def blanks(text):
    """The names of the blanks in a text."""
    return set(BLANK.findall(text))


WELSH = {english[0]: welsh for path in CATALOGUES for english, welsh in entries(path)}


def test_the_search_finds_what_the_program_says():
    """The sentences of the command line, the core, the app and the templates are all found."""
    found = [len(set(sentences_in_code(path))) for path in CODE]
    assert sum(found) > 200
    assert sum(len(set(sentences_in_template(path))) for path in TEMPLATES) > 20


@pytest.mark.parametrize("path", [*CODE, *TEMPLATES], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sentence_has_its_welsh(path):
    """A sentence in the code or in a template is in a catalogue, with a Welsh text."""
    find = sentences_in_template if path in TEMPLATES else sentences_in_code
    assert [told for told in dict.fromkeys(find(path)) if not all(WELSH.get(told, [""]))] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_the_welsh_has_the_same_blanks(path):
    """What is filled into the English is filled into the Welsh, and nothing else, in each form of a plural."""
    odd = [
        english[0]
        for english, welsh in entries(path)
        if len(english) != len(welsh)
        or any(blanks(one) != blanks(other) for one, other in zip(english, welsh, strict=True))
    ]
    assert odd == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_the_welsh_ends_as_the_english_does(path):
    """A full stop, a question mark or a colon at the end stands in both languages."""
    odd = [
        english[0] for english, welsh in entries(path) if english[0][-1] in ".?:!…" and english[0][-1] != welsh[0][-1:]
    ]
    assert odd == []


def test_a_sentence_has_the_same_welsh_wherever_it_stands():
    """Where two catalogues translate one sentence they agree, since one would win in silence."""
    found = {}
    for path in CATALOGUES:
        for english, welsh in entries(path):
            found.setdefault(english[0], set()).add(welsh)
    assert [told for told, ways in found.items() if len(ways) > 1] == []
