"""The command line: from an answers file to scores and a report, and what is kept, without a screen.

Exit code 0, or 2 with every fault on standard error and nothing on standard output; `verify` has 1 too. Each command
imports what it needs itself, so that none waits for another's libraries.
"""

import json
from pathlib import Path

import click

from assessment.cli.portfolio import portfolio
from assessment.cli.program import Choice, Program, Session, language_option
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.terms import Depth


@click.group(
    cls=Program,
    help=N_("Gyda: how a team works with the people its project is for. Answers in, scores and a report out."),
)
@language_option
def main() -> None:
    """The program."""


@main.command(
    help=N_("Write a blank answers file, with the questions in it as comments."),
    epilog=N_("To keep it: `python -m assessment template --language en > answers.yaml`"),
)
@language_option
@click.pass_obj
def template(session: Session) -> None:
    """Write a blank answers file to standard output."""
    from assessment import answers_file, library

    blank = answers_file.template(library.load(library.folders()[0]), session.language)
    click.echo(blank.encode(), nl=False)


NO_BID = Fault(
    "",
    Message(N_("A first look is one page, and cannot go with a bid.")),
    Message(N_("Answer as a full self-assessment, or leave out `--layout bid`.")),
)
FILES = click.argument("files", metavar=N_("FILE…"), nargs=-1, required=True)


@main.command(help=N_("Say what is wrong in answers files, or that all is in order. '-' reads standard input."))
@FILES
@language_option
@click.pass_obj
def check(session: Session, files: tuple[str, ...]) -> None:
    """Name every fault of every file."""
    from assessment.cli.files import read_all
    from assessment.core.fields import DONT_KNOW, NOT_APPLICABLE

    for name, (assessment, rubric) in zip(files, read_all(files), strict=True):
        levels = [answer.level for answer in assessment.answers.values()]
        given = sum(isinstance(level, int) for level in levels)
        told = session.say(N_("{file}: all is in order. {given} of {all} questions have an answer."))
        parts = [told.format(file=name, given=given, all=len(rubric.items))]
        for level, said in (
            (DONT_KNOW, N_("Don't know: {number}.")),
            (NOT_APPLICABLE, N_("Not applicable: {number}.")),
        ):
            if number := levels.count(level):
                parts.append(session.say(said).format(number=number))
        click.echo(" ".join(parts))


@main.command(help=N_("Score answers files. '-' reads standard input."))
@FILES
@click.option(
    "--format",
    "form",
    type=Choice(["table", "json"]),
    default="table",
    help=N_("`table`: to read here. `json`: for machines; an array where there are several files."),
)
@language_option
@click.pass_obj
def score(session: Session, files: tuple[str, ...], form: str) -> None:
    """Score each file and print the results in the same order."""
    from assessment.cli.files import read_all
    from assessment.core.publication import to_json
    from assessment.core.score import score as score_one

    scored = [(rubric, assessment, score_one(rubric, assessment)) for assessment, rubric in read_all(files)]
    if form == "json":
        found = [to_json(result, rubric) for rubric, _, result in scored]
        shown = json.dumps(found if len(files) > 1 else found[0], ensure_ascii=False, indent=2, allow_nan=False)
        click.echo(f"{shown}\n".encode(), nl=False)
        return
    from assessment.cli.table import show

    show([(rubric, assessment, result) for rubric, assessment, result in scored], session.language)


@main.command(
    help=N_("Make the report of an answers file, as a PDF. It is marked as a draft: submitting is done in the app.")
)
@click.argument("file", metavar=N_("FILE"))
@click.option("-o", "--out", metavar=N_("OUT.pdf"), required=True, help=N_("Where to put it, such as report.pdf."))
@click.option(
    "--layout",
    type=Choice(["full", "bid"]),
    default="full",
    help=N_("`full`: the whole report. `bid`: two pages to attach to a bid."),
)
@click.option("--both", is_flag=True, help=N_("Welsh and English in one file."))
@click.option("--notes", is_flag=True, help=N_("Print the team's notes too; a bid has none."))
@click.option("--law", is_flag=True, help=N_("Print what the law asks of public bodies too, if you are not one."))
@language_option
@click.pass_obj
def report(session: Session, file: str, out: str, layout: str, both: bool, notes: bool, law: bool) -> None:
    """Render one file's report and write it to `out`."""
    from assessment.cli import pdf_file
    from assessment.cli.files import read_all

    pdf_file.check(Path(out), file)
    [(assessment, rubric)] = read_all([file])
    from reports import render

    if layout == "bid" and assessment.assessment.depth is Depth.FIRST_LOOK:
        raise BadInput(NO_BID)
    language = "both" if both else session.language
    pdf_file.write(Path(out), render(rubric, assessment, language=language, layout=layout, notes=notes, law=law))
    # Into a pipe goes the report and nothing else.
    if Path(out).is_file():
        click.echo(session.say(N_("{file}: the report is written.")).format(file=out))


