"""An export as a workbook: a sheet to read, the data that can be read back in, and what hangs on it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

from assessment.core.fault import N_
from assessment.core.next_steps import DECISION
from assessment.core.portfolio.barriers import Mark
from assessment.core.promises import Kept
from assessment.core.terms import LIVE, Presence, Standing
from assessment.days import written_day
from assessment.pictures.portfolio.barriers import MARKS
from assessment.pictures.portfolio.named import Named
from assessment.pictures.reader import KEPT_BACK
from assessment.sheets import dictionary
from assessment.sheets.columns import DRAFT, STATE, SUBMITTED, TAKING_PART
from assessment.sheets.flat import Tell, told
from assessment.sheets.grid import DATA
from assessment.sheets.paper import Paper, Written
from assessment.sheets.rows import Rows, filled, styles
from assessment.sheets.taken import Exported, Layout, Marked, Taking
from assessment.words import words

KEPT: Final[Mapping[str, str]] = {
    Kept.KEPT.value: N_("kept"),
    Kept.PARTLY.value: N_("nearly kept"),
    Kept.CHANGED.value: N_("changed, with a reason given"),
    Kept.NOT_KEPT.value: N_("not kept"),
    Kept.UNKNOWN.value: N_("nobody says how it is now"),
}
MOST_ROWS: Final = 1_048_575
"""Under the headings of a sheet."""
NO_MARK: Final = Marked("", "")


def to_xlsx(taking: Taking, taken: Iterable[Exported], language: str, tell: Tell | None = None) -> bytes:
    """The export as an XLSX file, its sheets in `cy` or `en`."""
    return _Book(taking, language).write(taken, tell)


class _Book:
    """The sheets, filled row by row in one pass over the assessments."""

    def __init__(self, taking: Taking, language: str) -> None:
        self.taking, self.language, self.rubric = taking, language, taking.rubric
        self.layout, self.named = Layout(taking.rubric), Named(taking.rubric, language)
        self.paper = Paper()
        self.say = words(language).gettext
        self.order: list[str] = []
        self.rows: dict[str, Rows] = {}

    def write(self, taken: Iterable[Exported], tell: Tell | None) -> bytes:
        """Every sheet, and the file."""
        empty = self._sheets()
        at = {id_: number for number, id_ in enumerate(self.order, 1)}
        self.rows = {id_: Rows(styles(empty, number)) for id_, number in at.items()}
        for one in told(taken, self.taking.total, tell):
            self._project(one)
            self._data(one)
            self._barriers(one)
            self._groups(one)
        self._promises()
        return filled(empty, {at[id_]: rows for id_, rows in self.rows.items()})

    def _sheets(self) -> bytes:
        """The workbook with its headings, and with the sheets that do not grow."""
        total = self.taking.total
        dates = dict.fromkeys(self.layout.dates, "date")
        self._begin(
            "projects",
            self.say(N_("Projects")),
            self._headings,
            (34, 30, 24, 12, 12, 20, 24, 24, 26, 18),
            {3: "date", **self._means},
            total,
        )
        self._begin(DATA, DATA, self.layout.headings, [16.0] * len(self.layout.headings), dates, total)
        self._begin(
            "barriers",
            self.say(N_("Barriers")),
            self._barrier_headings,
            (34, 30, 12, 16, 26, 60, 30, 22, 40),
            {2: "date", 5: "wrapped", 8: "wrapped"},
            total * len(self.rubric.order),
        )
        groups = total * (len(self.rubric.groups) + 10)
        self._begin(
            "groups",
            self.say(N_("Groups")),
            self._group_headings,
            (34, 30, 12, 44, 30, 30, 30, 30),
            {2: "date"},
            groups,
        )
        self._begin(
            "promises",
            self.say(N_("Promises")),
            self._promise_headings,
            (34, 30, 12, 12, 40, 28, 28, 28),
            {2: "date", 3: "date"},
            len(self.taking.promises),
        )
        self._about()
        self._columns()
        return self.paper.done()

    def _begin(
        self,
        id_: str,
        name: str,
        headings: Sequence[str],
        widths: Sequence[float],
        forms: Mapping[int, str],
        most: int,
    ) -> None:
        more = [14.0] * (len(headings) - len(widths))
        sheet = self.paper.sheet(name, [*widths, *more][: len(headings)])
        self.paper.head(sheet, 0, headings)
        self.paper.pattern(sheet, len(headings), forms)
        if most:
            sheet.autofilter(0, 0, min(most, MOST_ROWS), len(headings) - 1)
        self.order.append(id_)

    def _add(self, id_: str, values: Sequence[Written]) -> None:
        self.rows[id_].add(enumerate(values))

    def _label(self, id_: str) -> str:
        return self.layout.label[id_].in_(self.language)

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        ids = ["project.name", "project.organisation", "project.kind", "assessment.date", STATE, "assessment.depth"]
        ids += ["project.made_by", *(["context.level"] if self.rubric.context else []), "result.complexity", "tags"]
        for stage in self.rubric.order:
            ids += [f"{stage}.status", f"{stage}.decision", f"result.{stage}.standing", f"result.{stage}.score"]
        ids += [f"result.{value}.score" for value in self.rubric.columns]
        return tuple(self._label(id_) for id_ in ids)

    @cached_property
    def _means(self) -> Mapping[int, str]:
        """In which columns of the sheet to read there are means."""
        first = 10 if self.rubric.context else 9
        stages = len(self.rubric.order)
        means = [first + 4 * at + 3 for at in range(stages)]
        means += [first + 4 * stages + at for at in range(len(self.rubric.columns))]
        return dict.fromkeys(means, "mean")

    def _project(self, one: Exported) -> None:
        form, result = one.form, one.result
        project, context = form["project"], form.get("context", {})
        values: list[Written] = [
            one.name,
            one.organisation,
            self._named("project.kind", project.get("kind")),
            one.day,
            self._named(STATE, DRAFT if one.draft else SUBMITTED),
            self._named("assessment.depth", result["depth"]),
            self._named("project.made_by", project.get("made_by", "both")),
        ]
        if self.rubric.context:
            values.append(self._named("context.level", context.get("level")))
        values += [self._named("result.complexity", result["complexity"]), "; ".join(one.tags)]
        for stage in self.rubric.order:
            said = result["stages"][stage]
            values += [
                self._named(f"{stage}.status", said["status"]),
                self._named(f"{stage}.decision", said["decision"]),
                self._named(f"result.{stage}.standing", said["standing"]),
                said["score"],
            ]
        values += [result["values"][value]["score"] for value in self.rubric.columns]
        self._add("projects", values)

    @cached_property
    def _names(self) -> Mapping[str, Mapping[object, str]]:
        """What the answers of each column are called."""
        return {
            column.id: {choice.id: choice.short.in_(self.language) for choice in column.choices}
            for column in self.layout.every
            if column.choices
        }

    def _named(self, column: str, id_: object) -> str:
        return self._names[column].get(id_, str(id_)) if id_ is not None else ""

    def _data(self, one: Exported) -> None:
        days = self.layout.dates
        self.rows[DATA].add(
            (at, date.fromisoformat(str(value)) if at in days else value)
            for at, value in self.layout.cells(one).items()
        )

    @cached_property
    def _barrier_headings(self) -> tuple[str, ...]:
        own = (
            N_("Stage"),
            N_("What stands in the way"),
            N_("In the team's words"),
            N_("Who could remove it"),
            N_("What managers say"),
            N_("Why, or what was done"),
        )
        return (*self._of_project, *(self.say(one) for one in own))

    @property
    def _of_project(self) -> tuple[str, str, str]:
        return (self._label("project.name"), self._label("project.organisation"), self._label("assessment.date"))

    def _barriers(self, one: Exported) -> None:
        """The stages in which a barrier stands in the way."""
        for stage, said in one.result["stages"].items():
            if said["standing"] != Standing.BARRIER.value:
                continue
            given = one.form["stages"][stage]
            reason = given["reason"]
            mark = self.taking.marks.get((one.project, stage, reason), NO_MARK)
            told_ = self.say(MARKS[Mark(mark.mark)]) if mark.mark else ""
            words_ = (self._note(given.get("reason_note")), self._note(given.get("who_could_remove_it")))
            named = (self.named.stage(stage), self._named(f"{stage}.reason", reason), *words_)
            self._add("barriers", (one.name, one.organisation, one.day, *named, told_, mark.note))

    def _note(self, note: Any) -> str:
        if isinstance(note, dict):
            kept = note.get("withheld")
            return self.say(KEPT_BACK) if kept else str(note.get("text", ""))
        return note or ""

    @cached_property
    def _group_headings(self) -> tuple[str, ...]:
        return (*self._of_project, self.say(N_("Group")), *(self.named.stage(stage) for stage in self.rubric.order))

    def _groups(self, one: Exported) -> None:
        """Who took part in what has begun or is planned; rows that the team keeps back are not there."""
        live = {stage for stage, said in one.result["stages"].items() if said["status"] in LIVE}
        for row in one.form.get(TAKING_PART, ()):
            group = self.rubric.group.get(row["group"])
            where = [
                self._presence[row[stage]] if stage in live and stage in row else "" for stage in self.rubric.order
            ]
            if group and any(where):
                name = row.get("label") or group.name.in_(self.language)
                self._add("groups", (one.name, one.organisation, one.day, name, *where))

    @cached_property
    def _presence(self) -> Mapping[str, str]:
        return {one.value: self.rubric.label("presence", one.value, self.language) for one in Presence}

    @cached_property
    def _promise_headings(self) -> tuple[str, ...]:
        own = [
            N_("Promised on"),
            N_("Looked at on"),
            N_("Stage or question"),
            N_("What was promised"),
            N_("What it is now"),
        ]
        return (*self._of_project[:2], *(self.say(one) for one in own), self.say(N_("What became of it")))

    def _promises(self) -> None:
        for one in self.taking.promises:
            kept = self.say(KEPT[one.kept]) if one.kept in KEPT else one.kept
            said = (self._about_what(one.about), self._level(one.about, one.promised), self._level(one.about, one.now))
            self._add("promises", (one.name, one.organisation, one.earlier, one.later, *said, kept))

    def _about_what(self, about: str) -> str:
        _, _, rest = about.partition(".")
        return self._label(about if rest == DECISION else f"{about}.level")

    def _level(self, about: str, said: str | None) -> Written:
        if said is None:
            return None
        if about.endswith(f".{DECISION}"):
            return self._named(about, said)
        return int(said) if said.isdigit() else said

    def _about(self) -> None:
        sheet = self.paper.sheet(self.say(N_("About this file")), (34, 90), freeze=(0, 0))
        say, taking = self.say, self.taking
        sheet.write_string(0, 0, say(N_("About this file")), self.paper.formats["title"])
        none = say(N_("Everything of this rubric"))
        rows = [
            (say(N_("Taken out on")), written_day(taking.exported, self.language)),
            (say(N_("Rubric")), f"{self.rubric.title.in_(self.language)} ({self.rubric.name})"),
            (say(N_("Assessments")), str(taking.total)),
            *(taking.told or ((say(N_("Filter")), none),)),
            (say(N_("Filter, as in the address")), _address(taking.filter)),
            *((say(head), say(text).replace("`", "")) for head, text in NOTES),
        ]
        if self.rubric.reading_rule:
            rows.append((say(N_("How to read it")), self.rubric.reading_rule.in_(self.language)))
        for at, row in enumerate(rows, 2):
            self.paper.row(sheet, at, row, {0: "strong", 1: "wrapped"})

    def _columns(self) -> None:
        heads = [N_("Id"), N_("Heading"), N_("What stands in it"), N_("What it means"), N_("Answers")]
        other = next(one for one in ("cy", "en") if one != self.language)
        both = [self.say(one) for one in heads]
        both += [dictionary.words_in(other)(one) for one in heads[1:]]
        sheet = self.paper.sheet(self.say(N_("Columns")), (34, 34, 16, 60, 60, 34, 16, 60, 60))
        self.paper.head(sheet, 0, both)
        for at, one in enumerate(dictionary.entries(self.rubric), 1):
            values: list[str] = [one.id]
            for language in (self.language, other):
                values += [one.label.in_(language), one.kind.in_(language), one.meaning.in_(language)]
                values.append(dictionary.choices(one, language))
            self.paper.row(sheet, at, values, dict.fromkeys(range(9), "wrapped"))


NOTES: Final = (
    (
        N_("No ranks"),
        N_(
            "There is no overall score here and no order from good to bad. Look at projects that are like each other, "
            "and ask why they differ."
        ),
    ),
    (
        N_("Means"),
        N_(
            "A mean level is for sorting and for machines, and says less than the levels it is made of. It is blank "
            "where too few answers are known."
        ),
    ),
    (
        N_("What is not here"),
        N_(
            "Single voices, small groups that could be recognised, and notes that a team keeps to itself are in no "
            "sheet of this file."
        ),
    ),
    (
        N_("Reading it back in"),
        N_("The sheet “Data” can be brought into Gyda again. Its mark {withheld: true} stands for a text kept back."),
    ),
)


def _address(query: Mapping[str, Any]) -> str:
    return "; ".join(f"{name}={','.join(v) if isinstance(v, list) else v}" for name, v in query.items()) or "–"
