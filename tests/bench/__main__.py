"""`make bench` and `make soak`: measures Gyda and writes the tables of docs/performance.md.

Each measurement runs in a process of its own, so that none warms another up or counts its memory.
Ends with 1 if a row is not met; the table is written all the same.
"""

import argparse
import importlib
import json
import re
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.machine import described
from tests.bench.measured import Row

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/performance.md"
BENCH = [
    "scores.table",
    "scores.one_by_one",
    "reports.times",
    "reports.bids",
    "reports.growth",
    "starts.command_line",
    "starts.first_page",
    "clicks.answers",
    "crowd.people",
    "rush.reports",
    "portfolio.seen",
    "portfolio.moved",
]
SOAK = ["reports.long_growth", "scores.long", "reruns.long", "kills.fifty", "portfolio.grown"]


def measure(name: str) -> list[Row]:
    """The rows of one measurement, made in a process of its own."""
    command = [sys.executable, "-m", "tests.bench", "--only", name]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return [Row(**row) for row in json.loads(done.stdout)]


def own_rows(name: str) -> list[Row]:
    """The rows of one measurement, made here."""
    module, function = name.split(".")
    return list(getattr(importlib.import_module(f"tests.bench.{module}"), function)())


def as_table(rows: list[Row], today: str) -> str:
    """The rows as a Markdown table, under the machine they were measured on."""
    lines = [f"| {row.what} | {row.must} | {row.came_out} | {'yes' if row.met else '**no**'} |" for row in rows]
    head = ["| what | must reach | came out | met |", "|---|---|---|---|"]
    return "\n".join([f"Measured on {today}: {described()}", "", *head, *lines])


def write(part: str, table: str) -> None:
    """Put a table between the marks of its part of the page."""
    start, end = f"<!-- {part} -->\n", f"\n<!-- end of {part} -->"
    text = PAGE.read_text(encoding="utf-8")
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(end), re.DOTALL)
    new, found = pattern.subn(lambda _: start + table + end, text)
    if found != 1:
        raise SystemExit(f"{PAGE.name} has no place for the table of {part}")
    PAGE.write_text(new, encoding="utf-8")


def main() -> int:
    """Measure, print each row as it comes, write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--soak", action="store_true", help="the long measurements")
    parser.add_argument("--only", help=f"one measurement, as JSON: {', '.join(BENCH + SOAK)}")
    asked = parser.parse_args()
    if asked.only:
        print(json.dumps([asdict(row) for row in own_rows(asked.only)]))
        return 0
    rows = []
    for name in SOAK if asked.soak else BENCH:
        for row in measure(name):
            print(f"{'ok    ' if row.met else 'MISSED'} {row.what}: {row.came_out} ({row.must})", flush=True)
            rows.append(row)
    write("soak" if asked.soak else "bench", as_table(rows, datetime.now(UTC).date().isoformat()))
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
