"""What people type comes back as they typed it, from either database."""

import pytest

from tests.store.kept import AT, draft, put, values

TEXTS = {
    "nul": "a\x00b",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85",
    "emoji": "👩🏽‍🦽‍➡️🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "right to left": "שלום ‮abc‬ مرحبا",
    "half a character": "\ud800 \udfff",
    "long": "Llanfairpwll " * 8000,
    "markup": "<script>alert(1)</script>&amp;{{ 7*7 }}",
    "formula": '=HYPERLINK("http://x")\t\'; DROP TABLE entries; --',
    "combining": "e\u0301 is not é",
    "spaces": "  \n ",
    "quotes": "\"'\\",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_comes_back_as_it_was_typed(store, text):
    """As a plain value, in a note, as the name of an organisation, in the history and in a voice."""
    note = {"text": text, "lang": "cy"}
    id_ = draft(store, said={"a": text, "project/organisation": text})
    put(store, id_, "b", note)
    put(store, id_, "b", None, seen=note)
    store.add_voices(id_, [{"said": text}])
    assert values(store, id_) == {"a": text, "project/organisation": text, "b": None}
    assert store.history(id_, "b")[0].old == note
    assert store.voices(id_) == [{"said": text}]
    assert store.heads(["a"]) == {id_: {"a": text}}


@pytest.mark.parametrize("value", [0, -1, 2**70, True, False, "0", "null", {"typed": "31.2."}, {"text": ""}])
def test_a_value_keeps_its_kind(store, value):
    """A number stays a number, a tick a tick, and a text that looks like one a text."""
    id_ = draft(store, said={"a": value})
    found = values(store, id_)["a"]
    assert (found, type(found)) == (value, type(value))


def test_times_are_in_utc(store):
    """A time comes back as it was given, to the microsecond, with its zone."""
    kept = store.find(draft(store))
    assert (kept.created, kept.created.utcoffset().total_seconds()) == (AT, 0)
