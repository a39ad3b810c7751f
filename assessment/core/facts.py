"""What challenges and next steps look at: one assessment with everything already worked out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.core.assessment import Action, Assessment, Stage
from assessment.core.result import Cell, Gap, StageMean, StageResult, VoiceGroup
from assessment.core.rubric import Item, Rubric
from assessment.core.taking_part import people_present
from assessment.core.terms import (
    ACHIEVED,
    LIVE,
    ActionStatus,
    Asks,
    Complexity,
    MadeBy,
    State,
    Status,
)


@dataclass(frozen=True)
class Facts:
    """One assessment and what is known of it so far."""

    rubric: Rubric
    assessment: Assessment
    complexity: Complexity | None
    stages: Mapping[str, StageResult]
    promised: Mapping[str, StageMean]
    cells: Mapping[str, Cell]
    voices: Mapping[str, VoiceGroup]
    gaps: tuple[Gap, ...]

    @property
    def together(self) -> bool:
        """Whether people and organisations both work on the project."""
        return self.assessment.project.made_by == MadeBy.BOTH

    def given(self, stage: str) -> Stage:
        """What the team answered about a stage."""
        return self.assessment.stage(stage)

    def live(self, stage: str) -> bool:
        """Planned, under way or done."""
        return self.stages[stage].status in LIVE

    def achieved(self, stage: str) -> bool:
        """Under way or done."""
        return self.stages[stage].status in ACHIEVED

    def planned(self, stage: str) -> bool:
        """Promised, not yet begun."""
        return self.stages[stage].status == Status.PLANNED

    def shared(self, stage: str) -> bool:
        """Whether both decide: the band is known and shared."""
        band = self.stages[stage].band
        return band is not None and self.rubric.band[band].shared

    def not_with(self, stage: str) -> bool:
        """Whether it is known that not both decide."""
        return self.stages[stage].band is not None and not self.shared(stage)

    def marked(self, stage: str, mark: Asks) -> bool:
        """Whether the step of a stage carries a mark, such as that people are asked."""
        step = self.stages[stage].decision
        return step is not None and mark in self.rubric.step[step].marks

    def score(self, stage: str) -> float | None:
        """The stage's mean, achieved or promised."""
        return self.promised[stage].score if stage in self.promised else self.stages[stage].achieved.score

    def questions(self, stage: str) -> tuple[Item, ...]:
        """The questions of a stage."""
        return self.rubric.items_of[stage]

    def levels(self, stage: str) -> Sequence[tuple[Item, int]]:
        """The questions of a stage that have a level, with it; none where the stage is not counted."""
        return self._levels[stage]

    @cached_property
    def _levels(self) -> Mapping[str, Sequence[tuple[Item, int]]]:
        return {
            stage: [(item, level) for item in items if (level := self.cells[item.id].level) is not None]
            for stage, items in self.rubric.items_of.items()
        }

    def not_applicable(self, stage: str) -> list[Item]:
        """The questions of a stage that were said not to apply."""
        return [i for i in self.questions(stage) if self.cells[i.id].state == State.NOT_APPLICABLE]

    def weak(self, item: Item) -> bool:
        """Whether an answer rests on nothing but the team's own view."""
        return self.assessment.answer(item.id).evidence.weak

    @cached_property
    def people_present(self) -> bool:
        """Whether people the project is for sat at the table, or enough of them answered apart."""
        return people_present(self.rubric, self.assessment, self.voices)

    def actions_about(self, stage: str) -> list[Action]:
        """The plan's actions about a stage or one of its questions, but dropped ones."""
        return [
            action
            for action in self.assessment.actions
            if action.status != ActionStatus.DROPPED and lies_in(action.about, stage)
        ]


def lies_in(about: str, stage: str) -> bool:
    """Whether something is about a stage, its decision or one of its questions."""
    return about == stage or about.startswith(f"{stage}.")
