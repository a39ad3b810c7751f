"""Whether the parts of a rubric fit each other. One check a function; CHECKS names them all."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from assessment.core.challenges import RULES
from assessment.core.fault import N_, Fault, Message
from assessment.core.rubric import PEOPLE_HIGHER, Question, Rubric
from assessment.core.terms import LABELLED, MadeBy
from assessment.core.texts import texts

Faults = Iterator[Fault]

ONE_EACH = N_("Write one for each of: {ids}.")
ONE_OF = N_("Use one of: {ids}.")


def inconsistencies(rubric: Rubric) -> list[Fault]:
    """Every place where parts of a rubric do not fit each other."""
    return [fault for check in CHECKS for fault in check(rubric)]


def _listed(ids: Iterable[object]) -> str:
    return ", ".join(str(id_) for id_ in ids)


def _fault(place: str, wrong: str, remedy: str, ids: Iterable[object] = (), **values: object) -> Fault:
    return Fault(place, Message(wrong, values), Message(remedy, {"ids": _listed(ids), **values}))


def _uneven(place: str, given: Collection[object], wanted: Collection[object]) -> Faults:
    """A mapping that must have one entry for each of some ids, no more and no fewer."""
    odd = [*(id_ for id_ in wanted if id_ not in given), *(id_ for id_ in given if id_ not in wanted)]
    if odd:
        yield _fault(place, N_("missing or not known: {odd}."), ONE_EACH, wanted, odd=_listed(odd))


def _questions(rubric: Rubric) -> Iterator[tuple[str, str, Question]]:
    for id_, stage in rubric.stages.items():
        yield from ((f"{id_}.{key}", key, question) for key, question in stage.questions.items())
    yield from ((key, key, question) for key, question in rubric.questions.items())


def each_once(rubric: Rubric) -> Faults:
    """Ids given twice in one list."""
    lists = {
        "values": [part.id for part in rubric.values],
        "order": list(rubric.order),
        "bands": [part.id for part in rubric.bands],
        "steps": [part.id for part in rubric.steps],
        "reasons": [part.id for part in rubric.reasons],
        "conditions": [part.id for part in rubric.conditions],
        "groups": [part.id for part in rubric.groups],
        "roles": [part.id for part in rubric.roles],
        "kinds": [part.id for part in rubric.kinds],
        "voice_groups": [part.id for part in rubric.voice_groups],
        "challenges": [part.code for part in rubric.challenges],
    }
    for name, ids in lists.items():
        for id_ in (id_ for id_, times in Counter(ids).items() if times > 1):
            yield _fault(f"{name}, {id_}", N_("it is there twice."), N_("Keep one."))


def known_sources(rubric: Rubric) -> Faults:
    """Texts whose source is not among the rubric's sources."""
    for place, text in texts(rubric):
        for part in getattr(text, "source", "").split(";"):
            key = next(iter(part.split()), "")
            if key and key not in rubric.sources:
                yield _fault(
                    f"{place}, source",
                    N_("'{key}' is not under 'sources'."),
                    ONE_OF,
                    rubric.sources,
                    key=key,
                )


def stages_or_questions(rubric: Rubric) -> Faults:
    """A rubric has stages, or questions without stages."""
    yield from _uneven("order", rubric.order, rubric.stages)
    if bool(rubric.stages) == bool(rubric.questions):
        yield _fault(
            "questions",
            N_("there are neither stages nor questions, or both."),
            N_("Write stages, or for one axis 'questions'."),
        )
    if rubric.stages and not rubric.steps:
        yield _fault("steps", N_("there are stages and no spectrum."), N_("Add 'bands' and 'steps'."))
    for id_, stage in rubric.stages.items():
        if stage.id != id_:
            yield _fault(
                f"{id_}, id", N_("'{id}' is not the name of the file."), N_("Make both the same."), id=stage.id
            )


