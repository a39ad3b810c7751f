"""What is wrong with something a person wrote, and what they can do about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - the name by which Babel finds texts to translate
    """Mark a text for translation and leave it as it is."""
    return text


@dataclass(frozen=True)
class Message:
    """A sentence that is put into the person's language only when it is shown."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def in_(self, gettext: Callable[[str], str]) -> str:
        """The sentence by way of `gettext`, with its blanks filled."""
        return gettext(self.text).format(**self.values)


@dataclass(frozen=True)
class Fault:
    """One thing wrong: where (by id), what, and what to do."""

    place: str
    wrong: Message
    remedy: Message

    def in_(self, gettext: Callable[[str], str]) -> str:
        """The fault as one line of text."""
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.wrong.in_(gettext)} {self.remedy.in_(gettext)}"


class BadInput(Exception):
    """Something a person gave could not be used; holds every fault, none left for a second try."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.in_(str) for fault in faults))
        self.faults = faults
