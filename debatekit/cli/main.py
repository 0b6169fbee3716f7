"""The group of all commands, loaded by name when asked for, and the one exit for every outcome."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import StringIO

import click

from debatekit import __version__
from debatekit.cli.context import Settings, settings_from_options
from debatekit.cli.examples import with_examples
from debatekit.cli.narrow_help import HelpContext, with_narrow_help
from debatekit.diagnostics import InvalidFileError, NotFoundError, did_you_mean

COMMANDS: dict[str, tuple[str, str]] = {
    "lessons": ("lessons", "List the lessons."),
    "study": ("study", "Read a lesson on screen, both sides of it."),
    "quiz": ("quiz", "Practise a lesson; an unfinished session is resumed."),
    "review": ("review", "Answer what is due, across lessons."),
    "drill": ("drill", "Drill for the debate, on both sides in turn."),
    "scores": ("scores", "Show your progress and what to do next."),
    "items": ("items", "Show every item of a lesson, with key, reasons and proof."),
    "map": ("map", "Draw a lesson's argument map."),
    "whatif": ("whatif", "Show what stands, falls or is contested, and why."),
    "new": ("new", "Begin a source's record, a lesson, a quiz or a workspace."),
    "check": ("check", "Find the faults in sources, lessons and quizzes."),
    "preview": ("preview", "Show a lesson, its map, its questions and its faults as one page."),
    "schema": ("schema", "Print the JSON Schema of a kind of file."),
    "handout": ("handout", "Write a lesson as a handout."),
    "export": ("export", "Write items for another tool."),
    "report": ("report", "Show what a class has not understood, from its score files."),
    "completion": (
        "completion",
        "Print what makes a shell complete commands, options and lessons.",
    ),
}
"""Each command's module below debatekit.cli, and its line in the help.

Kept here so that `--help` imports none of them; a test compares the lines.
"""


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is asked for."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a lesson meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or nothing if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"debatekit.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        if ctx.resilient_parsing:  # the shell asks what may follow
            import_module("debatekit.cli.completion_names").with_names(command)
        return with_narrow_help(with_examples(cmd_name, command))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant; tell of the nearest one if there is none."""
        name = args[0]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        hint = did_you_mean(name, COMMANDS) or "'debatekit --help' lists all"
        raise click.UsageError(f"there is no command {name!r}; {hint}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "-C",
    "--workspace",
    type=click.Path(file_okay=False),
    help="The folder with seeds/, lessons/ and quizzes/.",
)
@click.option("--store", type=click.Path(dir_okay=False), help="The file that keeps the scores.")
@click.option("--plain", is_flag=True, help="Lines only: no colour, no redraw, no boxes.")
@click.option("--no-color", is_flag=True, help="No colour.")
@click.version_option(__version__, prog_name="debatekit", message="%(prog)s %(version)s")
@click.pass_context
def cli(
    ctx: click.Context,
    workspace: str | None,
    store: str | None,
    plain: bool,
    no_color: bool,
) -> None:
    """Prepare for a debate on one opinion article, fair to both sides."""
    ctx.obj = settings_from_options(workspace, store, plain, no_color)
    if ctx.invoked_subcommand is None:
        import_module("debatekit.cli.start").start(ctx.ensure_object(Settings))


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; every outcome ends here."""
    if os.environ.get("_DEBATEKIT_COMPLETE"):
        import_module("debatekit.cli.completion_shells").register()
    try:
        code = cli.main(list(arguments), prog_name="debatekit", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _told(error)
    except InvalidFileError as error:
        import_module("debatekit.cli.screen.faults").show(
            error.diagnostics, plain="--plain" in arguments
        )
        return 1
    except NotFoundError as error:
        return _told(click.ClickException(str(error)))
    except (KeyboardInterrupt, click.Abort) as error:
        # Click has ended the line already where it tells the cause, and at its own questions not.
        sys.stderr.write("Stopped.\n" if error.__cause__ else "\nStopped.\n")
        return 130
    except SystemExit:
        # Without standalone mode click exits for one reason only: whoever read our output
        # (`| head`) has gone. That is no fault of what was asked.
        return 0
    except OSError as error:
        code = import_module("debatekit.cli.streams").output_lost(error)
    return code if isinstance(code, int) else 0


def _told(error: click.ClickException) -> int:
    """Write a message, which may quote what was typed, to standard error; return its exit code."""
    said = StringIO()
    error.show(said)
    import_module("debatekit.cli.screen.output").say(said.getvalue().rstrip("\n"))
    return error.exit_code
