"""What the documents promise is there."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from assessment.cli import main as program
from reports.enclosure import NAMES

ROOT = Path(__file__).parents[1]
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
DOCUMENTS = [name for name in TRACKED if name.endswith(".md")]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
#: Files that a reader makes or that hang in a report, and that therefore are not here.
MADE_BY_THE_READER = {"my-project.yaml", "fy-mhrosiect.yaml", "report.pdf", "adroddiad.pdf"} | set(NAMES)
ENDINGS = r"py|md|yaml|yml|toml|txt|po|csv|json|png|html|css|svg|js|pdf|lock"


def text_of(document):
    """A document's text."""
    return (ROOT / document).read_text(encoding="utf-8")


def code_in(text):
    """Each line of a document's code blocks, and what stands in backticks."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```[a-z]*\n.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines()], re.findall(r"`([^`\n]+)`", rest)


def commands_in(text):
    """What a document tells a reader to type."""
    blocks, ticks = code_in(text)
    return blocks + ticks


def in_every_document(find):
    """What a search finds, beside the document it was found in."""
    return [(document, found) for document in DOCUMENTS for found in find(text_of(document))]


def make_targets(text):
    """The targets of make that a document names."""
    return [name for line in commands_in(text) for name in re.findall(r"\bmake ([a-z]+)\b", line)]


def program_calls(text):
    """The calls of `python -m assessment` that a document names."""
    calls = [re.search(r"python3? -m assessment\b(.*)", line) for line in commands_in(text)]
    return [call[1].split() for call in calls if call]


def paths_named(text):
    """The files and folders that a document names in running text."""
    _, ticks = code_in(text)
    whole = re.compile(rf"[\w.*-]+(/[\w.*-]+)*(/|\.({ENDINGS}))|Makefile|LICENSE|\.ci/\w+")
    return [tick for tick in ticks if whole.fullmatch(tick)]


def links(text):
    """Where a document's links lead, those to other sites left out."""
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    return [target.split("#")[0] for target in targets if not re.match(r"https?:|#", target)]


def is_there(name):
    """Say whether a tracked file or folder is known by this path, or by the end of it."""
    inside = "/.*" if name.endswith("/") else ""
    pattern = re.compile("(.*/)?" + re.escape(name.rstrip("/")).replace(r"\*", "[^/]*") + inside)
    return any(pattern.fullmatch(path) for path in TRACKED)


def wrong_in(words):
    """What the program would not understand of a call: a word that is no command, or an option that is none."""
    command = program
    for word in (word.strip("[]…") for word in words):
        if isinstance(command, click.Group) and re.fullmatch(r"[a-z]+", word):
            if word not in command.commands:
                return word
            command = command.commands[word]
        elif word.startswith("-") and word not in {name for option in command.params for name in option.opts}:
            return word
    return None


def test_every_make_target_that_a_document_names_is_there():
    """Whatever a reader is told to type after make works."""
    assert [found for found in in_every_document(make_targets) if found[1] not in TARGETS] == []


def test_make_help_says_what_every_target_is_for():
    """`make` alone lists every target but itself."""
    shown = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^make ([a-z]+)", shown, re.MULTILINE)) == TARGETS - {"help"}


def test_every_command_that_a_document_names_is_there():
    """Each `python -m assessment …` in a document names commands and options that the program has."""
    calls = in_every_document(program_calls)
    assert len(calls) > 5
    assert [(document, wrong_in(words)) for document, words in calls if wrong_in(words)] == []


def test_every_file_that_a_document_names_is_there():
    """A path in backticks leads to a file or folder of the repository."""
    named = [found for found in in_every_document(paths_named) if found[1] not in MADE_BY_THE_READER]
    ignored = set((ROOT / ".gitignore").read_text(encoding="utf-8").split())
    assert [found for found in named if not is_there(found[1]) and found[1] not in ignored] == []


def test_every_link_between_documents_leads_somewhere():
    """A link to another page or picture of the repository opens."""
    broken = [(d, to) for d, to in in_every_document(links) if not ((ROOT / d).parent / to).exists()]
    assert broken == []


def test_both_readmes_tell_the_same_commands():
    """A reader of either language can do the same."""
    told = [
        (set(make_targets(text)), sorted({words[0] for words in program_calls(text)}))
        for text in (text_of("README.md"), text_of("README.cy.md"))
    ]
    assert told[0] == told[1]


def test_both_readmes_have_the_same_parts():
    """The Welsh page says everything the English page says, in the same order."""
    mark = re.compile(r"^(#+|-|\d+\.|```)", re.MULTILINE)
    shapes = [mark.findall(text_of(name)) for name in ("README.md", "README.cy.md")]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("heading", ["Add a question", "Add a language", "Add a chart", "Add a page"])
def test_contributing_has_each_recipe(heading):
    """Whoever wants to add something finds the steps, numbered."""
    recipe = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text_of("CONTRIBUTING.md"), re.MULTILINE | re.DOTALL)
    assert recipe
    assert len(re.findall(r"^\d+\. ", recipe[1], re.MULTILINE)) >= 3


def test_every_decision_is_listed():
    """The list of decisions names each record, and each says what was decided and why."""
    folder = ROOT / "docs/decisions"
    records = sorted(path.name for path in folder.glob("0*.md"))
    assert sorted(set(links(text_of("docs/decisions/README.md")))) == records
    parts = ("**Decided", "**Why")
    assert [name for name in records if any(part not in text_of(f"docs/decisions/{name}") for part in parts)] == []


def test_every_font_stands_beside_its_licence():
    """A font that we ship comes with the licence that lets us."""
    folders = {(ROOT / name).parent for name in TRACKED if name.endswith((".ttf", ".otf", ".woff2"))}
    assert folders
    assert [str(folder) for folder in folders if not any(folder.glob("OFL*.txt"))] == []


def test_no_file_speaks_of_the_place_where_it_was_written():
    """The repository stands alone: no path, folder or host of a developer's machine."""
    words = [
        "/".join(("..", "shared")),
        "/".join(("", "work", "")),
        "/".join(("", "root", "")),
        "@".join(("", "localhost:")),
    ]
    texts = {name: (ROOT / name).read_bytes() for name in TRACKED if (ROOT / name).is_file()}
    assert [(name, word) for name, text in texts.items() for word in words if word.encode() in text] == []
