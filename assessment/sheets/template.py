"""The blank spreadsheet: a row an assessment, a list to choose from wherever there is one, both languages in sight."""

from collections.abc import Mapping
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from assessment.core.fault import N_
from assessment.core.rubric import Rubric
from assessment.core.texts import LANGUAGES
from assessment.sheets import dictionary
from assessment.sheets.columns import NAME, STATE, TAKING_PART, Column, Kind, columns
from assessment.sheets.examples import example
from assessment.sheets.paper import Paper
from assessment.words import words

ROWS: Final = 1_000
"""Down to this row there are lists to choose from; more rows may be filled."""
_FIRST: Final = 3
"""The row after the headings and the example, from 0."""
WIDTHS: Final[Mapping[Kind, float]] = {
    Kind.TEXT: 28,
    Kind.DATE: 16,
    Kind.NUMBER: 18,
    Kind.CHOICE: 24,
    Kind.LIST: 34,
}
_OWN_WIDTHS: Final[Mapping[str, float]] = {NAME: 40, STATE: 12}


def template(rubric: Rubric, language: str) -> bytes:
    """The blank spreadsheet in `cy` or `en`, as an XLSX file."""
    return _Blank(rubric, language).write()


class _Blank:
    def __init__(self, rubric: Rubric, language: str) -> None:
        self.rubric, self.language = rubric, language
        self.other = next(one for one in LANGUAGES if one != language)
        self.columns = columns(rubric)
        self.paper = Paper()
        self.say = words(language).gettext

    def write(self) -> bytes:
        widths = [_OWN_WIDTHS.get(column.id, WIDTHS[column.kind]) for column in self.columns]
        sheet = self.paper.sheet(self.say(N_("Assessments")), widths, freeze=(2, 2))
        self._headings(sheet)
        self._example(sheet)
        self._how()
        self._lists(sheet)
        return self.paper.done()

    def _headings(self, sheet: Worksheet) -> None:
        """The headings in the person's language, and under them in the other."""
        formats = self.paper.formats
        for row, language, height in ((0, self.language, 64), (1, self.other, 64)):
            sheet.set_row(row, height)
            for at, column in enumerate(self.columns):
                form = "second" if row else "needed" if column.needed else "head"
                sheet.write_string(row, at, column.label.in_(language), formats[form])

    def _example(self, sheet: Worksheet) -> None:
        found = example(self.rubric, self.language)
        sheet.set_row(2, 48)
        for at, column in enumerate(self.columns):
            value = found.get(column.id, "")
            if column.kind is Kind.DATE and value:
                self.paper.cell(sheet, 2, at, value, "example_date")
            elif value == "":
                sheet.write_blank(2, at, None, self.paper.formats["example"])
            else:
                self.paper.cell(sheet, 2, at, value, "example")

    def _lists(self, sheet: Worksheet) -> None:
        """A sheet with every list, and a list to choose from in every cell that has one."""
        name = self.say(N_("Lists"))
        asked = [column for column in self.columns if column.choices]
        shared: dict[tuple[str, ...], int] = {}
        lists = self.paper.sheet(name, (), freeze=(1, 0))
        for column in asked:
            labels = tuple(choice.label.in_(self.language) for choice in column.choices)
            if labels not in shared:
                at = shared[labels] = len(shared)
                lists.set_column(at, at, 40, self.paper.formats["wrapped"])
                lists.write_string(0, at, self._list_name(column), self.paper.formats["head"])
                for row, label in enumerate(labels, 1):
                    lists.write_string(row, at, label, self.paper.formats["wrapped"])
        for at, column in enumerate(self.columns):
            if column.choices and column.kind is Kind.CHOICE:
                labels = tuple(choice.label.in_(self.language) for choice in column.choices)
                letter = xl_col_to_name(shared[labels], col_abs=True)
                source = f"='{name}'!{letter}$2:{letter}${len(labels) + 1}"
                self._rule(sheet, at, column, {"validate": "list", "source": source})
            elif column.kind is Kind.NUMBER:
                self._rule(sheet, at, column, {"validate": "integer", "criteria": ">=", "value": 1})

    def _list_name(self, column: Column) -> str:
        return self.say(N_("Groups")) if column.path[:1] == (TAKING_PART,) else column.label.in_(self.language)

    def _rule(self, sheet: Worksheet, at: int, column: Column, rule: Mapping[str, Any]) -> None:
        sheet.data_validation(
            2,
            at,
            ROWS,
            at,
            {
                **rule,
                "error_title": self.say(N_("Not one of the answers")),
                "error_message": self.say(N_("Choose from the list, or leave it blank.")),
                # What is typed in the other language, or as an id, is right too.
                "error_type": "warning",
            },
        )

    def _how(self) -> None:
        """A sheet that says how it is filled in, and explains every column in both languages."""
        sheet = self.paper.sheet(self.say(N_("How to fill it in")), (34, 44, 16, 60, 34, 16, 60), freeze=(0, 0))
        sheet.write_string(0, 0, self.say(N_("How to fill it in")), self.paper.formats["title"])
        row = 2
        for language in (self.language, self.other):
            for step in STEPS:
                said = words(language).gettext(step)
                sheet.merge_range(row, 0, row, 6, said, self.paper.formats["wrapped"])
                sheet.set_row(row, 32)
                row += 1
            row += 1
        heads = (N_("Id"), N_("Heading"), N_("What stands in it"), N_("What it means"))
        other = words(self.other).gettext
        self.paper.head(sheet, row, [*(self.say(one) for one in heads), *(other(one) for one in heads[1:])])
        for at, one in enumerate(dictionary.entries(self.rubric), row + 1):
            if one.read:
                cells = [one.id]
                for language in (self.language, self.other):
                    cells += [one.label.in_(language), one.kind.in_(language), one.meaning.in_(language)]
                self.paper.row(sheet, at, cells, dict.fromkeys(range(7), "wrapped"))


STEPS: Final = (
    N_("One row is one assessment of one project. Only the project's name and the date are needed."),
    N_("Where a cell has a list, choose from it. An answer in the other language is right too."),
    N_("The row that says “example” is not read in. Write over it and change its state, or leave it."),
    N_("You may leave out columns and change their order, but keep the headings as they are."),
    N_("When it is brought in, every fault is shown by its row and heading, and nothing comes in by halves."),
)