@main.command(
    help=N_(
        "Say whether a report, as a PDF, has been changed since it was made. Exit code 0 if nothing was found to be "
        "changed (a draft has nothing to compare), 1 if something was, 2 if the file cannot be read."
    )
)
@click.argument("file", metavar=N_("FILE.pdf"))
@language_option
@click.pass_obj
def verify(session: Session, file: str) -> None:
    """Tell what was found of one report."""
    from assessment.cli.checked import told

    lines, intact = told(Path(file), session.language)
    click.echo("\n".join(lines))
    if not intact:
        raise SystemExit(1)


@main.command("list", help=N_("Say which assessments are kept: id, date, state and project."))
@language_option
@click.pass_obj
def list_kept(session: Session) -> None:
    """Name every assessment that is kept, the last changed first."""
    from assessment.cli import kept
    from assessment.cli.terminal import writable

    lines = list(kept.listed(session.say))
    click.echo(writable("\n".join(lines) or session.say(N_("Nothing is kept yet."))))


@main.command(
    "export",
    help=N_(
        "Make an answers file of an assessment that is kept. It has everything that was said in it, notes too. It "
        "leaves out the history of changes, and single voices: they are only counted in it."
    ),
)
@click.argument("asked", metavar=N_("ID|NAME"))
@click.option("-o", "--out", metavar=N_("FILE"), help=N_("Where to put it; else it is printed."))
@click.option("--force", is_flag=True, help=N_("Replace a file of that name."))
@language_option
@click.pass_obj
def export(session: Session, asked: str, out: str | None, force: bool) -> None:
    """Write one assessment to `out` or to standard output."""
    from assessment.cli import kept, out_file

    if out is None:
        click.echo(kept.exported(asked), nl=False)
        return
    out_file.keep_what_is_there(Path(out), force=force)
    out_file.write(Path(out), kept.exported(asked))
    if Path(out).is_file():
        click.echo(session.say(N_("{file}: the answers file is written.")).format(file=out))


@main.command(
    "import",
    help=N_(
        "Keep answers files, each as a project of its own: all of them, or none if anything is wrong in one. '-' reads "
        "standard input."
    ),
)
@FILES
@language_option
@click.pass_obj
def import_(session: Session, files: tuple[str, ...]) -> None:
    """Keep every file, and say under which id."""
    from assessment.cli import kept
    from assessment.cli.terminal import writable

    for file, (id_, name) in zip(files, kept.imported(files), strict=True):
        told = session.say(N_("{file}: kept as {id}, {name}."))
        click.echo(writable(told.format(file=file, id=id_, name=name)))


@main.command(
    help=N_(
        "Write everything that is kept to one file: every assessment with its history, and single voices. Gyda may be "
        "running. Look after the file."
    )
)
@click.argument("file", metavar=N_("FILE"))
@click.option("--force", is_flag=True, help=N_("Replace a file of that name."))
@language_option
@click.pass_obj
def backup(session: Session, file: str, force: bool) -> None:
    """Write the whole store to `file`."""
    from assessment.cli import kept

    counts = kept.backed_up(Path(file), force=force)
    told = session.say(N_("{file}: the backup is written. Projects: {projects}. Assessments: {assessments}."))
    click.echo(told.format(file=file, projects=counts.projects, assessments=counts.assessments))


