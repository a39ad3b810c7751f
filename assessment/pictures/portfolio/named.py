"""The names of what a cut is made of, in one language: its fields, what they are set to, and the whole of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations
from types import MappingProxyType
from typing import Final

from assessment.core.fault import N_
from assessment.core.portfolio.cut import NOT_SAID, SPLIT, Cut
from assessment.core.terms import Status
from assessment.pictures.portfolio.wording import Many
from assessment.words import words

_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": N_("Kind of organisation"),
        "level": N_("How near to people's lives"),
        "complexity": N_("What kind of problem it is"),
        "organisation": N_("Organisation"),
        "status": N_("How far"),
        "tag": N_("Tag"),
    }
)
_KINDS_OF_WORK: Final = "complexity"


@dataclass(frozen=True)
class Named(Many):
    """Names by a rubric, in `cy` or `en`."""

    @property
    def w(self) -> NullTranslations:
        """The words of the language."""
        return words(self.language)

    def field(self, name: str) -> str:
        """What a field of a filter is called."""
        return self.w.gettext(_FIELDS[name])

    def value(self, name: str, value: str) -> str:
        """What a field is set to; an id that the rubric does not know stays as it is."""
        if value == NOT_SAID:
            return self.w.gettext("not said")
        return _VALUES.get(name, _itself)(self, value)

    def status(self, stage: str, status: str) -> str:
        """How far a stage is: `Co-design: under way`."""
        return f"{self.stage(stage)}: {self.inside(self.how_far(status))}"

    def how_far(self, status: str) -> str:
        """The name of a status."""
        known = status in set(Status)
        return self.rubric.label("status", status, self.language) if known else status

    def stage(self, stage: str) -> str:
        """The name of a stage."""
        known = self.rubric.stages.get(stage)
        return known.name.in_(self.language) if known else stage

    def set(self, cut: Cut) -> tuple[tuple[str, str], ...]:
        """What is set in a cut, field by field: its name, and what it is set to."""
        return tuple(self._set(cut))

    def _set(self, cut: Cut) -> Iterator[tuple[str, str]]:
        for name in _FIELDS:
            if chosen := getattr(cut, name):
                yield self.field(name), ", ".join(self._within(name, one) for one in chosen)
        if cut.since or cut.until:
            yield self.w.gettext("Date"), self.between(cut.since, cut.until)
        if cut.project:
            many = self.w.ngettext("{number} that was picked", "{number} that were picked", len(cut.project))
            yield self.w.gettext("Projects"), many.format(number=len(cut.project))

    def _within(self, name: str, value: str) -> str:
        """A name of the rubric's begins small inside a list; what people typed stays as it is."""
        said = self.value(name, value)
        return self.inside(said) if name in ("kind", "level", "complexity") else said

    def between(self, since: date | None, until: date | None) -> str:
        """A span of days, open at either end."""
        w = self.w
        if since and until:
            return w.gettext("{first} to {last}").format(first=self.date(since), last=self.date(until))
        if since:
            return w.gettext("from {day} on").format(day=self.date(since))
        return w.gettext("up to {day}").format(day=self.date(until)) if until else ""

    def in_short(self, cut: Cut) -> str:
        """What is set in a cut, in one line; empty where nothing is."""
        return "; ".join(said for _, said in self.set(cut))


def _kind(named: Named, id_: str) -> str:
    return next((one.name.in_(named.language) for one in named.rubric.kinds if one.id == id_), id_)


def _level(named: Named, id_: str) -> str:
    context = named.rubric.context
    levels = context.levels if context else ()
    return next((one.name.in_(named.language) for one in levels if one.id == id_), id_)


def _complexity(named: Named, id_: str) -> str:
    label = named.rubric.labels.get(_KINDS_OF_WORK, {}).get(id_)
    return label.in_(named.language) if label else id_


def _status(named: Named, both: str) -> str:
    stage, _, status = both.partition(SPLIT)
    return named.status(stage, status)


def _itself(_named: Named, value: str) -> str:
    return value


_VALUES: Final[Mapping[str, Callable[[Named, str], str]]] = MappingProxyType(
    {"kind": _kind, "level": _level, "complexity": _complexity, "status": _status}
)
