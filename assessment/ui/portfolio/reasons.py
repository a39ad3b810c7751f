"""Why decisions are not made with people: reasons down, stages across, and the projects behind each number."""

from collections.abc import Iterator
from typing import Final

import streamlit as st

from assessment.pictures.portfolio.reasons import ReasonRow, Reasons
from assessment.store.portfolio.overview import Behind
from assessment.ui.block import block
from assessment.ui.fragment import show
from assessment.ui.portfolio.looking import Looking
from assessment.ui.portfolio.overview import open_number
from assessment.ui.widgets import say

#: What a session remembers of the number that was opened.
REASON: Final = "behind-reason"
FEW: Final = 5


@block
def reasons(looking: Looking, picture: Reasons) -> None:
    """How many stages that is, why, where, and number by number."""
    st.header(picture.title, anchor="reasons")
    say(*picture.told)
    if not picture.rows:
        return
    show("reasons", looking.language, caption=picture.table.caption, picture=picture, most=_most(picture))
    show("quiet", looking.language, sentence=" ".join((picture.how, *picture.notes)))
    open_number(looking, REASON, dict(_numbers(looking, picture)), looking.w.gettext("Choose one"))


def _most(picture: Reasons) -> int:
    """The greatest number of a single reason: the darkest cell. A few projects are never dark."""
    return max(FEW, *(one.now for row in picture.rows if not row.sums for one in row.cells), 0)


def _numbers(looking: Looking, picture: Reasons) -> Iterator[tuple[str, tuple[Behind, str, int]]]:
    """Every number that is not zero by its key: what is behind it, what it is called, and how many that is."""
    w = looking.w
    for row in picture.rows:
        reason = looking.named.inside(row.label)
        for one in row.cells:
            if one.now:
                told = w.gettext("{stage}, {reason}").format(stage=one.name, reason=reason)
                yield _key(row, one.stage, "now"), (Behind(stage=one.stage, reasons=row.reasons), told, one.now)
            if one.planned:
                told = w.gettext("{stage}, {reason} (only planned)").format(stage=one.name, reason=reason)
                wanted = Behind(stage=one.stage, reasons=row.reasons, planned=True)
                yield _key(row, one.stage, "planned"), (wanted, told, one.planned)


def _key(row: ReasonRow, stage: str, when: str) -> str:
    return "/".join((str(int(row.sums)), *row.reasons, stage, when))
