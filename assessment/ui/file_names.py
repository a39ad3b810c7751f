"""Names for the files that people take along, in plain letters."""

import re
import unicodedata


def plain_name(text: str) -> str:
    """A project's name as the beginning of a file's name: "Dŵr i bawb!" -> "dwr-i-bawb"."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:60] or "gyda"
