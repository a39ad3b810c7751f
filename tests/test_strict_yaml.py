"""YAML and JSON as people mean them: what is text, what is refused, and that what is written reads back."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.core.fault import BadInput
from assessment.core.typed import TypedFloat, TypedInt
from assessment.plain_tree import MOST_BYTES, UNWRITABLE
from assessment.strict_yaml import dump, load


def faults(text):
    """What is told of a text that cannot be read."""
    with pytest.raises(BadInput) as caught:
        load(text)
    return [fault.in_(str) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "12:30", "0x1f", "0o17", "1_000", "2026-11-22", ".nan", ".inf", "-.inf", "nUll", "=", "1e999"],
)
def test_whatever_is_no_decimal_number_is_text(typed):
    """What YAML 1.1 would turn into something else stays as it was typed."""
    assert load(f"a: {typed}") == {"a": typed}


@pytest.mark.parametrize(
    "typed,meant",
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("7", 7),
        ("-3", -3),
        ("+5", 5),
        ("1.50", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
    ],
)
def test_null_true_false_and_decimal_numbers_are_not_text(typed, meant):
    """The few words of YAML 1.2 that stand for something else."""
    found = load(f"a: {typed}")["a"]
    assert found == meant
    assert isinstance(found, bool) == isinstance(meant, bool)


@pytest.mark.parametrize("quoted", ["'1'", '"true"', "'null'", '"2.5"', "'~'"])
def test_what_is_quoted_is_always_text(quoted):
    """Quotes make text of anything."""
    assert load(f"a: {quoted}") == {"a": quoted[1:-1]}


@pytest.mark.parametrize("typed", ["007", "1.50", "+5", "1e3", "-0"])
def test_a_number_remembers_how_it_was_typed(typed):
    """`1.50` in a text field must not become `1.5`."""
    found = load(f"a: {typed}")["a"]
    assert isinstance(found, TypedInt | TypedFloat)
    assert found.typed == typed
    assert dump({"a": found}) == f"a: {typed}\n"


def test_whole_keys_are_numbers_only_where_levels_are_named():
    """A rubric names levels by number; in an answers file a number is the name of nothing."""
    assert load("0: a\n1: b") == {0: "a", 1: "b"}
    assert load("0: a", whole_keys=False) == {"0": "a"}


@pytest.mark.parametrize(
    "text,told",
    [
        ("", "there is nothing in this file"),
        ("# only a comment\n", "there is nothing in this file"),
        ("---\n", "there is nothing in this file"),
        (b"\x89PNG\r\n\0\0", "not a text file"),
        ("a: b".encode("utf-16"), "not UTF-8"),
        (b"a: caf\xe9", "line 1: these characters are not UTF-8"),
        ("a: \x07", "line 1: there is a control character"),
        ('a: "\\0"', "a: there is a control character"),
        ("a: !!str 5", "line 1: there is a tag"),
        ("a: 1\nb: !x {c: 1}", "line 2: there is a tag"),
        ("a: &x 1", "line 1: there is an anchor"),
        ("a: &x 1\nb: *x", "line 2: there is an alias"),
        ("a: *nothing", "line 1: there is an alias"),
        ("<<: {a: 1}", "line 1: there is a merge key"),
        ("a: 1\n---\nb: 2", "line 2: a second document begins here"),
        ("1.5: a", "line 1: this key is not text"),
        ("true: a", "line 1: this key is not text"),
        ("? [a]\n: b", "line 1: this key is not text"),
        ("a: b: c", "line 1: there is a colon in text"),
        ("a:\n\tb: 1", "line 2: there is a tab"),
        ("a: 'x\nb: 1", "line 1: a quotation mark is opened"),
        ("a: [1, 2\nb: 3", "line 1: a bracket or a comma is missing"),
        ("a: @x", "line 1: text cannot begin with this character"),
        ("- a\nb: 1", "line 2: here a key and a colon were expected"),
        ("a: {note: this, and that}", "line 1: there is a comma in text"),
        ('{"a": 1,}', "line 1: this is not written as JSON"),
        ('{"a": NaN}', "a: NaN is not a number"),
        ('{"a": [-Infinity]}', "-Infinity is not a number"),
        ('{"a": "\\ud800"}', "a: there is a control character"),
        ("x" * (MOST_BYTES + 1), "larger than 5 megabytes"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_plain_words(text, told):
    """Each fault says where it is and what it is, and none says it in the parser's words."""
    (line,) = [line for line in faults(text) if told in line]
    assert line.endswith(".")