def spectrum(rubric: Rubric) -> Faults:
    """Every step in a band, and a descriptor for each step in every stage."""
    bands = {band.id: band for band in rubric.bands}
    for step in rubric.steps:
        if step.band not in bands:
            yield _fault(f"steps, {step.id}", N_("'{id}' is not a band."), ONE_OF, bands, id=step.band)
    steps = [step.id for step in rubric.steps]
    alone = [step.id for step in rubric.steps if step.band in bands and not bands[step.band].shared]
    for id_, stage in rubric.stages.items():
        yield from _uneven(f"{id_}, decision, steps", stage.decision.steps, steps)
        if stage.decision.next_steps:
            yield from _uneven(f"{id_}, decision, next_steps", stage.decision.next_steps, alone)


def levels(rubric: Rubric) -> Faults:
    """A known value, a sentence for each level and a next step below the top, for every question."""
    values, scale = [value.id for value in rubric.values], rubric.scale.levels
    for place, key, question in _questions(rubric):
        if (question.value or key) not in values:
            yield _fault(place, N_("'{id}' is not a value."), ONE_OF, values, id=question.value or key)
        yield from _uneven(f"{place}, levels", question.levels, scale)
        if question.next_steps:
            yield from _uneven(f"{place}, next_steps", question.next_steps, [*scale[:-1], PEOPLE_HIGHER])


def labels(rubric: Rubric) -> Faults:
    """A name for each of the engine's own terms, in rubrics with stages."""
    if not rubric.stages:
        return
    for name, terms in LABELLED.items():
        yield from _uneven(f"labels, {name}", rubric.labels.get(name, {}), [term.value for term in terms])
    for id_ in rubric.made_by_notes:
        if id_ not in [term.value for term in MadeBy]:
            yield _fault(f"made_by_notes, {id_}", N_("'{id}' is not known."), ONE_OF, MadeBy, id=id_)


def parameters(rubric: Rubric) -> Faults:
    """Parameters that name something the rubric has not."""
    asked = [question.id for question in rubric.context.complexity] if rubric.context else []
    rules = rubric.parameters
    named = (
        (
            "complexity",
            {*rules.complexity.chaotic, *rules.complexity.complex, *rules.complexity.complicated},
            asked,
        ),
        ("challenges, support", set(rules.challenges.support), [c.id for c in rubric.conditions]),
    )
    for place, ids, known in named:
        for id_ in sorted(ids - set(known)):
            yield _fault(f"parameters, {place}, {id_}", N_("'{id}' is not asked."), ONE_OF, known, id=id_)


def challenges(rubric: Rubric) -> Faults:
    """Challenges whose code no rule of the engine raises."""
    for challenge in rubric.challenges:
        if challenge.code not in RULES:
            yield _fault(
                f"challenges, {challenge.code}",
                N_("no rule raises this code."),
                ONE_OF,
                RULES,
            )


def law(rubric: Rubric) -> Faults:
    """Passages of the law about kinds of organisation, or beside steps, that the rubric has not."""
    kinds = [kind.id for kind in rubric.kinds]
    bound = [("law, bound", id_) for id_ in rubric.law.bound] if rubric.law else []
    passages = rubric.law.passages if rubric.law else ()
    for place, id_ in [*bound, *((f"law, {p.id}", kind) for p in passages for kind in p.kinds)]:
        if id_ not in kinds:
            yield _fault(place, N_("'{id}' is not a kind of organisation."), ONE_OF, kinds, id=id_)
    for place, id_ in ((f"law, {p.id}, beside", step) for p in passages for step in p.beside):
        if id_ not in rubric.step:
            yield _fault(place, N_("'{id}' is not a step of the spectrum."), ONE_OF, rubric.step, id=id_)


CHECKS: tuple[Callable[[Rubric], Faults], ...] = (
    each_once,
    known_sources,
    stages_or_questions,
    spectrum,
    levels,
    labels,
    parameters,
    challenges,
    law,
)
