"""Finished reports are kept for whoever asks for the same again, in so much room and no more."""

from reports.shelf import Shelf


def test_what_was_put_there_is_found_again():
    """The very bytes, and nothing for a fingerprint that nobody has put there."""
    shelf, pdf = Shelf(10), b"one"
    shelf.put("1", pdf)
    assert shelf.get("1") is pdf
    assert shelf.get("2") is None


def test_where_room_is_short_what_nobody_asked_for_longest_goes():
    """What was asked for a moment ago stays, though it came first."""
    shelf = Shelf(10)
    for key in "123":
        shelf.put(key, b"four"[:3])
    shelf.get("1")
    shelf.put("4", b"four")
    assert [key for key in "1234" if shelf.get(key)] == ["1", "3", "4"]


def test_as_many_go_as_must():
    """A long report takes the place of several short ones."""
    shelf = Shelf(10)
    for key in "123":
        shelf.put(key, b"abc")
    shelf.put("4", b"seven b")
    assert [key for key in "1234" if shelf.get(key)] == ["3", "4"]


def test_what_is_larger_than_the_shelf_is_not_kept():
    """And it pushes nothing else out."""
    shelf = Shelf(10)
    shelf.put("1", b"abc")
    shelf.put("2", b"more than ten")
    assert shelf.get("1")
    assert shelf.get("2") is None


def test_the_same_report_takes_room_once():
    """Put there twice, it does not push others out."""
    shelf = Shelf(10)
    shelf.put("1", b"abc")
    for _ in range(5):
        shelf.put("2", b"abcde")
    assert shelf.get("1")
