"""What people who did not sit at the table said, put so that nobody's answer can be read from it.

The rules are docs/scoring.md, section 5. Below the smallest number published nothing differs
between no voice and four.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from assessment.core.assessment import Assessment, CountedGroup, Voice
from assessment.core.parameters import VoiceRules
from assessment.core.result import HIDDEN, Cell, Gap, VoiceCell, VoiceGroup
from assessment.core.rubric import Rubric
from assessment.core.terms import LIVE, Agreement, Direction, Share, Status


def publish(rubric: Rubric, assessment: Assessment, at_least: int = 0) -> dict[str, VoiceGroup]:
    """Every group, published or hidden; `at_least` can raise the rubric's smallest number, never lower it."""
    rules = rubric.parameters.voices
    least = max(rules.publish_from, at_least)
    found = dict.fromkeys(rules.groups, HIDDEN)
    if assessment.counted:
        found |= {group: _recounted(rubric, assessment, c) for group, c in assessment.counted.items()}
        return found
    for group in rules.groups:
        voices = [voice for voice in assessment.voices if voice.group == group]
        if len(voices) >= least:
            found[group] = VoiceGroup(
                published=True,
                n=rules.size_name(len(voices)),
                cells=_cells(rubric, assessment, voices, least),
                decisions=_decisions(rubric, assessment, voices, least),
            )
    return found


def levels_of(voices: Iterable[Voice], question: str) -> list[int]:
    """The levels these voices gave to a question, lowest first."""
    given = (voice.answers.get(question) for voice in voices)
    return sorted(level for level in given if isinstance(level, int))


def _live(rubric: Rubric, assessment: Assessment) -> list[str]:
    return [item.id for item in rubric.items if assessment.stage(item.stage).status in LIVE]


def _cells(rubric: Rubric, assessment: Assessment, voices: Sequence[Voice], least: int) -> dict[str, VoiceCell]:
    cells = {}
    for question in _live(rubric, assessment):
        levels = levels_of(voices, question)
        if len(levels) >= least:
            close = levels[-1] - levels[0] <= rubric.parameters.voices.close
            cells[question] = VoiceCell(
                median=levels[(len(levels) - 1) // 2],
                agreement=Agreement.CLOSE if close else Agreement.SPREAD,
            )
    return cells


def _decisions(
    rubric: Rubric, assessment: Assessment, voices: Sequence[Voice], least: int
) -> dict[str, dict[str, Share]]:
    found = {}
    for stage in rubric.order:
        if assessment.stage(stage).status == Status.NOT_STARTED:
            continue
        placed = [voice.decisions.get(stage) for voice in voices]
        bands = Counter(rubric.step[step].band for step in placed if step in rubric.step)
        if (total := bands.total()) >= least:
            found[stage] = {band: share(rubric.parameters.voices, bands[band], total) for band in rubric.band}
    return found


def share(rules: VoiceRules, part: int, whole: int) -> Share:
    """A share in words: few (none included), some or most."""
    exact = Fraction(part, whole)
    return Share.MOST if exact >= rules.most else Share.FEW if exact < rules.few else Share.SOME


def _recounted(rubric: Rubric, assessment: Assessment, counted: CountedGroup) -> VoiceGroup:
    live = _live(rubric, assessment)
    return VoiceGroup(
        published=True,
        n=counted.n,
        cells={
            id_: VoiceCell(counted.cells[id_].median, counted.cells[id_].agreement)
            for id_ in live
            if id_ in counted.cells
        },
        decisions={
            stage: {band: counted.decisions[stage][band] for band in rubric.band}
            for stage in rubric.order
            if stage in counted.decisions and assessment.stage(stage).status != Status.NOT_STARTED
        },
    )


def gaps(
    rubric: Rubric,
    assessment: Assessment,
    published: Mapping[str, VoiceGroup],
    cells: Mapping[str, Cell],
) -> tuple[Gap, ...]:
    """Questions that the team and the people see differently, in rubric order."""
    people = rubric.parameters.voices.people
    group = published.get(people, HIDDEN)
    found = []
    for question, cell in group.cells.items():
        team = cells[question].level
        if team is None:
            continue
        if direction := _direction(rubric, assessment, question, team):
            found.append(Gap(question, team, cell.median, direction))
    return tuple(found)


def _direction(rubric: Rubric, assessment: Assessment, question: str, team: int) -> Direction | None:
    people, threshold = rubric.parameters.voices.people, rubric.parameters.voices.gap
    if assessment.counted:
        return assessment.counted[people].cells[question].direction
    levels = levels_of((v for v in assessment.voices if v.group == people), question)
    if Fraction(sum(level < team for level in levels), len(levels)) >= threshold:
        return Direction.TEAM_HIGHER
    if Fraction(sum(level > team for level in levels), len(levels)) >= threshold:
        return Direction.PEOPLE_HIGHER
    return None
