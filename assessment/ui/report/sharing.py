"""Who may see a submitted assessment."""

from typing import Final

from assessment.words import words

TEAM: Final = "team"
PORTFOLIO: Final = "portfolio"


def who_may_see(language: str) -> dict[str, str]:
    """The choices, the narrower first."""
    w = words(language)
    return {
        TEAM: w.gettext("No: it stays out of the portfolio"),
        PORTFOLIO: w.gettext("Yes: whoever compares projects in this Gyda sees it"),
    }
