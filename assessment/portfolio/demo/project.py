"""An invented project: what it is, where it stands, and how that moves from one year to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from assessment.core.portfolio.portrait import bands_apart
from assessment.core.rubric import Rubric
from assessment.core.terms import ACHIEVED, ActionStatus, ReasonKind, Status
from assessment.portfolio.demo.decks import Decks
from assessment.portfolio.demo.words import Words

LAST = date(2026, 10, 31)
WITHIN, OLDER_BY = 540, 500
"""In how many days before that the latest assessments lie; how much earlier those on an older rubric do."""
PUT_OFF = timedelta(days=182)
"""What is not done by its day is planned anew for so much later."""
KNOWN = 0.6
"""How many of the projects say how they know who lives in their area."""
OPEN, ENDED = (ActionStatus.OPEN, ActionStatus.UNDER_WAY), (ActionStatus.DONE, ActionStatus.DROPPED)


@dataclass
class Now:
    """Where a stage stands."""

    status: Status = Status.NOT_STARTED
    step: str = ""
    reason: str | None = None
    complete: bool = True
    """Whether the reason comes with what it needs."""


@dataclass
class Doing:
    """An action of the plan, by its place in the pool of words."""

    place: int
    by: date
    about: str
    status: ActionStatus = ActionStatus.OPEN


class Project:
    """One project; `move_on` takes it to its next assessment."""

    def __init__(self, random: Random, decks: Decks, rubric: Rubric, words: Words, number: int, seed: int) -> None:
        self.random, self.decks, self.rubric, self.words = random, decks, rubric, words
        self.language = ("cy", "en")[number % 2]
        self.reference = f"DEMO-{seed}-{number + 1}"
        self.kind, self.made_by = decks.kind.deal(), decks.made_by.deal()
        self.place, self.organisation, self.name = self._called(number)
        self.level, self.complexity = decks.level.deal(), decks.complexity.deal()
        self.people, self.voices = decks.people.deal(), decks.voices.deal()
        self.first_look, self.draft = decks.first_look.deal(), decks.draft.deal()
        self.named, self.barriers_told = random.random() < 0.7, random.random() < 0.7
        self.tags = ("demo", *random.sample(words.pools["tags"], random.choice([0, 1, 1, 2])))
        self.groups = random.sample(rubric.groups, min(len(rubric.groups), random.randrange(4, 9)))
        self.days = self._days(1 if self.first_look else decks.times.deal())
        self.quality = random.uniform(0.1, 0.75)
        self.levels = {item.id: self._level() for item in rubric.items}
        self.begun = decks.begun.deal()
        self.stages = self._begin()
        self.area = self._area(seed, number)
        self.doing: list[Doing] = []
        self._plan(self.days[0])

    def move_on(self, day: date) -> None:
        """A year goes by until this day: mostly forward, sometimes not."""
        self.begun = min(self.begun + self.random.choices([0, 1, 2], [2, 7, 1])[0], len(self.rubric.order))
        self.quality = min(max(self.quality + self.random.gauss(0.06, 0.08), 0.1), 0.95)
        before = {stage: now.status for stage, now in self.stages.items()}
        self._set_statuses()
        for stage, now in self.stages.items():
            if now.status in ACHIEVED and before[stage] == Status.PLANNED:
                self._deliver(stage, now)
            elif now.status in ACHIEVED and before[stage] in ACHIEVED:
                self._go_on(stage, now)
            elif now.status == Status.PLANNED and before[stage] != Status.PLANNED:
                self._decide(now, hopeful=True)
        for one in self.doing:
            if one.status in OPEN:
                one.status = self.random.choices([*OPEN, *ENDED], [2, 2, 5, 1])[0]
            while one.status in OPEN and one.by <= day:
                one.by += PUT_OFF
        self._plan(day)

    def _area(self, seed: int, number: int) -> str:
        """How the team knows who lives in its area; most say so. By a chance of its own, which moves no other."""
        own = Random(f"{seed}/{number}")  # noqa: S311 - invented, and no secret
        return self.words.one(own, "areas", self.language) if own.random() < KNOWN else ""

    def _called(self, number: int) -> tuple[str, str, str]:
        """Its place, its organisation and its name."""
        place = self._early(self.words.pool("places"))
        organisation = str(self._early(self.words.by_id("organisations", self.kind or ""))).format(**place)
        names = self.words.pool("projects")
        again, at = divmod(number, len(names))
        name = f"{names[at][self.language]}, {place[self.language]}"
        return place[self.language], organisation, f"{name} {again + 1}" if again else name

    def _early(self, pool: Sequence[Any]) -> Any:
        """One of a pool, the first ones much more often: so that some organisations have several projects."""
        return pool[int(len(pool) * self.random.random() ** 3)]

    def _days(self, times: int) -> list[date]:
        back = self.random.randrange(WITHIN) + (OLDER_BY if self.rubric.major == 0 else 0)
        days = [LAST - timedelta(days=back)]
        while len(days) < times:
            days.insert(0, days[0] - timedelta(days=self.random.randrange(320, 420)))
        return days

    def _begin(self) -> dict[str, Now]:
        self.stages = {stage: Now() for stage in self.rubric.order}
        if self.stages and self.begun and self.random.random() < 0.1:
            self.stages[self.rubric.order[0]].status = Status.BEFORE_US
        self._set_statuses()
        for now in self.stages.values():
            self._decide(now, hopeful=now.status == Status.PLANNED)
        return self.stages

    def _set_statuses(self) -> None:
        for place, now in enumerate(self.stages.values()):
            if now.status == Status.BEFORE_US:
                continue
            if place < self.begun:
                now.status = Status.DONE
            elif place == self.begun:
                now.status = Status.UNDER_WAY
            elif now.status == Status.NOT_STARTED and self.random.random() < 0.7:
                now.status = Status.PLANNED

    def _decide(self, now: Now, *, hopeful: bool) -> None:
        """Who decides: together the more often the better the project is; promises are hopeful."""
        if self.random.random() < self.quality + (0.2 if hopeful else 0.0):
            self._share(now)
        else:
            self._keep_to_themselves(now, self.decks.reason.deal())

    def _share(self, now: Now) -> None:
        now.step, now.reason, now.complete = self._step([b.id for b in self.rubric.bands if b.shared]), None, True

    def _keep_to_themselves(self, now: Now, reason: str) -> None:
        apart = bands_apart(self.rubric)
        other = [band.id for band in self.rubric.bands if not band.shared and band.id not in apart]
        now.step = self._step(list(apart) if self.random.random() < 0.1 else other)
        now.reason, now.complete = reason or None, self.random.random() < 0.9

    def _step(self, bands: Sequence[str]) -> str:
        return self.random.choice([step.id for step in self.rubric.steps if step.band in bands])

    def _deliver(self, stage: str, now: Now) -> None:
        """What became of a promise: kept, partly, changed with a reason, not kept."""
        came = self.random.choices(["kept", "partly", "changed", "not_kept"], [4, 3, 1, 2])[0]
        fall = {"kept": (0, 0, 1), "partly": (0, -1, -1), "changed": (0, 0, -1), "not_kept": (-1, -2, -2)}[came]
        self._shift(stage, fall)
        if came == "changed":
            self._keep_to_themselves(now, self._reason(ReasonKind.POSSIBLY_GOOD))
            now.complete = True
        elif came == "not_kept":
            self._keep_to_themselves(now, self._reason(ReasonKind.BARRIER))

    def _go_on(self, stage: str, now: Now) -> None:
        self._shift(stage, (0, 0, 0, 1, 1, -1))
        chance = self.random.random()
        if chance < 0.15:
            self._share(now)
        elif chance < 0.25:
            self._decide(now, hopeful=False)

    def _reason(self, kind: ReasonKind) -> str:
        return self.random.choice([reason.id for reason in self.rubric.reasons if reason.kind == kind] or [""])

    def _level(self) -> int:
        scale = self.rubric.scale
        return self._in_scale(round(self.random.gauss(self.quality * scale.highest, 0.8)))

    def _shift(self, stage: str, by: Sequence[int]) -> None:
        for item in self.rubric.items:
            if item.stage == stage:
                self.levels[item.id] = self._in_scale(self.levels[item.id] + self.random.choice(by))

    def _in_scale(self, level: int) -> int:
        return min(max(level, self.rubric.scale.lowest), self.rubric.scale.highest)

    def _plan(self, day: date) -> None:
        """Some more actions, about stages that are not over, to be done after the day of the plan."""
        ahead = [stage for stage, now in self.stages.items() if now.status != Status.DONE] or list(self.stages)
        for _ in range(self.random.randrange(3)):
            by = day + timedelta(days=100 + self.random.randrange(60, 600))
            place = self.random.randrange(len(self.words.pool("actions")))
            self.doing.append(Doing(place, by, self.random.choice(ahead) if ahead else ""))
