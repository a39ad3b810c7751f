"""Which language a person gets: the address, then the session, then the cookie, then the browser."""

from typing import Final, Literal, TypeGuard

Language = Literal["cy", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("cy", "en")
COOKIE: Final = "gyda_language"
#: Where a browser asks for neither language.
OTHERWISE: Final[Language] = "en"


def is_language(code: str | None) -> TypeGuard[Language]:
    """Whether Gyda speaks the language with this code."""
    return code in LANGUAGES


def chosen(*wishes: str | None, accept: str | None = None) -> Language:
    """The first of `wishes` that Gyda speaks, else the best of an Accept-Language header."""
    for wish in (*wishes, *accepted(accept or "")):
        if is_language(wish):
            return wish
    return OTHERWISE


def accepted(header: str) -> list[str]:
    """The two-letter languages of an Accept-Language header, the dearest first (RFC 9110, 12.5.4)."""
    ranges = [entry.split(";") for entry in header.split(",")]
    weighted = [(_weight(parameters), tag.strip()[:2].lower()) for tag, *parameters in ranges]
    return [tag for weight, tag in sorted(weighted, key=lambda pair: -pair[0]) if weight > 0]


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, number = parameter.strip().partition("=")
        if name == "q":
            try:
                return float(number)
            except ValueError:
                return 0.0
    return 1.0
