"""A tree of plain values -> an Assessment, or every fault in it at once, each in a person's words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assessment.core.assessment import Assessment
from assessment.core.contradictions import contradictions, doubles
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.fields import shown
from assessment.core.nearest import keys_at, nearest
from assessment.core.rubric import Rubric


def read(tree: object, rubric: Rubric) -> Assessment:
    """Check `tree` (format answers/1, docs/scoring.md section 11) against its rubric.

    Raises BadInput with every fault, by place.
    """
    if not isinstance(tree, dict):
        raise BadInput(Fault("", NOT_A_FILE, START_FROM_TEMPLATE))
    faults = list(doubles(tree))
    try:
        assessment = Assessment.model_validate(tree, context={"rubric": rubric})
    except ValidationError as error:
        raise BadInput(*faults, *faults_of(error, tree, Assessment)) from None
    if faults := [*faults, *contradictions(rubric, assessment)]:
        raise BadInput(*faults)
    return assessment


def faults_of(error: ValidationError, tree: object, model: type[BaseModel] | None = None) -> list[Fault]:
    """What pydantic found, in a person's words, each fault once; by the `model`, what a wrong key may have meant."""
    details = error.errors(include_url=False)
    return _distinct(
        [
            _with_guess(_fault(place(one["loc"], tree), one), one, model if at < MOST_GUESSES else None)
            for at, one in enumerate(details)
        ]
    )


NOT_A_FILE = Message(N_("this is not an answers file."))
START_FROM_TEMPLATE = Message(N_("Start from the one that 'python -m assessment template' writes."))


def _distinct(faults: Sequence[Fault]) -> list[Fault]:
    kept: dict[tuple[str, str], Fault] = {}
    for fault in faults:
        kept.setdefault((fault.place, fault.in_(str)), fault)
    return list(kept.values())


ITEM_NAMES: Mapping[str, Callable[[Mapping[str, Any]], object]] = {
    "respondents": lambda row: row.get("role"),
    "taking_part": lambda row: str(row.get("label") or "").strip() or row.get("group"),
    "voices": lambda row: row.get("group"),
    "actions": lambda row: row.get("text") or row.get("about"),
    "changes": lambda row: row.get("heard") or row.get("date"),
    "replies": lambda row: " ".join(str(row[key]) for key in ("code", "where") if row.get(key)),
    "strengths": lambda row: row.get("what"),
    "success": lambda row: row.get("who"),
    "parts": lambda row: row.get("what"),
}
"""What a row of a list is called in an error: by what it says, never by its number."""


def place(loc: Sequence[int | str], tree: object) -> str:
    """Where an error is, by ids split by ', ': `taking_part, Bus drivers, co_design`."""
    names: list[str] = []
    here: Any = tree
    container = ""
    for step in loc:
        if step == "[key]":
            continue
        if isinstance(step, int):
            here = here[step] if isinstance(here, Sequence) and step < len(here) else None
            names.append(_short(_row_name(here, container)))
        else:
            own = isinstance(here, dict) and step in here
            here = here[step] if own else None
            container = step
            if own or step not in NOT_IN_THE_FILE:
                names.append(_short(step))
    return ", ".join(name for name in names if name)


def _row_name(row: object, container: str) -> object:
    """What a row of a list is called."""
    name = ITEM_NAMES.get(container, _id)(row) if isinstance(row, dict) else row
    name = name.get("text", "") if isinstance(name, dict) else name
    return getattr(name, "typed", name) if isinstance(name, str | int | float) else ""


def _id(row: Mapping[str, Any]) -> object:
    return row.get("id") or row.get("code")


NOT_IN_THE_FILE = frozenset({"int", "literal['dont_know','not_applicable']", "where", "text"})
"""Parts of a place that the model has and the file has not."""


def _short(name: object) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in str(name if name is not None else "")).split())
    return text if len(text) <= 40 else text[:39] + "…"


MAPPING = (N_("keys with values belong here."), N_("Write them as the template does, one a line."))
LIST = (N_("a list belongs here."), N_("Write each entry on its own line after a dash."))
OTHER = (N_("this cannot be read."), N_("Write it as the template does."))
WORDS: Mapping[str, tuple[str, str]] = {
    "missing": (N_("this is missing."), N_("Write it in.")),
    "extra_forbidden": (N_("this key is not known."), N_("Take it out, or spell it as the template does.")),
    "enum": (N_("{input} is not one of the answers."), N_("Use one of: {expected}.")),
    "literal_error": (N_("{input} is not one of the answers."), N_("Use one of: {expected}.")),
    "bool_type": (N_("{input} is neither true nor false."), N_("Write true or false.")),
    "int_type": (N_("{input} is not a whole number."), N_("Write a whole number.")),
    "string_type": (N_("this is not text."), N_("Write it as text, in quotes if need be.")),
    "string_too_short": (N_("this is empty."), N_("Write it in.")),
    "string_pattern_mismatch": (
        N_("{input} is not an id."),
        N_("Use small letters, digits and _, beginning with a letter; for a version two numbers such as 1.0."),
    ),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type", "mapping_type"), MAPPING),
    **dict.fromkeys(("tuple_type", "list_type"), LIST),
}
MEANT: Mapping[str, str] = {
    "Take it out, or spell it as the template does.": N_(
        "Did you mean '{near}'? If not, take it out, or spell it as the template does."
    ),
    "Use one of: {expected}.": N_("Did you mean '{near}'? If not, use one of: {expected}."),
    "Use one of: {known}.": N_("Did you mean '{near}'? If not, use one of: {known}."),
    "Use one of: {known}, or a question such as {example}.": N_(
        "Did you mean '{near}'? If not, use one of: {known}, or a question such as {example}."
    ),
}
"""What to do instead where something known is like what was typed."""
MOST_GUESSES = 100
"""A guess takes its time, and nobody reads more of them."""
NO_TEXT: Mapping[object, tuple[str, str]] = {
    "cy": (N_("no Welsh text."), N_("Add it under 'cy:'.")),
    "en": (N_("no English text."), N_("Add it under 'en:'.")),
}
"""What a missing language is called, instead of a missing key."""


def _fault(where: str, error: ErrorDetails) -> Fault:
    context = error.get("ctx", {})
    if error["type"] == "gyda":
        values = context["values"]
        return Fault(where, Message(context["wrong"], values), Message(context["remedy"], values))
    kind, last = error["type"], error["loc"][-1] if error["loc"] else ""
    no_text = NO_TEXT.get(last) if kind == "missing" else None
    if no_text:
        where = where.removesuffix(f", {last}")
    wrong, remedy = no_text or WORDS.get(kind, OTHER)
    expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    values = {"input": shown(error["input"]), "expected": expected}
    return Fault(where, Message(wrong, values), Message(remedy, values))


def _with_guess(fault: Fault, error: ErrorDetails, model: type[BaseModel] | None) -> Fault:
    """The fault, and in what to do the known key, word or id that is most like the one typed."""
    meant = MEANT.get(fault.remedy.text)
    if meant is None or model is None:
        return fault
    values = fault.remedy.values
    typed: object = error["input"]
    known: Any
    if error["type"] == "extra_forbidden":
        typed, known = error["loc"][-1], keys_at(model, error["loc"])
    elif error["type"] == "gyda":
        typed, known = values["id"], values["ids"]
    else:
        known = str(values["expected"]).split(", ")
    near = nearest(typed, known)
    return replace(fault, remedy=Message(meant, {**values, "near": near})) if near else fault
