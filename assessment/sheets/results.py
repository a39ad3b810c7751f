"""The columns that are worked out: what follows from each assessment, as it is stored. Written, and never read back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.core.fault import N_
from assessment.core.rubric import Rubric
from assessment.core.terms import Complexity, Standing
from assessment.core.texts import Words
from assessment.sheets.columns import RESULT, SPLIT, Choice, Kind, both, named, terms

Result = Mapping[str, Any]


@dataclass(frozen=True)
class ResultColumn:
    """One column that is worked out, and where its value stands in a stored result."""

    id: str
    kind: Kind
    label: Words
    meaning: Words
    value: Callable[[Result], Any]
    choices: tuple[Choice, ...] = ()
    mean: bool = False
    """Whether it is a mean: for sorting and for machines, and marked as one."""


MEAN = N_("A mean level, to two decimals: for sorting and for machines only. Blank where too few answers are known.")


def results(rubric: Rubric) -> tuple[ResultColumn, ...]:
    """The columns that are worked out for this rubric."""
    return tuple(_results(rubric))


def _results(rubric: Rubric) -> Iterator[ResultColumn]:
    yield _plain(
        "version", N_("Rubric, version"), N_("The version of the questions it was made with."), "rubric_version"
    )
    kind = N_("Kind of problem")
    meaning = N_("What kind of problem it is, from the answers about the project.")
    yield _plain("complexity", kind, meaning, "complexity", *terms(rubric, "complexity", Complexity))
    for stage in rubric.order:
        yield from _stage(rubric, stage)
    for value in rubric.values:
        yield from _means(f"{value.id}", value.name, ("values", value.id), MEAN)
    for value in rubric.values:
        label = both(N_("{name}, promised"), name=value.name)
        yield from _means(f"promised.{value.id}", label, ("promised", "values", value.id), PROMISED)
    yield ResultColumn(
        f"{RESULT}challenges",
        Kind.LIST,
        both(N_("Challenges")),
        both(N_("Codes of the questions back to the team, each with the place it is about.")),
        lambda result: f"{SPLIT} ".join(_challenge(one) for one in result["challenges"]),
    )


PROMISED = N_("A mean level over planned stages: a promise, never an achievement.")


def _stage(rubric: Rubric, stage: str) -> Iterator[ResultColumn]:
    name = rubric.stages[stage].name

    def column(id_: str, label: str, meaning: str, *choices: Choice) -> ResultColumn:
        path = ("stages", stage, id_)
        told = both(label, stage=name)
        return ResultColumn(f"{RESULT}{stage}.{id_}", Kind.CHOICE, told, both(meaning), _at(*path), choices)

    yield column(
        "band", N_("{stage}: band"), N_("The band of the spectrum in which it is decided."), *named(rubric.bands)
    )
    standing = N_("What can be said of who decides: with people, a reason given, a barrier, an opportunity.")
    yield column("standing", N_("{stage}: where it stands"), standing, *terms(rubric, "standing", Standing))
    yield from _means(stage, name, ("stages", stage), MEAN, evidence=True)
    promised = both(N_("{name}, promised"), name=name)
    yield from _means(f"promised.{stage}", promised, ("promised", "stages", stage), PROMISED, evidence=True)


def _means(
    id_: str, name: Words, path: tuple[str, ...], meaning: str, *, evidence: bool = False
) -> Iterator[ResultColumn]:
    def column(part: str, label: str, meaning: str, *, mean: bool = False) -> ResultColumn:
        told = both(label, name=name)
        return ResultColumn(f"{RESULT}{id_}.{part}", Kind.NUMBER, told, both(meaning), _at(*path, part), mean=mean)

    yield column("score", N_("{name}: mean"), meaning, mean=True)
    yield column("answered", N_("{name}: answered"), N_("How many of its questions have a level."))
    yield column("applicable", N_("{name}: applicable"), N_("How many of its questions apply."))
    if evidence:
        rests = N_("The mean strength of what its answers rest on: 0 nothing, 3 confirmed by the people involved.")
        yield column("evidence", N_("{name}: evidence, mean"), rests, mean=True)


def _plain(id_: str, label: str, meaning: str, key: str, *choices: Choice) -> ResultColumn:
    kind = Kind.CHOICE if choices else Kind.TEXT
    return ResultColumn(f"{RESULT}{id_}", kind, both(label), both(meaning), _at(key), choices)


def _at(*path: str) -> Callable[[Result], Any]:
    def value(result: Result) -> Any:
        here: Any = result
        for key in path:
            here = here.get(key) if isinstance(here, dict) else None
        return here

    return value


def _challenge(one: Mapping[str, Any]) -> str:
    return f"{one['code']} ({one['where']})" if one["where"] else str(one["code"])