@pytest.mark.parametrize("text", ["a: 1\na: 2", '{"a": 1, "a": 2}'])
def test_a_key_that_stands_twice_is_named(text):
    """Neither of the two wins in silence."""
    assert faults(text) == ["a: this key is there twice. Keep one of the two."]


@pytest.mark.parametrize(
    "text",
    [
        "rows:\n  - what: The hall\n    whose: Us\n    whose: Them\nend: 1\nend: 2",
        '{"rows": [{"what": "The hall", "whose": "Us", "whose": "Them"}], "end": 1, "end": 2}',
    ],
)
def test_every_double_key_is_told_at_once_by_what_its_row_says(text):
    """A row of a list is called by its first words, never by its number."""
    told = faults(text)
    assert sorted(line.split(":")[0] for line in told) == ["end", "rows, The hall, whose"]


def test_several_faults_of_the_writing_are_told_at_once():
    """A person mends a file in one go."""
    assert len(faults("a: !x 1\nb: &y 2\nc: 3\nc: 4")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "- " * 100_000 + "a",
        "".join(f"{' ' * depth}k:\n" for depth in range(1000)),
        '{"a":' * 100_000,
        '{"a":' * 21 + "1" + "}" * 21,
        "{" * 21 + "}" * 21,
        "{" + "a," * 1_000_000,
        "- a\n" * 400_000,
        "\n".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 2000)),
        '{"a": "' + '\\"' * 1_000_000,
    ],
    ids=["flow", "dashes", "block", "JSON", "JSON 21", "flow 21", "keys", "list", "alias bomb", "JSON quotes"],
)
def test_what_is_made_to_exhaust_a_reader_is_refused_at_once(text):
    """Neither depth nor number nor a bomb of aliases costs more than a second or two of work."""
    began = time.process_time()
    assert faults(text)
    # Twice as much, for a machine that has much else to do; without a limit it would be minutes.
    assert time.process_time() - began < 5


def test_twenty_levels_are_not_too_deep():
    """The limit lies where no answers file comes near."""
    assert load("[" * 20 + "1" + "]" * 20) == load("- " * 20 + "1")


def test_the_mark_of_utf_8_is_no_part_of_the_text():
    """Some editors begin a file with it."""
    assert load("\ufeffa: ŵ".encode()) == {"a": "ŵ"}


def test_json_is_read_as_it_is():
    """Braces and quotes make JSON, with its own escapes; YAML in braces is YAML."""
    assert load('{"a": "\\ud83d\\ude00 \\/", "b": [1, 2.50, true, null]}') == {"a": "😀 /", "b": [1, 2.5, True, None]}
    assert load("{a: no, b: [x]}") == {"a": "no", "b": ["x"]}


TEXT = st.text(st.characters(codec="utf-8")).filter(lambda text: not UNWRITABLE.search(text))
AWKWARD = st.sampled_from(
    ["no", "null", "~", "1", "1.5", "<<", "&a", "*a", "!x", "- a", "a: b", "a #b", "?", "|", ">", "%a", "---", "...",
     "a\n---\nb", "\ttab", "x\n y", "x \ny", "\n", "y\n", "y\n\n", "\u2028", "a\x85b", "12:30", "0x1f"]
)  # fmt: skip
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT | AWKWARD,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT | AWKWARD | st.integers(0, 9), inner),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(TEXT, TREES, min_size=1))
def test_what_is_written_reads_back_as_it_was(tree):
    """Whatever people typed, a file keeps it."""
    assert load(dump(tree)) == tree


def test_texts_of_several_lines_are_written_as_blocks():
    """A person can read and mend a long note."""
    assert dump({"note": "One.\nTwo, ŵ 😀.", "word": "no"}) == "note: |-\n  One.\n  Two, ŵ 😀.\nword: 'no'\n"
