"""What the answers rest on, stage by stage, where something has happened."""

from collections import Counter

from assessment.core.terms import Evidence
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import EvidencePicture, GradeCount, StageEvidence, Table


def evidence(reader: Reader) -> EvidencePicture:
    """How many answers of each stage rest on each grade, weakest first."""
    stages = tuple(_stage(reader, stage) for stage in reader.rubric.rows if reader.achieved(stage))
    title = reader.say("What this rests on")
    grades = tuple(reader.label(grade) for grade in Evidence)
    return EvidencePicture(
        title=title,
        grades=grades,
        stages=stages,
        alt=reader.joined(f"{stage.stage_name}: {stage.words}" for stage in stages),
        table=Table(
            caption=title,
            head=(reader.say("Stage"), *grades, reader.say("Who decides: evidence")),
            rows=tuple(
                (stage.stage_name, *(str(one.number) for one in stage.counts), stage.decision) for stage in stages
            ),
        ),
    )


def _stage(reader: Reader, id_: str) -> StageEvidence:
    items = [
        item.id for item in reader.rubric.items if item.stage == id_ and reader.result.cells[item.id].level is not None
    ]
    number = Counter(reader.assessment.answer(item).evidence for item in items)
    counts = tuple(GradeCount(grade, reader.label(grade), number[grade]) for grade in Evidence)
    found = reader.result.stages[id_] if id_ else None
    mean = found.achieved.evidence if found else None
    return StageEvidence(
        stage=id_,
        stage_name=reader.stage(id_),
        counts=counts,
        answered=len(items),
        decision=reader.label(reader.assessment.stage(id_).decision_evidence) if found and found.decision else "",
        words=_words(reader, counts),
        mean=""
        if mean is None
        else reader.say(
            "mean strength {mean} on the scale from 0 to {highest}",
            mean=reader.number(mean),
            highest=len(Evidence) - 1,
        ),
    )


def _words(reader: Reader, counts: tuple[GradeCount, ...]) -> str:
    told = [
        reader.count(
            "{number} answer: {grade}", "{number} answers: {grade}", one.number, grade=reader.inside(one.label)
        )
        for one in counts
        if one.number
    ]
    return f"{'; '.join(told)}." if told else reader.say("No question answered with a level yet.")
