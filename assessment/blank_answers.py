"""A blank answers file: every question as a comment above the place for its answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from assessment.core.fault import N_
from assessment.core.rubric import Item, Rubric
from assessment.core.terms import (
    Capacity,
    ConditionAnswer,
    Depth,
    Evidence,
    MadeBy,
    Presence,
    ReasonKind,
    Status,
    YesNo,
)
from assessment.core.texts import Words
from assessment.words import words

WIDTH = 100
LABELS = 22

INTRODUCTION = (
    N_(
        "Gyda: a blank answers file. Lines that begin with # explain; the program does not read them. "
        "Write after the colons. Only the project's name and the date are needed; what you leave blank stays blank."
    ),
    N_("Where a list of words is given, use the word at the left. If a text has ': ' or ' #' in it, put it in quotes."),
    N_("To use a line that begins with #, take the # away and keep the spaces after it."),
    N_("When you are done, type: `python -m assessment check FILE`"),
)


def template(rubric: Rubric, language: str) -> str:
    """A blank answers file in `cy` or `en`; valid once the project's name and the date are in it."""
    page = _Page(rubric, language, words(language).gettext)
    parts = (
        page.introduction(),
        page.project(),
        page.sitting(),
        page.context(),
        page.stages(),
        page.answers(),
        page.conditions(),
        page.taking_part(),
        page.lists(),
    )
    return "\n".join("\n".join(part) + "\n" for part in map(list, parts) if part)


