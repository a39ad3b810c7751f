"""What is told of a file: one sentence of the whole, what was found, what this Gyda knows, what it does not show."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.core.fault import BadInput
from assessment.ui.check.known import Known
from assessment.ui.projects.moments import written_day_of
from assessment.words import words
from reports.enclosure import shortened
from reports.verdict import Finding, Mark, findings, limits, whole
from reports.verify import Verdict


@dataclass(frozen=True)
class Told:
    """The words about one file, in one language. Nothing of the file but its name."""

    language: str
    name: str
    mark: Mark
    sentence: str
    more: str = ""
    found: tuple[Finding, ...] = ()
    record: tuple[Finding, ...] = ()
    limits: tuple[str, ...] = ()


def told_of(name: str, verdict: Verdict, record: Known | None, code: str | None, language: str) -> Told:
    """What can be told of a report; `code` is the fingerprint that somebody brought from paper."""
    beside = tuple(_beside(verdict, code, language)) if code else ()
    kept = tuple(_record(record, language)) if verdict.said else ()
    first, *rest = _headlines(verdict, record, beside, language)
    return Told(
        language,
        name,
        "changed" if rest or not verdict.intact else _mark(verdict, language),
        first,
        rest[-1] if rest else "",
        (*beside, *findings(verdict, language)),
        kept,
        tuple(limits(verdict, language)),
    )


def refused(name: str, bad: BadInput, language: str) -> Told:
    """Why a file is not read, and what to do."""
    gettext, fault = words(language).gettext, bad.faults[0]
    return Told(language, name, "open", fault.wrong.in_(gettext), fault.remedy.in_(gettext))


def _mark(verdict: Verdict, language: str) -> Mark:
    """As it was only where nothing is left open."""
    left_open = any(one.mark == "open" for one in findings(verdict, language))
    return "open" if left_open else "as_it_was"


def _headlines(verdict: Verdict, record: Known | None, beside: tuple[Finding, ...], language: str) -> Iterator[str]:
    """What matters more than the file by itself comes first; what is found of the file always comes, and last."""
    w = words(language)
    if verdict.intact:
        if any(one.mark == "changed" for one in beside):
            yield w.gettext("This file is not the one that the code on the paper belongs to.")
        if record and record.same is False:
            yield w.gettext("The record that this report names says something else.")
        if record and record.withdrawn:
            yield _withdrawn(record, language)
        elif record and record.corrected:
            yield _corrected(record, language)
    yield whole(verdict, language)


def _beside(verdict: Verdict, code: str, language: str) -> Iterator[Finding]:
    """The fingerprint of the file beside that on the paper."""
    w = words(language)
    if not verdict.said:
        yield Finding("open", w.gettext("The file has no fingerprint to put beside the code on the paper."))
    elif verdict.fingerprint.startswith(code):
        yield Finding("as_it_was", w.gettext("The file has the fingerprint that the code on the paper says."))
    else:
        sentence = w.gettext("The file has another fingerprint than the code on the paper says: {fingerprint}.")
        yield Finding("changed", sentence.format(fingerprint=shortened(verdict.fingerprint)))


def _record(record: Known | None, language: str) -> Iterator[Finding]:
    """What this Gyda knows of the record, and nothing of what stands in it."""
    w = words(language)
    if record is None:
        told = w.gettext("This Gyda does not know the record; it may have been submitted in another.")
        yield Finding("open", told)
        return
    kept = w.gettext("This Gyda keeps the record this report was made from.")
    match record.same:
        case True:
            yield Finding("as_it_was", f"{kept} {w.gettext('The report says what the record says.')}")
        case False:
            yield Finding("changed", f"{kept} {w.gettext('The record says something else.')}")
        case _:
            left = w.gettext("Whether the report says what the record says could not be worked out here.")
            yield Finding("open", f"{kept} {left}")
    if record.withdrawn:
        yield Finding("changed", _withdrawn(record, language))
    if record.corrected:
        yield Finding("changed", _corrected(record, language))


def _withdrawn(record: Known, language: str) -> str:
    assert record.withdrawn
    sentence = words(language).gettext("It has been withdrawn since, on {day}.")
    return sentence.format(day=written_day_of(record.withdrawn, language))


def _corrected(record: Known, language: str) -> str:
    assert record.corrected
    sentence = words(language).gettext("A correction of it was submitted on {day}.")
    return sentence.format(day=written_day_of(record.corrected, language))
