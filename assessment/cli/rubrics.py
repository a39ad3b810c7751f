"""What the command line does with rubrics: list them, check them, confirm their Welsh."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from assessment import library
from assessment.core import lock
from assessment.core.fault import N_, BadInput, Fault, Message

LOCK = "welsh.lock"
READ_AND_CONFIRM = Message(N_("Read both languages side by side, then type 'rubric confirm' with its folder and id."))


def chosen(folder: str | None) -> list[Path]:
    """The folder that was named, or the folders of every rubric there is."""
    return [Path(folder)] if folder else library.folders()


def named(folder: Path) -> str:
    """What a rubric's folder is called: `rubrics/involvement` on the shelf, any other as it was typed."""
    shelf = library.SHELF
    return folder.relative_to(shelf.parent).as_posix() if folder.is_relative_to(shelf) else str(folder)


def listed(language: str) -> Iterator[str]:
    """Name, version and title of every rubric."""
    for folder in library.folders():
        found = library.load(folder)
        yield f"{found.name}  {found.version}  {found.title.in_(language)}"


def check(folder: Path) -> int:
    """How many texts a rubric has, all of them confirmed. Raises BadInput with every fault."""
    found = library.load(folder)
    if not (folder / LOCK).is_file():
        raise BadInput(
            Fault(named(folder / LOCK), Message(N_("nobody has confirmed the Welsh yet.")), READ_AND_CONFIRM)
        )
    if reviews := list(lock.needs_review(found, _locked(folder))):
        _, files = library.gather(folder)
        raise BadInput(*(library.in_file(Fault(one.place, one.why, READ_AND_CONFIRM), files) for one in reviews))
    return len(lock.lock(found))


def confirm(folder: Path, ids: Sequence[str]) -> int:
    """Write the fingerprints of the texts under `ids`, or of all; how many that were new or changed."""
    found, locked = library.load(folder), _locked(folder)
    if unknown := [id_ for id_ in ids if not any(lock.under(place, id_) for place in lock.lock(found))]:
        wrong = Message(N_("no text stands there."))
        remedy = Message(N_("Name an id as 'rubric check' shows it, such as co_design or trust."))
        raise BadInput(*(Fault(id_, wrong, remedy) for id_ in unknown))
    confirmed = lock.confirm(found, locked, ids)
    (folder / LOCK).write_text(lock.written(confirmed), encoding="utf-8")
    return sum(confirmed[place] != locked.get(place) for place in confirmed)


def _locked(folder: Path) -> dict[str, lock.Pair]:
    path = folder / LOCK
    return lock.parsed(path.read_text(encoding="utf-8")) if path.is_file() else {}
