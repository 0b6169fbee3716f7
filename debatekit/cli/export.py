"""`debatekit export`: items for the tools that schools already use."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.output import force_option, say, shown, write_file
from debatekit.cli.workspace.places import workspace_of

FORMATS = ("moodle", "canvas", "gift", "qti3", "anki", "argdown", "json")
PACKED = ("canvas", "qti3", "anki")
"""Formats that are no text and do not go to a terminal."""


@click.command("export")
@click.argument("name", required=False, metavar="[LESSON-or-QUIZ]")
@click.option("--to", "form", type=click.Choice(FORMATS), required=True, help="The format.")
@click.option("--all", "whole", is_flag=True, help="All lessons and quizzes, in one file.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, other options.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; - is standard output.",
)
@force_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    name: str | None,
    form: str,
    whole: bool,
    seed: int,
    output: Path | None,
    force: bool,
) -> None:
    """Write items for another tool.

    That is a learning platform (moodle, canvas, gift, qti3), flash cards (anki), an argument
    map (argdown) or a program of yours (json). What the format cannot carry is said on
    standard error. Without -o the file goes to standard output.
    """
    from debatekit.cli.export_batches import Losses, written

    if (name is None) != whole:
        raise click.UsageError("say which lesson or quiz, or --all for all of them")
    to_screen = output is None or str(output) == "-"
    if to_screen and form in PACKED and sys.stdout.isatty():
        raise click.UsageError(f"{form} is no text: say where to write it with -o")
    losses = Losses()
    heard = None if to_screen else settings
    content = written(workspace_of(settings), name, form, seed, losses, heard)
    if output is None or to_screen:
        _to_screen(content)
    else:
        write_file(output, content, force)
    for line in losses.lines(form):
        say(line)
    if output is not None and not to_screen:
        say(f"Wrote {shown(output)}")


def _to_screen(content: Iterable[bytes]) -> None:
    """Write to standard output piece by piece."""
    for piece in content:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
