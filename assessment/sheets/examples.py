"""The example row of the blank sheet: marked as one, and known again by its name if it is left in."""

from assessment.core.fault import N_
from assessment.core.texts import LANGUAGES
from assessment.words import words

NAME = N_("Safer Mill Lane (an example: write over this row or leave it)")


def example_names() -> frozenset[str]:
    """The name of the example in every language."""
    return frozenset(words(language).gettext(NAME) for language in LANGUAGES)
