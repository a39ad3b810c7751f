"""Numbers that remember how they were typed, so that `1.50` in a text field stays `1.50`."""

from typing import Self


class TypedInt(int):
    """A whole number with the characters it was typed as."""

    typed: str

    @classmethod
    def of(cls, typed: str) -> Self:
        """Read the number and keep its characters."""
        number = cls(typed)
        number.typed = typed
        return number


class TypedFloat(float):
    """A decimal number with the characters it was typed as."""

    typed: str

    @classmethod
    def of(cls, typed: str) -> Self:
        """Read the number and keep its characters."""
        number = cls(typed)
        number.typed = typed
        return number
