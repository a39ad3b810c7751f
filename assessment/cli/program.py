"""Commands that speak Welsh and English, and tell every fault on standard error in plain words."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import fill
from typing import Any, NoReturn

import click

from assessment.cli.languages import OPTION, find_language
from assessment.core.fault import N_, BadInput, Fault, Message
from assessment.core.texts import LANGUAGES

NAME = "python -m assessment"
BAD_INPUT = 2
WIDTH = 80

PIECES = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))
"""How Click writes what may follow a command."""
SEE_HELP = N_("Type '{command} --help' to see what there is.")


@dataclass(frozen=True)
class Session:
    """The language of one run."""

    language: str

    @cached_property
    def say(self) -> Callable[[str], str]:
        """Put a sentence of the program into the language."""
        # Only when something is said: reading the catalogues takes as long as reading a file.
        from assessment.words import words

        return words(self.language).gettext if self.language != "en" else str


class Stop(Exception):
    """Files with what is wrong in each; nothing else is said."""

    def __init__(self, faults: Sequence[tuple[str, Fault]]) -> None:
        super().__init__(faults)
        self.faults = faults


class Choice(click.Choice[str]):
    """One of a few words, refused in ours."""

    def fail(self, message: str, param: click.Parameter | None = None, ctx: click.Context | None = None) -> NoReturn:
        """Say which words there are."""
        place = param.opts[-1] if param else ""
        wrong = Message(N_("this is not one of the choices."))
        raise BadInput(Fault(place, wrong, Message(N_("Use one of: {known}."), {"known": ", ".join(self.choices)})))


class Helping:
    """Help in the language of the run."""

    def get_help(self, ctx: click.Context) -> str:
        """What the command does, and its options."""
        command: Any = self
        say = ctx.find_object(Session).say  # type: ignore[union-attr]
        usage = " ".join([_called(ctx), *(say(piece) for piece in command.collect_usage_pieces(ctx))])
        told = f"{say(N_('How to use it'))}: {usage}"
        lines = [
            fill(told, WIDTH, subsequent_indent="  ", break_on_hyphens=False),
            "",
            fill(say(command.help or ""), WIDTH),
        ]
        rows = [
            (", ".join(param.opts), say(param.help or ""))
            for param in command.get_params(ctx)
            if isinstance(param, click.Option) and "--help" not in param.opts
        ]
        rows.append(("--help", say(N_("Say what this does, and leave."))))
        commands = getattr(command, "commands", {})
        lines += _table(say(N_("Commands")), [(name, say(one.help or "")) for name, one in commands.items()])
        lines += _table(say(N_("Options")), rows)
        return "\n".join([*lines, *(["", say(command.epilog)] if command.epilog else [])])


def _table(heading: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    indent = max(len(name) for name, _ in rows) + 4
    told = [
        fill(text, WIDTH, initial_indent=f"  {name}".ljust(indent), subsequent_indent=" " * indent)
        for name, text in rows
    ]
    return ["", f"{heading}:", *told]


def _called(ctx: click.Context) -> str:
    names = [one.info_name or "" for one in _line(ctx)][1:]
    return " ".join([NAME, *names])


def _line(ctx: click.Context) -> list[click.Context]:
    return [*(_line(ctx.parent) if ctx.parent else []), ctx]


class Command(Helping, click.Command):
    """A command with its help in both languages."""


class Commands(Helping, click.Group):
    """Several commands under one name."""

    command_class = Command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command, or say in our words that there is none."""
        if args and self.get_command(ctx, args[0]) is None:
            wrong = Message(N_("there is no command '{name}'."), {"name": args[0]})
            remedy = Message(N_("Use one of: {known}."), {"known": ", ".join(self.commands)})
            raise BadInput(Fault("", wrong, remedy))
        return super().resolve_command(ctx, args)


Commands.group_class = Commands


class Program(Commands):
    """The whole program: one run from its arguments to its exit code, 0 or 2."""

    def main(  # type: ignore[override]  # leaves in every case
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run, and leave with 0, or with 2 and every fault on standard error."""
        given = list(sys.argv[1:] if args is None else args)
        session = Session(find_language(given, os.environ))
        try:
            super().main(given, NAME, standalone_mode=False, obj=session)
            sys.stdout.flush()
        except Stop as stop:
            sys.exit(_told(session, [(file, fault) for file, fault in stop.faults]))
        except BadInput as error:
            sys.exit(_told(session, [("", fault) for fault in error.faults]))
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
        except click.UsageError as error:
            sys.exit(_told(session, [("", _usage(error, session))]))
        except (click.exceptions.Abort, KeyboardInterrupt):
            sys.exit(130)
        except BrokenPipeError:
            # Whoever was reading has heard enough; Python would complain once more at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _told(session: Session, faults: Sequence[tuple[str, Fault]]) -> int:
    for file, fault in faults:
        click.echo(f"{file}: {fault.in_(session.say)}" if file else fault.in_(session.say), err=True)
    return BAD_INPUT


def _usage(error: click.UsageError, session: Session) -> Fault:
    """Click's complaint in our words."""
    command = _called(error.ctx) if error.ctx else NAME
    remedy = Message(SEE_HELP, {"command": command})
    match error:
        case click.NoSuchOption():
            return Fault("", Message(N_("there is no option '{name}'."), {"name": error.option_name}), remedy)
        case click.BadOptionUsage():
            wrong = Message(N_("something is missing after '{name}'."), {"name": error.option_name})
            return Fault("", wrong, remedy)
        case click.MissingParameter():
            wrong = Message(N_("'{name}' is missing."), {"name": session.say(_parameter(error.param))})
            return Fault("", wrong, remedy)
        case _:
            return Fault("", Message(N_("the command has too many words or too few.")), remedy)


def _parameter(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    return (param.metavar or param.name or "") if isinstance(param, click.Argument) else ""


def language_option(command: Any) -> Any:
    """`--language`, which the program has read before Click does."""
    return click.option(
        OPTION,
        type=Choice(LANGUAGES),
        expose_value=False,
        help=N_("Welsh (cy) or English (en); else as GYDA_LANGUAGE or the machine says."),
    )(command)
