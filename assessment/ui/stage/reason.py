"""The turned-round question: is there a good reason why this is not decided together?"""

from typing import Final

import streamlit as st

from assessment.core.rubric import Reason
from assessment.core.standing import GIVEN, lacking
from assessment.core.terms import Need, ReasonKind
from assessment.ui.fields import Sheet
from assessment.ui.fragment import show
from assessment.ui.keeping import assessment_of
from assessment.words import words

#: What is asked beside the note, by what a reason must come with.
ASKED: Final = (Need.WHO_COULD_REMOVE_IT, Need.BACK_BY)


def reason(sheet: Sheet, stage: str) -> None:
    """What kind of reason it is, which one, and what must come with it; asked of what is not shared."""
    rubric, language, w = sheet.work.rubric, sheet.language, words(sheet.language)
    if rubric.turned_round is None:
        return
    with st.container(key=f"card-reason-{stage}"):
        st.header(rubric.turned_round.question.in_(language), anchor=False)
        st.markdown(rubric.turned_round.hint.in_(language))
        kind = _kind(sheet, stage)
        here = {
            one.id: f"**{one.name.in_(language)}.** {one.meaning.in_(language)}"
            for one in rubric.reasons
            if one.kind == kind
        }
        if len(here) > 1:
            sheet.choose(f"stages/{stage}/reason", w.gettext("Which one?"), here)
        chosen = rubric.reason.get(str(sheet.value(f"stages/{stage}/reason")))
        if here and not chosen:
            show("quiet", language, sentence=w.gettext("This is saved once you choose which one."))
        if chosen and chosen.kind != ReasonKind.NONE:
            sheet.note(f"stages/{stage}/reason_note", w.gettext("The reason, in your own words"))
            _rest(sheet, stage, chosen)


def _kind(sheet: Sheet, stage: str) -> ReasonKind | None:
    """Ask of which kind the reason is: that makes a long list short, and is not kept itself."""
    rubric, language, w = sheet.work.rubric, sheet.language, words(sheet.language)
    path, key = f"stages/{stage}/reason", f"kind:{sheet.work.kept.id}:{stage}"
    chosen = rubric.reason.get(str(sheet.value(path)))
    if chosen:
        st.session_state[key] = chosen.kind.value
    names = {kind.value: rubric.label("reason_kind", kind.value, language) for kind in ReasonKind}
    st.radio(
        w.gettext("What kind of reason is it?"),
        list(names),
        index=None,
        format_func=lambda id_: names[id_],
        key=key,
        disabled=not sheet.open,
        on_change=_turn,
        args=(sheet, path, key),
    )
    kind = st.session_state.get(key)
    return ReasonKind(kind) if kind else None


def _turn(sheet: Sheet, path: str, key: str) -> None:
    """Another kind: its only reason is chosen at once, else the reason that was chosen is let go."""
    kind = st.session_state[key]
    among = [one.id for one in sheet.work.rubric.reasons if one.kind.value == kind]
    sheet.keep(path, among[0] if len(among) == 1 else None, seen=sheet.value(path))


def _rest(sheet: Sheet, stage: str, chosen: Reason) -> None:
    """What must come with this reason, and kindly, what of it is still missing."""
    rubric, language, w = sheet.work.rubric, sheet.language, words(sheet.language)
    if Need.WHO_COULD_REMOVE_IT in chosen.needs:
        sheet.line(
            f"stages/{stage}/who_could_remove_it", w.gettext("Who could remove it? Name the role, not the person.")
        )
    if Need.BACK_BY in chosen.needs:
        sheet.day(f"stages/{stage}/back_by", w.gettext("By when do you go back to people and ask?"))
    missing = {
        Need.NOTE: w.gettext("the reason in your own words"),
        Need.BACK_BY: w.gettext("the day you go back to people"),
        Need.EVIDENCE: w.gettext("something on record, or confirmed by the people involved"),
        Need.WHO_COULD_REMOVE_IT: w.gettext("who could remove it"),
    }
    left = lacking(chosen, assessment_of(sheet.work).stage(stage))
    if chosen.kind in GIVEN and left:
        standing = rubric.label("standing", GIVEN[chosen.kind].value, language)
        show(
            "quiet",
            language,
            sentence=w.gettext("To be shown as “{standing}” it still needs: {list}.").format(
                standing=standing, list=", ".join(missing[need] for need in left)
            ),
        )
