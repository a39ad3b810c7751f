"""Every screen with the states that it can be in, as addresses, and what is kept for them."""

from collections.abc import Callable, Iterator, Mapping

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
SCREENS = ("", "new", *ABOUT_ONE, "check", "about")


#: How an assessment comes into each state.
MAKE: Mapping[str, Callable[[Data, str], str]] = {
    "empty": lambda data, language: data.empty(language),
    "mixed": lambda data, language: data.empty(language, **mixed()),
    "full": Data.full,
    "submitted": Data.submitted,
    "withdrawn": Data.withdrawn,
}


class Kept(dict):
    """The id of an assessment in each state, made when it is asked for."""

    def __init__(self, data: Data, language: str) -> None:
        super().__init__()
        self.data, self.language = data, language

    def __missing__(self, state: str) -> str:
        self[state] = MAKE[state](self.data, self.language)
        return self[state]


def states(screen: str, kept: Kept) -> Iterator[tuple[str, Named]]:
    """The states of a screen, each with its name and the address that leads there."""
    if screen == "":
        yield "nothing kept", {}
        for state in MAKE:
            assert kept[state]
        yield "with projects, and no such example", {"example": "nonsense"}
    elif screen == "new":
        yield "no name yet", {}
        yield "named", {"assessment": kept["empty"]}
    elif screen == "about":
        yield "nothing open", {}
    elif screen == "check":
        yield "nothing given", {}
        yield "from paper", {"fingerprint": "3f2a91bc04d5e6770a1b"}
    elif screen == "stage":
        for stage in RUBRIC.order:
            yield f"mixed, {stage}", {"assessment": kept["mixed"], "stage": stage}
        yield "empty", {"assessment": kept["empty"]}
        yield "submitted", {"assessment": kept["submitted"], "stage": RUBRIC.order[0]}
    else:
        for state in MAKE:
            yield state, {"assessment": kept[state]}
    if screen in ("results", "report"):
        yield "example", {"example": FULL}
        yield "no such example", {"example": "nonsense"}
    if screen in ABOUT_ONE:
        yield "no such assessment", {"assessment": NOBODYS}


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
