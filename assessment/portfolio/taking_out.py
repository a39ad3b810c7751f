"""Taking a cut of the portfolio out: as a workbook, as CSV or as JSON. Nothing is scored again."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.portfolio.cut import Cut
from assessment.core.rubric import Rubric
from assessment.pictures.portfolio.named import Named
from assessment.portfolio.rubrics import rubric_named
from assessment.sheets import flat, workbook
from assessment.sheets.flat import Tell
from assessment.sheets.taken import Exported, Marked, Promise, Taking
from assessment.store import Store
from assessment.store.portfolio import taking as rows

XLSX, CSV, JSON = "xlsx", "csv", "json"
TYPES: Final[Mapping[str, str]] = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv",
    JSON: "application/json",
}
"""The kinds of files there are, and what a browser calls each."""


def take_out(store: Store, cut: Cut, kind: str, language: str, *, on: date, tell: Tell | None = None) -> bytes:
    """The assessments of a cut, each standing for its project, as a file of this kind.

    `tell` hears now and then how many are written, and of how many. Raises BadInput where there is nothing to take,
    or where the cut has several rubrics and names none.
    """
    rubric = _rubric(store, cut)
    cut = replace(cut, rubric=rubric.name)
    taking = Taking(rubric, on, cut.plain, Named(rubric, language).set(cut), rows.size(store, cut))
    if kind == XLSX:
        taking = replace(taking, promises=_promises(store, cut), marks=_marks(store, cut))
    return _WRITERS[kind](taking, exported(store, cut), language, tell)


def exported(store: Store, cut: Cut) -> Iterator[Exported]:
    """The assessments of a cut one after the other."""
    for one in rows.taken(store, cut):
        yield Exported(
            project=one.project,
            name=one.name,
            organisation=one.organisation or "",
            day=date.fromisoformat(one.day),
            draft=one.draft,
            tags=one.tags,
            record=one.record,
            form=json.loads(one.form),
            result=json.loads(one.result),
        )


def _rubric(store: Store, cut: Cut) -> Rubric:
    names = rows.rubrics(store, cut)
    if not names:
        raise BadInput(NOTHING)
    if len(names) > 1:
        wrong = Message(N_("these assessments were made on several rubrics, which are never mixed."))
        remedy = Message(N_("Name one of them with '--rubric': {names}."), {"names": ", ".join(names)})
        raise BadInput(Fault("", wrong, remedy))
    rubric = rubric_named(store, names[0])
    assert rubric  # The store keeps the rubric of all it keeps.
    return rubric


NOTHING: Final = Fault(
    "",
    Message(N_("the portfolio has no assessment that fits.")),
    Message(N_("Take something out of the filter, or bring assessments in first.")),
)


def _promises(store: Store, cut: Cut) -> list[Promise]:
    return [
        Promise(
            name=one.name,
            organisation=one.organisation or "",
            about=one.about,
            promised=one.promised,
            now=one.now,
            kept=one.kept,
            earlier=date.fromisoformat(one.earlier),
            later=date.fromisoformat(one.later),
        )
        for one in rows.promises(store, cut)
    ]


def _marks(store: Store, cut: Cut) -> dict[tuple[str, str, str], Marked]:
    return {key: Marked(one.mark, one.note or "") for key, one in rows.marks(store, cut).items()}


_WRITERS: Final[Mapping[str, Callable[[Taking, Iterator[Exported], str, Tell | None], bytes]]] = {
    XLSX: workbook.to_xlsx,
    CSV: lambda taking, taken, _, tell: flat.to_csv(taking, taken, tell),
    JSON: lambda taking, taken, _, tell: flat.to_json(taking, taken, tell),
}
