"""Promises with what the plan of that time, or of now, says about them."""

from collections.abc import Iterator, Sequence

from assessment.core.assessment import Action, Assessment
from assessment.core.portfolio.over_time import AheadIn, Carried, Promise, Promised
from assessment.core.standing import decision
from assessment.core.terms import ActionStatus
from assessment.portfolio.showing import read_form
from assessment.store import Store
from assessment.store.portfolio import showing


def carried(store: Store, promises: Sequence[Promise]) -> Iterator[Carried]:
    """Each promise with the action that carries it: one about just that, or else one about its stage."""
    forms = {form.id: form for form in showing.forms(store, ids={one.earlier for one in promises})}
    read = {id_: read_form(store, form)[1] for id_, form in forms.items()}
    for one in promises:
        if earlier := read.get(one.earlier):
            yield Carried(one, earlier.language, _action(earlier, one.about))


def promised(store: Store, ahead: Sequence[AheadIn]) -> Iterator[Promised]:
    """What each of these projects promises for the stage ahead, with the actions of its plan about that stage."""
    forms = {form.id: form for form in showing.forms(store, ids={one.assessment for one in ahead})}
    for one in ahead:
        if form := forms.get(one.assessment):
            rubric, said = read_form(store, form)
            levels = {item.id: said.answer(item.id).level for item in rubric.items if item.stage == one.stage}
            yield Promised(
                one,
                said.language,
                decision(said.stage(one.stage)),
                {id_: level for id_, level in levels.items() if isinstance(level, int)},
                tuple(action for action in _going_on(said) if action.about.partition(".")[0] == one.stage),
            )


def _going_on(assessment: Assessment) -> list[Action]:
    return [action for action in assessment.actions if action.status != ActionStatus.DROPPED]


def _action(earlier: Assessment, about: str) -> Action | None:
    goes_on = _going_on(earlier)
    stage = about.partition(".")[0]
    return next((action for wanted in (about, stage) for action in goes_on if action.about == wanted), None)
