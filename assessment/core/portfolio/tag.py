"""A tag: a word or a few by which a manager finds projects again."""

LONGEST = 60


def tag_from(typed: str) -> str:
    """What was typed as a tag: one line, cut to its length, without signs that no one sees; empty if nothing is left.

    A database takes neither NUL nor half a character in such a text.
    """
    line = " ".join(typed.split())
    seen = "".join(one for one in line if one.isprintable())
    return seen[:LONGEST].strip()
