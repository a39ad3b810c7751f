"""Commands about many projects at once. Each imports what it needs itself, so that none waits for what others need."""

from typing import Any

import click

from assessment.cli.program import Commands, Session, language_option
from assessment.core.fault import N_


@click.group(cls=Commands, help=N_("Many projects together: bring their assessments in, and take them out."))
@language_option
def portfolio() -> None:
    """Commands for managers."""


@portfolio.command(
    "import",
    help=N_(
        "Bring assessments into the portfolio: answers files, reports that Gyda made, spreadsheets, or folders of "
        "them. All of them, or none if anything is wrong in one. What is there already is left out."
    ),
)
@click.argument("files", metavar=N_("FILE|FOLDER…"), nargs=-1, required=True)
@click.option("--draft", is_flag=True, help=N_("Bring them in as drafts, unless they are submitted reports."))
@click.option(
    "--tag", "tags", metavar=N_("TAG"), multiple=True, help=N_("Give each project this tag; can be repeated.")
)
@click.option("--skip-faulty", is_flag=True, help=N_("Leave out what has a fault, and bring in the rest."))
@click.option("--barriers-told", is_flag=True, help=N_("These teams let managers read what they say of barriers."))
@click.option("--named", is_flag=True, help=N_("These teams let other teams be told that they could learn from them."))
@click.option("--check", is_flag=True, help=N_("Only say what would come in, and keep nothing."))
@language_option
@click.pass_obj
def import_(
    session: Session,
    files: tuple[str, ...],
    draft: bool,
    tags: tuple[str, ...],
    skip_faulty: bool,
    barriers_told: bool,
    named: bool,
    check: bool,
) -> None:
    """Look at every file, and take in what is in it."""
    from assessment.cli.bringing import imported
    from assessment.portfolio.bringing import Terms, tags_in

    terms = Terms(barriers_told, named, tags_in(",".join(tags)))
    for line in imported(files, session, terms=terms, draft=draft, skip_faulty=skip_faulty, check=check):
        click.echo(line)


@portfolio.command("list", help=N_("Say which projects are in the portfolio: id, date, state, questions and name."))
@language_option
@click.pass_obj
def list_(session: Session) -> None:
    """Name every project, the last assessed first."""
    from assessment.cli.bringing import there
    from assessment.cli.terminal import writable

    lines = list(there(session.say))
    click.echo(writable("\n".join(lines) or session.say(N_("Nothing is in the portfolio yet."))))


@portfolio.command("template", help=N_("Write a blank spreadsheet to fill in, a row an assessment."))
@click.option(
    "-o",
    "--out",
    metavar=N_("FILE"),
    default="assessments.xlsx",
    help=N_("Where to put it, such as assessments.xlsx."),
)
@click.option("--force", is_flag=True, help=N_("Replace a file of that name."))
@language_option
@click.pass_obj
def template(session: Session, out: str, force: bool) -> None:
    """Write the blank spreadsheet in the language of the run."""
    from pathlib import Path

    from assessment.cli.taking_out import blank

    blank(Path(out), session.language, force=force)
    click.echo(session.say(N_("{file}: the blank spreadsheet is written.")).format(file=out))


_FILTER = {
    "kind": N_("Only this kind of organisation, by its id; can be repeated."),
    "level": N_("Only projects this near to people's lives, by id; can be repeated."),
    "organisation": N_("Only this organisation, by its name; can be repeated."),
    "tag": N_("Only projects with this tag; can be repeated."),
    "status": N_("Only where a stage has come so far, such as co_design:done; can be repeated."),
}


def _filter(command: Any) -> Any:
    """A filter as options: its lists, its days, and whether drafts are in it."""
    command = click.option("--drafts", is_flag=True, help=N_("Drafts too, marked as drafts."))(command)
    command = click.option("--until", metavar="DATE", help=N_("Only assessments up to this day."))(command)
    command = click.option("--since", metavar="DATE", help=N_("Only assessments from this day on."))(command)
    for name, told in reversed(_FILTER.items()):
        command = click.option(f"--{name}", metavar=name.upper(), multiple=True, help=told)(command)
    return command


@portfolio.command(
    "export",
    help=N_(
        "Take assessments out: as a spreadsheet to read and keep (.xlsx), as a table (.csv), or as results for "
        "machines (.json)."
    ),
)
@click.option(
    "-o",
    "--out",
    metavar=N_("FILE"),
    required=True,
    help=N_("Where to put it; its ending says as what: .xlsx, .csv or .json."),
)
@click.option("--force", is_flag=True, help=N_("Replace a file of that name."))
@click.option(
    "--rubric",
    metavar="RUBRIC",
    default="",
    help=N_("The rubric, such as involvement/1; needed only where there are several."),
)
@_filter
@language_option
@click.pass_obj
def export(
    session: Session,
    /,
    out: str,
    force: bool,
    rubric: str,
    since: str | None,
    until: str | None,
    drafts: bool,
    **lists: tuple[str, ...],
) -> None:
    """Write the assessments that fit the filter, each standing for its project."""
    from pathlib import Path

    from assessment.cli.taking_out import day, exported
    from assessment.core.portfolio.cut import Cut

    cut = Cut(rubric=rubric, since=day("--since", since), until=day("--until", until), drafts=drafts, **lists)
    number = exported(Path(out), cut, session.language, session.say, force=force)
    if Path(out).is_file():
        click.echo(session.say(N_("{file}: taken out. Assessments: {number}.")).format(file=out, number=number))


@portfolio.command(
    "report",
    help=N_("Write a report on many projects, as a PDF of at most twelve pages, for a board or a scrutiny committee."),
)
@click.option("-o", "--out", metavar=N_("OUT.pdf"), required=True, help=N_("Where to put it, such as report.pdf."))
@click.option(
    "--rubric",
    metavar="RUBRIC",
    default="",
    help=N_("The rubric, such as involvement/1; else the one that most projects have."),
)
@_filter
@language_option
@click.pass_obj
def report(
    session: Session,
    /,
    out: str,
    rubric: str,
    since: str | None,
    until: str | None,
    drafts: bool,
    **lists: tuple[str, ...],
) -> None:
    """Write the report on the projects that fit the filter."""
    from pathlib import Path

    from assessment.cli import pdf_file
    from assessment.cli.taking_out import day, reported
    from assessment.core.portfolio.cut import Cut

    pdf_file.check(Path(out), "")
    cut = Cut(rubric=rubric, since=day("--since", since), until=day("--until", until), drafts=drafts, **lists)
    pdf_file.write(Path(out), reported(cut, session.language))
    if Path(out).is_file():
        click.echo(session.say(N_("{file}: the report is written.")).format(file=out))


@portfolio.command("dictionary", help=N_("Print what every column of an export means, in Welsh and English."))
@language_option
def dictionary() -> None:
    """Print the data dictionary."""
    from assessment.cli.taking_out import dictionary

    click.echo(dictionary().encode(), nl=False)
