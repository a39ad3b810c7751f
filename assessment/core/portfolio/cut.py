"""Which projects of a portfolio are looked at: the filter that stands in the address and in every export."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

NOT_SAID = "-"
"""How a filter names the projects that do not say their kind, level or organisation."""
SPLIT = ":"
"""Between a stage and a status."""


@dataclass(frozen=True)
class Cut:
    """A filter: of each list any, of the lists all; an empty list leaves everything in.

    `rubric` is a name with its major version: different majors are never mixed. `since` and `until` are days of the
    assessment, both included. `statuses` are `stage:status`; of one stage any, of several stages all.
    """

    rubric: str = ""
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    complexity: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    drafts: bool = False
    project: tuple[str, ...] = field(default=())
    """Ids of chosen projects."""

    @property
    def query(self) -> dict[str, str | list[str]]:
        """The filter as the query of an address; what is not set is left out."""
        return {one.name: _written(value) for one in fields(self) if (value := getattr(self, one.name))}

    @property
    def plain(self) -> dict[str, Any]:
        """The filter as it stands in an export."""
        return {name: value if isinstance(value, str) else list(value) for name, value in self.query.items()}

    @property
    def open(self) -> bool:
        """Whether it leaves everything of its rubric in."""
        return replace(self, rubric="", drafts=False) == Cut()

    def without(self, *names: str) -> "Cut":
        """The same with nothing set in these fields."""
        nothing: dict[str, Any] = {name: getattr(Cut(), name) for name in names}
        return replace(self, **nothing)

    def setting(self, name: str, value: Any) -> "Cut":
        """The same with one field set to something else."""
        return replace(self, **{name: value})

    def statuses(self) -> dict[str, tuple[str, ...]]:
        """The statuses that are asked for, by stage."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.status:
            stage, _, status = one.partition(SPLIT)
            found[stage] = (*found.get(stage, ()), status)
        return found


NAMES = tuple(one.name for one in fields(Cut))
"""What the query of an address may hold of a filter."""


def cut_from(query: Mapping[str, Sequence[str]]) -> Cut:
    """The filter in a query of lists of texts; what cannot be read is as if it were not there."""
    read: dict[str, Any] = {}
    for name in NAMES:
        given = tuple(dict.fromkeys(one for one in query.get(name, ()) if one))
        if given:
            read[name] = _read(name, given)
    return Cut(**read)


def _read(name: str, given: tuple[str, ...]) -> Any:
    if name in ("since", "until"):
        try:
            return date.fromisoformat(given[0])
        except ValueError:
            return None
    if name == "drafts":
        return given[0] == "1"
    if name == "rubric":
        return given[0]
    return tuple(one for one in given if SPLIT in one) if name == "status" else given


def _written(value: object) -> str | list[str]:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, bool):
        return "1"
    return value.isoformat() if isinstance(value, date) else str(value)
