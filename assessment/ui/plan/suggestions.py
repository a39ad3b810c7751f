"""Next steps that follow from the answers: quick wins apart, each to be put into the plan with one tap."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from assessment import actions
from assessment.core.entries import Value
from assessment.core.terms import ActionStatus, Effort
from assessment.pictures.shapes import NextStepCard
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.rows import rows
from assessment.words import words

UNDER: Final = "actions"
#: So many quick wins, and so many that take longer, are shown at once; the others are folded away.
QUICK, LONGER = 3, 2
#: What a session remembers: by suggestion, the row of the plan that choosing it begins.
CHOSEN: Final = "plan-chosen"


def suggestions(sheet: Sheet, found: Sequence[NextStepCard]) -> None:
    """What can start next week, then what takes longer, each in order; what is in the plan already is folded away."""
    w = words(sheet.language)
    chosen = {card.about: _row(sheet, card) for card in found}
    fresh = [card for card in found if not card.in_plan or chosen[card.about] in rows(sheet, UNDER)]
    quick = [card for card in fresh if card.effort == Effort.SMALL]
    longer = [card for card in fresh if card.effort != Effort.SMALL]
    _few(sheet, w.gettext("Quick wins for next week"), quick, QUICK, "quick")
    _few(sheet, w.gettext("Steps that take longer"), longer, LONGER, "longer")
    already = [card for card in found if card not in fresh]
    if already:
        label = w.ngettext("{number} suggestion is in your plan", "{number} suggestions are in your plan", len(already))
        with st.expander(label.format(number=len(already)), key="suggested-already", type="compact"):
            for card in already:
                _suggestion(sheet, card)


def in_plan(sheet: Sheet) -> frozenset[Value]:
    """What the actions are about that are not dropped: a suggestion about the same is in the plan."""
    return frozenset(
        sheet.value(f"{UNDER}/{row}/about")
        for row in rows(sheet, UNDER)
        if sheet.value(f"{UNDER}/{row}/status") != ActionStatus.DROPPED
    )


def _few(sheet: Sheet, title: str, found: Sequence[NextStepCard], most: int, key: str) -> None:
    """The first of a kind, and the others folded away."""
    if not found:
        return
    st.subheader(title, anchor=False)
    for card in found[:most]:
        _suggestion(sheet, card)
    if later := found[most:]:
        label = words(sheet.language).ngettext("One more step", "{number} more steps", len(later))
        with st.expander(label.format(number=len(later)), key=f"suggested-{key}", type="compact"):
            for card in later:
                _suggestion(sheet, card)


def _suggestion(sheet: Sheet, card: NextStepCard) -> None:
    """One suggestion with its button; once chosen, the way back as long as nothing was added to it."""
    w, row, key = words(sheet.language), _row(sheet, card), f"choose:{card.about}"
    with st.container(key=f"suggestion-{card.about.replace('.', '-')}"):
        # The section of the plan has the name of its list.
        show("suggestion", sheet.language, card=card, plan=UNDER if sheet.open else "")
        if sheet.open and not card.in_plan:
            label = w.gettext("Put it in our plan")
            st.button(label, icon=":material/add:", key=key, on_click=sheet.put, args=(key, said(sheet, card, row)))
        elif sheet.open and _untouched(sheet, card, row):
            args = (key, f"{UNDER}/{row}")
            st.button(w.gettext("Undo"), icon=":material/undo:", key=f"undo-{key}", on_click=sheet.take_out, args=args)
        sheet.told(key)


def said(sheet: Sheet, card: NextStepCard, row: str) -> dict[str, Value]:
    """The action that a suggestion becomes: what to do, what it is about and what it needs, in the page's language."""
    path = f"{UNDER}/{row}"
    texts = {f"{path}/text": card.text, f"{path}/needs": card.needs}
    return {f"{path}/about": card.about, **{one: sheet.written(one, text) for one, text in texts.items() if text}}


def _row(sheet: Sheet, card: NextStepCard) -> str:
    """The row that choosing begins: the same however often somebody taps; another one once it was dropped."""
    made: dict[str, str] = st.session_state.setdefault(CHOSEN, {})
    key = f"{sheet.work.kept.id}:{card.about}"
    if key not in made or (not card.in_plan and made[key] in rows(sheet, UNDER)):
        made[key] = actions.new_row()
    return made[key]


def _untouched(sheet: Sheet, card: NextStepCard, row: str) -> bool:
    """Whether the action is still just what was chosen."""
    begin = f"{UNDER}/{row}/"
    stands = {path: value for path, value in sheet.work.values.items() if path.startswith(begin) and value is not None}
    texts = {f"{begin}about": card.about, f"{begin}text": card.text, f"{begin}needs": card.needs}
    return bool(stands) and {path: sheet.text(path) for path in stands} == {k: v for k, v in texts.items() if v}
