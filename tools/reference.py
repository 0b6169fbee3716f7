"""The command line's reference, written from the commands' own help."""

from collections.abc import Iterator

import click

from debatekit.cli.main import COMMANDS, cli


def reference() -> str:
    """Return a section for each command with what `--help` prints, 80 columns wide.

    The commands of a group, such as those of `new`, come after it, a step lower.
    """
    context = _context(cli, "debatekit", None)
    parts = [_section(cli, "## debatekit", context)]
    for name in COMMANDS:
        if (command := cli.get_command(context, name)) is not None:
            parts += _with_its_own(command, name, context)
    return "\n".join(parts)


def _with_its_own(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    """Yield the section of a command, and those of the commands of its group."""
    context = _context(command, name, parent)
    yield _section(command, f"## debatekit {name}", context)
    if isinstance(command, click.Group):
        for part in command.list_commands(context):
            if (found := command.get_command(context, part)) is not None:
                inner = _context(found, part, context)
                yield _section(found, f"### debatekit {name} {part}", inner)


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    names = ["-h", "--help"]
    return click.Context(
        command, info_name=name, parent=parent, terminal_width=80, help_option_names=names
    )


def _section(command: click.Command, title: str, context: click.Context) -> str:
    """Return one command's help under its title."""
    return f"{title}\n\n```text\n{command.get_help(context)}\n```\n"
