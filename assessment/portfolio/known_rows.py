"""Rows of a spreadsheet that say nothing but what an assessment says which is here: an export that is brought back.

A row has less room than an answers file, so its content is another; as far as a row can say it, both say the same.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessment import answers_file
from assessment.portfolio.files import Held
from assessment.sheets.columns import SPLIT, Column, Kind
from assessment.sheets.taken import Layout, Value
from assessment.store import Store
from assessment.store.batches import batches
from assessment.store.portfolio import showing

AT_ONCE = 250
Said = frozenset[tuple[int, Value]]


def known_rows(store: Store, held: Sequence[Held], projects: Mapping[int, str]) -> Iterator[int]:
    """The places of those rows among `held`; `projects`: of which project here each may be, by its place."""
    layouts = {held[place].rubric.name: Layout(held[place].rubric) for place in projects}
    by_project: dict[str, list[int]] = {}
    for place, project in projects.items():
        by_project.setdefault(project, []).append(place)
    for some in batches(by_project, AT_ONCE):
        here: dict[tuple[str, str, str], list[tuple[bool, Said]]] = {}
        wanted = {_sitting(project, held[place]) for project in some for place in by_project[project]}
        for form in showing.forms(store, projects=some):
            if (sitting := (form.project, form.rubric, form.day)) in wanted:
                here.setdefault(sitting, []).append((form.draft, _said(layouts[form.rubric], json.loads(form.form))))
        for project in some:
            for place in by_project[project]:
                one = held[place]
                there = [said for draft, said in here.get(_sitting(project, one), ()) if one.draft or not draft]
                if there and any(said in there for said in _both(layouts[one.rubric.name], one)):
                    yield place


def _sitting(project: str, one: Held) -> tuple[str, str, str]:
    return project, one.rubric.name, one.assessment.assessment.date.isoformat()


def _both(layout: Layout, one: Held) -> Iterable[Said]:
    """What a row says, and what of it may be shared: an export has the notes on barriers, or has them not."""
    yield _said(layout, answers_file.plain(one.assessment))
    yield _said(layout, json.loads(one.form))


def _said(layout: Layout, form: Mapping[str, object]) -> Said:
    """By the place of its column, with blanks as a sheet keeps them, and lists in whatever order."""
    return frozenset((at, _alike(layout.columns[at], value)) for at, value in layout.said(form).items())


def _alike(column: Column, value: Value) -> Value:
    if not isinstance(value, str):
        return value
    if column.kind is Kind.LIST:
        value = SPLIT.join(sorted(entry.strip() for entry in value.split(SPLIT)))
    return " ".join(value.split())
