"""Commands about many projects at once. Each imports what it needs itself, so that none waits for what others need."""

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
