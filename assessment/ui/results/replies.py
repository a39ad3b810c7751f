"""Questions back to the team: each can be answered, or set aside with a reason."""

from collections.abc import Collection, Sequence

import streamlit as st

from assessment.core.entries import JOINED
from assessment.pictures.shapes import ChallengeCard
from assessment.ui.bar import bar, fill
from assessment.ui.block import block
from assessment.ui.fields import Sheet, open_sheet
from assessment.ui.fragment import show
from assessment.words import words


def replies(id_: str, cards: Sequence[ChallengeCard], language: str) -> None:
    """Those that wait for a word first; those that have one are folded away at the end.

    What is answered here stays where it is until the page is drawn anew, so that nothing moves under a hand.
    """
    settled = frozenset(path_of(card) for card in cards if card.reply)
    questions(id_, tuple(cards), language, settled)


@block
def questions(id_: str, cards: Sequence[ChallengeCard], language: str, settled: Collection[str]) -> None:
    """Every question with its box."""
    sheet, w = open_sheet(id_, language), words(language)
    line = bar()
    show("guard", language)
    waiting = [card for card in cards if path_of(card) not in settled]
    for card in waiting:
        question(sheet, card)
    if not waiting:
        show("quiet", language, sentence=w.gettext("Every question here has an answer from you."))
    if answered := [card for card in cards if path_of(card) in settled]:
        label = w.ngettext("One question is answered", "{number} questions are answered", len(answered))
        with st.expander(label.format(number=len(answered)), key="questions-answered", type="compact"):
            for card in answered:
                question(sheet, card)
    fill(line, id_, language)


def question(sheet: Sheet, card: ChallengeCard) -> None:
    """One question: why it is asked, what the team says to it, and whether it is set aside."""
    w, path = words(sheet.language), path_of(card)
    with st.container(key=f"reply-{card.code}-{card.where.replace('.', '-')}"):
        show("challenge", sheet.language, card=card)
        sheet.note(f"{path}/text", w.gettext("What do you say to this?"), height=68, guard=False)
        aside = sheet.tick(f"{path}/dismissed", w.gettext("Set this question aside"))
        if aside and not sheet.typed(f"{path}/text"):
            show("fault", sheet.language, sentence=w.gettext("Say above, in a sentence, why you set it aside."))


def path_of(card: ChallengeCard) -> str:
    """Where the reply to a question is kept."""
    return f"replies/{card.code}{JOINED}{card.where}"
