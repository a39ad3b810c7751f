"""Every screen with the states that it can be in, as addresses, and what is kept for them."""

from collections.abc import Iterator, Mapping
from functools import cache

from assessment.core.entries import typed
from assessment.core.fields import DONT_KNOW, NOT_APPLICABLE
from assessment.core.terms import ActionStatus, Outcome, ReasonKind, Status
from assessment.ui.files import main_rubric
from tests.kept_data import FULL, Data

Named = Mapping[str, str]
RUBRIC = main_rubric()
NOBODYS = "0" * 16
#: The screens about an assessment; who forges an address of one is told that there is none.
ABOUT_ONE = ("who", "stage", "results", "plan", "report", "settings")
SCREENS = ("", "new", *ABOUT_ONE, "about")


def states(screen: str, language: str, data: Data) -> Iterator[tuple[str, Named]]:
    """The states of a screen, each with its name and the address that leads there."""
    kept = seeded(data, language)
    if screen == "":
        yield "with projects", {}
        yield "no such example", {"example": "nonsense"}
    elif screen == "new":
        yield "no name yet", {}
        yield "named", {"assessment": kept["empty"]}
    elif screen == "about":
        yield "nothing open", {}
    elif screen == "stage":
        for stage in RUBRIC.order:
            yield f"mixed, {stage}", {"assessment": kept["mixed"], "stage": stage}
        yield "empty", {"assessment": kept["empty"]}
        yield "submitted", {"assessment": kept["submitted"], "stage": RUBRIC.order[0]}
    else:
        for state in ("empty", "mixed", "full", "submitted", "withdrawn"):
            yield state, {"assessment": kept[state]}
    if screen in ("results", "report"):
        yield "example", {"example": FULL}
        yield "no such example", {"example": "nonsense"}
    if screen in ABOUT_ONE:
        yield "no such assessment", {"assessment": NOBODYS}


@cache
def seeded(data: Data, language: str) -> dict[str, str]:
    """An assessment in each state, by its name. Their ids."""
    return {
        "empty": data.empty(language),
        "mixed": data.empty(language, **mixed()),
        "full": data.full(language),
        "submitted": data.submitted(language),
        "withdrawn": data.withdrawn(language),
    }


def mixed() -> dict[str, object]:
    """Something of everything: each status, each kind of reason, answers without their why, what cannot be read."""
    live = (Status.PLANNED, Status.UNDER_WAY, Status.DONE, Status.BEFORE_US)
    apart = [step.id for step in RUBRIC.steps if not RUBRIC.band[step.band].shared]
    unreadable = typed("xyz")
    said: dict[str, object] = {
        "assessment/shown_to_people/date": unreadable,
        "context/people_who_took_part": unreadable,
        "project/made_by": "organisations",
        f"assessment/respondents/{RUBRIC.roles[0].id}/count": unreadable,
        f"taking_part/{next(group.id for group in RUBRIC.groups if group.labelled)}~g1/label": "Lôn y Felin",
        "strengths/s1/what": "Cae chwarae",
        "partners/p1/text": "Clwb Ieuenctid",
        "success/u1/who": "Pobl ifanc",
    }
    for stage, status, kind in zip(RUBRIC.order, live, ReasonKind, strict=True):
        reason = next(one.id for one in RUBRIC.reasons if one.kind == kind)
        decided = {"status": status.value, "decision": apart[0], "reason": reason, "back_by": unreadable}
        said |= {f"stages/{stage}/{name}": value for name, value in decided.items()}
        said[f"stages/{stage}/parts/p1/what"] = "Amser agor"
    for item, level in zip(RUBRIC.items, (NOT_APPLICABLE, DONT_KNOW, 0, 3, None) * 9, strict=False):
        said[f"answers/{item.id}/level"] = level
    for number, status in enumerate(ActionStatus):
        said |= {f"actions/a{number}/text": "Gofyn eto", f"actions/a{number}/status": status.value}
        said[f"actions/a{number}/by"] = unreadable
    for number, outcome in enumerate(Outcome):
        said |= {f"changes/c{number}/heard": "Mwy o oleuadau", f"changes/c{number}/outcome": outcome.value}
    return said
