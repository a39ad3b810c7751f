"""The values and the matrix: the levels themselves, in words, with the number answered."""

from assessment.core.fault import N_
from assessment.core.result import Mean
from assessment.core.rubric import Item
from assessment.core.terms import Evidence, State, Status
from assessment.pictures.reader import Reader
from assessment.pictures.shapes import Level, Matrix, MatrixRow, Table, ValueLevels, Values

PROMISED = "promised"
A_PROMISE = N_("a promise")


def level(reader: Reader, item: Item) -> Level:
    """One question's answer in words; of a planned stage only that it is a promise."""
    cell, given = reader.result.cells[item.id], reader.assessment.answer(item.id)
    promised = bool(item.stage) and reader.status(item.stage) == Status.PLANNED and cell.state == State.ANSWERED
    shown = cell.level if not promised else None
    answered = cell.state == State.ANSWERED and not promised
    untouched = cell.state == State.NOT_COUNTED and given.level is None
    words = (
        reader.say(A_PROMISE)
        if promised
        else reader.of(shown)
        if shown is not None
        else reader.inside(reader.label(reader.status(item.stage) if untouched else cell.state))
    )
    return Level(
        id=item.id,
        stage=item.stage,
        stage_name=reader.stage(item.stage),
        value=item.value,
        value_name=reader.text(reader.rubric.value[item.value].name),
        state=PROMISED if promised else cell.state,
        level=shown,
        words=words,
        sentence=reader.text(item.question.levels[shown]) if shown is not None else words,
        evidence=given.evidence if answered else "",
        evidence_label=reader.label(given.evidence) if answered and given.evidence is not Evidence.NONE else "",
    )


def values(reader: Reader) -> Values:
    """Every value with its level in each stage."""
    rubric = reader.rubric
    title = reader.say("The values")
    found = tuple(_value(reader, value) for value in rubric.columns)
    stages = [stage for stage in rubric.rows if reader.live(stage)]
    return Values(
        title=title,
        lowest=rubric.scale.lowest,
        highest=rubric.scale.highest,
        values=found,
        note=reader.say(
            "Each answer is one of {number} sentences. Levels are in order; they are not measured, "
            "so the sentences count and not the sum.",
            number=len(rubric.scale.levels),
        ),
        alt=reader.joined(value.alt for value in found),
        table=Table(
            caption=title,
            head=(
                reader.say("Value"),
                *(reader.stage(stage) for stage in stages),
                reader.say("Answered"),
                reader.say("Mean"),
            ),
            rows=tuple(
                (
                    value.name,
                    *(_words(value, stage) for stage in stages),
                    value.counted,
                    value.mean or reader.say("too few answers for a mean"),
                )
                for value in found
            ),
        ),
    )


def _words(value: ValueLevels, stage: str) -> str:
    return "; ".join(one.words for one in value.levels if one.stage == stage)


def _value(reader: Reader, id_: str) -> ValueLevels:
    value, found = reader.rubric.value[id_], reader.result.values[id_]
    levels = tuple(level(reader, item) for item in reader.rubric.items if item.value == id_)
    name, counted, mean = reader.text(value.name), _counted(reader, found), reader.mean(found.score)
    told = "; ".join(
        f"{one.stage_name}: {one.words}" for one in levels if one.state != State.NOT_COUNTED and one.stage
    ) or "; ".join(one.words for one in levels if one.state != State.NOT_COUNTED)
    return ValueLevels(
        id=id_,
        name=name,
        meaning=reader.text(value.meaning),
        levels=levels,
        answered=found.answered,
        applicable=found.applicable,
        counted=counted,
        mean=mean,
        mean_level=found.score,
        alt=reader.say("{value}: {levels}.", value=name, levels=told or reader.say("nothing answered yet")),
    )


def _counted(reader: Reader, mean: Mean) -> str:
    if not mean.applicable:
        return reader.say("no question applies yet")
    return reader.say("{answered} of {applicable} answered", answered=mean.answered, applicable=mean.applicable)


def matrix(reader: Reader) -> Matrix:
    """Stages × values, each cell in words."""
    rubric = reader.rubric
    title = reader.say("Stages and values together")
    columns = tuple(reader.text(value.name) for value in rubric.values)
    rows = tuple(_row(reader, stage) for stage in rubric.rows)
    return Matrix(
        title=title,
        lowest=rubric.scale.lowest,
        highest=rubric.scale.highest,
        columns=columns,
        rows=rows,
        alt=reader.joined(_row_alt(reader, row) for row in rows),
        table=Table(
            caption=title,
            head=(reader.say("Stage"), *columns, reader.say("Answered")),
            rows=tuple((row.name, *(one.words for one in row.cells), row.counted) for row in rows),
        ),
    )


def _row(reader: Reader, stage: str) -> MatrixRow:
    status = reader.status(stage)
    found = reader.result.stages[stage].achieved if stage else None
    return MatrixRow(
        id=stage,
        name=reader.stage(stage),
        status=status,
        status_label=reader.label(status) if stage else "",
        cells=tuple(_cell(reader, stage, value) for value in reader.rubric.columns),
        counted=_counted(reader, found) if found and reader.achieved(stage) else "",
        mean=reader.mean(found.score) if found else "",
    )


def _cell(reader: Reader, stage: str, value: str) -> Level:
    """The one cell of a stage and a value; where a rubric asks several questions there, all of them."""
    found = [level(reader, item) for item in reader.rubric.items if item.stage == stage and item.value == value]
    if len(found) == 1:
        return found[0]
    words = "; ".join(one.words for one in found) or reader.inside(reader.label(State.NOT_APPLICABLE))
    return Level(
        id=f"{stage}.{value}" if stage else value,
        stage=stage,
        stage_name=reader.stage(stage),
        value=value,
        value_name=reader.text(reader.rubric.value[value].name),
        state=State.ANSWERED if any(one.level is not None for one in found) else State.NOT_APPLICABLE,
        level=None,
        words=words,
        sentence=words,
        evidence="",
        evidence_label="",
    )


def _row_alt(reader: Reader, row: MatrixRow) -> str:
    if all(cell.state == State.NOT_COUNTED for cell in row.cells):
        return reader.say("{stage}: {status}.", stage=row.name, status=reader.inside(row.status_label))
    told = "; ".join(f"{reader.inside(cell.value_name)}: {cell.words}" for cell in row.cells)
    return reader.say("{stage}: {status}.", stage=row.name, status=told)
