"""Who could learn from whom in a cut of the portfolio."""

from assessment.core.next_steps import DECISION
from assessment.core.portfolio.cut import Cut
from assessment.core.portfolio.learning import Learning, learning
from assessment.core.rubric import Rubric
from assessment.pictures.portfolio.learning import rows
from assessment.sheets.flat import texts_to_csv
from assessment.store import Store
from assessment.store.portfolio.learning import named, unnamed


def who_could_learn(store: Store, rubric: Rubric, cut: Cut, *, stage: str = "", about: str = "") -> Learning:
    """The pairs of a cut; of one stage, or about one value (or `decision`), where these are named."""

    def wanted(one: str) -> bool:
        item = rubric.item.get(one)
        of, what = (item.stage, item.value) if item else (one.removesuffix(f".{DECISION}"), DECISION)
        return stage in ("", of) and about in ("", what)

    return learning(rubric, named(store, cut, rubric), unnamed(store, cut, rubric), about=wanted)


def pairs_to_csv(rubric: Rubric, found: Learning, language: str) -> bytes:
    """All the pairs as a file for a spreadsheet, in which no text is ever a formula."""
    return texts_to_csv(rows(rubric, found, language))
