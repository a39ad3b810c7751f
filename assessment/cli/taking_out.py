"""Taking the portfolio out on the command line: the blank spreadsheet, an export, and what its columns mean."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import click

from assessment import library
from assessment.cli import out_file
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.portfolio.cut import SPLIT, Cut
from assessment.core.rubric import Rubric
from assessment.core.terms import Status
from assessment.days import read_day
from assessment.portfolio import taking_out
from assessment.portfolio.rubrics import rubric_named
from assessment.portfolio.showing import catch_up
from assessment.store import Store
from assessment.store.portfolio.taking import size

Say = Callable[[str], str]
PATIENCE = 2.0
"""Seconds before anything is said of how far it is."""


def blank(out: Path, language: str, *, force: bool) -> None:
    """Write the blank spreadsheet. Raises BadInput."""
    from assessment.sheets.template import template

    _kind(out, (taking_out.XLSX,))
    out_file.keep_what_is_there(out, force=force)
    out_file.write(out, template(library.load(library.folders()[0]), language))


def exported(out: Path, cut: Cut, language: str, say: Say, *, force: bool) -> int:
    """Write the assessments of a cut; how many those are. Raises BadInput."""
    kind = _kind(out, tuple(taking_out.TYPES))
    out_file.keep_what_is_there(out, force=force)
    with closing(Store.open()) as store:
        catch_up(store)
        _check(cut, rubric_named(store, cut.rubric) or library.load(library.folders()[0]))
        content = taking_out.take_out(store, cut, kind, language, on=datetime.now(UTC).date(), tell=_progress(say))
        number = size(store, cut)
    out_file.write(out, content)
    return number


def reported(cut: Cut, language: str) -> bytes:
    """The report on the projects of a cut. Raises BadInput."""
    from assessment.portfolio.board import board
    from reports.pdf import render_board

    with closing(Store.open()) as store:
        catch_up(store)
        _check(cut, rubric_named(store, cut.rubric) or library.load(library.folders()[0]))
        return render_board(board(store, cut, language, on=datetime.now(UTC).date()))


def day(option: str, typed: str | None) -> date | None:
    """The day that stands after an option. Raises BadInput."""
    if typed is None:
        return None
    found = read_day(typed)
    if found is None:
        wrong = Message(N_("{value} is not a day that can be read."), {"value": f"'{typed}'"})
        raise BadInput(Fault(option, wrong, Message(N_("Write it as 22/11/2026 or 22 November 2026."))))
    return found


def dictionary() -> str:
    """What every column of an export means, in both languages."""
    from assessment.sheets.dictionary import markdown

    return markdown(library.load(library.folders()[0]))


def _kind(out: Path, known: Sequence[str]) -> str:
    kind = out.suffix.lower().removeprefix(".")
    if kind not in known:
        remedy = Message(N_("Let it end in one of: {known}."), {"known": ", ".join(f".{one}" for one in known)})
        raise BadInput(Fault(str(out), Message(N_("the name says nothing of what it is to be.")), remedy))
    return kind


def _check(cut: Cut, rubric: Rubric) -> None:
    """Name every id of a filter that the rubric does not have: nothing would be found by it, and nobody told why."""
    levels = [one.id for one in rubric.context.levels] if rubric.context else []
    known: Mapping[str, Sequence[str]] = {
        "--kind": [one.id for one in rubric.kinds],
        "--level": levels,
        "--status": [f"{stage}{SPLIT}{status}" for stage in rubric.order for status in Status],
    }
    given = {"--kind": cut.kind, "--level": cut.level, "--status": cut.status}
    faults = [
        Fault(
            option,
            Message(N_("'{value}' is not known."), {"value": value}),
            Message(N_("Use one of: {known}."), {"known": ", ".join(known[option])}),
        )
        for option, values in given.items()
        for value in values
        if value not in known[option]
    ]
    if faults:
        raise BadInput(*faults)


def _progress(say: Say) -> Callable[[int, int], None]:
    begun = time.monotonic()

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - begun > PATIENCE:
            told = say(N_("Written: {done} of {all}")).format(done=done, all=of)
            click.echo(f"\r\x1b[K{told}" + ("\n" if done == of else ""), nl=False, err=True)

    return tell
