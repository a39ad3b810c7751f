"""What a team will see once it has answered something."""

from assessment.pictures.shapes import Pictures
from assessment.ui.results.row import Row
from assessment.words import words


def awaited(pictures: Pictures, language: str) -> list[Row]:
    """The sections of the page that is still empty, each with what it will say."""
    w = words(language)
    told = (
        (
            pictures.spectrum.title if pictures.spectrum else "",
            w.gettext("Each stage on the spectrum, with the reason that you give."),
        ),
        (pictures.values.title, w.gettext("How people are treated, in the sentences that you chose.")),
        (pictures.taking_part.title, w.gettext("Groups of people, stage by stage.")),
        (pictures.evidence.title, w.gettext("What shows that it is so.")),
        (pictures.conditions.title, w.gettext("Asked and shown, never scored.")),
        (
            pictures.challenges.title,
            w.gettext("Friendly questions that come out of the answers. They change no result."),
        ),
    )
    return [Row(name, said) for name, said in told if name]
