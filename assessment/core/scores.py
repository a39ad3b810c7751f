"""Means of stages and values from a table of answers, for one assessment as for 100,000.

The rules are docs/scoring.md, section 2. Means serve sorting, comparison and machines; people are
shown the levels themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from assessment.core.assessment import Assessment
from assessment.core.fields import NOT_APPLICABLE
from assessment.core.parameters import CLOSE, EnoughAnswers
from assessment.core.rubric import WHOLE, Rubric
from assessment.core.terms import ACHIEVED, Depth, Status

Levels = NDArray[np.float64]
Marks = NDArray[np.bool_]
Column: TypeAlias = tuple[str, str, str, str]
"""achieved or promised, stage or value, its id, and the field."""


@dataclass(frozen=True)
class AnswersTable:
    """Answers to one rubric, a row an assessment, a column a question or a stage.

    level: float, NaN where there is none. not_applicable: bool. evidence: strength 0 to 3.
    status: ids of Status. first_look: bool, one a row.
    """

    level: pd.DataFrame
    not_applicable: pd.DataFrame
    evidence: pd.DataFrame
    status: pd.DataFrame
    first_look: pd.Series


def tabulate(rubric: Rubric, assessments: Sequence[Assessment]) -> AnswersTable:
    """The table of these assessments, in their order."""
    ids = [item.id for item in rubric.items]
    answers = [[a.answer(id_) for id_ in ids] for a in assessments]
    levels = [[x.level if isinstance(x.level, int) else np.nan for x in row] for row in answers]
    status = [[Status.DONE if row == WHOLE else a.stage(row).status for row in rubric.rows] for a in assessments]
    return AnswersTable(
        level=pd.DataFrame(levels, columns=ids, dtype="float64"),
        not_applicable=pd.DataFrame(
            [[x.level == NOT_APPLICABLE for x in row] for row in answers], columns=ids, dtype="bool"
        ),
        evidence=pd.DataFrame([[x.evidence.strength for x in row] for row in answers], columns=ids, dtype="int8"),
        status=pd.DataFrame(status, columns=list(rubric.rows), dtype="object"),
        first_look=pd.Series([a.assessment.depth == Depth.FIRST_LOOK for a in assessments], dtype="bool"),
    )


def score_table(rubric: Rubric, table: AnswersTable) -> pd.DataFrame:
    """Means of every stage and value, achieved and promised.

    Rows as in `table`. Columns are (`achieved` or `promised`, `stage` or `value`, id, field) with the
    fields score (float, NaN where too little is known), answered, applicable (whole numbers) and, for
    stages, evidence (0 to 3, NaN where nothing is answered). A stage that has not happened, or is not
    promised, has NaN, 0, 0, NaN.
    """
    columns: dict[Column, NDArray[Any]] = {}
    sheet = _Sheet(rubric, table)
    for part, statuses in (("achieved", ACHIEVED), ("promised", {Status.PLANNED})):
        counted = {row: sheet.status[row].isin([*statuses]).to_numpy() for row in rubric.rows}
        for row in rubric.rows:
            mean = sheet.mean(sheet.of_stage[row], counted, rubric.parameters.stage)
            columns |= {(part, "stage", row, name): values for name, values in mean.items()}
            columns[part, "stage", row, "evidence"] = sheet.strength(sheet.of_stage[row], counted)
        for value in rubric.columns:
            mean = sheet.mean(sheet.of_value[value], counted, rubric.parameters.value)
            columns |= {(part, "value", value, name): values for name, values in mean.items()}
    return pd.DataFrame(columns, index=table.level.index)


class _Sheet:
    """The table as columns of NumPy, with the questions of each stage and value."""

    def __init__(self, rubric: Rubric, table: AnswersTable) -> None:
        ids = [item.id for item in rubric.items]
        self.stage_of = [item.stage for item in rubric.items]
        self.cell_of = [(item.stage, item.value) for item in rubric.items]
        self.of_stage = {row: [i for i, s in enumerate(self.stage_of) if s == row] for row in rubric.rows}
        self.of_value = {
            value: [i for i, item in enumerate(rubric.items) if item.value == value] for value in rubric.columns
        }
        level = table.level[ids].to_numpy(dtype="float64").T
        self.known: Marks = ~np.isnan(level)
        self.level: Levels = np.where(self.known, level, 0.0)
        self.strengths: Levels = table.evidence[ids].to_numpy(dtype="float64").T
        self.status = table.status
        self.quiet: Marks = table.first_look.to_numpy(dtype="bool")
        self.applicable = self._applicable(
            table.not_applicable[ids].to_numpy(dtype="bool").T, rubric.parameters.not_applicable_free
        )

    def _applicable(self, not_applicable: Marks, free: int) -> Marks:
        """All questions of a stage but the first `free` that do not apply; any further one stays in."""
        mask = np.ones_like(not_applicable)
        for at in self.of_stage.values():
            first = np.cumsum(not_applicable[at], axis=0) <= free
            mask[at] = ~(not_applicable[at] & first)
        return mask

    def mean(self, at: Sequence[int], counted: dict[str, Marks], enough: EnoughAnswers) -> dict[str, NDArray[Any]]:
        """Mean of the cells of these questions where their stage is counted."""
        size = self.level.shape[1]
        answered, applicable = np.zeros(size, "int64"), np.zeros(size, "int64")
        for i in at:
            here = counted[self.stage_of[i]]
            answered += self.known[i] & here
            applicable += self.applicable[i] & here
        total, cells = np.zeros(size), np.zeros(size)
        for cell in dict.fromkeys(self.cell_of[i] for i in at):
            level, known = self._cell([i for i in at if self.cell_of[i] == cell])
            here = known & counted[cell[0]]
            total += np.where(here, level, 0.0)
            cells += here
        share = answered >= applicable * float(enough.share) - CLOSE
        given = (answered >= max(enough.answered, 1)) & share & ~self.quiet
        score = np.divide(total, cells, out=np.full(size, np.nan), where=given)
        return {"score": score, "answered": answered, "applicable": applicable}

    def _cell(self, at: Sequence[int]) -> tuple[Levels, Marks]:
        """The level of one stage × value: of several questions the mean of the known ones."""
        if len(at) == 1:
            return self.level[at[0]], self.known[at[0]]
        known = self.known[at].sum(axis=0)
        mean = np.divide(self.level[at].sum(axis=0), known, out=np.zeros(known.shape), where=known > 0)
        return mean, known > 0

    def strength(self, at: Sequence[int], counted: dict[str, Marks]) -> Levels:
        """Mean strength of the evidence of the answered questions; NaN where none is."""
        size = self.level.shape[1]
        total, answered = np.zeros(size), np.zeros(size)
        for i in at:
            here = self.known[i] & counted[self.stage_of[i]]
            total += np.where(here, self.strengths[i], 0.0)
            answered += here
        strength: Levels = np.divide(total, answered, out=np.full(size, np.nan), where=answered > 0)
        return strength


def rows(table: pd.DataFrame) -> Iterable[dict[Column, float]]:
    """The rows of `score_table`, each as a plain mapping."""
    columns = cast("list[Column]", list(table.columns))
    for values in table.itertuples(index=False, name=None):
        yield dict(zip(columns, values, strict=True))
