"""A few projects beside each other, in words: each with the pictures of its own result, and where they differ.

`comparison(chosen, language)` gives everything; `summary(side)` is one project in a few lines, for print. The numbers
are those that were stored with each assessment: nothing is scored again, and nothing is said to be better or worse.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.core.portfolio.comparing import MOST, Chosen, Profile, grouped, unlike
from assessment.core.rubric import Rubric
from assessment.core.terms import Depth
from assessment.pictures import pictures
from assessment.pictures.portfolio.differences import Told, differences
from assessment.pictures.portfolio.named import Named
from assessment.pictures.portfolio.promised import Promised, promised
from assessment.pictures.portfolio.sides import LETTERS, Lettered, listed_letters
from assessment.pictures.portfolio.wording import Many
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Pictures, Typed

assert len(LETTERS) == MOST


@dataclass(frozen=True, slots=True)
class Side:
    """One project: its letter, its name, what it is, and everything there is to show of it."""

    project: str
    letter: str
    name: Typed
    organisation: Typed | None
    day: str
    facts: tuple[str, ...]
    """Kind of organisation, level, kind of problem, who works on it: what is said of them."""
    first_look: bool
    marks: tuple[str, ...]
    """`Draft`, `First look`."""
    notes: tuple[str, ...]
    """What must be said beside its results."""
    about: Typed | None
    pictures: Pictures
    promised: Promised


@dataclass(frozen=True, slots=True)
class Comparison:
    """Projects side by side; of one alone there are no differences."""

    sides: tuple[Side, ...]
    unlike: tuple[str, ...]
    """In what they are not alike: `Kind of organisation: public body (A); university (B and C)`."""
    elsewhere: tuple[tuple[str, str], ...]
    """Names of projects on another rubric, and the rubric: not comparable, and left out."""
    gone: str
    differences: tuple[Told, ...]


def comparison(chosen: Chosen, language: str) -> Comparison:
    """The chosen projects in the words of a language."""
    some = tuple(
        Lettered(LETTERS[at], one, Reader(one.rubric, one.assessment, one.result, language))
        for at, one in enumerate(chosen.profiles[:MOST])
    )
    sides = tuple(_side(one) for one in some)
    rubric = some[0].profile.rubric if some else None
    several = len(some) > 1
    return Comparison(
        sides=sides,
        unlike=tuple(_unlike(some, Named(rubric, language))) if rubric and several else (),
        elsewhere=chosen.elsewhere,
        gone=_gone(Many(rubric, language), chosen.gone) if rubric and chosen.gone else "",
        differences=differences(Many(rubric, language), some, [side.pictures for side in sides])
        if rubric and several
        else (),
    )


def summary(profile: Profile, language: str) -> tuple[tuple[str, str], ...]:
    """One project in a few lines, each with its name: the stages, the values, who took part, what is planned."""
    reader = Reader(profile.rubric, profile.assessment, profile.result, language)
    shown, ahead = pictures(profile.rubric, profile.assessment, profile.result, language), promised(reader, profile)
    stages = shown.spectrum.stages if shown.spectrum else ()
    lines = [
        *((stage.name, "; ".join(said)) for stage in stages if (said := stage_words(reader, stage.id, shown))),
        *((value.name, "; ".join(one for one in (value.counted, value.mean) if one)) for value in shown.values.values),
        (shown.taking_part.title, reader.joined((shown.taking_part.how_many, shown.taking_part.withheld))),
        *((one.name, one.words) for one in ahead.plans),
        *((one.name, one.words) for one in ahead.became),
    ]
    return tuple((name, words) for name, words in lines if words)


def stage_words(reader: Reader, stage: str, shown: Pictures) -> tuple[str, ...]:
    """What is said of a stage in short: how far it is, who decides, and what can be said of that."""
    one = next(one for one in shown.spectrum.stages if one.id == stage) if shown.spectrum else None
    if one is None:
        return ()
    where = f"{one.step} ({reader.inside(one.band_name)})" if one.place is not None else ""
    standing = "" if one.standing_label == one.status_label else one.standing_label
    return tuple(dict.fromkeys(said for said in (one.status_label, where, standing) if said))


def _side(one: Lettered) -> Side:
    profile, reader = one.profile, one.reader
    project, sitting = profile.assessment.project, profile.assessment.assessment
    named = Named(profile.rubric, reader.language)
    first_look = profile.result.depth == Depth.FIRST_LOOK
    return Side(
        project=profile.project,
        letter=one.letter,
        name=reader.typed(project.name) or Typed(profile.project),
        organisation=reader.typed(project.organisation),
        day=reader.date(sitting.date),
        facts=tuple(
            named.value(name, said) if name in ("kind", "level", "complexity") else reader.label(project.made_by)
            for name in ("kind", "level", "complexity", "made_by")
            if (said := profile.sort(name))
        ),
        first_look=first_look,
        marks=tuple(
            mark
            for mark, holds in (
                (reader.say("Draft"), profile.draft),
                (reader.label(profile.result.depth), first_look),
            )
            if holds
        ),
        notes=tuple(
            note
            for note in (
                reader.say("This is a first look: one stage in one sitting. It carries no score.")
                if first_look
                else "",
                reader.say("This is a draft: it can still change.") if profile.draft else "",
                reader.made_by_note,
            )
            if note
        ),
        about=reader.typed(project.about),
        pictures=pictures(profile.rubric, profile.assessment, profile.result, reader.language),
        promised=promised(reader, profile),
    )


def _unlike(some: Sequence[Lettered], named: Named) -> list[str]:
    """A line for each thing in which they differ, with who says what."""
    many, found = Many(named.rubric, named.language), []
    for name in unlike([one.profile for one in some]):
        is_kind = name != "made_by"
        field = named.field(name) if is_kind else many.say("Who works on it")
        sorts = grouped(some, lambda one, name=name: one.profile.sort(name))  # type: ignore[misc]
        told = [
            f"{many.inside(named.value(name, sort) if is_kind else one[0].reader.label(one[0].made_by))} "
            f"({listed_letters(one, named.language)})"
            for sort, one in sorts.items()
        ]
        found.append(f"{field}: {'; '.join(told)}")
    return found


def _gone(many: Many, number: int) -> str:
    return many.count(
        "{number} chosen project is not in the portfolio any more.",
        "{number} chosen projects are not in the portfolio any more.",
        number,
    )


def rubric_called(rubric: Rubric | None, name: str, language: str) -> str:
    """A rubric by its title and version; by its id where the store has no copy."""
    return f"{rubric.title.in_(language)} {rubric.version}" if rubric else name
