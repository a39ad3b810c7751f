"""The data of an export as CSV and as JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from assessment.plain_tree import writable
from assessment.sheets.grid import inert
from assessment.sheets.taken import Exported, Layout, Taking, Value

Tell = Callable[[int, int], None]
"""How many assessments are written, and of how many."""
FORMAT = "portfolio/1"
_EVERY = 250


def to_csv(taking: Taking, taken: Iterable[Exported], tell: Tell | None = None) -> bytes:
    """The data with a row an assessment, as UTF-8 with its mark, by which spreadsheets know it."""
    layout, out = Layout(taking.rubric), io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(layout.headings)
    width = len(layout.headings)
    for one in told(taken, taking.total, tell):
        row: list[Value] = [""] * width
        for at, value in layout.cells(one).items():
            row[at] = inert(writable(value)) if isinstance(value, str) else value
        writer.writerow(row)
    return out.getvalue().encode("utf-8-sig")


def texts_to_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of texts under a head, as a file like the one above."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([inert(writable(text)) for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def to_json(taking: Taking, taken: Iterable[Exported], tell: Tell | None = None) -> bytes:
    """The results as they are stored, each with whose they are, under the filter and the day of the export."""
    head = {
        "format": FORMAT,
        "exported": taking.exported.isoformat(),
        "rubric": taking.rubric.name,
        "filter": dict(taking.filter),
        "count": taking.total,
    }
    parts = [json.dumps(head, ensure_ascii=True, indent=1).rstrip()[:-1].rstrip(), ',\n "projects": [\n']
    parts.append(",\n".join(_json(one) for one in told(taken, taking.total, tell)))
    parts.append("\n ]\n}\n")
    return "".join(parts).encode("ascii")


def _json(one: Exported) -> str:
    project, context = one.form["project"], one.form.get("context", {})
    head: dict[str, Any] = {
        "name": one.name,
        "organisation": one.organisation,
        "kind": project.get("kind"),
        "reference": project.get("reference", ""),
        "made_by": project.get("made_by", "both"),
        "level": context.get("level"),
        "date": one.day.isoformat(),
        "draft": one.draft,
        "tags": list(one.tags),
        "record": one.record,
    }
    return "  " + json.dumps({**head, "result": one.result}, ensure_ascii=True)


def told(taken: Iterable[Exported], total: int, tell: Tell | None) -> Iterator[Exported]:
    """The same one after the other, telling now and then how far it is."""
    for number, one in enumerate(taken, 1):
        yield one
        if tell and (number % _EVERY == 0 or number == total):
            tell(number, total)
