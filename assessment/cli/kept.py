"""What the command line does with the assessments that are kept: list, export, import, back up, restore."""

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from assessment import actions
from assessment.cli import out_file
from assessment.cli.files import read_all
from assessment.cli.program import NAME, Stop
from assessment.cli.terminal import one_line
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.store import (
    EVERY,
    Counts,
    Damaged,
    Full,
    InUse,
    Kept,
    NotABackup,
    ReadOnly,
    Restored,
    Store,
    TooNew,
    WrongPlace,
)

WHO = "command line"
"""Who did it, in the history."""
RESTORE = N_("restore")
"""What is typed to go on."""
STATES = {"draft": N_("draft"), "submitted": N_("submitted"), "withdrawn": N_("withdrawn")}
"""The states of what teams of this Gyda keep; what came into the portfolio from outside is listed there."""
Say = Callable[[str], str]
# What goes wrong is told in words; the kinds of errors that the store logs belong to the app's terminal.
logging.getLogger("assessment.store").addHandler(logging.NullHandler())
logging.getLogger("assessment.store").propagate = False


def listed(say: Say) -> Iterator[str]:
    """Id, date, state and project of every assessment, the last changed first."""
    with _opened() as store:
        kept, heads = store.all(), store.heads([actions.NAME, actions.DATE])
    states = {state: say(name) for state, name in STATES.items()}
    width = max(map(len, states.values()))
    for one in kept:
        said = heads.get(one.id, {})
        day, name = (one_line(str(said.get(path) or "")) for path in (actions.DATE, actions.NAME))
        yield f"{one.id}  {day:10}  {states[one.state]:{width}}  {name}"


def exported(asked: str) -> bytes:
    """The answers file of an assessment, by its id or its project's name. Raises BadInput."""
    with _opened() as store:
        return actions.take_along(store, actions.look(store, _found(store, asked).id)).encode()


def imported(names: Sequence[str]) -> list[tuple[str, str]]:
    """Answers files as projects of their own, all or none: the id and the project's name of each. Raises Stop."""
    files = read_all(names)
    with _opened() as store:
        ids = actions.bring_in_all(store, files, who=WHO, at=_now())
    return [(id_, one_line(assessment.project.name)) for id_, (assessment, _) in zip(ids, files, strict=True)]


def backed_up(out: Path, *, force: bool) -> Counts:
    """Write everything to one file; how much it is. Raises BadInput."""
    out_file.keep_what_is_there(out, force=force)
    with _opened() as store, _about(out, InUse, WrongPlace):
        try:
            return store.backup(out)
        except (ReadOnly, Full):  # of the place, for the store is only read
            raise out_file.not_here(out) from None


def look_into(path: Path) -> Counts:
    """How much a backup holds, once it is checked to its last value. Raises Stop."""
    with _about(path, NotABackup, TooNew):
        return Store.look_into(path)


def there_now() -> Counts | None:
    """How much there is that a restore would replace; None if it is damaged."""
    try:
        with _opened() as store:
            kept = store.all(states=EVERY)
    except Damaged:
        return None
    return Counts(len({one.project for one in kept}), len(kept))


def restored(path: Path) -> Restored:
    """Put a backup in the place of everything; a damaged data file is put aside as it is. Raises Stop."""
    at = _now()
    with _about(path, NotABackup):
        try:
            with _opened() as store:
                return store.restore(path, at=at)
        except Damaged:
            aside = Store.set_aside(at)
            with _opened() as store:
                return Restored(store.restore(path, at=at).counts, aside)


def confirm(say: Say) -> None:
    """Go on only if the word was typed. Raises BadInput."""
    if sys.stdin.readline().strip().lower() not in (RESTORE, say(RESTORE)):
        wrong, remedy = (
            N_("This is not the word, so nothing has been changed."),
            N_("To go on unasked, add '{option}'."),
        )
        raise BadInput(Fault("", Message(wrong), Message(remedy, {"option": "--yes"})))


def _found(store: Store, asked: str) -> Kept:
    kept, names = store.all(), store.heads([actions.NAME])
    by_id = [one for one in kept if one.id == asked]
    found = by_id or [one for one in kept if _same(names.get(one.id, {}).get(actions.NAME), asked)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.id for one in found)
        wrong = Message(N_("several assessments have this name: {ids}."), {"ids": ids})
        raise BadInput(Fault(one_line(asked), wrong, Message(N_("Name one of them by its id."))))
    remedy = Message(N_("Type '{command}' to see what there is."), {"command": f"{NAME} list"})
    raise BadInput(Fault(one_line(asked), Message(N_("no assessment has this id or name.")), remedy))


def _same(name: object, asked: str) -> bool:
    return " ".join(str(name or "").split()).casefold() == " ".join(asked.split()).casefold() != ""


@contextmanager
def _opened() -> Iterator[Store]:
    with closing(Store.open()) as store:
        yield store


@contextmanager
def _about(file: Path, *kinds: type[BadInput]) -> Iterator[None]:
    """Tell of these faults that they are the file's."""
    try:
        yield
    except kinds as bad:
        raise Stop([(str(file), fault) for fault in bad.faults]) from bad


def _now() -> datetime:
    return datetime.now(UTC)
