"""A verdict on a report in words, in Welsh or in English. It never says more than was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from babel.dates import format_date

from assessment.pictures.reader import LOCALES
from assessment.words import words
from reports.enclosure import shortened
from reports.verify import Pages, Verdict

Mark = Literal["as_it_was", "changed", "open", "said"]
"""`said` is what the file says of itself, and nobody can tell from it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found: whether it is as it was, changed, or left open."""

    mark: Mark
    sentence: str


def findings(verdict: Verdict, language: str) -> tuple[Finding, ...]:
    """What was found, in the order in which it matters."""
    found = [_state(verdict, language)]
    if verdict.taken_out:
        found.append(Finding("changed", words(language).gettext("The data that belongs to it has been taken out.")))
    if verdict.said:
        found += [_data(verdict, language), _results(verdict, language), _rubric(verdict, language)]
        found.append(_pages(verdict, language))
    return tuple(found)


def whole(verdict: Verdict, language: str) -> str:
    """All of it in a sentence."""
    w = words(language)
    if not verdict.intact:
        return w.gettext("Something in this file is not as it was when the report was made.")
    if verdict.said is None:
        if verdict.state == "draft":
            return w.gettext("This is a draft. There is nothing in it to compare.")
        return w.gettext("There is nothing in this file to compare.")
    if verdict.pages is Pages.SAVED_AGAIN:
        # What another program has written anew may hold more than what its pages show.
        return w.gettext("The data and what the pages show are as they were; the file itself is another one.")
    if verdict.follows is None or verdict.pages is not Pages.SAME:
        return w.gettext("The data is as it was. The pages were not compared, so look at them yourself.")
    return w.gettext("Nothing in this file has been changed since the report was made.")


def limits(verdict: Verdict, language: str) -> Iterator[str]:
    """What this does not say."""
    w = words(language)
    if verdict.fingerprint and verdict.said:
        compare = w.gettext(
            "The fingerprint of this file is {fingerprint}. See whether it stands on the pages, and ask the team for "
            "theirs."
        )
        yield compare.format(fingerprint=shortened(verdict.fingerprint))
    yield not_shown(language)


def not_shown(language: str) -> str:
    """What nothing of this can show."""
    return words(language).gettext("This does not show that what the report says is true, nor who made the file.")


def _state(verdict: Verdict, language: str) -> Finding:
    w, day = words(language), verdict.said.submission.day if verdict.said else None
    match verdict.state:
        case "submitted" if day:
            sentence = w.gettext("It says that it was submitted on {day}.").format(
                day=format_date(day, "d MMMM y", LOCALES[language])
            )
        case "submitted":
            sentence = w.gettext("The file says that it was submitted, and carries no data to compare.")
        case "withdrawn":
            sentence = w.gettext("Withdrawn: the team no longer stands by it. It carries no data to compare.")
        case _:
            sentence = w.gettext("A draft: it can still change, and carries no data to compare.")
    return Finding("said" if day else "open", sentence)


def _data(verdict: Verdict, language: str) -> Finding:
    w = words(language)
    if not verdict.changed:
        return Finding("as_it_was", w.gettext("The data is as it was when the report was made."))
    sentence = w.gettext("The data is not as it was when the report was made: {files}.")
    return Finding("changed", sentence.format(files=", ".join(verdict.changed)))


def _results(verdict: Verdict, language: str) -> Finding:
    w = words(language)
    if verdict.follows is None:
        return Finding("open", w.gettext("Whether the results follow from the answers could not be worked out here."))
    if verdict.follows:
        return Finding("as_it_was", w.gettext("The results follow from the answers; they were worked out again."))
    return Finding("changed", w.gettext("The results do not follow from the answers; they were worked out again."))


def _rubric(verdict: Verdict, language: str) -> Finding:
    w, said = words(language), verdict.said
    assert said
    if verdict.rubric:
        title = verdict.rubric.title.in_(language)
        sentence = w.gettext("The questions are those of {title}, version {version}; this Gyda has just these.")
        return Finding("as_it_was", sentence.format(title=title, version=said.version))
    sentence = w.gettext("The questions are those of {title}, version {version}; this Gyda does not have just these.")
    return Finding("open", sentence.format(title=said.rubric[:40], version=said.version[:40]))


def _pages(verdict: Verdict, language: str) -> Finding:
    w, numbers = words(language), ", ".join(str(one) for one in verdict.other_pages[:12])
    match verdict.pages:
        case Pages.SAME:
            return Finding("as_it_was", w.gettext("The pages made again from the data are the same bytes."))
        case Pages.SAVED_AGAIN:
            sentence = w.gettext(
                "The pages made again from the data show the same; another program has saved the file anew."
            )
            return Finding("as_it_was", sentence)
        case Pages.OTHER:
            sentence = w.gettext("The pages made again from the data show something else. Look at page: {numbers}.")
            return Finding("changed", sentence.format(numbers=numbers))
        case _:
            sentence = w.gettext("Pages not compared: the report was made with other versions than these.")
            if verdict.rubric is None:
                sentence = w.gettext("Pages not compared: this Gyda does not have the questions they are made with.")
            elif verdict.changed or verdict.assessment is None:
                sentence = w.gettext("Pages not compared: the data they were made from is not there whole.")
            return Finding("open", sentence)
