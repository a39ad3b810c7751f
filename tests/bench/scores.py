"""The engine: means of a whole table, and everything else one by one."""

import resource
from collections.abc import Iterator

import numpy as np
import psutil

from assessment.core.score import score_all
from assessment.core.scores import AnswersTable, score_table
from tests.bench import invented
from tests.bench.measured import Row, once, seconds

TABLE = 100_000
ONE_BY_ONE = 10_000


def bare_numpy(
    level: np.ndarray, counted: list[np.ndarray], stages: np.ndarray, values: np.ndarray
) -> list[np.ndarray]:
    """The same means and nothing else: of each stage and value, achieved and promised."""
    means = []
    for marks in counted:
        here = np.where(marks[:, stages], level, np.nan)
        known = ~np.isnan(here)
        filled = np.where(known, here, 0.0)
        for groups in (stages, values):
            for group in range(groups.max() + 1):
                at = groups == group
                many = known[:, at].sum(axis=1)
                means.append(np.where(many, filled[:, at].sum(axis=1) / np.maximum(many, 1), np.nan))
    return means


def table() -> Iterator[Row]:
    """100,000 assessments from a table of answers."""
    rubric = invented.rubric()
    answers: AnswersTable = invented.table(rubric, TABLE)
    took = seconds(lambda: score_table(rubric, answers), 5)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    level = answers.level.to_numpy()
    status = answers.status.to_numpy()
    counted = [np.isin(status, ["under_way", "done"]), status == "planned"]
    stages = np.array([rubric.order.index(item.stage) for item in rubric.items])
    values = np.array([rubric.columns.index(item.value) for item in rubric.items])
    bare = seconds(lambda: bare_numpy(level, counted, stages, values), 5)

    what = f"stage and value scores of {TABLE:,} assessments from a table of answers"
    yield Row.at_most(what, took, 2, "s")
    yield Row.at_most("… the whole process at its largest", peak, 500, "MB", 0)
    yield Row.at_most(f"… beside the same means in bare NumPy ({bare:.2f} s)", took / bare, 10, "times")


def one_by_one() -> Iterator[Row]:
    """10,000 whole results: voices, challenges, next steps and the rest."""
    rubric = invented.rubric()
    many = invented.assessments(rubric, ONE_BY_ONE)
    few = many[: ONE_BY_ONE // 4]
    for _ in score_all(rubric, few[:100]):
        pass
    quarter = once(lambda: sum(1 for _ in score_all(rubric, few)))
    took = once(lambda: sum(1 for _ in score_all(rubric, many)))
    yield Row.at_most(f"everything else of {ONE_BY_ONE:,} assessments, one by one", took, 10, "s")
    yield Row.at_most("… beside a quarter as many (4 is a straight line)", took / quarter, 5, "times")


def long() -> Iterator[Row]:
    """What 50,000 whole results leave behind."""
    rubric = invented.rubric()
    many = invented.assessments(rubric, 5_000)
    process = psutil.Process()
    sizes, times = [], []
    for _ in range(10):
        times.append(once(lambda: sum(1 for _ in score_all(rubric, many))))
        sizes.append(process.memory_info().rss / 2**20)
    yield Row.at_most("what 50,000 whole results leave behind", sizes[-1] - sizes[0], 20, "MB", 1)
    yield Row.at_most("… the second half beside the first", min(times[5:]) / min(times[:5]), 1.3, "times")
