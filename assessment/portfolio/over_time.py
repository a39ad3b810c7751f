"""Promises with what the plan of that time said about them."""

from collections.abc import Iterator, Sequence

from assessment.core.assessment import Action, Assessment
from assessment.core.portfolio.over_time import Carried, Promise
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


def _action(earlier: Assessment, about: str) -> Action | None:
    goes_on = [action for action in earlier.actions if action.status != ActionStatus.DROPPED]
    stage = about.partition(".")[0]
    return next((action for wanted in (about, stage) for action in goes_on if action.about == wanted), None)
