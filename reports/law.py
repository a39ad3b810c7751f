"""What the law asks of this kind of organisation, and what the rubric rests on."""

from dataclasses import dataclass

from assessment.pictures.reader import Reader


@dataclass(frozen=True, slots=True)
class LawPassage:
    """What the law says, in plain words, and what in this report answers it."""

    heading: str
    text: str
    link: str
    answered_by: str


@dataclass(frozen=True, slots=True)
class LawPage:
    """The page of the law, as it stood on a day; `review` says how far it can be relied on."""

    heading: str
    review: str
    date: str
    passages: tuple[LawPassage, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A source, with its address where it has one and what is owed to it."""

    title: str
    address: str
    credit: str


def law(reader: Reader, asked: bool) -> LawPage | None:
    """The law for a kind of organisation that it binds; for the others only if asked, as a comparison."""
    given, kind = reader.rubric.law, reader.assessment.project.kind
    if given is None or kind is None or not (asked or kind in given.bound):
        return None
    return LawPage(
        heading=reader.text(given.heading if kind in given.bound else given.heading_others),
        review=reader.text(given.review),
        date=reader.date(given.as_of),
        passages=tuple(
            LawPassage(
                heading=reader.text(passage.heading),
                text=reader.text(passage.text),
                link=passage.link_in(reader.language),
                answered_by=reader.text(passage.answered_by),
            )
            for passage in given.passages
            if kind in passage.kinds
        ),
    )


def sources(reader: Reader) -> tuple[Link, ...]:
    """What the rubric rests on."""
    return tuple(
        Link(
            source.title_in(reader.language),
            source.address_in(reader.language) or "",
            reader.text(source.credit),
        )
        for source in reader.rubric.sources.values()
    )
