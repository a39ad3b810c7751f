"""Bringing assessments into the portfolio from files and folders, and saying what is there."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from assessment import answers_file
from assessment.cli.kept import Say
from assessment.cli.program import Session, Stop
from assessment.cli.terminal import one_line, writable
from assessment.core.fault import N_, Fault, Message
from assessment.portfolio import bringing
from assessment.portfolio.bringing import Becomes, Found, Preview, Step, Terms
from assessment.portfolio.files import ENDINGS, MOST_BYTES, Faulty, File, in_folder
from assessment.portfolio.showing import catch_up
from assessment.store import Store
from assessment.store.portfolio.heads import heads

PATIENCE = 2.0
"""Seconds before anything is said of how far it is."""
BECOMES = {
    Becomes.PROJECT: N_("a new project"),
    Becomes.MORE: N_("one more of a known project"),
    Becomes.HERE: N_("already here, left out"),
    Becomes.TWICE: N_("the same as {file}, left out"),
}
STEPS = {
    Step.READING: N_("Reading files: {done} of {all}"),
    Step.COMPARING: N_("Looking what is here already: {done} of {all}"),
    Step.ROWS: N_("Reading rows: {done} of {all}"),
    Step.SCORING: N_("Working out the results: {done} of {all}"),
    Step.KEEPING: N_("Taking them in: {done} of {all}"),
}
EMPTY = Fault(
    "",
    Message(N_("there is nothing in this folder to bring in.")),
    Message(N_("The names of files have to end in: {known}."), {"known": ", ".join(ENDINGS)}),
)
WIDE = 20
"""Letters of a bar."""
ROW = N_("row {number}")


@dataclass
class Progress:
    """Says on standard error how far it is, once that takes long; in a file of its own nothing is said."""

    say: Say
    begun: float = field(default_factory=time.monotonic)
    last: str = ""

    def __call__(self, step: Step, done: int, of: int) -> None:
        """Say it: on a terminal each time on the same line, and else once a step."""
        if time.monotonic() - self.begun < PATIENCE:
            return
        told = self.say(STEPS[step]).format(done=done, all=of)
        if sys.stderr.isatty() and of > 1:
            told = f"{_bar(done / of)} {told}"
        if told != self.last and sys.stderr.isatty():
            click.echo(f"\r\x1b[K{told}", nl=False, err=True)
            self.last = told
        elif not self.last.startswith(told.split(":")[0]):
            click.echo(told, err=True)
            self.last = told

    def end(self) -> None:
        """Leave the line as if nothing had been said on it."""
        if self.last and sys.stderr.isatty():
            click.echo("\r\x1b[K", nl=False, err=True)


def _bar(part: float) -> str:
    full = min(round(part * WIDE), WIDE)
    return f"[{'#' * full}{'.' * (WIDE - full)}]"


def imported(
    names: Sequence[str], session: Session, *, terms: Terms, draft: bool, skip_faulty: bool, check: bool
) -> Iterator[str]:
    """Bring files and folders in, or only look at them: what is said of each, and of all. Raises Stop."""
    files = list(_files(names))
    progress = Progress(session.say)
    with closing(Store.open()) as store:
        catch_up(store)
        preview = bringing.look_at(store, files, progress, language=session.language)
        preview = preview.as_drafts() if draft else preview
        if preview.faulty and not skip_faulty:
            progress.end()
            raise Stop(_faults(preview, session.say))
        if not check:
            bringing.take_in(store, preview, terms, at=datetime.now(UTC), skip_faulty=skip_faulty, tell=progress)
        progress.end()
    for one in preview.found:
        yield _line(one, session.say)
    # Last, where they are still seen after thousands of lines.
    for place, fault in _faults(preview, session.say):
        click.echo(f"{place}: {fault.in_(session.say)}", err=True)
    yield _sum(preview, session.say, check=check)


def there(say: Say) -> Iterator[str]:
    """The projects of the portfolio: id, day of the assessment that stands for each, state, questions and name."""
    with closing(Store.open()) as store:
        catch_up(store)
        found = heads(store)
    states = {True: say(N_("draft")), False: say(N_("submitted"))}
    width = max(map(len, states.values()))
    for one in found:
        yield f"{one.project}  {one.day:10}  {states[one.draft]:{width}}  {one.rubric}  {one_line(one.name)}"


def _files(names: Sequence[str]) -> Iterator[File]:
    faults: list[tuple[str, Fault]] = []
    for name in names:
        path = Path(name)
        paths = in_folder(path) if path.is_dir() else [path]
        if not paths:
            faults.append((name, EMPTY))
        yield from (File(str(one), partial(answers_file.content, one, MOST_BYTES)) for one in paths)
    if faults:
        raise Stop(faults)


def _place(one: Faulty | Found, say: Say) -> str:
    file, row = (one.file, one.row) if isinstance(one, Faulty) else (one.held.file, one.held.row)
    return file if row is None else f"{file}, {say(ROW).format(number=row)}"


def _faults(preview: Preview, say: Say) -> list[tuple[str, Fault]]:
    return [(_place(one, say), fault) for one, fault in bringing.faults_of(preview.faulty)]


def _line(one: Found, say: Say) -> str:
    assessment = one.held.assessment
    other = one.same_as
    same = _place(Faulty(other.file, other.row, ()), say) if other else ""
    becomes = say(BECOMES[one.becomes]).format(file=same)
    draft = f", {say(N_('draft'))}" if one.held.draft else ""
    told = say(N_("{file}: {name}, {day}{draft}: {becomes}."))
    name = one_line(assessment.project.name)
    return writable(
        told.format(
            file=_place(one, say), name=name, day=assessment.assessment.date.isoformat(), draft=draft, becomes=becomes
        )
    )


def _sum(preview: Preview, say: Say, *, check: bool) -> str:
    numbers = {
        "coming": len(preview.coming),
        "left": len(preview.found) - len(preview.coming),
        "faulty": len(preview.faulty),
    }
    if check:
        told = say(N_("To bring in: {coming}. Left out as known: {left}. With faults: {faulty}. Nothing is kept yet."))
    else:
        told = say(N_("Brought in: {coming}. Left out as known: {left}. Left out with faults: {faulty}."))
    return told.format(**numbers)
