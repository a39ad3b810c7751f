"""Where in an assessment a path is, and what is asked there, in the person's words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from assessment.core.entries import JOINED, Value
from assessment.core.fault import N_
from assessment.core.rubric import Rubric
from assessment.ui.fields import text_of
from assessment.words import words

#: What a path asks, by its first part and its last.
ASKED: Final[Mapping[tuple[str, str], str]] = {
    ("language", "language"): N_("The language it was begun in"),
    ("project", "name"): N_("Name of the project"),
    ("project", "organisation"): N_("Organisation"),
    ("project", "kind"): N_("Kind of organisation"),
    ("project", "reference"): N_("Reference"),
    ("project", "about"): N_("What it is about"),
    ("project", "open"): N_("What is open"),
    ("project", "fixed"): N_("What is fixed"),
    ("project", "place"): N_("Place"),
    ("project", "made_by"): N_("Who works on it"),
    ("assessment", "date"): N_("Date of this assessment"),
    ("assessment", "title"): N_("Title of this assessment"),
    ("assessment", "depth"): N_("How much is asked"),
    ("assessment", "how"): N_("How it was shown to people"),
    ("assessment", "said"): N_("What people said of it"),
    ("stages", "status"): N_("How far"),
    ("stages", "decision"): N_("Who decides"),
    ("stages", "decision_note"): N_("Note"),
    ("stages", "decision_evidence"): N_("Who decides: evidence"),
    ("stages", "reason"): N_("Reason, if there was one"),
    ("stages", "reason_note"): N_("The reason, in your own words"),
    ("stages", "who_could_remove_it"): N_("Who could remove the barrier"),
    ("stages", "back_by"): N_("Back to people by"),
    ("stages", "what"): N_("A part that was decided differently"),
    ("answers", "level"): N_("Answer"),
    ("answers", "evidence"): N_("Evidence"),
    ("answers", "note"): N_("Note"),
    ("answers", "why"): N_("Why does it not apply?"),
    ("conditions", "answer"): N_("Answer"),
    ("conditions", "note"): N_("Note"),
    ("conditions", "cost"): N_("Cost"),
    ("taking_part", "label"): N_("Name of the group"),
    ("strengths", "what"): N_("What is already strong"),
    ("strengths", "whose"): N_("Whose it is"),
    ("success", "who"): N_("Who it is for"),
    ("success", "before"): N_("Said before"),
    ("success", "after"): N_("Said after"),
    ("changes", "date"): N_("Date"),
    ("changes", "heard"): N_("We heard"),
    ("changes", "outcome"): N_("What came of it"),
    ("changes", "changed"): N_("What changed"),
    ("changes", "why"): N_("Why not, or not all"),
    ("changes", "told"): N_("How people were told"),
    ("changes", "evidence"): N_("What shows it"),
    ("changes", "may_print"): N_("May be printed"),
    ("actions", "text"): N_("Action"),
    ("actions", "about"): N_("What it belongs to"),
    ("actions", "owner"): N_("Who does it"),
    ("actions", "with_whom"): N_("With whom"),
    ("actions", "by"): N_("By"),
    ("actions", "needs"): N_("What it needs"),
    ("actions", "barrier"): N_("What stands in the way"),
    ("actions", "how_we_know"): N_("How we will know"),
    ("actions", "status"): N_("How far"),
    ("actions", "why"): N_("Why it was dropped"),
    ("reflection", "worked"): N_("What worked"),
    ("reflection", "did_not"): N_("What did not"),
    ("reflection", "learnt"): N_("What we learnt"),
    ("replies", "text"): N_("The team's reply"),
    ("replies", "dismissed"): N_("Set aside"),
}
#: What the parts are called that have no name in the rubric, by the first part of a path.
PARTS: Final[Mapping[str, str]] = {
    "strengths": N_("What is already strong"),
    "partners": N_("Partners"),
    "success": N_("What success is"),
    "changes": N_("What changed because of people"),
    "actions": N_("Our plan"),
    "reflection": N_("Looking back"),
    "counted": N_("How people saw it"),
}
#: Which entry of a row says what the row is.
ROW_NAMES: Final = {"strengths": "what", "success": "who", "changes": "heard", "actions": "text", "partners": "text"}
#: A row's name has room for about one line.
_LINE: Final = 60


@dataclass(frozen=True)
class Asked:
    """Reads the paths of one assessment in one language."""

    rubric: Rubric
    values: Mapping[str, Value]
    language: str

    def where(self, path: str) -> str:
        """The part of the assessment that a path is in: a stage, a question, an action."""
        first, *rest = path.split("/")
        named = _WHERE.get(first)
        return named(self, rest[0]) if named and rest else self._part(first, rest[0] if rest else "")

    def what(self, path: str) -> str:
        """What is asked there; empty where the place says it all."""
        first, last = ends(path)
        if first == "context":
            return self._context(path.partition("/")[2])
        if first == "taking_part" and last in self.rubric.stages:
            return self._stage(last)
        if (first, last) == ("assessment", "count"):
            return self._role(path.split("/")[-2])
        found = ASKED.get((first, last))
        return words(self.language).gettext(found) if found else ""

    def stage(self, path: str) -> str | None:
        """The stage that a path is about; None for the whole project."""
        rest = path.split("/")[1:]
        named = [*rest, *(part.split(".")[0] for part in rest), *(part.rpartition(JOINED)[2] for part in rest)]
        return next((part for part in named if part in self.rubric.stages), None)

    def _stage(self, stage: str) -> str:
        return self.rubric.stages[stage].name.in_(self.language) if stage in self.rubric.stages else stage

    def _question(self, id_: str) -> str:
        item = self.rubric.item.get(id_)
        if item is None:
            return id_
        value = self.rubric.value[item.value].name.in_(self.language)
        return f"{self._stage(item.stage)} · {value}" if item.stage else value

    def _condition(self, id_: str) -> str:
        condition = self.rubric.condition.get(id_)
        return condition.name.in_(self.language) if condition else id_

    def _group(self, key: str) -> str:
        group = self.rubric.group.get(key.split(JOINED)[0])
        own = text_of(self.values.get(f"taking_part/{key}/label"))
        return own or (group.name.in_(self.language) if group else key)

    def _reply(self, key: str) -> str:
        challenge = self.rubric.challenge.get(key.split(JOINED)[0])
        return challenge.question.in_(self.language) if challenge else key

    def _role(self, id_: str) -> str:
        names = {role.id: role.name.in_(self.language) for role in self.rubric.roles}
        return f"{words(self.language).gettext('How many sat at the table')}: {names.get(id_, id_)}"

    def _part(self, first: str, row: str) -> str:
        """A part with no name in the rubric; of a list, with what the row says of itself."""
        name = words(self.language).gettext(PARTS.get(first, "The whole project"))
        own = text_of(self.values.get(f"{first}/{row}/{ROW_NAMES[first]}")) if first in ROW_NAMES else ""
        return f"{name} · {in_brief(own, _LINE)}" if own else name

    def _context(self, name: str) -> str:
        asked = self.rubric.context
        if asked is None:
            return name
        named = {
            "level": asked.level,
            "capacity_to_act": asked.capacity,
            "people_who_took_part": asked.took_part,
            "how_we_know_who_lives_here": asked.population,
            **{f"complexity/{one.id}": one for one in asked.complexity},
        }
        return named[name].name.in_(self.language) if name in named else name


_WHERE: Final[Mapping[str, Callable[[Asked, str], str]]] = {
    "stages": Asked._stage,
    "answers": Asked._question,
    "conditions": Asked._condition,
    "taking_part": Asked._group,
    "replies": Asked._reply,
}
"""How the first part of a path names the second."""


def ends(path: str) -> tuple[str, str]:
    """The first part of a path and the last."""
    parts = path.split("/")
    return parts[0], parts[-1]


def in_brief(text: str, most: int = 240) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