def _comment(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    lead = " " * indent + "# "
    return wrap(text, WIDTH, initial_indent=lead, subsequent_indent=lead + " " * hang, break_on_hyphens=False)


def _choices(choices: Iterable[tuple[object, str]], indent: int) -> Iterator[str]:
    rows = [(str(id_), label) for id_, label in choices]
    width = max([LABELS - 2, *(len(id_) + 2 for id_, _ in rows)])
    for id_, label in rows:
        yield from _comment(f"  {id_.ljust(width)}{label}", indent, width + 2)


@dataclass(frozen=True)
class _Page:
    rubric: Rubric
    language: str
    say: Callable[[str], str]

    def text(self, both: Words) -> str:
        return both.in_(self.language)

    def labels(self, kind: str, terms: Iterable[object], indent: int) -> Iterator[str]:
        named = self.rubric.labels.get(kind, {})
        yield from _choices(((id_, self.text(named[str(id_)])) for id_ in terms if str(id_) in named), indent)

    def introduction(self) -> Iterator[str]:
        for text in INTRODUCTION:
            yield from _comment(self.say(text))
        yield from ("", "format: answers/1", f"rubric: {self.rubric.name}", f"language: {self.language}")

    def project(self) -> Iterator[str]:
        yield "project:"
        yield from _comment(self.say(N_("The project's name. Needed.")), 2)
        yield "  name:"
        yield from _comment(self.say(N_("The organisation that runs it.")), 2)
        yield "  organisation:"
        yield from _choices(((kind.id, self.text(kind.name)) for kind in self.rubric.kinds), 2)
        yield "  kind:"
        yield from _comment(self.say(N_("Your own number or letters for the project, if it has any.")), 2)
        yield "  reference:"
        yield from _comment(self.say(N_("What is it about?")), 2)
        yield "  about:"
        yield from _comment(self.say(N_("What is still open, so that people can change it?")), 2)
        yield "  open:"
        yield from _comment(self.say(N_("What is already fixed, and who fixed it?")), 2)
        yield "  fixed:"
        yield from _comment(self.say(N_("Where it happens.")), 2)
        yield "  place:"
        yield from self.labels("made_by", MadeBy, 2)
        yield f"  made_by: {MadeBy.BOTH}"

    def sitting(self) -> Iterator[str]:
        yield "assessment:"
        yield from _comment(self.say(N_("The day, as year-month-day. Needed.")), 2)
        yield "  date:"
        yield from _comment(self.say(N_("A name for this assessment, such as 'Before we begin'.")), 2)
        yield "  title:"
        yield from self.labels("depth", Depth, 2)
        yield f"  depth: {Depth.FULL}"
        yield from _comment(self.say(N_("Who answers round the table, and how many of each:")), 2)
        yield from _choices(((role.id, self.text(role.name)) for role in self.rubric.roles), 2)
        yield "  # respondents:"
        yield from (f"  #   - {{role: {role.id}, count: 1}}" for role in self.rubric.roles[:2])
        yield from _comment(self.say(N_("When and how the people saw this before it was sent, and what they said:")), 2)
        yield from ("  # shown_to_people:", "  #   date:", "  #   how:", "  #   said:")

    def context(self) -> Iterator[str]:
        context = self.rubric.context
        if context is None:
            return
        yield "context:"
        yield from _comment(self.text(context.level.question), 2)
        yield from _choices(((level.id, self.text(level.name)) for level in context.levels), 2)
        yield "  level:"
        yield "  complexity:"
        yield from _comment(self.say(N_("Each of these is one of:")), 4)
        yield from self.labels("yes_no", YesNo, 4)
        for asked in context.complexity:
            yield from _comment(self.text(asked.question), 4)
            yield f"    {asked.id}: {YesNo.DONT_KNOW}"
        yield from _comment(self.text(context.capacity.question), 2)
        yield from self.labels("capacity", Capacity, 2)
        yield "  capacity_to_act:"
        yield from _comment(self.text(context.took_part.question), 2)
        yield "  people_who_took_part:"
        yield from _comment(self.text(context.population.question), 2)
        yield "  how_we_know_who_lives_here:"

    def stages(self) -> Iterator[str]:
        if not self.rubric.order:
            return
        yield from self._once_for_all_stages()
        yield "stages:"
        for id_ in self.rubric.order:
            stage = self.rubric.stages[id_]
            yield from _comment(f"{self.text(stage.name)}. {self.text(stage.asks)}", 2)
            yield from _comment(self.text(stage.decision.question), 2)
            steps = stage.decision.steps
            told = ((step.id, f"{self.text(step.name)}. {self.text(steps[step.id])}") for step in self.rubric.steps)
            yield from _choices(told, 2)
            yield f"  {id_}:"
            yield f"    status: {Status.NOT_STARTED}"
            yield from ("    decision:", "    decision_note:", f"    decision_evidence: {Evidence.NONE}")
            yield from ("    reason:", "    reason_note:", "    who_could_remove_it:", "    back_by:")

    def _once_for_all_stages(self) -> Iterator[str]:
        yield from _comment(self.say(N_("For each stage. `status` says how far it has come:")))
        yield from self.labels("status", Status, 0)
        yield from _comment(
            self.say(N_("`decision` says who decides: one of the words listed with the stage, or `dont_know`."))
        )
        yield from _comment(self.say(N_("`decision_evidence` says what that rests on:")))
        yield from self.labels("evidence", Evidence, 0)
        if self.rubric.turned_round:
            yield from _comment(f"reason: {self.text(self.rubric.turned_round.question)}")
        for kind in ReasonKind:
            yield from self._reasons(kind)
        yield from _comment(
            self.say(
                N_(
                    "`reason_note` holds the reason in your own words. With a barrier, `who_could_remove_it` says who "
                    "could lift it; with `crisis`, `back_by` is the day by which you go back to people."
                )
            )
        )

    def _reasons(self, kind: ReasonKind) -> Iterator[str]:
        of_kind = [reason for reason in self.rubric.reasons if reason.kind is kind]
        label = self.rubric.labels.get("reason_kind", {}).get(kind)
        if of_kind and label and len(of_kind) > 1:
            yield from _comment(f" {self.text(label)}:")
        yield from _choices(((one.id, f"{self.text(one.name)}. {self.text(one.meaning)}") for one in of_kind), 0)

    def answers(self) -> Iterator[str]:
        yield from _comment(self.text(self.rubric.scale.rule))
        yield from _comment(
            self.say(
                N_(
                    "`level` is the number of the sentence, or `dont_know`, or `not_applicable` (then add a line "
                    "`why:`). `evidence` says what the answer rests on, with the words listed above. "
                    "`note` may say more."
                )
            )
        )
        if not self.rubric.order:
            yield from self.labels("evidence", Evidence, 0)
        yield "answers:"
        for item in self.rubric.items:
            yield from self._answer(item)

    def _answer(self, item: Item) -> Iterator[str]:
        question = item.question
        named = [self.text(self.rubric.value[item.value].name)]
        if item.stage:
            named.insert(0, self.text(self.rubric.stages[item.stage].name))
        yield from _comment(f"{', '.join(named)}. {self.text(question.statement)}", 2)
        if question.hint:
            yield from _comment(self.text(question.hint), 2)
        for level in self.rubric.scale.levels:
            yield from _comment(f"  {level}  {self.text(question.levels[level])}", 2, 5)
        yield from (f"  {item.id}:", "    level:", f"    evidence: {Evidence.NONE}", "    note:")

    def conditions(self) -> Iterator[str]:
        if not self.rubric.conditions:
            return
        yield from _comment(self.say(N_("What people need to take part. Never scored. Each answer is one of:")))
        yield from self.labels("condition", ConditionAnswer, 0)
        if any(asked.costs for asked in self.rubric.conditions):
            yield from _comment(
                self.say(
                    N_(
                        "`cost` says what it costs and where it stands in the budget, such as £1,200 a year, budget "
                        "line 4. The report prints it."
                    )
                )
            )
        yield "conditions:"
        for asked in self.rubric.conditions:
            yield from _comment(self.text(asked.question), 2)
            yield from (f"  {asked.id}:", "    answer:", "    note:")
            if asked.costs:
                yield "    cost:"

    def taking_part(self) -> Iterator[str]:
        if not (self.rubric.groups and self.rubric.order):
            return
        yield from _comment(self.say(N_("Who takes part, stage by stage. One line a group, with one of:")))
        yield from self.labels("presence", Presence, 0)
        yield from _comment(self.say(N_("The groups:")))
        yield from _choices(((group.id, self.text(group.name)) for group in self.rubric.groups), 0)
        first = self.rubric.groups[0].id
        yield "# taking_part:"
        row = ", ".join(f"{stage}: {Presence.TOOK_PART}" for stage in self.rubric.order[:2])
        yield f"#   - {{group: {first}, {row}}}"
        for group in self.rubric.groups:
            if group.labelled:
                label = self.say(N_("Bus drivers"))
                yield f"#   - {{group: {group.id}, label: {label}, {self.rubric.order[0]}: {Presence.NOT_REACHED}}}"

    def lists(self) -> Iterator[str]:
        for heading, lines in LISTS:
            yield from _comment(self.say(heading))
            yield from (f"# {line}" for line in lines)


LISTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("What is strong already, and whose strength it is:"),
        ("strengths:", "  - what:", "    whose:"),
    ),
    (N_("Whom you work with:"), ("partners:", "  -")),
    (
        N_("What success is for different people, said before and after:"),
        ("success:", "  - who:", "    before:", "    after:"),
    ),
    (
        N_(
            "What you heard and what came of it. `outcome` is `changed`, `in_part` or `could_not` (then say why). "
            "`may_print` is `true` if others may read it."
        ),
        (
            "changes:",
            "  - date:",
            "    heard:",
            "    outcome:",
            "    changed:",
            "    why:",
            "    told:",
            "    evidence:",
            "    may_print: false",
        ),
    ),
    (
        N_("What worked, what did not, and what you learnt:"),
        ("reflection:", "  worked:", "  did_not:", "  learnt:"),
    ),
    (
        N_("What you will do. `about` is a stage or a question, as named above."),
        (
            "actions:",
            "  - text:",
            "    about:",
            "    owner:",
            "    with_whom:",
            "    by:",
            "    needs:",
            "    barrier:",
            "    how_we_know:",
            "    status: open",
        ),
    ),
)
"""Blocks that a file may have; all of them optional."""