@main.command(
    help=N_(
        "Bring back everything from a backup, in the place of what is kept now. What is there now goes into a file of "
        "its own first. Gyda may be running."
    )
)
@click.argument("file", metavar=N_("FILE"))
@click.option("--yes", is_flag=True, help=N_("Do not ask."))
@language_option
@click.pass_obj
def restore(session: Session, file: str, yes: bool) -> None:
    """Put the backup in the place of the whole store, once that was confirmed."""
    from assessment.cli import kept

    say, now = session.say, kept.there_now()
    counts = kept.look_into(Path(file))
    inside = say(N_("{file}: a backup. Projects: {projects}. Assessments: {assessments}."))
    click.echo(inside.format(file=file, projects=counts.projects, assessments=counts.assessments))
    if now is None:
        click.echo(say(N_("It takes the place of the data file, which is damaged.")))
    else:
        instead = say(N_("It replaces all that is kept now. Projects: {projects}. Assessments: {assessments}."))
        click.echo(instead.format(projects=now.projects, assessments=now.assessments))
    if not yes:
        click.echo(say(N_("To go on, type '{word}':")).format(word=say(kept.RESTORE)) + " ", nl=False)
        kept.confirm(say)
    done = kept.restored(Path(file))
    click.echo(say(N_("Everything is restored. What was there before is in {file}.")).format(file=done.before))


@main.command(
    "demo",
    help=N_("Make a portfolio of invented projects, to try things on. The same number and seed always make the same."),
    epilog=N_("In a folder of its own: `GYDA_DATA=demo python -m assessment demo --projects 40`"),
)
@click.option("--projects", type=int, default=40, help=N_("How many projects; 40 if you do not say."))
@click.option("--seed", type=int, default=1, help=N_("Any whole number; another one makes other projects."))
@click.option("--yes", is_flag=True, help=N_("Put them beside what is there already."))
@language_option
@click.pass_obj
def demo_(session: Session, projects: int, seed: int, yes: bool) -> None:
    """Invent projects, and tell how far it is on standard error."""
    from assessment.cli import demo

    def tell(done: int) -> None:
        told = session.say(N_("{done} of {all} projects are in."))
        click.echo(told.format(done=done, all=projects), err=True)

    count = demo.made(projects, seed, beside=yes, tell=tell)
    told = session.say(N_("The invented projects are there. Projects: {projects}. Assessments: {assessments}."))
    click.echo(told.format(projects=projects, assessments=count))


@main.group(help=N_("Look at rubrics, check them, and confirm their Welsh."))
@language_option
def rubric() -> None:
    """Commands for rubric authors."""


@rubric.command("list", help=N_("Say which rubrics there are."))
@language_option
@click.pass_obj
def list_(session: Session) -> None:
    """Name every rubric with its version and title."""
    from assessment.cli import rubrics

    for line in rubrics.listed(session.language):
        click.echo(line)


@rubric.command("check", help=N_("Name everything wrong in a rubric, and every text whose Welsh needs review."))
@click.argument("folder", metavar=N_("[FOLDER]"), required=False)
@language_option
@click.pass_obj
def check_rubric(session: Session, folder: str | None) -> None:
    """Check one folder, or every rubric there is."""
    from assessment.cli import rubrics

    for one in rubrics.chosen(folder):
        texts = rubrics.check(one)
        click.echo(
            session.say(N_("{file}: all is in order. {all} texts, each confirmed in both languages.")).format(
                file=rubrics.named(one), all=texts
            )
        )


@rubric.command("schema", help=N_("Print the JSON Schema of a rubric, for editors that know one."))
@language_option
def schema() -> None:
    """Print the schema that every rubric keeps."""
    from assessment.core.rubric import Rubric

    click.echo(json.dumps(Rubric.model_json_schema(), ensure_ascii=False, indent=2).encode())


@rubric.command(help=N_("Confirm that the Welsh and the English say the same: of all texts, or of those named."))
@click.argument("folder", metavar=N_("[FOLDER]"), required=False)
@click.argument("ids", metavar=N_("[ID…]"), nargs=-1)
@language_option
@click.pass_obj
def confirm(session: Session, folder: str | None, ids: tuple[str, ...]) -> None:
    """Write down that a person has read both languages."""
    from assessment.cli import rubrics

    for one in rubrics.chosen(folder):
        click.echo(
            session.say(N_("{file}: texts confirmed now: {number}.")).format(
                file=rubrics.named(one), number=rubrics.confirm(one, ids)
            )
        )


main.add_command(portfolio)
